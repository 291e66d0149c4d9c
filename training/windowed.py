"""Makes windows with numbers and labels of examples: what the network is fed with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from counterclaim.claim.attribution.trained.encoding import laid_out
from counterclaim.claim.attribution.trained.features import Features, Labels, Numbers, Roles, roles_of
from counterclaim.claim.attribution.trained.labels import LABELS, label_row
from counterclaim.claim.attribution.trained.vocabulary import vocabulary
from counterclaim.claim.attribution.trained.windows import Window, windows
from counterclaim.model.claim import Act, Attribution
from counterclaim.model.reading import Reading
from training.corpora import Marked
from training.readings import Prepared

ACTS = tuple(Act)
IGNORED = -100
Scores = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Target:
    """One attribution in a window: the tokens of its cue (from the window's start), pair features, labels, act."""

    cue: tuple[int, int]
    pairs: Numbers
    labels: Numbers
    act: int


@dataclass(frozen=True)
class Lesson:
    """What trained networks make of a window: scores of its cue tags [words, 3] and of labels [cues, words, labels]."""

    tags: Scores
    labels: Scores


@dataclass(frozen=True)
class Sample:
    """One window: pieces, the word each piece is of (-1 for marks), word features, cue tags, and its attributions."""

    pieces: Numbers
    word_of: Numbers
    words: Numbers
    tags: Numbers
    targets: tuple[Target, ...] = field(default=())
    lesson: Lesson | None = None


def samples(text: Prepared, labels: Labels) -> Iterator[Sample]:
    """The windows of one example."""
    reading = text.view.reading
    features = Features(reading, [roles_of(reading, each) for each in text.ruled], labels)
    cuts = [vocabulary().cut(token.text) for token in reading.tokens]
    marked = [(each, _roles(reading, each)) for each in text.example.marked]
    for window in windows(reading, [len(cut) for cut in cuts]):
        pieces, word_of = laid_out(reading, window, cuts)
        targets = [(m, r) for m, r in marked if r.cue and window.core_first <= head_run(r.cue)[0] < window.core_last]
        yield Sample(
            pieces,
            word_of,
            features.words[window.first : window.last],
            _tags(reading, window, targets),
            tuple(_target(features, window, m, r) for m, r in _distinct(targets)),
        )


def _roles(reading: Reading, each: Marked) -> Roles:
    return roles_of(reading, Attribution(each.source, each.cue, each.content, None, "marked"))


def _distinct(targets: list[tuple[Marked, Roles]]) -> list[tuple[Marked, Roles]]:
    """Two attributions with the same cue are one to the network: the first."""
    seen: set[int] = set()
    kept = []
    for marked, roles in targets:
        first = head_run(roles.cue)[0]
        if first not in seen:
            seen.add(first)
            kept.append((marked, roles))
    return kept


def head_run(cue: frozenset[int]) -> tuple[int, int]:
    """First and last+1 of the longest run of a cue's tokens, the earliest of equals: *told* of *told ... that*."""
    runs: list[list[int]] = []
    for i in sorted(cue):
        if runs and runs[-1][1] == i:
            runs[-1][1] = i + 1
        else:
            runs.append([i, i + 1])
    best = max(runs, key=lambda run: run[1] - run[0])
    return best[0], best[1]


def _tags(reading: Reading, window: Window, targets: list[tuple[Marked, Roles]]) -> Numbers:
    """
    0 no cue, 1 its first word, 2 a further one, IGNORED what is not asked: context, and optional cues.

    Readers agree least on optional ones: to learn that they are cues, or that they are none, lowers precision or recall
    on the others. Adverbs (*reportedly*) are always optional and always wanted. So are optional ones inside another's
    content: there the others are too few to learn from.
    """
    tags = np.zeros(window.last - window.first, dtype=np.int64)
    tags[: window.core_first - window.first] = IGNORED
    tags[window.core_last - window.first :] = IGNORED
    for marked, roles in sorted(targets, key=lambda each: not each[0].optional):
        first, last = head_run(roles.cue)
        here = np.arange(first, min(last, window.last)) - window.first
        held = any(roles.cue | roles.content <= other.content for _, other in targets)
        asked = not marked.optional or reading.tokens[first].pos == "ADV" or held
        tags[here] = 2 if asked else IGNORED
        tags[here[0]] = 1 if asked else IGNORED
    return tags


def _target(features: Features, window: Window, marked: Marked, roles: Roles) -> Target:
    first, last = head_run(roles.cue)
    last = min(last, window.last)
    row = label_row(roles, window.first, window.last)
    act = ACTS.index(Act(marked.act)) if marked.act else IGNORED
    return Target(
        (first - window.first, last - window.first),
        features.pairs(range(first, last), window.first, window.last),
        np.array(row, dtype=np.int64),
        act,
    )


def size(sample: Sample) -> int:
    """The pieces of a window."""
    return len(sample.pieces)


def label_count() -> int:
    """How many labels a word can have as seen from a cue."""
    return len(LABELS)


__all__ = ["ACTS", "IGNORED", "Lesson", "Sample", "Target", "label_count", "samples", "size"]
