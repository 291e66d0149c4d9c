"""Scribe: writes a unit of the gazetteer down as a place of a document, with its name, key and containers."""

from __future__ import annotations

import math
from dataclasses import replace

from counterclaim.data.countries import Country
from counterclaim.model.place import Place, Precision
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.understand.gazetteer import Gazetteer
from counterclaim.understand.gazetteer_rows import Unit
from counterclaim.understand.places_spans import Named

# *eastern* moves the point of a country by a third of the side of a square of its size: into the outer third.
SHIFT = 1 / 3
KM_PER_DEGREE = 111.2
# Nearer the pole than this a degree of longitude is too short to shift by.
LEAST_COSINE = 0.2
# Words that English leaves away behind the name, or that are part of it where they belong to it.
SILENT_KINDS = frozenset({"", "State", "Department", "County"})
# Countries whose papers name the state of a town: *Dallas, Texas, United States*.
NAMES_STATES = frozenset({"US", "CA", "AU"})


class Scribe:
    """Writes places of one reading."""

    def __init__(self, reading: Reading, names: Gazetteer, nations: tuple[Country, ...]) -> None:
        self._tokens = reading.tokens
        self._gazetteer = names
        self._by_code = {nation.iso2: nation for nation in nations}

    def name(self, unit: Unit) -> str:
        """*Kursk Oblast, Russia*; without a country where several claim it."""
        plain = unit.kind in SILENT_KINDS or unit.name.endswith(unit.kind)
        own = unit.name if plain else f"{unit.name} {unit.kind}"
        if unit.precision in ("country", "region") or len(unit.countries) != 1:
            return own
        nation = self._by_code.get(unit.countries[0])
        return ", ".join([own, *self._state(unit), *([nation.name] if nation else [])])

    def _around(self, unit: Unit) -> Unit | None:
        around = self._gazetteer.unit_of_code(unit.code) if unit.code and unit.precision != "admin1" else None
        return around if around and around.key != unit.key else None

    def _state(self, unit: Unit) -> list[str]:
        around = self._around(unit)
        named = around and unit.countries[0] in NAMES_STATES and around.name != unit.name
        return [around.name] if around and named else []

    def _containers(self, unit: Unit) -> tuple[str, ...]:
        """Keys of the first-level unit and the country; a disputed place lies in no single country."""
        around = self._around(unit)
        keys = [around.key] if around else []
        if not keys and unit.admin1 and unit.precision in ("settlement", "point", "admin2"):
            keys = [unit.admin1 if unit.admin1.startswith("x:") else f"a:{unit.admin1}"]
        if len(unit.countries) == 1 and unit.precision != "country" and not unit.disputed:
            code = unit.countries[0]
            keys.append(code if code.startswith("x:") else f"c:{code}")
        return tuple(keys)

    def place(self, unit: Unit, named: Named, span: Span) -> Place:
        """The place that `unit` is where `named` stands."""
        around = self._around(unit)
        place = Place(
            span=span,
            name=self.name(unit),
            key=unit.key,
            precision=Precision(unit.precision),
            lat=unit.lat,
            lon=unit.lon,
            geonames_id=unit.geonames_id,
            countries=unit.countries,
            disputed=unit.disputed,
            admin1=unit.admin1 or (around.admin1 if around else "") or None,
            containers=self._containers(unit),
            because="more than one state or authority claims or runs it" if unit.disputed else "",
        )
        return self._part(place, unit, named) if named.direction else place

    def _part(self, place: Place, unit: Unit, named: Named) -> Place:
        """*eastern Norway*: a part of the unit, its point moved that way where the area of the unit is known."""
        word = self._tokens[named.whole[0]].text.lower()
        word = self._tokens[named.whole[0] + 1].text.lower() if word == "the" else word
        part = replace(
            place,
            name=f"{word} {place.name}",
            key=f"{place.key}/{word}",
            containers=(place.key, *place.containers),
            geonames_id=None,
            precision=Precision.REGION,
        )
        nation = self._by_code.get(unit.countries[0]) if unit.countries else None
        known = unit.precision == "country" and nation and nation.km2 and part.lat is not None and part.lon is not None
        return self._shifted(part, named.direction, nation.km2 or 0.0) if known and nation else part

    def _shifted(self, part: Place, direction: str, km2: float) -> Place:
        x, _, y = direction.partition(",")
        degrees = SHIFT * math.sqrt(km2) / KM_PER_DEGREE
        lat, lon = part.lat or 0.0, part.lon or 0.0
        east = float(x or 0) * degrees / max(LEAST_COSINE, math.cos(math.radians(lat)))
        return replace(part, lat=round(lat + float(y or 0) * degrees, 3), lon=round(lon + east, 3))
