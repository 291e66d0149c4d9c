"""Opens a ledger's file, makes a new one or upgrades an old one, and tells a ledger from any other file."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from json import JSONDecodeError
from pathlib import Path
from urllib.parse import quote

from counterclaim.errors import CounterclaimError, DamagedLedger, LedgerError

# The letters "clm1" in SQLite's application id mark the file as a ledger, for `file` and for us.
APPLICATION = 0x636C6D31
VERSION = 4
MAGIC = b"SQLite format 3\x00"
# Seconds a writer waits for another: a whole folder's worth of other people's commits, then a message.
PATIENCE = 60.0
# Seconds between two tries where SQLite does not wait by itself.
PAUSE = 0.02

BUSY = "another program is writing to it; wait for it, then try again"
DAMAGED = "the ledger is damaged ({}); restore it from a backup"
FULL = "the disk is full; free some space, then run it again: nothing that was stored is lost"


def open_ledger(path: Path, *, create: bool) -> sqlite3.Connection:
    """
    The connection to the ledger at `path`, made first where it is missing and `create` says so, upgraded where it is
    of an older version.

    Raises LedgerError for a missing file and DamagedLedger for one that is no ledger; neither is written to.
    """
    if not path.exists() and not create:
        raise LedgerError(f"{path}: there is no ledger here; `counterclaim add PATH...` makes one")
    if path.is_dir():
        raise LedgerError(f"{path}: this is a folder; name a file in it, such as {path / 'ledger.db'}")
    new = _is_empty(path)
    if new and not create:
        raise DamagedLedger(f"{path}: the file is empty, so it is no ledger; name another, or delete it and add again")
    with named(path):
        connection = _connect(path, create=create)
        try:
            _prepare(connection, path, create=create)
        except BaseException:
            connection.close()
            raise
        return connection


def _is_empty(path: Path) -> bool:
    """Whether there is nothing at `path` yet; raises DamagedLedger for a file that is not SQLite's."""
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except FileNotFoundError:
        return True
    except OSError as error:
        raise LedgerError(f"{path}: cannot be opened: {error.strerror}") from error
    if start and start != MAGIC:
        raise DamagedLedger(f"{path}: this is no ledger (it does not begin as an SQLite file); it was left as it is")
    return not start


def _connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """A connection with every setting the ledger relies on, for one thread."""
    uri = f"file:{quote(str(path.absolute()))}?mode={'rwc' if create else 'rw'}"
    connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA foreign_keys = ON")
    # Pages; four times SQLite's own: a checkpoint is the dearest part of adding, and 16 MB beside the file are cheap.
    connection.execute("PRAGMA wal_autocheckpoint = 4000")
    # Kibibytes of pages in memory, as minus numbers say: look-ups by hash touch pages all over the file.
    connection.execute("PRAGMA cache_size = -32768")
    # FULL: what was acknowledged is still there after the power fails, not only after a kill.
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    if not _marked(connection, path):
        if not create:
            raise DamagedLedger(f"{path}: this is an SQLite file, but no ledger; it was left as it is")
        _write_ahead(connection)
        with transaction(connection):
            # Another process may have made it while this one waited for the lock.
            if not _marked(connection, path):
                _make(connection)
    _write_ahead(connection)
    _upgrade(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """
    Turns write-ahead logging on, waiting for another process that does the same at this moment.

    SQLite does not wait by itself here: two that turn it on at once give "database is locked" whatever the time-out.
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(PAUSE)
        else:
            return


def _marked(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file is a ledger; False for a database with nothing in it, else DamagedLedger."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = _version(connection)
    if application == APPLICATION:
        if not 1 <= version <= VERSION:
            raise LedgerError(f"{path}: a ledger of version {version}; this program reads {VERSION}: use the newer one")
        return True
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        raise DamagedLedger(f"{path}: this is an SQLite file, but no ledger; it was left as it is")
    return False


def _make(connection: sqlite3.Connection) -> None:
    """Makes tables and views inside the transaction that is open: `executescript` would commit it."""
    for name in ("schema.sql", "views.sql"):
        _run(connection, name)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _run(connection: sqlite3.Connection, name: str) -> None:
    for statement in statements((files(__package__) / name).read_text(encoding="utf-8")):
        connection.execute(statement)


def _upgrade(connection: sqlite3.Connection) -> None:
    """Brings a ledger of an older version to this one, all or nothing; `upgrade_N.sql` leads from N - 1 to N."""
    if _version(connection) == VERSION:
        return
    with transaction(connection):
        # Another process may have done it while this one waited for the lock.
        steps = range(_version(connection) + 1, VERSION + 1)
        if not steps:
            return
        for (view,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name"
        ).fetchall():
            connection.execute(f"DROP VIEW {view}")
        for name in (*(f"upgrade_{step}.sql" for step in steps), "views.sql"):
            _run(connection, name)
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@cache
def fresh() -> sqlite3.Connection:
    """An empty ledger in memory, as one is made today."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _make(connection)
    return connection


def schema_of(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    """Tables, indexes, views and triggers, as the file names them."""
    return connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name").fetchall()


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, one by one."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: takes the write lock first, so that what is read inside is not changed by another writer."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Reads inside see one state of the ledger, whatever others write meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into one line that names the file and the remedy."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(path, error) from error
    except (UnicodeDecodeError, JSONDecodeError) as error:
        raise DamagedLedger(f"{path}: {DAMAGED.format(error)}") from error


def explained(path: Path, error: sqlite3.Error) -> CounterclaimError:
    """What went wrong with the file at `path`, as an error of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LedgerError(f"{path}: {BUSY}")
    if primary == sqlite3.SQLITE_FULL:
        return LedgerError(f"{path}: {FULL}")
    if primary in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR):
        return LedgerError(f"{path}: cannot be opened for writing ({error}); check folder and permissions")
    return DamagedLedger(f"{path}: {DAMAGED.format(error)}")
