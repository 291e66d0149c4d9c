"""Gazetteer: all units that bear a name, looked up in the index on disk and in the reader's own table."""

from __future__ import annotations

import os
import sqlite3
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from counterclaim.data.countries import extra_path
from counterclaim.errors import GazetteerError
from counterclaim.understand.gazetteer_index import build, index_path
from counterclaim.understand.gazetteer_names import fold
from counterclaim.understand.gazetteer_rows import Unit, own_units

FIND = """
SELECT main, key, unit.name, precision, countries, kind, code, admin1, lat, lon, population, geonames_id, disputed
FROM name JOIN unit ON unit.id = name.unit WHERE folded = ? ORDER BY unit.id
"""
BY_CODE = """
SELECT 1, key, name, precision, countries, kind, code, admin1, lat, lon, population, geonames_id, disputed
FROM unit WHERE id < ? AND code = ? AND precision IN ('admin1', 'region') ORDER BY id LIMIT 1
"""


class Match(NamedTuple):
    """A unit that bears the name asked for; `main` whether as its main name, not as an alternate one."""

    unit: Unit
    main: bool


class Gazetteer:
    """
    Place names by exact spelling up to case, accents, apostrophes and hyphens.

    Reads the index as it needs it; `own` is the reader's own gazetteer, whose names come before all others.
    """

    def __init__(self, index: Path, own: Path | None = None) -> None:
        self._own: dict[str, tuple[Match, ...]] = {}
        for named in own_units(own):
            for name in (named.unit.name, *named.aliases):
                self._own[fold(name)] = (*self._own.get(fold(name), ()), Match(named.unit, True))
        self._database = _opened(index)
        # The units of tables are stored before the settlements, so that a unit's code need not be indexed.
        self._tables = self._database.execute("SELECT min(id) FROM unit WHERE key >= 'g:'").fetchone()[0]
        self.find = lru_cache(maxsize=32_768)(self._find)
        self.unit_of_code = lru_cache(maxsize=8_192)(self._unit_of_code)

    def _find(self, name: str) -> tuple[Match, ...]:
        """All units that bear `name`; the reader's own alone where it has one."""
        folded = fold(name)
        if folded in self._own:
            return self._own[folded]
        return tuple(_match(row) for row in self._database.execute(FIND, (folded,)))

    def _unit_of_code(self, code: str) -> Unit | None:
        """The first-level unit with this code of GeoNames (`RU.41`)."""
        row = self._database.execute(BY_CODE, (self._tables, code)).fetchone()
        return _match(row).unit if row else None


def _match(row: tuple[object, ...]) -> Match:
    main, key, name, precision, countries, kind, code, admin1, lat, lon, population, number, disputed = row
    parts = tuple(str(countries).split("|")) if countries else ()
    unit = Unit(
        *(str(key), str(name), str(precision), parts, str(kind), str(code), str(admin1)),
        *(lat, lon, population, number, bool(disputed)),  # type: ignore[arg-type]
    )
    return Match(unit, bool(main))


def _opened(index: Path) -> sqlite3.Connection:
    """The index, for reading only; built anew, once, where the file turns out to be damaged."""
    for again in (False, True):
        try:
            if again:
                build(index)
            # Nobody writes to a finished index, so SQLite needs neither locks nor a look at the file's changes.
            address = f"{index.resolve().as_uri()}?mode=ro&immutable=1"
            database = sqlite3.connect(address, uri=True, check_same_thread=False, cached_statements=16)
            database.execute("SELECT folded FROM name LIMIT 1").fetchone()
            return database
        except sqlite3.DatabaseError:
            continue
    raise GazetteerError(f"{index}: the index of place names cannot be opened; delete the file and try again")


@cache
def _gazetteer(own: Path | None, _changed: int, _process: int) -> Gazetteer:
    return Gazetteer(index_path(), own)


def gazetteer(own: Path | None = None) -> Gazetteer:
    """
    The gazetteer of this process, with the reader's own table (`own`, else what COUNTERCLAIM_GAZETTEER names).

    Raises GazetteerError where the index cannot be built or the table cannot be read.
    """
    given = extra_path(own)
    try:
        changed = given.stat().st_mtime_ns if given else 0
    except OSError as wrong:
        raise GazetteerError(f"{given}: cannot be read as a gazetteer ({wrong}); expected a TSV file") from wrong
    # A connection must not be carried into a forked process.
    return _gazetteer(given, changed, os.getpid())
