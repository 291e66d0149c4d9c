"""Review: records what people decide, and tells which decision still holds for what is read now."""

from __future__ import annotations

from enum import StrEnum

from counterclaim.errors import LedgerError
from counterclaim.ledger.answers import Decision
from counterclaim.ledger.canonical import canonical, sha256, storable
from counterclaim.ledger.store import Payload, Row, State, Store

KINDS = ("claim", "link", "matter")


class Verdict(StrEnum):
    """What a person can decide on what a machine read; never on who is right."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


def decide(store: Store, row: Row, decision: str, *, by: str, note: str | None) -> Decision:
    """Writes a decision on the record in `row`, beside all that was decided before."""
    if decision not in set(Verdict):
        raise LedgerError(f"{decision!r} is no decision; expected accepted, corrected or rejected")
    if row.kind not in KINDS or row.state == State.WITHHELD:
        what = "withheld" if row.state == State.WITHHELD else f"a {row.kind}"
        raise LedgerError(f"{row.id} is {what}; decisions are on claims, links and matters")
    said = {"subject": row.id, "decision": str(decision), "by": by, "note": note}
    write(store, said, essence(row.kind, store.payload_of(row)))
    heir = last_successor(store, row)
    for each in {row.id: row, heir.id: heir}.values():
        _refresh(store, each)
    return decisions_on(store, (row.id,))[-1]


def write(store: Store, said: Payload, on: str) -> None:
    """Writes what a person decided into the log and the table; `on` is the hash of what it was decided on."""
    seq = store.log.append("decided", said["subject"], said)[0]
    values = (seq, said["subject"], said["decision"], storable(said["by"]), on)
    store.connection.execute("INSERT INTO decision VALUES (?, ?, ?, ?, ?)", values)


def essence(kind: str, payload: Payload) -> str:
    """A hash of what was decided on: for a claim who does what in which words; a new score is not a new claim."""
    speaker = payload.get("speaker") or {}
    what = [payload.get("act"), speaker.get("name"), speaker.get("side"), payload.get("quote")]
    return sha256(canonical([kind, what if kind == "claim" else payload.get("kind")]))


def refresh_reviews(store: Store, document: str) -> None:
    """Tells anew which decisions hold for a document's claims and links."""
    select = "SELECT 1 FROM decision d JOIN record r ON r.id = d.subject WHERE r.document = ? LIMIT 1"
    if store.connection.execute(select, (document,)).fetchone():
        for row in [*store.of_document(document, "claim"), *store.of_document(document, "link")]:
            _refresh(store, row)


def _refresh(store: Store, row: Row) -> None:
    store.set_many("review", [(holding(store, row), row.id)])


def holding(store: Store, row: Row) -> str:
    """The last decision on a record or what it came from, as long as what was decided on is still what is read."""
    marks = ",".join("?" * len(line := lineage(store, row.id)))
    select = (
        f"SELECT decision, essence FROM decision WHERE subject IN ({marks}) "
        "AND decision NOT IN ('released', 'held') ORDER BY seq DESC LIMIT 1"
    )
    found = store.connection.execute(select, line).fetchone()
    holds = found and found[1] == essence(row.kind, store.payload_of(row))
    return str(found[0]) if holds else "unreviewed"


def lineage(store: Store, identifier: str) -> tuple[str, ...]:
    """An id and those of all records that it succeeded."""
    select = (
        "WITH RECURSIVE line (id) AS (SELECT ? UNION SELECT r.id FROM record r JOIN line ON r.successor = line.id) "
        "SELECT id FROM line ORDER BY id"
    )
    return tuple(row[0] for row in store.connection.execute(select, (identifier,)))


def last_successor(store: Store, row: Row) -> Row:
    """The end of the chain of successors; the record itself where it has none."""
    passed = {row.id}
    while row.successor and row.successor not in passed:
        passed.add(row.successor)
        row = store.row(row.successor) or row
    return row


def decisions_on(store: Store, identifiers: tuple[str, ...]) -> tuple[Decision, ...]:
    """All decisions on these ids, the oldest first; the note is None where it was withheld."""
    marks = ",".join("?" * len(identifiers))
    select = f"SELECT seq, at, subject, decision, by, note FROM decisions WHERE subject IN ({marks}) ORDER BY seq"
    return tuple(Decision(*row) for row in store.connection.execute(select, identifiers))
