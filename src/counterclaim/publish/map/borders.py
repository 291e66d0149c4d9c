"""Borders: what lies on both sides of each arc, and which kind of border it is, whatever map it is on."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from statistics import median

from counterclaim.publish.map.atlas import Atlas, Unit, atlas
from counterclaim.publish.map.disputed import overlay

KINDS = ("admin", "focus", "country", "dashed", "dashed-country")
# Whether a border comes near a disputed area is seen on rough outlines.
ROUGH = 10
Arc = int


def plain(arc: Arc) -> Arc:
    """The number of an arc, whichever way it is gone through."""
    return arc if arc >= 0 else ~arc


@cache
def sides() -> dict[Arc, tuple[Unit, ...]]:
    """The units at each arc: one at a coast, two at a border."""
    found: dict[Arc, tuple[Unit, ...]] = defaultdict(tuple)
    for unit in atlas().units:
        for ring in unit.rings:
            for arc in ring.arcs:
                found[plain(arc)] += (unit,)
    return dict(found)


@cache
def kind_of(arc: Arc) -> str:
    """The kind of a border; empty for a coast, and for a line within one unit (the antimeridian)."""
    units = sides()[arc]
    return kind_between(*units, arc) if len(units) == 2 and units[0] is not units[1] else ""


def kind_between(first: Unit, second: Unit, arc: Arc) -> str:
    """The kind of the border that `arc` is between two units; the same whichever comes first."""
    disputes = overlay()
    same = disputes.claimants(first) == disputes.claimants(second)
    if disputes.is_dashed(first, second, atlas().arc(arc, ROUGH)):
        return "dashed" if same else "dashed-country"
    return "admin" if same else "country"


@cache
def _usual() -> dict[str, float]:
    lengths: dict[str, list[float]] = defaultdict(list)
    for unit in atlas().units:
        lengths[unit.country].append(math.sqrt(unit.km2))
    return {country: median(found) for country, found in lengths.items()}


@cache
def size_at(arc: Arc) -> float:
    """The side in km of a square as large as the usual units of the countries on both sides, the smaller of the two."""
    return min(_usual()[unit.country] for unit in sides()[arc])


@cache
def lines_of(unit: Unit) -> tuple[tuple[Arc, ...], tuple[tuple[float, Arc], ...]]:
    """The arcs of a unit that it may share, and its islands with their areas in km2."""
    shared = tuple(plain(arc) for ring in unit.rings if len(ring.arcs) > 1 for arc in ring.arcs)
    islands = tuple((ring.km2, plain(ring.arcs[0])) for ring in unit.rings if len(ring.arcs) == 1)
    return shared, islands


def chains(arcs: Iterable[Arc], shapes: Atlas) -> Iterator[list[Arc]]:
    """Arcs joined end to end as far as they go; ~n where arc n is gone through backwards."""
    ordered = sorted(arcs)
    at_vertex: dict[tuple[int, int], list[Arc]] = defaultdict(list)
    for arc in ordered:
        first, last = shapes.ends(arc)
        at_vertex[first].append(arc)
        at_vertex[last].append(~arc)
    used: set[Arc] = set()
    # Open lines begin at their ends, or they would come in two.
    ends = [joined[0] for _, joined in sorted(at_vertex.items()) if len(joined) % 2]
    for start in [*ends, *ordered]:
        if plain(start) not in used:
            yield _walk(start, at_vertex, used, shapes)


def _walk(start: Arc, at_vertex: dict[tuple[int, int], list[Arc]], used: set[Arc], shapes: Atlas) -> list[Arc]:
    chain: list[Arc] = []
    following: Sequence[Arc] = [start]
    while arcs := [arc for arc in following if plain(arc) not in used]:
        arc = arcs[0]
        used.add(plain(arc))
        chain.append(arc)
        first, last = shapes.ends(plain(arc))
        following = at_vertex[last if arc >= 0 else first]
    return chain
