"""Which matters a link across articles speaks to, and which matters are one because of such links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.dispute.across.bearing import EXCLUDED
from counterclaim.dispute.across.pair import TAKING_BACK, Found
from counterclaim.dispute.across.remark import Remark, members, quoted_in
from counterclaim.dispute.names import side_of
from counterclaim.dispute.question import answers, ask_of, opposite
from counterclaim.dispute.slots import HOLDING
from counterclaim.dispute.status import OPPOSING, status_of
from counterclaim.model.matter import LinkKind, Matter, Position, Status

BINDING = OPPOSING | TAKING_BACK


@dataclass(frozen=True, slots=True)
class Speaks:
    """What one link across articles says to each of the matters of its two ends; they are one matter then."""

    link: str
    matters: tuple[Matter, ...]


def speaks_to(found: Found, of_later: Sequence[Matter], of_target: Sequence[Matter]) -> Speaks:
    """
    The matters that `found` speaks to; `of_later` and `of_target` are those that the two documents form by themselves.

    Where the target stands in none yet, the question is whether it is as the target says.
    """
    target = _of_target(found, of_target)
    given = _answer_in(target, found.target) or answers()["quoted"][0]
    mine = opposite(given) if found.link.kind in OPPOSING else given
    told = _told(found, target, (given, mine))
    other = _of_later(found, of_later, mine)
    if other is None or other.id == told.id:
        return Speaks(found.link.id, (told,))
    return Speaks(found.link.id, (told, replace(told, id=other.id, time=other.time)))


def _of_target(found: Found, matters: Sequence[Matter]) -> Matter:
    """The matter of the target: on who holds a place where the target tells that, else on whether it is so."""
    held = _held(found.target, matters) if found.link.kind in OPPOSING else None
    return held or quoted_in(found.target, matters) or _asked(found.target)


def _held(one: Remark, matters: Sequence[Matter]) -> Matter | None:
    places = {frame.place for frame in one.view.claim.about if frame.kind in HOLDING and frame.place}
    mine = (matter for matter in matters if matter.place in places and one.id in members(matter))
    return min(mine, key=lambda matter: matter.id, default=None)


def _asked(one: Remark) -> Matter:
    """The matter whether it is as one claim says, of which nothing else is known."""
    return Matter(
        one.root,
        ask_of(one.view),
        Status.ONE_SIDED,
        {},
        time=None if one.day is None else date.fromordinal(one.day).isoformat(),
    )


def _of_later(found: Found, matters: Sequence[Matter], mine: str) -> Matter | None:
    """The later claim's own matter where it is the same one: the claim gives the same answer in both."""
    if found.link.found_by == EXCLUDED:
        return _held(found.later, matters)
    own = quoted_in(found.later, matters)
    if own is not None:
        return own if _answer_in(own, found.later) == mine else None
    asked = found.link.kind is LinkKind.REPEATS and mine == answers()["quoted"][0]
    return _asked(found.later) if asked else None


def _answer_in(matter: Matter, one: Remark) -> str | None:
    return next((position.answer for position in matter.positions if one.id in position.claims), None)


def _told(found: Found, matter: Matter, given: tuple[str, str]) -> Matter:
    """What the link adds to a matter: its two ends, their sides and their answers."""
    ends = found.target, found.later
    sides: dict[str, tuple[str, ...]] = {}
    for end in ends:
        name = side_of(end.view.claim) or ""
        sides[name] = (*sides.get(name, ()), end.id)
    positions = {answer: Position(answer, (), ()) for answer in given}
    for answer, end in zip(given, ends, strict=True):
        before = positions[answer]
        names = dict.fromkeys((*before.sides, side_of(end.view.claim) or ""))
        positions[answer] = Position(answer, (*before.claims, end.id), tuple(names))
    answered = tuple(positions.values()) if matter.id == found.target.root or matter.positions else ()
    status, because = status_of(sides, answered, [found.link])
    return replace(
        matter, status=status, because=because, sides=sides, positions=answered, links=(found.link.id,), unattributed=()
    )


def group(
    starts: Iterable[str], speaking: Mapping[str, Sequence[str]], heard: Mapping[str, Sequence[str]]
) -> list[list[str]]:
    """
    The ids of matters that are one, each group once, in the order of `starts`.

    `speaking` are the links that speak to a matter, `heard` the matters that a link speaks to.
    """
    taken: set[str] = set()
    groups = []
    for start in starts:
        if start in taken:
            continue
        found, waiting = {start}, [start]
        while waiting:
            for link in speaking.get(waiting.pop(), ()):
                fresh = [each for each in heard.get(link, ()) if each not in found]
                found.update(fresh)
                waiting += fresh
        taken |= found
        groups.append(sorted(found))
    return groups
