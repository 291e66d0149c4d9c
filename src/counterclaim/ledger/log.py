"""The log: events that chain the hashes of their payloads, so that a payload can go and the chain stays whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from counterclaim.ledger.canonical import canonical, sha256

# What stands before the first event.
START = "0" * 64
# What was withheld from one thing may rightly be said by another; it has passed every check when it comes here.
AGAIN = "ON CONFLICT DO UPDATE SET body = excluded.body WHERE body IS NULL"


@dataclass(frozen=True, slots=True)
class Event:
    """
    One line of the log.

    `kind` is added, revised, superseded, restored, heard or unheard (a document began or ceased to speak to a matter),
    decided or withheld; `at` the time of writing, ISO 8601; `subject` an id; `hash` covers all of it and the hash of
    the event before.
    """

    seq: int
    kind: str
    at: str
    subject: str
    payload_sha256: str
    previous_hash: str
    hash: str

    def computed(self) -> str:
        """The hash that this event has to have."""
        parts = [self.seq, self.kind, self.at, self.subject, self.payload_sha256, self.previous_hash]
        return sha256(canonical(parts))


@dataclass(frozen=True, slots=True)
class Log:
    """Appends to the log of one ledger; the caller holds the transaction."""

    connection: sqlite3.Connection
    clock: Callable[[], str]

    def append(self, kind: str, subject: str, payload: object) -> tuple[int, str]:
        """Writes one event with its payload; gives its number and the payload's hash."""
        sha = self.keep(payload)
        seq, previous = self.last()
        event = Event(seq + 1, kind, self.clock(), subject, sha, previous, "")
        row = (event.seq, kind, event.at, subject, sha, previous, event.computed())
        self.connection.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        return event.seq, sha

    def keep(self, payload: object) -> str:
        """Stores a payload once; gives its hash."""
        body = canonical(payload)
        sha = sha256(body)
        self.connection.execute("INSERT INTO payload VALUES (?, ?) " + AGAIN, (sha, body))
        return sha

    def last(self) -> tuple[int, str]:
        """Number and hash of the newest event."""
        row = self.connection.execute("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
        return (row[0], row[1]) if row else (0, START)
