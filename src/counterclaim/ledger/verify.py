"""Verify: checks that every stored span still quotes its source, letter for letter, and that the log is whole."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from counterclaim.ledger import origin
from counterclaim.ledger.answers import Report
from counterclaim.ledger.canonical import sha256
from counterclaim.ledger.copies import wrong_marks
from counterclaim.ledger.log import START, Event
from counterclaim.ledger.release import wrong_releases
from counterclaim.ledger.review import holding
from counterclaim.ledger.schema import fresh, schema_of
from counterclaim.ledger.spans import Checked, check_document
from counterclaim.ledger.store import Store

# A file with more wrong than this is damaged, whatever the rest of the list would say.
SHOWN = 1000
KINDS = ("document", "capture", "origin", "claim", "link", "matter")
STATES = {"added": "current", "revised": "current", "restored": "current", "superseded": "superseded"}


def verify(store: Store) -> Report:
    """Runs all checks on one snapshot; problems come in the order in which they are found."""
    problems: list[str] = []
    checked = Checked()
    try:
        for found in _every(store, checked):
            problems.append(found)
            if len(problems) >= SHOWN:
                problems.append("and more: the file is damaged; restore it from a backup")
                break
        counts = _counts(store, checked)
    except (sqlite3.DatabaseError, ValueError, KeyError, TypeError) as error:
        problems.append(f"the check broke off: {type(error).__name__}: {error}")
        counts = {}
    return Report(tuple(problems), counts)


def _every(store: Store, checked: Checked) -> Iterator[str]:
    yield from _file(store)
    yield from _payloads(store)
    yield from _chain(store)
    yield from _states(store)
    for row in store.rows("kind = 'document'"):
        yield from check_document(store, row, checked)
    yield from _told(store)
    yield from _reviews(store)


def _file(store: Store) -> Iterator[str]:
    """SQLite's own check of the file, its tables and views, and that no row points at nothing."""
    if schema_of(store.connection) != schema_of(fresh()):
        yield "the file: its tables, views or triggers are not those of a ledger"
    for (line,) in store.connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"the file: {line}"
    for table, _, parent, _ in store.connection.execute("PRAGMA foreign_key_check"):
        yield f"the file: a row of {table} points at a row of {parent} that is not there"
    if store.connection.execute("SELECT 1 FROM pending").fetchone():
        yield "a withholding was not finished; open the ledger again to finish it"


def _payloads(store: Store) -> Iterator[str]:
    """Each payload hashes to its name, and one is empty only where a withholding says that it took it."""
    removed = _removed(store)
    for sha, body in store.connection.execute("SELECT sha256, body FROM payload ORDER BY sha256"):
        if body is None and sha not in removed:
            yield f"payload {sha}: it is empty, but no withholding took it"
        elif body is not None and not _hashes_to(body, sha):
            yield f"payload {sha}: it was changed{_whose(store, sha)}"


def _removed(store: Store) -> set[str]:
    select = "SELECT p.body FROM event e JOIN payload p ON p.sha256 = e.payload_sha256 WHERE e.kind = 'withheld'"
    return {sha for (body,) in store.connection.execute(select) if body for sha in json.loads(body)["removed"]}


def _hashes_to(body: object, sha: str) -> bool:
    return isinstance(body, str) and sha256(body) == sha


def _whose(store: Store, sha: str) -> str:
    select = "SELECT kind, id FROM record WHERE payload_sha256 = ? ORDER BY id LIMIT 1"
    row = store.connection.execute(select, (sha,)).fetchone()
    return f" ({row[0]} {row[1]})" if row else ""


def _chain(store: Store) -> Iterator[str]:
    """Each event hashes to what it says and follows the one before."""
    previous, number = START, 0
    for row in store.connection.execute("SELECT * FROM event ORDER BY seq"):
        event, number = Event(*row), number + 1
        if event.seq != number:
            yield f"event {event.seq}: expected number {number}: an event is missing"
            number = event.seq
        if event.previous_hash != previous:
            yield f"event {event.seq}: it does not follow the event before it"
        if event.computed() != event.hash:
            yield f"event {event.seq}: it was changed ({event.kind} {event.subject})"
        previous = event.hash


def _states(store: Store) -> Iterator[str]:
    """Each row says what the last events of its id say."""
    said: dict[str, str] = {}
    stands: dict[str, str] = {}
    buried = {row[0] for row in store.connection.execute("SELECT id FROM tombstone")}
    for kind, subject, sha in store.connection.execute("SELECT kind, subject, payload_sha256 FROM event ORDER BY seq"):
        if kind in STATES:
            stands[subject] = STATES[kind]
            said.update({subject: sha} if kind != "superseded" else {})
    for row in store.rows("1"):
        if said.pop(row.id, None) != row.payload_sha256:
            yield f"{row.kind} {row.id}: it does not say what the log says of it"
        if row.state != ("withheld" if row.id in buried else stands.get(row.id)):
            yield f"{row.kind} {row.id}: it is {row.state}, but not by the log"
        if row.state == "current" and store.payload(row.payload_sha256) is None:
            yield f"{row.kind} {row.id}: it is current, but empty"
    yield from (f"{each}: the log knows it, but it is gone" for each in said)


def _told(store: Store) -> Iterator[str]:
    """Tables that repeat what events say agree with them: decisions, and what documents say to matters."""
    select = (
        "SELECT d.seq FROM decision d LEFT JOIN event e ON e.seq = d.seq LEFT JOIN payload p "
        "ON p.sha256 = e.payload_sha256 WHERE e.kind IS NOT 'decided' OR e.subject <> d.subject "
        "OR (p.body IS NOT NULL AND p.body ->> '$.decision' <> d.decision)"
    )
    yield from (
        f"decision {seq}: it does not say what the log says of it" for (seq,) in store.connection.execute(select)
    )
    for table, by in (("contribution", "document"), ("addition", "link")):
        select = (
            f"SELECT c.matter, c.{by} FROM {table} c WHERE NOT EXISTS (SELECT 1 FROM event e WHERE "
            "e.subject = c.matter AND e.kind = 'heard' AND e.payload_sha256 = c.payload_sha256)"
        )
        for matter, speaker in store.connection.execute(select):
            yield f"matter {matter}: what {by} {speaker} says to it is not in the log"


def _reviews(store: Store) -> Iterator[str]:
    """Which decision holds, what is a copy and whose origin it is follow from the rest as they stand."""
    yield from (f"claim {each}: it is marked as released wrongly, or not marked" for each in wrong_releases(store))
    for row in store.rows("1"):
        if row.review != (holding(store, row) if row.state != "withheld" else "unreviewed"):
            yield f"{row.kind} {row.id}: it is {row.review}, but not by what people decided"
    for row in store.rows("kind = 'document' AND state = 'current'"):
        yield from origin.problems(store, row.id)
        yield from (
            f"claim {each}: it is marked as a copy wrongly, or not marked" for each in wrong_marks(store, row.id)
        )


def index_problems(store: Store) -> tuple[str, ...]:
    """Whether the search index agrees with the words it was made from; FTS5 wants the write lock for that."""
    try:
        # With rank 1 FTS5 also compares the index with the table that holds its words.
        store.connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        return (f"the search index does not agree with the words: {error}",)
    return ()


def _counts(store: Store, checked: Checked) -> dict[str, int]:
    select = "SELECT kind, count(*) FROM record WHERE state = 'current' GROUP BY kind"
    current = dict(store.connection.execute(select).fetchall())
    tables = {"events": "event", "payloads": "payload", "decisions": "decision", "withheld": "tombstone"}
    rest = {
        name: store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for name, table in tables.items()
    }
    select = "SELECT count(*) FROM record WHERE state = 'superseded'"
    superseded = store.connection.execute(select).fetchone()[0]
    return {
        **{f"{kind}s": current.get(kind, 0) for kind in KINDS},
        "superseded": superseded,
        "spans": checked.spans,
        "spans_withheld": checked.withheld,
        **rest,
    }
