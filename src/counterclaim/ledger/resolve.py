"""Resolves an id, or the beginning of one, to what it stands for: permalinks lead somewhere for ever."""

from __future__ import annotations

import json

from counterclaim.errors import NotInLedger
from counterclaim.ledger.answers import Record, Step
from counterclaim.ledger.origin import members
from counterclaim.ledger.release import is_released
from counterclaim.ledger.review import decisions_on, last_successor, lineage
from counterclaim.ledger.store import Row, Store

# As many as fit a line; more would not help to choose.
SHOWN = 5
LONGEST = 100
LAST = "\U0010ffff"


def find(store: Store, identifier: str) -> Row:
    """The row whose id is `identifier` or alone begins with it; raises NotInLedger."""
    if not identifier or not identifier.isprintable() or len(identifier) > LONGEST:
        raise NotInLedger(f"{identifier[:LONGEST]!r} is no id; `counterclaim show` lists ids")
    exact = store.row(identifier)
    if exact:
        return exact
    select = "SELECT id FROM record WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
    found = [row[0] for row in store.connection.execute(select, (identifier, identifier + LAST, SHOWN + 1))]
    if not found:
        raise NotInLedger(f"{identifier!r} names nothing in this ledger; `counterclaim show` lists ids")
    if len(found) > 1:
        more = " and more" if len(found) > SHOWN else ""
        raise NotInLedger(f"{identifier!r} begins several ids: {', '.join(found[:SHOWN])}{more}; give more of it")
    row = store.row(found[0])
    assert row is not None  # it was listed in this very transaction
    return row


def record_of(store: Store, row: Row) -> Record:
    """All that is known of a row: what it says, what became of it, what people decided on it."""
    heir = last_successor(store, row)
    copies = {"documents": [each.id for each in members(store, row.id)]} if row.kind == "origin" else {}
    tomb = store.connection.execute("SELECT reason FROM tombstone WHERE id = ?", (row.id,)).fetchone()
    return Record(
        row.id,
        row.kind,
        row.state,
        {**store.payload_of(row), **copies},
        document=row.document,
        successor=heir.id if heir.id != row.id else None,
        copy_of=row.copy_of,
        origin=row.origin,
        review=row.review,
        released=is_released(store, row),
        reason=tomb[0] if tomb else None,
        decisions=decisions_on(store, lineage(store, row.id)),
        history=history(store, row.id),
    )


def history(store: Store, identifier: str) -> tuple[Step, ...]:
    """What the log says of an id, the oldest first; the payload is None where it was withheld."""
    select = (
        "SELECT e.seq, e.at, e.kind, p.body FROM event e JOIN payload p ON p.sha256 = e.payload_sha256 "
        "WHERE e.subject = ? ORDER BY e.seq"
    )
    rows = store.connection.execute(select, (identifier,))
    return tuple(Step(seq, at, kind, json.loads(body) if body else None) for seq, at, kind, body in rows)
