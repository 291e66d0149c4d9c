"""Rows: where each mark of a lane goes so that none covers another, on a phone as on a wide screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.publish.axis.scale import LEFT, RIGHT, WIDTH, Scale
from counterclaim.publish.axis.spans import Stretch
from counterclaim.publish.svgtext import width

# On a phone the drawing is half as wide: its letters and marks are so much larger there (axis.css says the same).
PHONE = 1.7
RADIUS, NUMBER_SIZE = 9.0, 11.0
# The bar of an open time is so long, with its arrow: its true length is not known.
OPEN_LENGTH = 44.0
BESIDE = 3.0
TIPS = 5.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch on the axis: its bar from `left` to `right`, its number at `x`, and its row (0 is the uppermost)."""

    stretch: Stretch
    left: float
    right: float
    x: float
    half: float
    row: int

    @property
    def extent(self) -> tuple[float, float]:
        """The room that it takes from left to right, also on a phone."""
        reach = reach_of(self.stretch, self.half)
        return min(self.left, self.x - reach), max(self.right, self.x + reach)


def reach_of(stretch: Stretch, half: float) -> float:
    """Half the width of a mark on a phone; those pointed at the sides reach out farther."""
    return (half + (TIPS if stretch.moments[0].kind == "happened" else 0.0)) * PHONE


def _sides(stretch: Stretch, scale: Scale) -> tuple[float, float]:
    if stretch.start is None and stretch.end is not None:
        right = scale.x(stretch.end)
        return max(LEFT - BESIDE, right - OPEN_LENGTH), right
    if stretch.end is None and stretch.start is not None:
        left = scale.x(stretch.start)
        return left, min(WIDTH - RIGHT + BESIDE, left + OPEN_LENGTH)
    left, right = scale.x(stretch.start or 0.0), scale.x(stretch.end or 0.0)
    # A day is a dot, however wide the axis draws a day.
    return ((left + right) / 2,) * 2 if stretch.is_day else (left, right)


def _mark(stretch: Stretch, scale: Scale, row: int) -> Mark:
    left, right = _sides(stretch, scale)
    half = max(RADIUS + 1, width(stretch.number, NUMBER_SIZE) / 2 + 4.0)
    reach = reach_of(stretch, half)
    # An open time has its number where it is known; a mark never leaves the paper.
    known = right if stretch.start is None else left if stretch.end is None else (left + right) / 2
    x = min(WIDTH - reach - 1, max(reach + 1, known))
    return Mark(stretch, left, right, x, half, row)


def rows(stretches: Sequence[Stretch], scale: Scale) -> list[Mark]:
    """The marks of one lane, from left to right, each in the first row that has room."""
    marks = [_mark(stretch, scale, 0) for stretch in stretches]
    order = sorted(range(len(marks)), key=lambda at: (marks[at].extent, at))
    ends: list[float] = []
    placed = []
    for at in order:
        left, right = marks[at].extent
        row = next((row for row, end in enumerate(ends) if end + BESIDE <= left), len(ends))
        ends[row:] = [right, *ends[row + 1 :]]
        placed.append(_mark(marks[at].stretch, scale, row))
    return placed
