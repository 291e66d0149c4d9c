"""Several trained networks as one, and what they mark together in texts that nobody has marked for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from counterclaim.claim.attribution.trained.features import Numbers, roles_of
from counterclaim.claim.attribution.trained.finder import likely, proposals
from counterclaim.claim.attribution.trained.network import Network, Scores, Seen
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span, Spans
from training.corpora import Marked
from training.readings import Prepared


class Council(Network):
    """
    Networks of one form that differ in their seed; each score is the mean of theirs.

    Limits and calibration are those of the first. What they see of a window stands side by side.
    """

    def __init__(self, members: Sequence[Network]) -> None:
        self._members = members
        self.card, self.labels = members[0].card, members[0].labels
        self.moves = np.mean([each.moves for each in members], axis=0)
        starts, ends = zip(*(each.edges for each in members), strict=True)
        self.edges = (np.mean(starts, axis=0), np.mean(ends, axis=0))

    def look(self, pieces: Numbers, word_of: Numbers, features: Numbers) -> Seen:
        """What all see of one window; the tags are the mean of their logarithms of probabilities."""
        seen = [each.look(pieces, word_of, features) for each in self._members]
        tags = np.mean([_logarithms(each.tags) for each in seen], axis=0)
        return Seen(tags, np.hstack([each.near for each in seen]), np.hstack([each.far for each in seen]))

    def emissions(self, seen: Seen, cues: Sequence[tuple[int, int]], pairs: Numbers) -> Scores:
        """The mean score of each label for each word as seen from each cue."""
        count = len(self._members)
        views = zip(np.split(seen.near, count, axis=1), np.split(seen.far, count, axis=1), strict=True)
        told = [
            each.emissions(Seen(seen.tags, near, far), cues, pairs)
            for each, (near, far) in zip(self._members, views, strict=True)
        ]
        found: Scores = np.mean(told, axis=0)
        return found


def _logarithms(scores: Scores) -> Scores:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    found: Scores = np.log(np.clip(raised / raised.sum(-1, keepdims=True), 1e-6, 1))
    return found


def remarked(text: Prepared, council: Network) -> Prepared:
    """The text with what the council marks in it, in place of what readers marked: it may have another convention."""
    view = text.view.reading
    told = [roles_of(view, each) for each in text.ruled]
    limits = council.limits
    found = likely(list(proposals(view, told, council, limits.least)), limits)
    marks = tuple(
        Marked(_spans(view, each.roles.source), _spans(view, each.roles.cue), _spans(view, each.roles.content))
        for each in found
    )
    return replace(text, example=replace(text.example, group="council", marked=marks))


def _spans(view: Reading, tokens: frozenset[int]) -> Spans:
    return tuple(Span(view.tokens[i].start, view.tokens[i].end) for i in sorted(tokens))


__all__ = ["Council", "remarked"]
