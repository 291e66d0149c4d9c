"""Release: records which accusations a person let out, and tells whether that still holds for what is read now."""

from __future__ import annotations

from enum import StrEnum

from counterclaim.errors import LedgerError
from counterclaim.ledger.answers import Decision
from counterclaim.ledger.canonical import canonical, sha256
from counterclaim.ledger.review import decisions_on, essence, last_successor, lineage, write
from counterclaim.ledger.store import Payload, Row, State, Store


class Gate(StrEnum):
    """What a person can decide on publishing a claim, whatever was decided on how it was read."""

    RELEASED = "released"
    HELD = "held"


def set_gate(store: Store, row: Row, gate: Gate, *, by: str, note: str | None) -> Decision:
    """Writes that a person released the claim in `row`, or took a release back; its review stays as it is."""
    if row.kind != "claim":
        raise LedgerError(f"{row.id} is a {row.kind}; only claims are released or held")
    if row.state == State.WITHHELD:
        raise LedgerError(f"{row.id} is withheld; there is nothing of it to release")
    if row.state == State.SUPERSEDED:
        heir = last_successor(store, row)
        now = f"read anew as {heir.id}; look at that one" if heir.state == State.CURRENT else "no longer found"
        raise LedgerError(f"{row.id} is an earlier reading, {now}")
    write(store, {"subject": row.id, "decision": str(gate), "by": by, "note": note}, seen(store.payload_of(row)))
    refresh_release(store, row)
    return decisions_on(store, (row.id,))[-1]


def seen(payload: Payload) -> str:
    """
    A hash of what the one who released it had before them.

    That is the claim's essence and whom it accuses: a better reading that finds one person more in the same words finds
    somebody of whom nobody decided anything.
    """
    private = {each["name"] for each in payload.get("accused", ()) if not each["public"]}
    return sha256(canonical([essence("claim", payload), sorted(private)]))


def refresh_releases(store: Store, document: str) -> None:
    """Tells anew which releases hold for a document's claims."""
    select = (
        "SELECT 1 FROM decision d JOIN record r ON r.id = d.subject "
        "WHERE r.document = ? AND d.decision IN ('released', 'held') LIMIT 1"
    )
    if store.connection.execute(select, (document,)).fetchone():
        for row in store.of_document(document, "claim", state=None):
            refresh_release(store, row)


def refresh_release(store: Store, row: Row) -> None:
    """Tells anew whether a release of the claim in `row` holds."""
    if is_released(store, row):
        store.connection.execute("INSERT INTO released VALUES (?) ON CONFLICT DO NOTHING", (row.id,))
    else:
        store.connection.execute("DELETE FROM released WHERE id = ?", (row.id,))


def is_released(store: Store, row: Row) -> bool:
    """Whether the last that was decided on publishing a current claim, or what it came from, lets out these words."""
    if row.kind != "claim" or row.state != State.CURRENT:
        return False
    marks = ",".join("?" * len(line := lineage(store, row.id)))
    select = (
        f"SELECT decision, essence FROM decision WHERE subject IN ({marks}) "
        "AND decision IN ('released', 'held') ORDER BY seq DESC LIMIT 1"
    )
    found = store.connection.execute(select, line).fetchone()
    return bool(found) and found[0] == Gate.RELEASED and found[1] == seen(store.payload_of(row))


def wrong_releases(store: Store) -> list[str]:
    """The ids of claims that are marked as released wrongly, or not marked."""
    marked = released(store)
    select = (
        "SELECT c.id FROM record c WHERE c.kind = 'claim' AND c.document IN (SELECT r.document FROM decision d "
        "JOIN record r ON r.id = d.subject WHERE d.decision IN ('released', 'held'))"
    )
    touched = {row[0] for row in store.connection.execute(select)}
    rows = [row for each in sorted(marked | touched) if (row := store.row(each))]
    return [row.id for row in rows if (row.id in marked) != is_released(store, row)]


def released(store: Store) -> frozenset[str]:
    """The ids of the claims whose release holds."""
    return frozenset(row[0] for row in store.connection.execute("SELECT id FROM released"))
