"""Placing: numbers of pins and names on paper, none over another, on a phone as on a wide screen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from counterclaim.publish.map.lines import centre_of, size_of
from counterclaim.publish.map.planes import Point
from counterclaim.publish.svgtext import Box, lines_of, shortened, text_box, width

# On a phone the drawing is half as wide: its letters are so much larger there (map.css says the same).
PHONE = 1.7
RADIUS, NUMBER_SIZE = 9.0, 11.0
# Names are broken at about this width in letters, and cut where they are longer than any name of a place.
LINE_LETTERS, MOST_LETTERS = 20, 60
EDGE = 5.0
# Where a number goes whose place is taken: around it, first near, twelve directions beginning away from the others.
RINGS, DIRECTIONS = (1.9, 2.8, 3.8, 5.0, 6.4, 8.0, 10.0), 12
SPOT = 3.0
# A leader is looked at in so many pieces.
LEADER = 8
# So many free places are looked at for one whose leader crosses nothing.
NEAR = 14
# Names of areas are tried at so many by so many points of their box.
GRID = 13


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines of text at (x, y), the middle of their height; `wide` where a phone has no room for them."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str
    box: Box
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """The number of a pin at (x, y), with a leader to its spot where it had to move aside."""

    x: float
    y: float
    half: float
    spot: Point
    box: Box

    @property
    def is_moved(self) -> bool:
        """Whether it stands beside its place."""
        return (self.x, self.y) != self.spot


def half_width(number: str) -> float:
    """Half the width of a pin with this number."""
    return max(RADIUS, width(number, NUMBER_SIZE) / 2 + 4.0)


class Placer:
    """What stands on the paper already, and where the next thing finds room."""

    def __init__(self, paper: Box) -> None:
        self._paper = Box(paper.left + EDGE, paper.top + EDGE, paper.right - EDGE, paper.bottom - EDGE)
        self.taken: list[Box] = []
        self._leaders: list[Point] = []

    def reserve(self, box: Box) -> None:
        """Keeps everything else off `box`."""
        self.taken.append(box)

    def badges(self, spots: Sequence[tuple[Point, str]]) -> list[Badge]:
        """The numbers of pins at or beside their spots, in that order; none covers another's spot."""
        middle = _middle([spot for spot, _ in spots])
        marks = [Box(x - SPOT, y - SPOT, x + SPOT, y + SPOT) for (x, y), _ in spots]
        placed = []
        for at, (spot, number) in enumerate(spots):
            others = [mark for other, mark in enumerate(marks) if other != at]
            badge = self._badge(spot, half_width(number), others, _outwards(spot, middle))
            placed.append(badge)
            self._leaders += _leader(badge)
            self.taken.append(badge.box)
        self.taken += [mark for mark, badge in zip(marks, placed, strict=True) if badge.is_moved]
        return placed

    def _badge(self, spot: Point, half: float, others: list[Box], towards: float) -> Badge:
        """The first free place; rather near and across a leader than far off, and over others than not at all."""
        badges = (_badge_at(x, y, half, spot) for x, y in _around(spot, half, towards))
        taken = [*self.taken, *others]
        free = (badge for badge in badges if badge.box.within(self._paper) and badge.box.is_free(taken))
        nearest: list[Badge] = []
        for badge in islice(free, NEAR):
            if self._is_clear(badge):
                return badge
            nearest.append(badge)
        return nearest[0] if nearest else _badge_at(*spot, half, spot)

    def _is_clear(self, badge: Badge) -> bool:
        """Whether neither it nor its leader crosses what leads to another number."""
        if any(badge.box.holds(point) for point in self._leaders):
            return False
        return not any(box.holds(point) for point in _leader(badge) for box in self.taken)

    def text(self, text: str, where: Iterable[tuple[float, float, str]], size: float) -> Placed | None:
        """`text` at the first of these (x, y, anchor) that has room, also on a phone if possible; None without room."""
        lines = lines_of(shortened(text, MOST_LETTERS), LINE_LETTERS * size * 0.6, size)
        places = list(where)
        for scale in (PHONE, 1.0):
            for x, y, anchor in places if lines else ():
                box = text_box(lines, x, y, size * scale, anchor)
                if box.within(self._paper) and box.is_free(self.taken):
                    self.taken.append(box)
                    return Placed(lines, x, y, anchor, box, wide=scale == 1.0)
        return None


def _badge_at(x: float, y: float, half: float, spot: Point) -> Badge:
    box = Box(x - half * PHONE, y - RADIUS * PHONE, x + half * PHONE, y + RADIUS * PHONE)
    return Badge(x, y, half, spot, box)


def _leader(badge: Badge) -> list[Point]:
    """Points along the leader of a badge, without its ends."""
    (x, y), steps = badge.spot, [step / LEADER for step in range(1, LEADER)]
    return [(x + (badge.x - x) * step, y + (badge.y - y) * step) for step in steps] if badge.is_moved else []


def _middle(spots: Sequence[Point]) -> Point:
    count = max(1, len(spots))
    return sum(x for x, _ in spots) / count, sum(y for _, y in spots) / count


def _outwards(spot: Point, middle: Point) -> float:
    """The direction from the middle of all spots, clockwise from north; numbers that move that way cross no leaders."""
    dx, dy = spot[0] - middle[0], middle[1] - spot[1]
    return math.atan2(dx, dy) if abs(dx) + abs(dy) > 1 else math.pi / 6


def _around(spot: Point, half: float, towards: float) -> Iterator[Point]:
    yield spot
    for ring in RINGS:
        for step in range(DIRECTIONS):
            # First straight outwards, then a little to the right and left of it, and so on.
            angle = towards + 2 * math.pi / DIRECTIONS * ((step + 1) // 2) * (1 if step % 2 else -1)
            reach = ring * RADIUS * PHONE
            x, y = spot[0] + (reach + half - RADIUS) * math.sin(angle), spot[1] - reach * math.cos(angle)
            yield round(x, 1), round(y, 1)


def beside(badge: Badge, lines: int, size: float) -> list[tuple[float, float, str]]:
    """Where the name of a pin may stand: right, left, below, above."""
    aside, below = badge.half * PHONE + 5, RADIUS * PHONE + lines * size * PHONE * 0.6 + 1
    x, y = badge.x, badge.y
    return [(x + aside, y, "start"), (x - aside, y, "end"), (x, y + below, "middle"), (x, y - below, "middle")]


def _is_within(ring: Sequence[Point], x: float, y: float) -> bool:
    """Whether the point lies in the closed line (even and odd crossings)."""
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def within(parts: Sequence[Sequence[Point]]) -> list[tuple[float, float, str]]:
    """Where the name of an area may stand: points within its largest part, from the middle outwards."""
    ring = max(parts, key=size_of)
    (left, right), (top, bottom) = ((min(p[i] for p in ring), max(p[i] for p in ring)) for i in (0, 1))
    middle = centre_of(ring)
    steps = [(at + 0.5) / GRID for at in range(GRID)]
    inner = [
        (x, y)
        for x in (left + step * (right - left) for step in steps)
        for y in (top + step * (bottom - top) for step in steps)
        if _is_within(ring, x, y)
    ]
    first = [middle] if _is_within(ring, *middle) else []
    ordered = sorted(inner, key=lambda point: (math.dist(point, middle), point))
    return [(round(x, 1), round(y, 1), "middle") for x, y in [*first, *ordered]]


def nearby(x: float, y: float, size: float) -> list[tuple[float, float, str]]:
    """Where the name of an area may stand: in its middle, or a little aside."""
    shifts = [(0, 0), (0, -1.6), (0, 1.6), (0, -3.2), (0, 3.2), (-3, 0), (3, 0), (-3, -2), (3, -2), (-3, 2), (3, 2)]
    step = size * PHONE
    return [(x + dx * step, y + dy * step, "middle") for dx, dy in shifts]
