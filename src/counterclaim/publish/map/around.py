"""Around: the names of countries and neighbouring units that help a reader to see where a map is."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache

from counterclaim.data.countries import packaged
from counterclaim.publish.map.atlas import Unit
from counterclaim.publish.map.disputed import overlay
from counterclaim.publish.map.frame import Frame
from counterclaim.publish.map.lines import centre_of
from counterclaim.publish.map.outlines import middle_of, on_paper
from counterclaim.publish.map.placing import Placed, Placer, nearby
from counterclaim.publish.map.planes import Point
from counterclaim.publish.svgtext import width

NATION_SIZE, NAME_SIZE = 12.5, 11.5
# A few names say where we are; more are noise.
NATIONS, NAMES = 8, 7
# A name may be wider than the side of its area by this much, or readers would look for it elsewhere.
ROOM_NATION, ROOM_NAME = 1.1, 0.85
# Names of units are of use where the units are at least this large on paper.
LARGE = 60.0
# Smaller parts of a country are no place for its name.
LEAST_PART = 22.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a unit: where its middle is, and how many square units of the drawing."""

    unit: Unit
    middle: Point
    size: float


@cache
def nations() -> dict[str, str]:
    """The names of the countries by code."""
    return {country.iso2: country.name for country in packaged()}


def seen(units: Sequence[Unit], frame: Frame) -> list[Seen]:
    """The units of which a part worth a name lies on the paper."""
    found = []
    for unit in units:
        if unit.km2 < (LEAST_PART * frame.scale) ** 2:
            continue
        parts = on_paper(unit, frame)
        if parts:
            part, size = max(parts, key=lambda pair: pair[1])
            middle = middle_of(unit, frame) or centre_of(part)
            found.append(Seen(unit, middle, size))
    return found


def nation_names(parts: Sequence[Seen], named: Set[str], placer: Placer) -> list[Placed]:
    """The names of the countries, each on parts that nobody else claims; those in `named` stand there already."""
    by_country: dict[str, list[Seen]] = defaultdict(list)
    for part in parts:
        if not overlay().is_disputed(part.unit):
            by_country[part.unit.country].append(part)
    ordered = sorted(by_country.items(), key=lambda item: (-sum(part.size for part in item[1]), item[0]))
    placed: list[Placed] = []
    for country, own in ordered[: 2 * NATIONS]:
        name = nations().get(country, "").upper()
        room = ROOM_NATION * math.sqrt(sum(part.size for part in own))
        if name and name.casefold() not in named and len(placed) < NATIONS and width(name, NATION_SIZE) <= room:
            found = placer.text(name, _spots(own), NATION_SIZE)
            placed += [found] if found else []
    return placed


def _spots(own: Sequence[Seen]) -> list[tuple[float, float, str]]:
    """The middle of all parts where it falls into the land, then the parts from the nearest to that middle."""
    whole = sum(part.size for part in own)
    x, y = (sum(part.middle[i] * part.size for part in own) / whole for i in (0, 1))
    large = sorted(own, key=lambda part: -part.size)[:8]
    nearest = sorted(large, key=lambda part: math.dist(part.middle, (x, y)))
    return [(*part.middle, "middle") for part in nearest]


def unit_names(parts: Sequence[Seen], shown: frozenset[Unit], placer: Placer) -> list[Placed]:
    """The names of some units next to those that the map is about (`shown`)."""
    placed: list[Placed] = []
    ordered = sorted(parts, key=lambda part: (-part.size, part.unit.name))
    for part in ordered:
        side = math.sqrt(part.size)
        if part.unit in shown or side < LARGE or len(placed) >= NAMES:
            continue
        # Natural Earth has stems of names (*Zlín-*).
        name = part.unit.name.rstrip("- ")
        if width(name, NAME_SIZE) <= ROOM_NAME * side:
            found = placer.text(name, nearby(*part.middle, NAME_SIZE)[:3], NAME_SIZE)
            placed += [found] if found else []
    return placed
