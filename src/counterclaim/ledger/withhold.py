"""Withhold: takes a document or a claim out of every table, and leaves a tombstone that names it."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.errors import LedgerError
from counterclaim.ledger import across, origin
from counterclaim.ledger.answers import Tombstone
from counterclaim.ledger.bury import bury, forget_in_matters, links_at, mark, rejoin, told_of
from counterclaim.ledger.redact import redact
from counterclaim.ledger.regroup import regroup
from counterclaim.ledger.scrub import TASK
from counterclaim.ledger.store import Row, State, Store


def withhold(store: Store, row: Row, reason: str) -> Tombstone:
    """Takes the record in `row` out; one that is out already stays as it is. The caller scrubs the file."""
    store.connection.execute("INSERT INTO pending VALUES (?) ON CONFLICT DO NOTHING", (TASK,))
    if row.state == State.WITHHELD:
        return _standing(store, row)
    if not reason.strip():
        raise LedgerError("a withholding needs a reason; the tombstone shows it")
    if row.kind == "document":
        return _document(store, row, reason)
    if row.kind == "claim":
        return redact(store, row, reason)
    raise LedgerError(f"{row.id} is a {row.kind}; withhold the document or the claim whose words must go")


def _standing(store: Store, row: Row) -> Tombstone:
    select = "SELECT id, kind, reason, at FROM withheld WHERE id = ?"
    return Tombstone(*store.connection.execute(select, (row.id,)).fetchone())


def _document(store: Store, row: Row, reason: str) -> Tombstone:
    """Takes out a document with everything that was read in it."""
    parts = store.rows("document = ? AND state <> 'withheld'", row.id)
    links = links_at(store, (part.id for part in parts if part.kind == "claim"))
    gone = {each.id: each for each in (row, *parts, *links)}
    touched = forget_in_matters(store, frozenset(gone), (), leaving=row.id)
    mark(store, gone)
    others = origin.members(store, row.origin) if row.origin else []
    regroup(store, [row.id])
    touched |= across.part(store, row.id).touched
    tombstone = bury(store, row, reason, gone, told_of(store, gone) | rejoin(store, touched))
    return replace(tombstone, copies=tuple(each.id for each in others))
