"""Planes: equal-area projections of the sphere, around a point for a part of the world and whole for all of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from counterclaim.publish.map.atlas import EARTH_KM, Vector, vector

Point = tuple[float, float]
# Points so near the antipode of the centre (1 + cosine) would fly off the plane.
LEAST = 1e-3
# Equal Earth (Šavrič, Patterson, Jenny 2018).
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
ROOT = math.sqrt(3) / 2


class Plane(Protocol):
    """A projection in km: x to the right, y down."""

    def point(self, place: Vector) -> Point:
        """One point."""

    def ring(self, points: Sequence[Vector]) -> list[list[Point]]:
        """A closed line, in several where the map cuts it."""

    def line(self, points: Sequence[Vector]) -> list[list[Point]]:
        """An open line, in several where the map cuts it."""


@dataclass(frozen=True, slots=True)
class Azimuthal:
    """Lambert's azimuthal equal-area projection around (lat, lon): north is up at the centre."""

    lat: float
    lon: float

    @property
    def centre(self) -> Vector:
        """The centre on the sphere."""
        return vector(self.lat, self.lon)

    def _axes(self) -> tuple[Vector, Vector, Vector]:
        """The directions up, east and north at the centre."""
        a, b = math.radians(self.lat), math.radians(self.lon)
        east = (-math.sin(b), math.cos(b), 0.0)
        return self.centre, east, (-math.sin(a) * math.cos(b), -math.sin(a) * math.sin(b), math.cos(a))

    def points(self, points: Sequence[Vector]) -> list[Point]:
        """The points one by one."""
        (cx, cy, cz), (ex, ey, _), (nx, ny, nz) = self._axes()
        sqrt, least, double, found = math.sqrt, LEAST, 2 * EARTH_KM * EARTH_KM, []
        for x, y, z in points:
            near = 1 + x * cx + y * cy + z * cz
            scale = sqrt(double / (near if near > least else least))
            found.append((scale * (x * ex + y * ey), -scale * (x * nx + y * ny + z * nz)))
        return found

    def point(self, place: Vector) -> Point:
        """One point."""
        return self.points((place,))[0]

    def ring(self, points: Sequence[Vector]) -> list[list[Point]]:
        """A closed line; it is never cut."""
        return [self.points(points)]

    def line(self, points: Sequence[Vector]) -> list[list[Point]]:
        """An open line; it is never cut."""
        return [self.points(points)]

    def inverse(self, x: float, y: float) -> Point:
        """Latitude and longitude of a point of the plane."""
        distance = math.hypot(x, y)
        angle = 2 * math.asin(min(1.0, distance / (2 * EARTH_KM)))
        if not distance:
            angle, distance = 0.0, 1.0
        along, across = math.cos(angle), math.sin(angle) / distance
        parts = zip(*self._axes(), strict=True)
        px, py, pz = (along * c + across * (x * e - y * n) for c, e, n in parts)
        return math.degrees(math.asin(max(-1.0, min(1.0, pz)))), math.degrees(math.atan2(py, px))


@dataclass(frozen=True, slots=True)
class World:
    """The Equal Earth projection of the whole world, cut opposite the meridian `lon`."""

    lon: float

    def _degrees(self, points: Sequence[Vector]) -> list[Point]:
        found = []
        for x, y, z in points:
            lon = math.degrees(math.atan2(y, x)) - self.lon
            found.append(((lon + 180) % 360 - 180, math.degrees(math.asin(max(-1.0, min(1.0, z))))))
        return found

    def _flat(self, lon: float, lat: float) -> Point:
        t = math.asin(ROOT * math.sin(math.radians(lat)))
        t2 = t * t
        t6 = t2 * t2 * t2
        slope = ROOT * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2))
        x = math.radians(lon) * math.cos(t) / slope
        return EARTH_KM * x, -EARTH_KM * t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))

    def point(self, place: Vector) -> Point:
        """One point."""
        return self._flat(*self._degrees((place,))[0])

    def line(self, points: Sequence[Vector]) -> list[list[Point]]:
        """An open line, in several where it crosses the cut."""
        lines: list[list[Point]] = [[]]
        last = None
        for lon, lat in self._degrees(points):
            if last is not None and abs(lon - last) > 180:
                lines.append([])
            lines[-1].append(self._flat(lon, lat))
            last = lon
        return [line for line in lines if len(line) > 1]

    def ring(self, points: Sequence[Vector]) -> list[list[Point]]:
        """A closed line, in two where it crosses the cut; nothing for one around a pole, which has no end here."""
        unrolled: list[Point] = []
        shift = 0.0
        degrees = self._degrees(points)
        for lon, lat in degrees:
            if unrolled:
                step = lon + shift - unrolled[-1][0]
                shift -= 360 * round(step / 360)
            unrolled.append((lon + shift, lat))
        if not unrolled or abs(unrolled[-1][0] - unrolled[0][0]) > 180:
            return []
        lows, highs = min(lon for lon, _ in unrolled), max(lon for lon, _ in unrolled)
        found = []
        for turn in (-360, 0, 360):
            if lows + turn < 180 and highs + turn > -180:
                part = [(min(180.0, max(-180.0, lon + turn)), lat) for lon, lat in unrolled]
                found.append([self._flat(lon, lat) for lon, lat in part])
        return found
