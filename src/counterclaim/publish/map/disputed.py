"""Disputed areas on the map: who claims a unit, and which borders are therefore drawn dashed, whoever the claimants."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from counterclaim.data import table
from counterclaim.data.countries import listed, packaged
from counterclaim.publish.map.atlas import EARTH_KM, Atlas, Unit, Vector, atlas, vector


@dataclass(frozen=True, slots=True)
class Area:
    """A disputed area: its claimants, and where no unit is the area its point and how far its borders reach (cos)."""

    name: str
    claimants: frozenset[str]
    units: tuple[Unit, ...] = ()
    point: Vector | None = None
    reach: float = 1.0


def _units(row: dict[str, str], shape: dict[str, str], shapes: Atlas) -> tuple[Unit, ...]:
    isos = {name: country.iso2 for country in packaged() for name in country.names}
    found = list(shapes.find(row["code"])) if row["code"] else []
    if row["precision"] == "country":
        found += shapes.find(f"c:{isos[row['name']]}") if row["name"] in isos else ()
    for iso in listed(shape.get("units")):
        found += shapes.find(iso)
    if row["precision"] == "admin1" and not found:
        claimed = [shapes.find(f"c:{country}") for country in listed(row["countries"])]
        found += [unit for units in claimed for unit in units if unit.name == row["name"]]
    return tuple(dict.fromkeys(found))


def _area(row: dict[str, str], shape: dict[str, str], shapes: Atlas) -> Area:
    km = float(shape.get("km") or 0)
    point = vector(float(row["lat"]), float(row["lon"])) if km else None
    claimants = frozenset(listed(row["countries"]))
    return Area(row["name"], claimants, _units(row, shape, shapes), point, math.cos(km / EARTH_KM))


class Overlay:
    """The disputed areas over an atlas."""

    def __init__(self, shapes: Atlas) -> None:
        by_name = {row["name"]: row for row in table("disputed_shapes")}
        rows = table("disputed_areas")
        self.areas = tuple(_area(row, by_name.get(row["name"], {}), shapes) for row in rows)
        claims: dict[Unit, frozenset[str]] = defaultdict(frozenset)
        for area in self.areas:
            for unit in area.units:
                claims[unit] |= area.claimants
        self._claims = dict(claims)
        self._within = {unit: {area.name for area in self.areas if unit in area.units} for unit in self._claims}
        self._lines = tuple(area for area in self.areas if area.point)
        names = [(row["name"], *listed(row["aliases"])) for row in rows]
        self._slugs = {f"r:{'-'.join(n.lower().split())}": i for i, all_ in enumerate(names) for n in reversed(all_)}

    def is_disputed(self, unit: Unit) -> bool:
        """Whether the unit is, or lies in, a disputed area."""
        return unit in self._claims

    def claimants(self, unit: Unit) -> frozenset[str]:
        """The countries that claim a unit: its one country where nobody disputes it."""
        return self._claims.get(unit) or frozenset({unit.country})

    def named(self, key: str) -> tuple[Unit, ...]:
        """The units of a disputed area by its key (`r:crimea`)."""
        at = self._slugs.get(key)
        return self.areas[at].units if at is not None else ()

    def is_dashed(self, first: Unit, second: Unit, points: list[Vector]) -> bool:
        """
        Whether the border between two units is in dispute; the same whichever of the two comes first.

        Lines within one area are not: it is the outline of the area that its claimants dispute.
        """
        if self._within.get(first, set()) & self._within.get(second, set()):
            return False
        if self.is_disputed(first) or self.is_disputed(second):
            return True
        return first.country != second.country and self._is_near(frozenset({first.country, second.country}), points)

    def _is_near(self, countries: frozenset[str], points: list[Vector]) -> bool:
        for area in self._lines:
            if countries <= area.claimants and area.point:
                a, b, c = area.point
                if any(a * x + b * y + c * z > area.reach for x, y, z in points):
                    return True
        return False


@cache
def overlay() -> Overlay:
    """The overlay of the packaged atlas."""
    return Overlay(atlas())


def units_of(key: str) -> tuple[Unit, ...]:
    """The units that an ISO code, a country code, a GeoNames id or the key of a place means; nothing where unknown."""
    return atlas().find(key) or overlay().named(key)
