"""Origin: which documents are copies of one article, and which of them stands for all."""

from __future__ import annotations

from counterclaim.ledger.store import Change, Payload, Row, State, Store

# What tells where a text comes from: the more of these a copy names, the better sourced it is.
SOURCES = ("canonical_url", "publisher", "author", "rights", "published")
LENGTHS = {"year": 4, "month": 7}


def enter(store: Store, document: str, origin: str) -> tuple[str, ...]:
    """Puts a document under its origin, and out of the one it was under; gives the origins that got another leader."""
    row = store.row(document)
    before = row.origin if row else None
    if before != origin:
        if store.row(origin) is None:
            store.save("origin", {"id": origin, "origin": document})
        store.set_many("origin", [(origin, document)])
    changes = {origin: _challenge(store, document, origin)}
    if before and before != origin:
        changes[before] = _leave(store, before, origin)
    return tuple(each for each, change in changes.items() if change is not Change.KEPT)


def _challenge(store: Store, document: str, origin: str) -> Change:
    """Whether one document takes the lead of its origin: without a look at all the others, unless it led before."""
    row = store.row(origin)
    lead = store.row(store.payload_of(row)["origin"]) if row else None
    if lead is None or lead.id == document or lead.state != State.CURRENT or lead.origin != origin:
        return refresh(store, origin)
    first = min((document, lead.id), key=lambda each: _rank(store, each))
    return store.save("origin", {"id": origin, "origin": first})


def _rank(store: Store, document: str) -> tuple[str, int, str, str]:
    row = store.row(document)
    return rank(store.payload_of(row) if row else {})


def _leave(store: Store, origin: str, successor: str) -> Change:
    """What an origin is after a document left it for another: superseded where it was the last."""
    row = store.row(origin)
    if row is None or store.rows("origin = ? AND kind = 'document'", origin):
        return refresh(store, origin)
    store.supersede(row, successor, {"because": "its documents were found to be copies of another article"})
    return Change.REVISED


def refresh(store: Store, origin: str) -> Change:
    """Finds out of all its documents which one leads an origin; the log keeps which did before."""
    found = members(store, origin)
    if not found:
        return Change.KEPT
    lead = min(found, key=lambda row: rank(store.payload_of(row)))
    return store.save("origin", {"id": origin, "origin": lead.id})


def members(store: Store, origin: str) -> list[Row]:
    """The documents of an origin, by id."""
    return store.rows("origin = ? AND kind = 'document' AND state = 'current'", origin)


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
