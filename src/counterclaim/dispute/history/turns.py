"""Tells from when on a matter stood how, and which claim made it so, by the days on which its claims were said."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import groupby

from counterclaim.dispute.history.nouns import Saying, State, Turn
from counterclaim.dispute.status import status_of
from counterclaim.model.matter import Status


def turns(state: State) -> tuple[Turn, ...]:
    """The statuses of a matter in their order; what nobody can date comes last."""
    return tuple(_turns(state))


def _turns(state: State) -> Iterator[Turn]:
    heard: list[str] = []
    last: Status | None = None
    for day, said in groupby(state.dated(), key=lambda each: each.day):
        today = _answers_last(state, list(said))
        status, because = _standing(state, {*heard, *(each.claim for each in today)})
        if status is not last:
            cause = _cause(state, heard, today)
            yield Turn(day, cause.exact and day is not None, status, because, cause.claim)
        heard += [each.claim for each in today]
        last = status


def _answers_last(state: State, today: list[Saying]) -> list[Saying]:
    """What was said on one day, answers behind what they may answer: of the two the answer changes the status."""
    answering = {link.from_claim for link in state.links}
    return sorted(today, key=lambda each: each.claim in answering)


def _cause(state: State, heard: list[str], today: list[Saying]) -> Saying:
    """The act of saying with which the status of the day's end was reached for the last time."""
    cause, last, known = today[-1], None, set(heard)
    for each in today:
        known.add(each.claim)
        status, _ = _standing(state, known)
        if status is not last:
            cause, last = each, status
    return cause


def _standing(state: State, heard: Collection[str]) -> tuple[Status, str]:
    """The status of a matter as if only these claims had been made."""
    sides = {
        side: own for side, claims in state.matter.sides.items() if (own := tuple(c for c in claims if c in heard))
    }
    positions = [
        replace(each, claims=own, sides=tuple(side for side, claims in sides.items() if set(claims) & set(own)))
        for each in state.matter.positions
        if (own := tuple(claim for claim in each.claims if claim in heard))
    ]
    links = [link for link in state.links if link.from_claim in heard and link.to_claim in heard]
    return status_of(sides, positions, links)
