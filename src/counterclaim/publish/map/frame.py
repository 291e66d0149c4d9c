"""Frame: which part of the world a map shows, on which plane and at which scale."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.data.countries import packaged
from counterclaim.publish.map.atlas import EARTH_KM, Unit, Vector, atlas, vector
from counterclaim.publish.map.planes import Azimuthal, Plane, Point, World
from counterclaim.publish.svgtext import Box

WIDTH, LOWEST, HIGHEST = 640, 400, 540
# Around pins there is room for their names and for what lies next to them.
MARGIN = 64
# No map is closer than this: the outlines know no villages, and readers must see what lies around.
LEAST_KM, LEAST_KM_COARSE = 300.0, 900.0
# Beyond this angle from the centre a part of the world is torn too far: the whole world is shown instead.
WIDEST = math.radians(62)
WORLD_KM, WORLD_TOP, WORLD_BOTTOM = 35_000.0, -8_200.0, 6_600.0
# Islands and outer parts smaller than this part of a unit's largest ring do not widen the frame.
OUTLYING = 0.08
# A country's parts farther than this from its middle, in sides of a square of its size, are overseas.
OVERSEAS, MAINLAND = 2.6, 0.97
EXTENT_LEVEL = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of a plane on paper: `scale` in km per unit of the drawing, (`left`, `top`) its corner in km."""

    plane: Plane
    scale: float
    left: float
    top: float
    height: int
    centre: Vector
    is_world: bool = False

    @property
    def box(self) -> Box:
        """The paper."""
        return Box(0, 0, WIDTH, self.height)

    def paper(self, points: Sequence[Point]) -> list[Point]:
        """Points of the plane on paper."""
        scale, left, top = 1 / self.scale, self.left, self.top
        return [((x - left) * scale, (y - top) * scale) for x, y in points]

    def place(self, where: Vector) -> Point:
        """A point of the sphere on paper."""
        return self.paper([self.plane.point(where)])[0]

    def ring(self, points: Sequence[Vector]) -> list[list[Point]]:
        """A closed line on paper."""
        return [self.paper(part) for part in self.plane.ring(points)]

    def line(self, points: Sequence[Vector]) -> list[list[Point]]:
        """An open line on paper."""
        return [self.paper(part) for part in self.plane.line(points)]


def angle(a: Vector, b: Vector) -> float:
    """The angle between two points of the sphere."""
    return math.acos(max(-1.0, min(1.0, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])))


def mainland(units: Sequence[Unit]) -> list[Unit]:
    """The units of a country without its overseas parts; all where they are no country or few."""
    nations = {country.iso2: country for country in packaged()}
    nation = nations.get(units[0].country) if len({unit.country for unit in units}) == 1 and len(units) > 3 else None
    if nation is None or nation.lat is None or nation.lon is None or not nation.km2:
        return list(units)
    middle, reach = vector(nation.lat, nation.lon), OVERSEAS * math.sqrt(nation.km2) / EARTH_KM
    near = sorted(units, key=lambda unit: angle(unit.middle, middle))
    kept, area, whole = list[Unit](), 0.0, sum(unit.km2 for unit in units)
    for unit in near:
        if kept and (area > MAINLAND * whole or angle(unit.middle, middle) > reach):
            break
        kept.append(unit)
        area += unit.km2
    return kept


def extent(units: Sequence[Unit]) -> list[Vector]:
    """Points on the outlines of the units, without far islands."""
    shapes, points = atlas(), []
    for unit in mainland(units) if units else ():
        for ring in unit.rings:
            if ring.km2 >= OUTLYING * unit.km2:
                points += shapes.ring(ring, EXTENT_LEVEL)
    return points


def _mean(points: Sequence[Vector]) -> Point:
    x, y, z = (sum(point[i] for point in points) for i in range(3))
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def _bounds(points: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _world(points: Sequence[Vector]) -> Frame:
    # Few centres, so that maps of the world share their outlines; the cut lies far from what is shown.
    lons = sorted(math.degrees(math.atan2(y, x)) % 360 for x, y, _ in points)
    gaps = [(following - lon, lon) for lon, following in zip(lons, [*lons[1:], lons[0] + 360], strict=True)]
    gap, before = max(gaps)
    centre = (round((before + gap / 2 + 180) / 30) * 30 + 180) % 360 - 180
    # The usual world, cut in the Pacific, where it shows all as well.
    usual = all(abs((lon + 180) % 360 - 180) < 172 for lon in lons)
    plane = World(10.0 if usual else centre)
    scale = WORLD_KM / WIDTH
    height = round((WORLD_BOTTOM - WORLD_TOP) / scale)
    return Frame(plane, scale, -WORLD_KM / 2, WORLD_TOP, height, vector(0, plane.lon), is_world=True)


def frame_of(pins: Sequence[Vector], outlines: Sequence[Vector], *, coarse: bool = False) -> Frame:
    """
    The frame that holds the pins with a margin and the outlines; `coarse` where no place is known closely.

    There must be at least one point.
    """
    points = [*pins, *outlines]
    plane = Azimuthal(*_mean(points))
    bounds = _bounds(plane.points(points))
    plane = Azimuthal(*plane.inverse((bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2))
    if max(angle(plane.centre, point) for point in points) > WIDEST:
        return _world(points)
    bounds = _bounds(plane.points(points))
    wide, high = bounds.right - bounds.left, bounds.bottom - bounds.top
    least = LEAST_KM_COARSE if coarse and not outlines else LEAST_KM
    scale = max(least / WIDTH, wide / (WIDTH - 2 * MARGIN), high / (HIGHEST - 2 * MARGIN))
    height = round(min(HIGHEST, max(LOWEST, high / scale + 2 * MARGIN)))
    left = (bounds.left + bounds.right) / 2 - WIDTH * scale / 2
    top = (bounds.top + bounds.bottom) / 2 - height * scale / 2
    return Frame(plane, scale, left, top, height, plane.centre)
