"""Matters: keeps what each document says to a question, and joins it over documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.ledger.nouns import joined
from counterclaim.ledger.origin import rank
from counterclaim.ledger.store import Change, Payload, Store


def hear(store: Store, document: str, matters: Iterable[Payload]) -> dict[str, str | None]:
    """
    Writes down what `document` says to its matters now, and forgets what it no longer says.

    Gives the ids of the matters that this touches, each with its likely successor where the document left it.
    """
    now = {matter["id"]: matter for matter in matters}
    before = contributions_of(store, document)
    touched: dict[str, str | None] = {}
    for identifier, matter in now.items():
        if matter != before.get(identifier):
            hear_one(store, document, matter)
            touched[identifier] = None
    for identifier in sorted(before.keys() - now.keys()):
        unhear(store, identifier, document)
        touched[identifier] = _nearest(before[identifier], now.values())
    return touched


def unhear(store: Store, identifier: str, document: str) -> None:
    """Writes down that a document speaks to a matter no longer."""
    store.log.append("unheard", identifier, {"id": identifier, "document": document})
    store.connection.execute("DELETE FROM contribution WHERE matter = ? AND document = ?", (identifier, document))


def hear_one(store: Store, document: str, matter: Payload) -> None:
    """Writes down what a document says to one matter."""
    sha = store.log.append("heard", matter["id"], matter)[1]
    insert = (
        "INSERT INTO contribution VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET payload_sha256 = excluded.payload_sha256"
    )
    store.connection.execute(insert, (matter["id"], document, sha))


def contributions_of(store: Store, document: str) -> dict[str, Payload]:
    """What a document says to each matter, by the matter's id."""
    rows = store.connection.execute("SELECT matter, payload_sha256 FROM contribution WHERE document = ?", (document,))
    return {matter: payload for matter, sha in rows.fetchall() if (payload := store.payload(sha)) is not None}


def _nearest(gone: Payload, matters: Iterable[Payload]) -> str | None:
    """The matter that shares the most claims with the one that is gone."""
    claims = claims_in(gone)
    shared = [(len(claims & claims_in(matter)), matter["id"]) for matter in matters]
    best = max(shared, default=(0, None), key=lambda pair: (pair[0], pair[1]))
    return best[1] if best[0] else None


def claims_in(matter: Payload) -> set[str]:
    """The ids of all claims in a matter."""
    return {claim for claims in matter["sides"].values() for claim in claims} | set(matter["unattributed"])


def refresh(store: Store, identifier: str, successor: str | None = None) -> Change:
    """Joins anew what documents say to a matter; one to which nobody speaks any more is superseded."""
    select = "SELECT document, payload_sha256 FROM contribution WHERE matter = ?"
    found = store.connection.execute(select, (identifier,)).fetchall()
    heard = [(rank(_content(store, document)), document, store.payload(sha) or {}) for document, sha in found]
    row = store.row(identifier)
    if heard:
        parts = [payload for _, _, payload in sorted(heard, key=lambda each: each[0])]
        origins = len({_origin(store, document) for _, document, _ in heard})
        return store.save("matter", joined(parts, links_of(store, parts), origins=origins))
    if row and row.state == "current":
        store.supersede(row, successor, {"because": "no current reading of a document speaks to it"})
        return Change.REVISED
    return Change.KEPT


def _content(store: Store, document: str) -> Payload:
    row = store.row(document)
    return store.payload_of(row) if row else {}


def _origin(store: Store, document: str) -> str | None:
    row = store.row(document)
    return row.origin if row else None


def links_of(store: Store, parts: Sequence[Payload]) -> list[Payload]:
    """The current links in matters, as they are."""
    rows = [store.row(link) for link in dict.fromkeys(link for part in parts for link in part["links"])]
    return [store.payload_of(row) for row in rows if row and row.state == "current"]
