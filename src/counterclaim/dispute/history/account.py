"""Accounts for a matter: numbers that exclude each other, sides that changed their answer, who says so how often."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, groupby

from counterclaim.dispute.history.nouns import Backing, Figure, Saying, Shift, State
from counterclaim.model.matter import LinkKind

Given = tuple[Saying, Figure]


def clashes(state: State) -> tuple[tuple[Given, ...], ...]:
    """For each thing counted on which numbers exclude each other: every speaker's number with its bounds, by day."""
    by_scale: dict[tuple[str, str, str], list[Given]] = {}
    for saying in state.dated():
        for figure in saying.figures:
            by_scale.setdefault(figure.scale, []).append((saying, figure))
    return tuple(_once(given) for given in by_scale.values() if _differ(given))


def _differ(given: Iterable[Given]) -> bool:
    return any(one.excludes(other) for (_, one), (_, other) in combinations(given, 2))


def _once(given: Iterable[Given]) -> tuple[Given, ...]:
    """A speaker's number once, where they or a copy say it again."""
    first: dict[object, Given] = {}
    for saying, figure in given:
        first.setdefault((_speaker(saying), saying.claim if not saying.speaker else "", figure), (saying, figure))
    return tuple(first.values())


def _speaker(saying: Saying) -> tuple[str, str]:
    return saying.speaker.casefold(), (saying.side or "").casefold()


def shifts(state: State) -> tuple[Shift, ...]:
    """Where a side gave an answer that it had not given on the last day on which it answered."""
    return tuple(shift for side in state.matter.sides for shift in _shifts(state, side))


def _shifts(state: State, side: str) -> Iterator[Shift]:
    own = set(state.matter.sides[side])
    dated = [each for each in state.dated() if each.claim in own and each.day and _answers(state, each.claim)]
    before: tuple[str, ...] = ()
    last = ""
    for day, said in groupby(dated, key=lambda each: each.day or ""):
        today = list(said)
        after = tuple(dict.fromkeys(answer for each in today for answer in _answers(state, each.claim)))
        new = [each.claim for each in today if set(_answers(state, each.claim)) - set(before)]
        if before and new:
            yield Shift(side, before, after, last, day, new[0])
        before, last = after, day


def _answers(state: State, claim: str) -> list[str]:
    return [each.answer for each in state.matter.positions if each.answer and claim in each.claims]


def backing(state: State) -> tuple[Backing, ...]:
    """For each answer how many acts of saying and how many independent origins give it."""
    return tuple(
        Backing(
            each.answer, each.sides, len(each.claims), _utterances(state, each.claims), _origins(state, each.claims)
        )
        for each in state.matter.positions
    )


def _origins(state: State, claims: Iterable[str]) -> int:
    """Independent origins; a claim of which none is known counts as one of its own."""
    return len({state.saying(each).origin or each for each in claims})


def _utterances(state: State, claims: Iterable[str]) -> int:
    """Acts of saying: two reports that quote one speaker with the same words, or that a repeat links, tell of one."""
    leads = {each: each for each in claims}
    for one, other in combinations(leads, 2):
        if _is_one(state, one, other):
            first, last = _lead(leads, one), _lead(leads, other)
            leads[max(first, last)] = min(first, last)
    return len({_lead(leads, each) for each in leads})


def _lead(leads: dict[str, str], claim: str) -> str:
    while leads[claim] != claim:
        claim = leads[claim]
    return claim


def _is_one(state: State, one: str, other: str) -> bool:
    first, last = state.saying(one), state.saying(other)
    if not first.speaker or _speaker(first) != _speaker(last):
        return False
    if any({link.from_claim, link.to_claim} == {one, other} and link.kind is LinkKind.REPEATS for link in state.links):
        return True
    return bool(_letters(first)) and _letters(first) == _letters(last)


def _letters(saying: Saying) -> str:
    return re.sub(r"\W+", " ", saying.words).strip().casefold()
