"""Atlas: the outlines of the world's administrative units, read from data/shapes.bin as far as a map needs them."""

from __future__ import annotations

import json
import math
import struct
import sys
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise

from counterclaim.data import table

Vector = tuple[float, float, float]
MAGIC = b"CCSHAPES"
EARTH_KM = 6371.0
RADIANS = math.pi / 180 / 500
# Levels of detail in the file: n is the n-th half octave above this many kilometres; see scripts/make_shapes.py.
LEVEL_KM, LEVELS = 0.25, 30


def vector(lat: float, lon: float) -> Vector:
    """The point on the unit sphere."""
    a, b = math.radians(lat), math.radians(lon)
    return math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a)


def level_of(km: float) -> int:
    """The level of detail that leaves out corners smaller than `km`."""
    return min(LEVELS, max(0, math.ceil(2 * math.log2(max(km, LEVEL_KM) / LEVEL_KM))))


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line of a unit: the area it encloses and its arcs, ~n where arc n is gone through backwards."""

    km2: float
    arcs: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """
    One administrative unit of Natural Earth, or a country that has none.

    `code` is GeoNames' first-level code (`RU.41`), `iso` ISO 3166-2; `lat`, `lon` where its name stands best;
    `middle` and `radius` (radians) a circle around it; `rings` begin with the largest.
    """

    name: str
    country: str
    code: str
    iso: str
    geonames_id: int
    lat: float
    lon: float
    middle: Vector
    radius: float
    rings: tuple[Ring, ...]

    @property
    def km2(self) -> float:
        """The area of its largest ring."""
        return self.rings[0].km2


@dataclass(frozen=True, slots=True)
class Chunk:
    """Arcs that lie near each other: lists of longitudes and latitudes in 1/500 degree, and levels of detail."""

    lons: tuple[array[int], ...]
    lats: tuple[array[int], ...]
    levels: tuple[bytes, ...]


def _numbers(kind: str, raw: bytes) -> array[int]:
    read = array(kind)
    read.frombytes(raw)
    if sys.byteorder == "big":
        read.byteswap()
    return read


def _lines(starts: array[int], steps: array[int], counts: array[int]) -> Iterator[array[int]]:
    at = 0
    for start, count in zip(starts, counts, strict=True):
        yield array("i", accumulate(steps[at : at + count - 1], initial=start))
        at += count - 1


def unpacked(deflated: bytes) -> Chunk:
    """A chunk as scripts/make_shapes.py packs it."""
    raw = zlib.decompress(deflated)
    (size,) = struct.unpack_from("<I", raw)
    at = 4 + 2 * size
    counts, starts = _numbers("H", raw[4:at]), _numbers("i", raw[at : at + 8 * size])
    at, steps = at + 8 * size, sum(counts) - size
    mixed = bytearray(4 * steps)
    mixed[::2], mixed[1::2] = raw[at : at + 2 * steps], raw[at + 2 * steps : at + 4 * steps]
    both, levels = _numbers("h", bytes(mixed)), raw[at + 4 * steps :]
    ends = list(accumulate(counts, initial=0))
    return Chunk(
        tuple(_lines(starts[:size], both[:steps], counts)),
        tuple(_lines(starts[size:], both[steps:], counts)),
        tuple(levels[a:b] for a, b in pairwise(ends)),
    )


def _unit(row: list[object]) -> Unit:
    name, country, code, iso, number, lat, lon, cap_lat, cap_lon, cap_km, rings = row
    return Unit(
        *(str(name), str(country), str(code), str(iso), int(str(number)), float(str(lat)), float(str(lon))),
        vector(float(str(cap_lat)), float(str(cap_lon))),
        float(str(cap_km)) / EARTH_KM,
        tuple(Ring(ring[0], tuple(ring[1:])) for ring in rings),  # type: ignore[attr-defined]
    )


@cache
def first_level() -> dict[str, str]:
    """GeoNames' code of each first-level unit by its ISO code and its id: Natural Earth has England in its counties."""
    rows = [row for row in table("admin1") if row["level"] == "1"]
    return {row[column]: row["code"] for column in ("iso", "geonames_id") for row in rows if row[column]}


class Atlas:
    """The units of the world; outlines are decoded when a map asks for them, and kept."""

    def __init__(self, content: bytes) -> None:
        if not content.startswith(MAGIC):
            raise ValueError("not a file of shapes")
        (head,) = struct.unpack_from("<I", content, len(MAGIC))
        start = len(MAGIC) + 4
        index = json.loads(zlib.decompress(content[start : start + head]))
        self._content, self._firsts = content, index["firsts"]
        self._offsets = list(accumulate(index["sizes"], initial=start + head))
        self._chunks: dict[int, Chunk] = {}
        self._vectors: dict[int, list[Vector]] = {}
        self._ends: dict[int, tuple[tuple[int, int], tuple[int, int]]] = {}
        self.units = tuple(_unit(row) for row in index["units"])
        self._named = self._names()

    def _names(self) -> dict[str, list[Unit]]:
        named: dict[str, list[Unit]] = {}
        for unit in self.units:
            for name in dict.fromkeys((unit.iso, unit.code, unit.country, str(unit.geonames_id or ""))):
                if name:
                    named.setdefault(name, []).append(unit)
        return named

    def find(self, name: str) -> tuple[Unit, ...]:
        """The units of an ISO 3166-2, GeoNames or country code, a GeoNames id, or a key made of one (`a:RU-KRS`)."""
        kind, _, bare = name.rpartition(":")
        if kind not in ("", "a", "c", "g"):
            return ()
        return tuple(self._named.get(bare, ()) or self._named.get(first_level().get(bare, ""), ()))

    def _chunk(self, arc: int) -> tuple[Chunk, int]:
        at = bisect_right(self._firsts, arc) - 1
        if at not in self._chunks:
            self._chunks[at] = unpacked(self._content[self._offsets[at] : self._offsets[at + 1]])
        return self._chunks[at], arc - self._firsts[at]

    def ends(self, arc: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """The first and last vertex of an arc, in 1/500 degree; both sides of the antimeridian are one."""
        if arc not in self._ends:
            chunk, at = self._chunk(arc)
            lons, lats = chunk.lons[at], chunk.lats[at]
            self._ends[arc] = (lons[0] % 180_000, lats[0]), (lons[-1] % 180_000, lats[-1])
        return self._ends[arc]

    def arc(self, arc: int, level: int) -> list[Vector]:
        """The points of an arc on the unit sphere, without those of less than `level`; not to be changed."""
        key = arc << 5 | level
        if key not in self._vectors:
            chunk, at = self._chunk(arc)
            sin, cos, points = math.sin, math.cos, []
            for lon, lat, worth in zip(chunk.lons[at], chunk.lats[at], chunk.levels[at], strict=True):
                if worth >= level:
                    a, b = lat * RADIANS, lon * RADIANS
                    points.append((cos(a) * cos(b), cos(a) * sin(b), sin(a)))
            self._vectors[key] = points
        return self._vectors[key]

    def joined(self, arcs: Sequence[int], level: int) -> list[Vector]:
        """The points of arcs that meet end to end."""
        points: list[Vector] = []
        for arc in arcs:
            if points:
                points.pop()
            points += self.arc(arc, level) if arc >= 0 else self.arc(~arc, level)[::-1]
        return points

    def ring(self, ring: Ring, level: int) -> list[Vector]:
        """The points of a ring, the first one not repeated."""
        return self.joined(ring.arcs, level)[:-1]


@cache
def atlas() -> Atlas:
    """The packaged atlas, read once."""
    return Atlas((files("counterclaim.data") / "shapes.bin").read_bytes())
