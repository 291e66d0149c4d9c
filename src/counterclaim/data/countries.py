"""Countries with the words that name them, their people and their governments, packaged or given by the reader."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from counterclaim.data import table
from counterclaim.errors import GazetteerError

VARIABLE = "COUNTERCLAIM_GAZETTEER"
NEEDED = ("name", "precision", "lat", "lon")


@dataclass(frozen=True, slots=True)
class Country:
    """
    A country or territory as English speaks of it; says nothing on its status.

    `iso2` is the ISO 3166-1 alpha-2 code, or `x:...` for one from the reader's own gazetteer; `seats` are words that
    stand for the government, `cities` those of them that are settlements too; `capital` may be empty; `lat`, `lon` and
    `km2` are its middle and its area, None where unknown.
    """

    iso2: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str = ""
    seats: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    km2: float | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The common name and its aliases."""
        return (self.name, *self.aliases)


def listed(cell: str | None) -> tuple[str, ...]:
    """The parts of a cell that `|` divides."""
    return tuple(part.strip() for part in (cell or "").split("|") if part.strip())


def number(cell: str | None) -> float | None:
    """The number in a cell; None for an empty one."""
    return float(cell) if cell and cell.strip() else None


def extra_path(path: Path | None = None) -> Path | None:
    """The reader's own gazetteer: `path`, else what COUNTERCLAIM_GAZETTEER names, else None."""
    named = os.environ.get(VARIABLE)
    return path or (Path(named) if named else None)


@cache
def _rows_of(path: Path, _written: int) -> tuple[dict[str, str], ...]:
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    kept = [line for line in lines if line.strip() and not line.startswith("#")]
    rows = tuple(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE))
    for place, row in enumerate(rows, 2):
        missing = [column for column in NEEDED if row.get(column) is None]
        if missing or not row["name"]:
            raise GazetteerError(f"{path}, line {place}: expected a name and the columns {', '.join(NEEDED)}")
        try:
            number(row["lat"]), number(row["lon"])
        except ValueError as wrong:
            raise GazetteerError(f"{path}, line {place}: {wrong}; expected lat and lon in degrees") from wrong
    return rows


def extra_rows(path: Path | None = None) -> tuple[dict[str, str], ...]:
    """
    The rows of the reader's own gazetteer, keyed by its header line; nothing where there is none.

    Raises GazetteerError for a file that cannot be read as a table of places.
    """
    given = extra_path(path)
    if given is None:
        return ()
    try:
        return _rows_of(given, _changed(given))
    except (OSError, UnicodeDecodeError) as wrong:
        raise GazetteerError(f"{given}: cannot be read as a gazetteer ({wrong}); expected a TSV file") from wrong


def _changed(path: Path) -> int:
    """When the file was last written, in nanoseconds."""
    try:
        return path.stat().st_mtime_ns
    except OSError as wrong:
        raise GazetteerError(f"{path}: cannot be read as a gazetteer ({wrong}); expected a TSV file") from wrong


def key_of(row: dict[str, str]) -> str:
    """The key of a row of the reader's own gazetteer: its own, or one made of its name; always `x:...`."""
    own = (row.get("key") or "").strip() or "-".join(row["name"].casefold().split())
    return own if own.startswith("x:") else f"x:{own}"


def _country(row: dict[str, str], iso2: str) -> Country:
    return Country(
        iso2=iso2,
        name=row["name"],
        aliases=listed(row.get("aliases")),
        adjectives=listed(row.get("adjectives")),
        people=listed(row.get("people")),
        capital=row.get("capital") or "",
        seats=listed(row.get("seats")),
        cities=listed(row.get("cities")),
        lat=number(row.get("lat")),
        lon=number(row.get("lon")),
        km2=number(row.get("km2")),
    )


@cache
def packaged() -> tuple[Country, ...]:
    """The countries of data/countries.tsv, in its order."""
    return tuple(_country(row, row["iso2"]) for row in table("countries"))


@cache
def _with(path: Path, _written: int) -> tuple[Country, ...]:
    own = tuple(_country(row, key_of(row)) for row in extra_rows(path) if row["precision"] == "country")
    taken = {country.name for country in own}
    return own + tuple(country for country in packaged() if country.name not in taken)


def countries(path: Path | None = None) -> tuple[Country, ...]:
    """
    All countries; those of the reader's own gazetteer come first and take the place of packaged ones of their name.

    `path` is that gazetteer, by default what the environment variable COUNTERCLAIM_GAZETTEER names.
    """
    given = extra_path(path)
    return packaged() if given is None else _with(given, _changed(given))
