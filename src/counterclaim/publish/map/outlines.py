"""Outlines: the land of a frame, and the borders in it by kind, from arcs that neighbours share."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.publish.map.atlas import EARTH_KM, LEVELS, Unit, atlas, level_of, vector
from counterclaim.publish.map.borders import KINDS, Arc, chains, kind_of, lines_of, sides, size_at
from counterclaim.publish.map.frame import WIDTH, Frame
from counterclaim.publish.map.lines import clipped_line, clipped_ring, path, size_of
from counterclaim.publish.map.planes import Point
from counterclaim.publish.svgtext import Box

# Corners below this many units of the drawing are not seen; islands below ISLAND square units are dots.
FINEST, ISLAND = 1.1, 4.0
# Points nearer to each other than this are one; more so where much of the world is on the paper (km to a unit).
NEAREST, NEAREST_FAR, FAR = 0.7, 1.2, 6.0
# Borders of units smaller than this (units of the drawing) would be a net that hides what it holds.
LEAST_UNIT = 15.0
# Strokes at the edges lie outside the paper.
BLEED = 6.0
# Names need no fine outlines, and stand so far from the edge of the paper.
ROUGHER, AWAY = 4, 30.0


@dataclass(frozen=True, slots=True)
class Outlines:
    """Paths by kind: `land` is closed; the others are borders. `units` are those that lie in the frame."""

    land: str
    borders: dict[str, str]
    units: tuple[Unit, ...]


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
    cos, near = math.cos, []
    for unit in atlas().units:
        a, b, c = unit.middle
        if x * a + y * b + z * c > cos(min(math.pi, reach + unit.radius)):
            near.append(unit)
    return tuple(near)


def _counted(units: Iterable[Unit], least: float) -> dict[Arc, int]:
    """How many of the units lie at each arc; islands of less than `least` km2 left out."""
    counts: dict[Arc, int] = {}
    for unit in units:
        shared, islands = lines_of(unit)
        for arc in shared:
            counts[arc] = counts.get(arc, 0) + 1
        for km2, arc in islands:
            if km2 >= least:
                counts[arc] = counts.get(arc, 0) + 1
    return counts


def _closed(arcs: Iterable[Arc], frame: Frame) -> list[list[Point]]:
    """Closed lines of arcs, on the paper."""
    shapes, paper, level = atlas(), _bled(frame), detail(frame)
    rings = (ring for chain in chains(arcs, shapes) for ring in frame.ring(shapes.joined(chain, level)[:-1]))
    return [part for ring in rings if (part := clipped_ring(ring, paper))]


def _bled(frame: Frame) -> Box:
    return Box(-BLEED, -BLEED, WIDTH + BLEED, frame.height + BLEED)


def _nearest(frame: Frame) -> float:
    return NEAREST if frame.scale < FAR else NEAREST_FAR


def _kind(arc: Arc, focus: frozenset[Unit], least: float) -> str:
    """The kind of a border on a map; empty where it is not drawn."""
    kind = kind_of(arc)
    if kind == "admin" and focus and not focus.isdisjoint(sides()[arc]):
        return "focus"
    return "" if kind in ("admin", "dashed") and size_at(arc) < least else kind


def _borders(arcs: Iterable[Arc], frame: Frame, focus: frozenset[Unit]) -> dict[str, str]:
    shapes, paper, level, found = atlas(), _bled(frame), detail(frame), dict[str, list[Arc]]()
    for arc in arcs:
        found.setdefault(_kind(arc, focus, LEAST_UNIT * frame.scale), []).append(arc)
    paths = {}
    for kind in (kind for kind in KINDS if kind in found):
        joined = (shapes.joined(chain, level) for chain in chains(found[kind], shapes))
        lines = (part for chain in joined for line in frame.line(chain) for part in clipped_line(line, paper))
        paths[kind] = path(lines, closed=False, least=_nearest(frame))
    return {kind: drawn for kind, drawn in paths.items() if drawn}


@lru_cache(maxsize=64)
def outlines(frame: Frame, focus: frozenset[Unit] = frozenset()) -> Outlines:
    """
    The land and the borders of a frame; those of the units in `focus` stand out.

    Kept, as the pages of a site show the same countries often.
    """
    units = visible(frame)
    counts = _counted(units, ISLAND * frame.scale**2)
    coast = _closed((arc for arc, count in counts.items() if count == 1), frame)
    borders = _borders((arc for arc, count in counts.items() if count > 1), frame, focus)
    return Outlines(path(coast, closed=True, least=_nearest(frame)), borders, units)


def area(units: Sequence[Unit], frame: Frame) -> tuple[str, tuple[list[Point], ...]]:
    """The path of the units together, and their parts on the paper; empty where nothing of them is on it."""
    # An island that is all of a unit is shown however small.
    least = min(ISLAND * frame.scale**2, *(unit.km2 for unit in units), math.inf)
    parts = _closed((arc for arc, count in _counted(units, least).items() if count == 1), frame)
    return path(parts, closed=True, least=_nearest(frame) / 2), tuple(parts)


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
