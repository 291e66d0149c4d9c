"""Orders attributions, drops those that say the same twice, and points nested ones at what holds them."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.claim.attribution.relayed import RULE as RELAYED
from counterclaim.model.claim import Attribution
from counterclaim.model.span import hold


def nested(found: list[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in text order; `within` is the smallest one whose content holds cue and content."""
    ordered = sorted(_distinct(found), key=lambda a: (a.content[0].start, -a.content[-1].end, a.cue[0].start))
    open_ones: list[int] = []
    placed = []
    for k, each in enumerate(ordered):
        open_ones = [j for j in open_ones if ordered[j].content[-1].end > each.content[0].start]
        holders = [j for j in open_ones if _holds(ordered[j], each)]
        placed.append(replace(each, within=min(holders, key=lambda j: _size(ordered[j]), default=None)))
        open_ones.append(k)
    return tuple(_relayed(placed, each) if each.rule == RELAYED else each for each in placed)


def _relayed(placed: list[Attribution], each: Attribution) -> Attribution:
    """What somebody is cited for stands in the report that cites them, though it is all that the report says."""
    same = (k for k, other in enumerate(placed) if other.rule != RELAYED and other.content == each.content)
    return replace(each, within=next(same, each.within))


def _distinct(found: list[Attribution]) -> list[Attribution]:
    """One attribution for each cue; of two with the same head the one that was found first, by the stronger rule."""
    kept: dict[object, Attribution] = {}
    for each in found:
        kept.setdefault(each.head, each)
    return list(kept.values())


def _holds(outer: Attribution, inner: Attribution) -> bool:
    if outer.rule == RELAYED:
        return False
    return hold(outer.content, (*inner.cue, *inner.content)) and not hold(inner.content, outer.cue)


def _size(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content)
