"""Regroup: puts documents under the origins of their copies again, and what hangs on that right."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

from counterclaim.ledger import across, copies, matters, origin
from counterclaim.ledger.store import Store

TASK = "origins"


def regroup(store: Store, documents: Iterable[str]) -> None:
    """Groups these documents as they stand now, and marks copies and joins matters anew where that changed any."""
    led_anew: set[str] = set()
    moved: set[str] = set()
    for document in documents:
        found = origin.enter(store, document)
        led_anew.update(found.led_anew)
        moved.update(found.documents)
    for each in sorted(led_anew):
        copies.mark_all(store, each)
    for each in sorted(moved):
        copies.mark(store, each)
    members = {row.id for each in sorted(led_anew) for row in origin.members(store, each)}
    met = reduce(or_, (across.meet(store, each) for each in sorted(moved | members)), across.Met())
    heard = {matter for each in sorted(moved) for matter in matters.contributions_of(store, each)}
    for each in sorted(heard | met.touched):
        matters.refresh(store, each)


def catch_up(store: Store) -> None:
    """Groups every document of a ledger that was made before copies were found by their words, once."""
    if not store.connection.execute("SELECT 1 FROM pending WHERE task = ?", (TASK,)).fetchone():
        return
    select = "SELECT id, origin FROM record WHERE kind = 'document' AND state = 'current' ORDER BY id"
    before = store.connection.execute(select).fetchall()
    store.connection.execute("UPDATE record SET origin = NULL WHERE kind = 'document' AND state = 'current'")
    regroup(store, [document for document, _ in before])
    for document, former in before:
        origin.give_way(store, former, document)
    store.connection.execute("DELETE FROM pending WHERE task = ?", (TASK,))
