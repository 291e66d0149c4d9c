"""Scrub: wipes from the file itself what a withholding took out of the tables."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from counterclaim.errors import LedgerError

TASK = "scrub"


def finish(connection: sqlite3.Connection, path: Path) -> None:
    """Does what an earlier withholding was killed before doing."""
    if connection.execute("SELECT 1 FROM pending WHERE task = ?", (TASK,)).fetchone():
        scrub(connection, path)


def scrub(connection: sqlite3.Connection, path: Path) -> None:
    """
    Rebuilds the search index, writes the whole file anew, and empties the write-ahead log.

    A deleted row leaves its words in the index's old segments, in free pages and in the log; only the three steps
    together leave none. Until they are done `pending` says so, and the next to open the ledger does them.
    """
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    _vacuum(connection, path)
    _checkpoint(connection, path)
    connection.execute("DELETE FROM pending WHERE task = ?", (TASK,))
    _checkpoint(connection, path)


def _vacuum(connection: sqlite3.Connection, path: Path) -> None:
    try:
        connection.execute("VACUUM")
    except sqlite3.OperationalError as error:
        if "statements in progress" not in str(error):
            raise
        raise LedgerError(
            f"{path}: the words are out of the ledger, but a walk through it is not at its end; "
            "end it and open the ledger again to wipe them from the file"
        ) from error


def _checkpoint(connection: sqlite3.Connection, path: Path) -> None:
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise LedgerError(
            f"{path}: the words are out of the ledger, but another program keeps old pages of it open; "
            "close that and open the ledger again to wipe them"
        )
