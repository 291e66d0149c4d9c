"""Whether two frames exclude each other: rules on their slots, each with its reason in words."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.claim.about_numbers import apart
from counterclaim.dispute.names import parties
from counterclaim.model.claim import Frame

# The kinds that say who holds a place, read as one question.
HOLDING = frozenset({"control", "capture", "withdrawal", "presence"})
NUMBERED = frozenset({"casualties", "measure", "strength"})
BLAME = "responsibility"
PARTIAL = frozenset({"some", "most"})


@dataclass(frozen=True, slots=True)
class Hold:
    """
    What a frame says of one party and one place: whether the party `is_there`, and whether it `rules` it alone;
    None where the frame does not tell.
    """

    party: frozenset[str]
    is_there: bool | None
    rules: bool | None
    extent: str | None


def hold(frame: Frame, denied: bool) -> Hold | None:
    """The frame as a statement on who holds its place; None where a slot is missing or nothing is asserted."""
    if frame.kind not in HOLDING or not frame.actor or not frame.place or frame.modality != "asserted":
        return None
    said = frame.polarity != denied
    party = parties(frame.actor)
    if frame.kind in ("control", "capture"):
        full = said and frame.extent not in PARTIAL
        return Hold(party, True if said else None, full if said else False, frame.extent)
    there = said if frame.kind == "presence" else not said
    return Hold(party, there, None if there else False, frame.extent)


def inside(part: Frame, whole: Frame) -> bool:
    """Whether the place of `part` is that of `whole` or lies in it."""
    return part.place == whole.place or (whole.place is not None and whole.place in part.containers)


def exclude(one: Frame, other: Frame, denied: tuple[bool, bool] = (False, False)) -> str | None:
    """Why the two frames cannot both hold at one time, as a clause; None where they can."""
    if one.time and other.time and one.time != other.time:
        return None
    if one.kind in NUMBERED:
        return _numbers(one, other, denied)
    if one.kind == other.kind == BLAME:
        return _blame(one, other, denied)
    first, second = hold(one, denied[0]), hold(other, denied[1])
    if first is None or second is None:
        return None
    return _holds((one, first), (other, second)) or _holds((other, second), (one, first))


def _numbers(one: Frame, other: Frame, denied: tuple[bool, bool]) -> str | None:
    same = (one.kind, one.counted, one.unit, one.patient) == (other.kind, other.counted, other.unit, other.patient)
    if not same or any(denied) or one.modality != "asserted" or other.modality != "asserted":
        return None
    if one.place and other.place and not (inside(one, other) or inside(other, one)):
        return None
    return f"the two numbers ({one.counted}) cannot both hold" if apart(one, other) else None


def _blame(one: Frame, other: Frame, denied: tuple[bool, bool]) -> str | None:
    """Two of whom each is said to have done it: whether it is one deed, the caller must know."""
    stated = all(each.modality == "asserted" and each.polarity and each.actor for each in (one, other))
    if not stated or any(denied) or parties(one.actor or "") & parties(other.actor or ""):
        return None
    return f"the one lays it on {one.actor}, the other on {other.actor}"


def _holds(ruling: tuple[Frame, Hold], rival: tuple[Frame, Hold]) -> str | None:
    """Reasons that run from the first frame to the second; the caller asks both ways."""
    (one, first), (other, second) = ruling, rival
    if first.party & second.party:
        return _same_party(ruling, rival) if first.party == second.party else None
    if not first.rules:
        return None
    if second.rules and one.place == other.place:
        return f"two cannot both control {one.place_name}"
    if first.extent == "full" and second.rules and inside(other, one):
        return f"full control of {one.place_name} leaves no part of it to another"
    if second.is_there and inside(other, one):
        return f"control of {one.place_name} and another's forces in {other.place_name} exclude each other"
    return None


def _same_party(ruling: tuple[Frame, Hold], rival: tuple[Frame, Hold]) -> str | None:
    (one, first), (other, second) = ruling, rival
    if first.is_there and second.is_there is False and inside(one, other):
        return f"one party cannot be in {one.place_name} and have left {other.place_name}"
    if first.rules and second.rules is False and one.place == other.place:
        return f"one party cannot both control and not control {one.place_name}"
    return None
