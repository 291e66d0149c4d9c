"""Outlines: the land of a frame, and the borders in it by kind, from arcs that neighbours share."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from statistics import median

from counterclaim.publish.map.atlas import EARTH_KM, LEVELS, Atlas, Ring, Unit, atlas, level_of, vector
from counterclaim.publish.map.disputed import overlay
from counterclaim.publish.map.frame import WIDTH, Frame
from counterclaim.publish.map.lines import clipped_line, clipped_ring, path, size_of
from counterclaim.publish.map.planes import Point
from counterclaim.publish.svgtext import Box

# Corners below this many units of the drawing are not seen; islands below ISLAND square units are dots.
FINEST, ISLAND = 1.1, 4.0
# Borders of units smaller than this (units of the drawing) would be a net that hides what it holds.
LEAST_UNIT = 15.0
# Strokes at the edges lie outside the paper.
BLEED = 6.0
KINDS = ("admin", "focus", "country", "dashed", "dashed-country")
# Names need no fine outlines, and stand so far from the edge of the paper.
ROUGHER, AWAY = 4, 30.0
HALF_TURN = math.pi


@dataclass(frozen=True, slots=True)
class Outlines:
    """Paths by kind: `land` is closed; the others are borders. `units` are those that lie in the frame."""

    land: str
    borders: dict[str, str]
    units: tuple[Unit, ...]


@dataclass(slots=True)
class _Shared:
    """The units on both sides of each arc, and the arcs that have one side only, gone through as its unit does."""

    units: dict[int, list[Unit]] = field(default_factory=dict)

    def add(self, unit: Unit, ring: Ring) -> None:
        for arc in ring.arcs:
            self.units.setdefault(arc if arc >= 0 else ~arc, []).append(unit)


def detail(frame: Frame) -> int:
    """The level of detail of a frame."""
    return level_of(FINEST * frame.scale)


def visible(frame: Frame) -> tuple[Unit, ...]:
    """The units whose circle touches the frame."""
    if frame.is_world:
        return atlas().units
    half = math.hypot(WIDTH, frame.height) / 2 * frame.scale
    # The projection is equal-area: a distance of the plane is a chord.
    reach = 2 * math.asin(min(1.0, half / (2 * EARTH_KM)))
    x, y, z = frame.centre
    near = []
    for unit in atlas().units:
        a, b, c = unit.middle
        if x * a + y * b + z * c > math.cos(min(HALF_TURN, reach + unit.radius)):
            near.append(unit)
    return tuple(near)


def _rings(unit: Unit, frame: Frame, least: float) -> Iterator[Ring]:
    for ring in unit.rings:
        if ring.km2 >= least * frame.scale**2 or len(ring.arcs) > 1:
            yield ring


def _chains(arcs: Sequence[int], shapes: Atlas) -> Iterator[list[int]]:
    """The coast arcs joined to closed lines, end to end; ~n where arc n is gone through backwards."""
    at_vertex: dict[tuple[int, int], list[int]] = defaultdict(list)
    for arc in arcs:
        first, last = shapes.ends(arc)
        at_vertex[first].append(arc)
        at_vertex[last].append(~arc)
    used: set[int] = set()
    for start in arcs:
        if start in used:
            continue
        chain: list[int] = []
        ends = [start]
        while following := [arc for arc in ends if max(arc, ~arc) not in used]:
            arc = following[0]
            used.add(max(arc, ~arc))
            chain.append(arc)
            first, last = shapes.ends(max(arc, ~arc))
            ends = at_vertex[last if arc >= 0 else first]
        yield chain


def _land(coast: Sequence[int], frame: Frame, level: int) -> str:
    shapes, paper = atlas(), _bled(frame)
    closed: list[list[Point]] = []
    for chain in _chains(coast, shapes):
        for ring in frame.ring(shapes.ring(Ring(0, tuple(chain)), level)):
            part = clipped_ring(ring, paper)
            if part:
                closed.append(part)
    return path(closed, closed=True)


def _bled(frame: Frame) -> Box:
    return Box(-BLEED, -BLEED, WIDTH + BLEED, frame.height + BLEED)


def _sizes(units: Sequence[Unit]) -> dict[str, float]:
    """The side of a square as large as the usual unit of each country, in km."""
    sides: dict[str, list[float]] = defaultdict(list)
    for unit in units:
        sides[unit.country].append(math.sqrt(unit.km2))
    return {country: median(found) for country, found in sides.items()}


def _kind(first: Unit, second: Unit, arc: int, level: int) -> str:
    disputes = overlay()
    same = disputes.claimants(first) == disputes.claimants(second)
    if disputes.is_dashed(first, second, atlas().arc(arc, level)):
        return "dashed" if same else "dashed-country"
    return "admin" if same else "country"


def _borders(shared: _Shared, frame: Frame, focus: frozenset[Unit]) -> dict[str, str]:
    shapes, paper, level = atlas(), _bled(frame), detail(frame)
    sizes = _sizes([unit for sides in shared.units.values() for unit in sides])
    lines: dict[str, list[list[Point]]] = {kind: [] for kind in KINDS}
    for arc, sides in sorted(shared.units.items()):
        if len(sides) < 2 or sides[0] is sides[1]:
            continue
        kind = _kind(sides[0], sides[1], arc, level)
        small = min(sizes[side.country] for side in sides) < LEAST_UNIT * frame.scale
        if kind == "admin" and not focus.isdisjoint(sides):
            kind = "focus"
        elif small and kind in ("admin", "dashed"):
            continue
        for line in frame.line(shapes.arc(arc, level)):
            lines[kind] += clipped_line(line, paper)
    return {kind: path(found, closed=False) for kind, found in lines.items() if found}


@lru_cache(maxsize=64)
def outlines(frame: Frame, focus: frozenset[Unit] = frozenset()) -> Outlines:
    """
    The land and the borders of a frame; those of the units in `focus` stand out.

    Kept, as the pages of a site show the same countries often.
    """
    units, shared, level = visible(frame), _Shared(), detail(frame)
    for unit in units:
        for ring in _rings(unit, frame, ISLAND):
            shared.add(unit, ring)
    coast = sorted(arc for arc, sides in shared.units.items() if len(sides) == 1)
    return Outlines(_land(coast, frame, level), _borders(shared, frame, focus), units)


def area(units: Sequence[Unit], frame: Frame) -> tuple[str, tuple[list[Point], ...]]:
    """The path of the units together, and their parts on the paper; empty where nothing of them is on it."""
    shapes, level, paper = atlas(), detail(frame), _bled(frame)
    shared, parts = _Shared(), list[list[Point]]()
    for unit in units:
        for kept in _rings(unit, frame, ISLAND):
            shared.add(unit, kept)
    outer = sorted(arc for arc, sides in shared.units.items() if len(sides) == 1)
    for chain in _chains(outer, shapes):
        for ring in frame.ring(shapes.ring(Ring(0, tuple(chain)), level)):
            part = clipped_ring(ring, paper)
            if part:
                parts.append(part)
    return path(parts, closed=True), tuple(parts)


def on_paper(unit: Unit, frame: Frame) -> list[tuple[list[Point], float]]:
    """What of the largest ring of a unit lies on the paper, roughly, with its size in square units."""
    rings = frame.ring(atlas().ring(unit.rings[0], min(LEVELS, detail(frame) + ROUGHER)))
    parts = (clipped_ring(ring, frame.box) for ring in rings if len(ring) > 2)
    return [(part, size_of(part)) for part in parts if len(part) > 2]


def middle_of(unit: Unit, frame: Frame) -> Point | None:
    """Where the name of a unit stands best, where that is on the paper and away from its edge."""
    x, y = frame.place(vector(unit.lat, unit.lon))
    inside = AWAY < x < WIDTH - AWAY and AWAY < y < frame.height - AWAY
    return (x, y) if inside else None
