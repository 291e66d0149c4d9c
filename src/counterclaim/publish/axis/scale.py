"""Scale: days to places on the axis, in parts where far-away times would squash all the others."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.publish.axis.spans import Stretch

WIDTH, LEFT, RIGHT = 640.0, 16.0, 16.0
# A cut takes so much room, and no part is narrower than a date under it, also on a phone.
CUT, LEAST = 24.0, 70.0
# Time is left out where moments would otherwise stand closer than this (units of the drawing); no gap shorter than
# weeks, or than a small share of the whole, is worth a cut.
CROWDED, LEAST_DAYS, LEAST_SHARE, MOST_CUTS = 26.0, 35.0, 0.02, 4
# What a cut must win, in moments that no longer stand close: readers have to learn that there is one.
COST = 0.5
# Room on both sides of a part: a share of it, and half a day at least.
PAD, LEAST_PAD = 0.05, 0.6


@dataclass(frozen=True, slots=True)
class Part:
    """Days `start` to `end` on the axis from `left` to `right`."""

    start: float
    end: float
    left: float
    right: float

    @property
    def per_day(self) -> float:
        """Units of the drawing for a day."""
        return (self.right - self.left) / (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Scale:
    """The parts of an axis, from left to right."""

    parts: tuple[Part, ...]

    def x(self, day: float) -> float:
        """Where a day is; the middle of a cut for one that is left out."""
        at = bisect.bisect_right([part.start for part in self.parts], day) - 1
        if at < 0:
            return self.parts[0].left
        part = self.parts[at]
        if day <= part.end:
            return part.left + (day - part.start) * part.per_day
        return part.right + (CUT / 2 if at + 1 < len(self.parts) else 0.0)


def _ends(stretches: Sequence[Stretch]) -> list[float]:
    return sorted({day for stretch in stretches for day in (stretch.start, stretch.end) if day is not None})


def _gaps(days: list[float]) -> list[int]:
    """The gaps (by the day before each) that may be cut out, the longest first."""
    least = max(LEAST_DAYS, LEAST_SHARE * (days[-1] - days[0]))
    longest = sorted(range(len(days) - 1), key=lambda at: (days[at] - days[at + 1], at))
    return [at for at in longest[:MOST_CUTS] if days[at + 1] - days[at] >= least]


def _crowded(scale: Scale, middles: Sequence[float]) -> float:
    """How many moments stand too close to the one before for a reader to see the order, and what the cuts cost."""
    places = [scale.x(day) for day in middles]
    close = sum(max(0.0, 1 - (following - place) / CROWDED) for place, following in pairwise(places))
    return close + COST * (len(scale.parts) - 1)


def _middle(stretch: Stretch) -> float:
    known = [day for day in (stretch.start, stretch.end) if day is not None]
    return sum(known) / len(known)


def scale_of(stretches: Sequence[Stretch]) -> Scale:
    """The scale on which all stretches lie, with as few cuts as spread its moments best; there must be one."""
    days, middles = _ends(stretches), sorted({_middle(stretch) for stretch in stretches})
    gaps = _gaps(days)
    scales = [_scale(days, sorted(gaps[:count]), middles) for count in range(len(gaps) + 1)]
    return min(scales, key=lambda scale: _crowded(scale, middles))


def _scale(days: list[float], cuts: list[int], middles: Sequence[float]) -> Scale:
    edges, pieces = [-1, *cuts, len(days) - 1], []
    for start, end in ((days[a + 1], days[b]) for a, b in pairwise(edges)):
        pad = max(LEAST_PAD, PAD * (end - start))
        pieces.append((start - pad, end + pad))
    room = WIDTH - LEFT - RIGHT - CUT * (len(pieces) - 1) - LEAST * len(pieces)
    # Each part has a scale of its own: where more happens there is more room.
    counts = [1 + sum(start <= day <= end for day in middles) for start, end in pieces]
    parts, left = [], LEFT
    for (start, end), count in zip(pieces, counts, strict=True):
        right = left + LEAST + room * count / sum(counts)
        parts.append(Part(start, end, left, right))
        left = right + CUT
    return Scale(tuple(parts))
