"""Origin: which documents are copies of one article, and which of them stands for all."""

from __future__ import annotations

from counterclaim.ledger.store import Change, Payload, State, Store

# What tells where a text comes from: the more of these a copy names, the better sourced it is.
SOURCES = ("canonical_url", "publisher", "author", "rights", "published")
LENGTHS = {"year": 4, "month": 7}


def enter(store: Store, document: str, origin: str) -> tuple[Change, ...]:
    """Puts a document under its origin, and out of the one it was under; gives what that changed."""
    row = store.row(document)
    before = row.origin if row else None
    if before != origin:
        if store.row(origin) is None:
            store.save("origin", {"id": origin, "origin": document, "documents": [document]})
        store.set_many("origin", [(origin, document)])
    changes = [refresh(store, origin)]
    if before and before != origin:
        changes.append(_leave(store, before, origin))
    return tuple(changes)


def _leave(store: Store, origin: str, successor: str) -> Change:
    """What an origin is after a document left it for another: superseded where it was the last."""
    row = store.row(origin)
    if row is None or store.rows("origin = ? AND kind = 'document'", origin):
        return refresh(store, origin)
    store.supersede(row, successor, {"because": "its documents were found to be copies of another article"})
    return Change.REVISED


def refresh(store: Store, origin: str) -> Change:
    """Writes anew which documents an origin has and which of them leads; the log keeps what was so before."""
    members = store.rows("origin = ? AND kind = 'document' AND state = 'current'", origin)
    if not members:
        return Change.KEPT
    lead = min(members, key=lambda row: rank(store.payload_of(row)))
    documents = [row.id for row in members]
    return store.save("origin", {"id": origin, "origin": lead.id, "documents": documents})


def lead_of(store: Store, document: str) -> str:
    """The document that stands for all copies of this one; itself where it has none."""
    row = store.row(document)
    origin = store.row(row.origin) if row and row.origin else None
    return str(store.payload_of(origin)["origin"]) if origin and origin.state == State.CURRENT else document


def rank(content: Payload) -> tuple[str, int, str, str]:
    """Orders copies: the earliest day first (an unknown one last), then the best sourced, then by time and id."""
    published = content["published"] or ""
    day = published[: LENGTHS.get(content["published_precision"] or "", 10)]
    sources = sum(1 for key in SOURCES if content[key])
    return day.ljust(10, "9"), -sources, published, content["id"]
