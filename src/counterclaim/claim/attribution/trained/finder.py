"""Finds attributions with the trained network, which is also told what the parse and the rules make of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from counterclaim.claim.attribution.led_in import led_in
from counterclaim.claim.attribution.trained.decoding import best_rows, cue_runs
from counterclaim.claim.attribution.trained.encoding import laid_out
from counterclaim.claim.attribution.trained.features import Features, Roles
from counterclaim.claim.attribution.trained.labels import roles_from
from counterclaim.claim.attribution.trained.network import Limits, Network, Scores, Seen, probabilities
from counterclaim.claim.attribution.trained.vocabulary import vocabulary
from counterclaim.claim.attribution.trained.windows import Window, windows
from counterclaim.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Proposal:
    """An attribution as tokens by role, how likely its cue is one, and whether a rule has the same cue."""

    roles: Roles
    score: float
    agreed: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A cue in its window, with the scores of the labels of the words around it."""

    window: Window
    cue: tuple[int, int]
    score: float
    emissions: Scores


def proposals(reading: Reading, ruled: Sequence[Roles], network: Network, least: float) -> Iterator[Proposal]:
    """
    The attributions of a document whose cue is likelier than `least`, in text order of their cues.

    `reading` is the one that is shown to the network; `ruled` and what is found are by its tokens.
    """
    features = Features(reading, ruled, network.labels)
    cuts = [vocabulary().cut(token.text) for token in reading.tokens]
    found: list[_Candidate] = []
    for window in windows(reading, [len(cut) for cut in cuts]):
        pieces, word_of = laid_out(reading, window, cuts)
        seen = network.look(pieces, word_of, features.words[window.first : window.last])
        found.extend(_candidates(window, seen, features, (network, least)))
    rows = best_rows([each.emissions for each in found], network.moves, network.edges)
    for each, row in zip(found, rows, strict=True):
        told = roles_from(row, each.window.first)
        cue = told.cue | frozenset(range(each.cue[0] + each.window.first, each.cue[1] + each.window.first))
        same = [other for other in ruled if other.cue & cue]
        content = told.content - cue or led_in(reading, cue) or _by_phrase(reading, cue, same)
        roles = _with_source(Roles(told.source - cue, cue, content), same)
        if roles.content:
            yield Proposal(roles, each.score, bool(same))


def _with_source(roles: Roles, same: Sequence[Roles]) -> Roles:
    """
    Where the network names nobody, whom a rule with the same cue names.

    The speaker of a second verb (*officials met the crowd and expect calm*) stands further off than the network looks;
    the tree leads there.
    """
    named = next((other.source for other in same if other.source), frozenset())
    return roles if roles.source else Roles(named - roles.cue - roles.content, roles.cue, roles.content)


def _by_phrase(reading: Reading, cue: frozenset[int], same: Sequence[Roles]) -> frozenset[int]:
    """What the rules have for *according to*, which never stands without a content, where the network has none."""
    phrase = reading.tokens[min(cue)].text.lower() == "according"
    return next((other.content - cue for other in same if phrase and other.content), frozenset())


def likely(found: Sequence[Proposal], limits: Limits) -> list[Proposal]:
    """Those that are likely enough, in their order; what stands inside a likelier one has the limit of nested ones."""
    kept: list[int] = []
    # For each token the contents that hold it, of those kept so far: what may hold a cue holds its first token.
    holding: dict[int, list[int]] = {}
    for n in sorted(range(len(found)), key=lambda n: -found[n].score):
        each = found[n]
        held = any(_holds(found[m].roles, each.roles) for m in holding.get(min(each.roles.cue), ()))
        if each.score >= (limits.nested if held else limits.agreed if each.agreed else limits.alone):
            kept.append(n)
            for at in each.roles.content:
                holding.setdefault(at, []).append(n)
    return [found[n] for n in sorted(kept)]


def _holds(outer: Roles, inner: Roles) -> bool:
    return inner.cue | inner.content <= outer.content


def _candidates(window: Window, seen: Seen, features: Features, by: tuple[Network, float]) -> Iterator[_Candidate]:
    network, least = by
    tags = probabilities(seen.tags)
    before, after = window.core_first - window.first, window.core_last - window.first
    runs = [(a + before, b + before, p) for a, b, p in cue_runs(tags[before:after], least)]
    if runs:
        at, cues = window.first, [(a, b) for a, b, _ in runs]
        pairs = np.stack([features.pairs(range(a + at, b + at), at, window.last) for a, b in cues])
        for (a, b, score), emissions in zip(runs, network.emissions(seen, cues, pairs), strict=True):
            yield _Candidate(window, (a, b), score, emissions)
