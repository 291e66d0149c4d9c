"""Compares a matter as it stood with how it stands now, and names what differs; guesses are no difference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.dispute.history.nouns import Figure, Saying, State
from counterclaim.dispute.history.turns import turns
from counterclaim.dispute.names import parties
from counterclaim.model.matter import Basis, Link, LinkKind

Heir = Callable[[str], str]


class Kind(StrEnum):
    """What may differ in a matter."""

    NEW_MATTER = "new matter"
    DENIED = "new denial"
    CONTRADICTED = "new contradiction"
    CORRECTED = "new correction"
    WITHDRAWN = "withdrawn"
    SIDE = "new side"
    POSITION = "new position"
    NUMBER = "number changed"
    STATUS = "status changed"
    JOINED = "lives on in another"
    CLOSED = "no longer asked"


OF_LINKS = {
    LinkKind.DENIES: Kind.DENIED,
    LinkKind.CONTRADICTS: Kind.CONTRADICTED,
    LinkKind.CORRECTS: Kind.CORRECTED,
    LinkKind.WITHDRAWS: Kind.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """
    One thing that differs: `claim` is the one that made it so, `other` the one it bears on.

    `mark` is the id by which the log tells since when; `before` and `after` are statuses, or numbers in words;
    `named` is the side or answer that is new.
    """

    kind: Kind
    claim: str | None = None
    other: str | None = None
    mark: str = ""
    named: str = ""
    before: str = ""
    after: str = ""


def differences(before: Sequence[State], now: State, heir: Heir) -> tuple[Difference, ...]:
    """What differs between a matter now and what it was made of; `heir` gives the claim that one lives on in."""
    if not before:
        last = turns(now)[-1:]
        return (Difference(Kind.NEW_MATTER, last[0].claim if last else None, after=now.matter.status),)
    found = (*_links(before, now, heir), *_sides(before, now), *_positions(before, now), *_numbers(before, now))
    return (*found, *_status(before, now))


def _links(before: Iterable[State], now: State, heir: Heir) -> Iterator[Difference]:
    """Answers that were not there: one that is drawn to an earlier telling of the same side's words was."""
    told = {_answered(state, link, heir) for state in before for link in _sure(state)}
    for link in _sure(now):
        if _answered(now, link, heir) not in told:
            yield Difference(OF_LINKS[link.kind], link.from_claim, link.to_claim, mark=link.id)


def _answered(state: State, link: Link, heir: Heir) -> tuple[str, LinkKind, object]:
    """Who answers how whom: the side that is answered, or the claim itself where it has none."""
    sides = (side for side, claims in state.matter.sides.items() if link.to_claim in claims)
    side = next(sides, None)
    return heir(link.from_claim), link.kind, parties(side) if side else heir(link.to_claim)


def _sure(state: State) -> list[Link]:
    return [link for link in state.links if link.kind in OF_LINKS and link.basis is not Basis.POSSIBLE]


def _sides(before: Iterable[State], now: State) -> Iterator[Difference]:
    known = {parties(side) for state in before for side in state.matter.sides}
    for side, claims in now.matter.sides.items():
        if parties(side) not in known:
            claim = _first(now, claims)
            yield Difference(Kind.SIDE, claim, mark=claim or "", named=side)


def _positions(before: Iterable[State], now: State) -> Iterator[Difference]:
    known = {each.answer for state in before for each in state.matter.positions}
    for each in now.matter.positions:
        if each.answer and each.answer not in known:
            claim = _first(now, each.claims)
            yield Difference(Kind.POSITION, claim, mark=claim or "", named=each.answer)


def _first(state: State, claims: Iterable[str]) -> str | None:
    own = set(claims)
    return next((each.claim for each in state.dated() if each.claim in own), None)


Scale = tuple[str, str, tuple[str, str, str]]


def _numbers(before: Iterable[State], now: State) -> Iterator[Difference]:
    """Whoever is known to have given a number and now gives one that it excludes."""
    former: dict[Scale, list[tuple[Figure, str]]] = {}
    for state in before:
        for scale, figure, saying in _figures(state):
            former.setdefault(scale, []).append((figure, saying.claim))
    told = set()
    for scale, figure, saying in _figures(now):
        given = former.get(scale, [])
        if not given or (scale, figure) in told or figure in [each for each, _ in given]:
            continue
        last, other = given[-1]
        if figure.excludes(last):
            told.add((scale, figure))
            amounts = {"before": amount(last), "after": amount(figure)}
            yield Difference(Kind.NUMBER, saying.claim, other, mark=saying.claim, **amounts)


def _figures(state: State) -> Iterator[tuple[Scale, Figure, Saying]]:
    for saying in state.dated():
        if saying.speaker or saying.side:
            for figure in saying.figures:
                yield (saying.speaker.casefold(), (saying.side or "").casefold(), figure.scale), figure, saying


def amount(figure: Figure) -> str:
    """
    The bounds of a number as people write them.

    >>> amount(Figure("casualties", 40, None, counted="guards")), amount(Figure("losses", 3, 5))
    ('at least 40 guards', '3 to 5')
    """
    low, high = (None if each is None else f"{each:.15g}" for each in (figure.low, figure.high))
    if low is None or high is None:
        bounds = f"at least {low}" if low is not None else f"at most {high}"
    else:
        bounds = low if low == high else f"{low} to {high}"
    return " ".join(part for part in (bounds, figure.unit, figure.counted) if part)


def _status(before: Sequence[State], now: State) -> Iterator[Difference]:
    """The status, where none of what the matter was made of had it."""
    former = [state.matter.status for state in before]
    if now.matter.status not in former:
        turn = next((each for each in reversed(turns(now)) if each.status is now.matter.status), None)
        claim = turn.claim if turn else None
        yield Difference(Kind.STATUS, claim, mark=now.matter.status, before=former[0], after=now.matter.status)
