"""Store: where each thing stands now, one row for each, changed only together with the event that says so."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from counterclaim.ledger.canonical import canonical, sha256
from counterclaim.ledger.log import Log

Payload = dict[str, Any]

COLUMNS = "id, kind, document, state, payload_sha256, successor, copy_of, origin, review"


class State(StrEnum):
    """Whether a thing holds, has given way to a later reading, or was taken out."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHHELD = "withheld"


class Change(StrEnum):
    """What saving a thing did."""

    ADDED = "added"
    REVISED = "revised"
    RESTORED = "restored"
    KEPT = "kept"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing as it stands: see `record` in schema.sql."""

    id: str
    kind: str
    document: str | None
    state: str
    payload_sha256: str
    successor: str | None
    copy_of: str | None
    origin: str | None
    review: str


class Store:
    """Reads and changes the rows of one ledger; the caller holds the transaction."""

    def __init__(self, connection: sqlite3.Connection, clock: Callable[[], str]) -> None:
        self.connection = connection
        self.log = Log(connection, clock)

    def row(self, identifier: str) -> Row | None:
        """The thing with this very id."""
        found = self.connection.execute(f"SELECT {COLUMNS} FROM record WHERE id = ?", (identifier,)).fetchone()
        return Row(*found) if found else None

    def rows(self, where: str, *values: object) -> list[Row]:
        """The things that fit a condition, ordered by id."""
        query = f"SELECT {COLUMNS} FROM record WHERE {where} ORDER BY id"
        return [Row(*found) for found in self.connection.execute(query, values)]

    def of_document(self, document: str, kind: str, *, state: State | None = State.CURRENT) -> list[Row]:
        """What belongs to a document; in every state where `state` is None."""
        if state is None:
            return self.rows("document = ? AND kind = ?", document, kind)
        return self.rows("document = ? AND kind = ? AND state = ?", document, kind, state)

    def payload(self, sha: str) -> Payload | None:
        """The payload with this hash; None where it was withheld."""
        found = self.connection.execute("SELECT body FROM payload WHERE sha256 = ?", (sha,)).fetchone()
        return json.loads(found[0]) if found and found[0] is not None else None

    def payload_of(self, row: Row) -> Payload:
        """What a row says now; empty where it was withheld."""
        return self.payload(row.payload_sha256) or {}

    def save(self, kind: str, payload: Payload, *, document: str | None = None) -> Change:
        """Makes `payload` what its id says now; a withheld id stays withheld, and the same again writes nothing."""
        identifier = payload["id"]
        row = self.row(identifier)
        change = _change(row, payload)
        if change in (Change.KEPT, Change.WITHHELD):
            return change
        sha = self.log.append(change, identifier, payload)[1]
        if row is None:
            values = (identifier, kind, document, sha)
            columns = "(id, kind, document, state, payload_sha256)"
            insert = f"INSERT INTO record {columns} VALUES (?, ?, ?, 'current', ?)"
            self.connection.execute(insert, values)
        else:
            update = "UPDATE record SET state = 'current', successor = NULL, payload_sha256 = ? WHERE id = ?"
            self.connection.execute(update, (sha, identifier))
        return change

    def supersede(self, row: Row, successor: str | None, why: Payload) -> None:
        """Keeps `row` as what was read before, with what came in its place."""
        self.log.append("superseded", row.id, {**why, "id": row.id, "successor": successor})
        update = "UPDATE record SET state = 'superseded', successor = ?, copy_of = NULL WHERE id = ?"
        self.connection.execute(update, (successor, row.id))

    def set_many(self, column: str, values: Iterable[tuple[str | None, str]]) -> None:
        """Sets one told column of several rows; `values` are (value, id)."""
        self.connection.executemany(f"UPDATE record SET {column} = ? WHERE id = ?", values)

    def is_withheld(self, identifier: str) -> bool:
        """Whether this id has a tombstone."""
        row = self.row(identifier)
        return row is not None and row.state == State.WITHHELD


def _change(row: Row | None, payload: Payload) -> Change:
    if row is None:
        return Change.ADDED
    if row.state == State.WITHHELD:
        return Change.WITHHELD
    if row.state == State.SUPERSEDED:
        return Change.RESTORED
    same = row.payload_sha256 == sha256(canonical(payload))
    return Change.KEPT if same else Change.REVISED
