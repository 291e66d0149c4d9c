"""Country dumps of GeoNames that the reader adds to the index: what is kept of them, and the units they hold."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from counterclaim.errors import GazetteerError
from counterclaim.understand.gazetteer_names import worth_keeping
from counterclaim.understand.gazetteer_rows import Named, Overlay, Unit

FOLDER = "dumps"
COLUMNS = 19
REMEDY = "expected a country dump of GeoNames, such as RU.zip from download.geonames.org/export/dump"
# Which features are kept: settlements, and units of the second level. The first level is packaged with better names.
KEPT = {"P": "settlement", "A": "admin2"}
SECOND = "ADM2"
# Abandoned and destroyed places, and parts of towns that bear the names of towns elsewhere.
LEFT_OUT = frozenset({"PPLQ", "PPLW", "PPLH", "PPLX"})


class Row(NamedTuple):
    """What is kept of one line of a dump."""

    number: str
    name: str
    others: str
    lat: str
    lon: str
    feature: str
    country: str
    admin1: str
    population: str


def keep(dump: Path, cache: Path) -> tuple[Path, int]:
    """
    Keeps the places of `dump` (a .zip or .txt of GeoNames) under `cache`; the file and how many places it holds.

    The same country added again replaces what was there. Raises GazetteerError where `dump` is none.
    """
    rows = list(_of_one_country(dump))
    if not rows:
        raise GazetteerError(f"{dump}: holds no settlement; {REMEDY}")
    lines = "".join("\t".join(row) + "\n" for row in rows).encode()
    country = rows[0].country
    folder = cache / FOLDER
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = folder / f"{country}-{hashlib.sha256(lines).hexdigest()[:16]}.tsv"
    handle, made = tempfile.mkstemp(dir=folder, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(lines)
    Path(made).replace(kept)
    for old in folder.glob(f"{country}-*.tsv"):
        if old != kept:
            old.unlink()
    return kept, len(rows)


def kept_dumps(cache: Path) -> tuple[Path, ...]:
    """The dumps that were added, by name; the name tells the content."""
    return tuple(sorted((cache / FOLDER).glob("*.tsv")))


def dump_units(dumps: Iterable[Path], overlay: Overlay, known: set[int]) -> Iterator[Named]:
    """The units of the dumps that the packaged list (`known`) lacks."""
    for dump in dumps:
        for line in dump.read_text(encoding="utf-8").splitlines():
            row = Row(*line.split("\t"))
            if int(row.number) not in known:
                yield Named(overlay.on(_unit(row)), tuple(filter(worth_keeping, row.others.split(","))))


def _unit(row: Row) -> Unit:
    number, code = int(row.number), f"{row.country}.{row.admin1}"
    where = (float(row.lat), float(row.lon), int(row.population or 0), number)
    return Unit(f"g:{number}", row.name, KEPT[row.feature], (row.country,), "", code, "", *where)


def _of_one_country(dump: Path) -> Iterator[Row]:
    """The rows of `dump`; the table of the whole world is refused at its second country."""
    country = ""
    for row in _read(dump):
        country = country or row.country
        if row.country != country:
            raise GazetteerError(f"{dump}: holds {country} and {row.country}; {REMEDY}, one country at a time")
        yield row


def _read(dump: Path) -> Iterator[Row]:
    with _opened(dump) as file:
        for at, line in enumerate(io.TextIOWrapper(file, encoding="utf-8", newline="\n"), 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != COLUMNS or not cells[0].isdigit():
                raise GazetteerError(f"{dump}, line {at}: {len(cells)} columns; {REMEDY}")
            if _is_kept(cells[6], cells[7]) and worth_keeping(cells[1]):
                yield Row(cells[0], cells[1], cells[3], cells[4], cells[5], cells[6], cells[8], cells[10], cells[14])


def _is_kept(feature: str, kind: str) -> bool:
    return (feature == "P" and kind not in LEFT_OUT) or kind == SECOND


def _table_in(archive: zipfile.ZipFile) -> str:
    """The one table of an archive, whatever a browser called the archive."""
    tables = [name for name in archive.namelist() if name.endswith(".txt") and name != "readme.txt"]
    if len(tables) != 1:
        raise KeyError(f"{len(tables)} tables in it")
    return tables[0]


@contextmanager
def _opened(dump: Path) -> Iterator[IO[bytes]]:
    """The table of a dump: the file itself, or the one in the archive."""
    try:
        if not zipfile.is_zipfile(dump):
            with dump.open("rb") as file:
                yield file
            return
        with zipfile.ZipFile(dump) as archive, archive.open(_table_in(archive)) as member:
            yield member
    except (OSError, KeyError, UnicodeDecodeError, zipfile.BadZipFile) as wrong:
        raise GazetteerError(f"{dump}: cannot be read ({wrong}); {REMEDY}") from wrong
