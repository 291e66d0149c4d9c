"""Orders attributions, drops those that say the same twice, and points nested ones at what holds them."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.model.claim import Attribution
from counterclaim.model.span import hold


def nested(found: list[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in text order; `within` is the smallest one whose content holds cue and content."""
    ordered = sorted(_distinct(found), key=lambda a: (a.content[0].start, -a.content[-1].end, a.cue[0].start))
    return tuple(replace(each, within=_holder(ordered, k)) for k, each in enumerate(ordered))


def _distinct(found: list[Attribution]) -> list[Attribution]:
    """One attribution for each cue; of two with the same cue the one that was found first, by the stronger rule."""
    kept: dict[tuple[object, ...], Attribution] = {}
    for each in found:
        kept.setdefault((each.cue,), each)
    return list(kept.values())


def _holder(ordered: list[Attribution], k: int) -> int | None:
    inner = ordered[k]
    best = None
    for j, outer in enumerate(ordered):
        if j != k and hold(outer.content, (*inner.cue, *inner.content)) and not hold(inner.content, outer.cue):
            if best is None or _size(outer) < _size(ordered[best]):
                best = j
    return best


def _size(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content)
