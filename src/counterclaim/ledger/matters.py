"""Matters: keeps what each document says to a question, and joins it over documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim.ledger.nouns import joined
from counterclaim.ledger.origin import rank
from counterclaim.ledger.store import Change, Payload, Store

# After every day, and after every document that speaks to a matter.
LATE = "9999"
LAST = (LATE, 0, "", "")


def hear(store: Store, document: str, matters: Iterable[Payload]) -> dict[str, str | None]:
    """
    Writes down what `document` says to its matters now, and forgets what it no longer says.

    Gives the ids of the matters that this touches, each with its likely successor where the document left it.
    """
    return _hear(store, DOCUMENT, document, {matter["id"]: matter for matter in matters})


def hear_link(store: Store, link: str, matters: Iterable[Payload]) -> frozenset[str]:
    """The same for a link from one article to another; gives the ids of the matters that this touches."""
    return frozenset(_hear(store, LINK, link, {matter["id"]: matter for matter in matters}))


class Speaker(NamedTuple):
    """A table of what speaks to matters, and its column for who does."""

    table: str
    by: str


DOCUMENT, LINK = Speaker("contribution", "document"), Speaker("addition", "link")


def _hear(store: Store, kind: Speaker, by: str, now: dict[str, Payload]) -> dict[str, str | None]:
    before = _said_by(store, kind, by)
    touched: dict[str, str | None] = {}
    for identifier, matter in now.items():
        if matter != before.get(identifier):
            hear_one(store, by, matter, kind=kind)
            touched[identifier] = None
    for identifier in sorted(before.keys() - now.keys()):
        unhear(store, identifier, by, kind=kind)
        touched[identifier] = _nearest(before[identifier], now.values())
    return touched


def unhear(store: Store, identifier: str, by: str, *, kind: Speaker = DOCUMENT) -> None:
    """Writes down that a document or link speaks to a matter no longer."""
    store.log.append("unheard", identifier, {"id": identifier, kind.by: by})
    store.connection.execute(f"DELETE FROM {kind.table} WHERE matter = ? AND {kind.by} = ?", (identifier, by))


def hear_one(store: Store, by: str, matter: Payload, *, kind: Speaker = DOCUMENT) -> None:
    """Writes down what a document or link says to one matter."""
    sha = store.log.append("heard", matter["id"], matter)[1]
    update = "ON CONFLICT DO UPDATE SET payload_sha256 = excluded.payload_sha256"
    store.connection.execute(f"INSERT INTO {kind.table} VALUES (?, ?, ?) {update}", (matter["id"], by, sha))


def contributions_of(store: Store, document: str) -> dict[str, Payload]:
    """What a document says to each matter, by the matter's id."""
    return _said_by(store, DOCUMENT, document)


def _said_by(store: Store, kind: Speaker, by: str) -> dict[str, Payload]:
    select = f"SELECT matter, payload_sha256 FROM {kind.table} WHERE {kind.by} = ?"
    rows = store.connection.execute(select, (by,)).fetchall()
    return {matter: payload for matter, sha in rows if (payload := store.payload(sha)) is not None}


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
    """
    Joins anew what is said to a matter, and to those that are one with it by links across articles.

    The earliest keeps its id and the others lead to it; one to which nobody speaks any more is superseded.
    """
    together = one_with(store, identifier)
    if not any(_is_asked(store, each) for each in together):
        return _close(store, identifier, successor)
    heard = [said for each in together for said in _heard(store, each)]
    whole = _joined(store, heard)
    changed = store.save("matter", whole)
    for each in together:
        if each != whole["id"]:
            _lead(store, each, whole["id"])
    return changed


def _joined(store: Store, heard: Sequence[_Said]) -> Payload:
    parts = [said.payload for said in sorted(heard, key=lambda said: said.order)]
    claims = {claim for part in parts for claim in claims_in(part)}
    origins = len({_origin_of_claim(store, each) for each in sorted(claims)})
    return joined(parts, links_of(store, parts), origins=origins)


def _is_asked(store: Store, identifier: str) -> bool:
    """Whether a document, or a link that answers or takes back, speaks to a matter: a repeat asks nothing by itself."""
    select = (
        "SELECT EXISTS (SELECT 1 FROM contribution WHERE matter = :id) OR EXISTS (SELECT 1 FROM addition a "
        "JOIN across x ON x.link = a.link WHERE a.matter = :id AND x.binds)"
    )
    return bool(store.connection.execute(select, {"id": identifier}).fetchone()[0])


class _Said(NamedTuple):
    """What a document, or a link, says to a matter; the earliest `order` comes first."""

    order: tuple[str, int, tuple[str, int, str, str], str]
    payload: Payload


def _heard(store: Store, identifier: str) -> list[_Said]:
    found = []
    for kind in (DOCUMENT, LINK):
        select = f"SELECT {kind.by}, payload_sha256 FROM {kind.table} WHERE matter = ? ORDER BY {kind.by}"
        for by, sha in store.connection.execute(select, (identifier,)).fetchall():
            payload, own = store.payload(sha) or {}, kind is DOCUMENT
            order = payload["time"] or LATE, int(not own), rank(_content(store, by)) if own else LAST, by
            found.append(_Said(order, payload))
    return found


def one_with(store: Store, identifier: str) -> list[str]:
    """The ids of the matters that links across articles make one with this one, and its own."""
    found, waiting = {identifier}, [identifier]
    select = "SELECT DISTINCT b.matter FROM addition a JOIN addition b ON b.link = a.link WHERE a.matter = ?"
    while waiting:
        fresh = [each for (each,) in store.connection.execute(select, (waiting.pop(),)) if each not in found]
        found.update(fresh)
        waiting += fresh
    return sorted(found)


def _close(store: Store, identifier: str, successor: str | None) -> Change:
    row = store.row(identifier)
    if row is None or row.state != "current":
        return Change.KEPT
    store.supersede(row, successor, {"because": "no current reading of a document speaks to it"})
    return Change.REVISED


def _lead(store: Store, identifier: str, successor: str) -> None:
    """Makes a matter that is one with another lead to it; what a document says to it keeps its id."""
    if store.row(identifier) is None and (heard := _heard(store, identifier)) and _is_asked(store, identifier):
        store.save("matter", _joined(store, heard))
    row = store.row(identifier)
    if row is not None and (row.state == "current" or (row.state == "superseded" and row.successor != successor)):
        store.supersede(row, successor, {"because": "a link across articles makes it one question with another"})


def _origin_of_claim(store: Store, claim: str) -> str | None:
    row = store.row(claim)
    return _origin(store, row.document) if row and row.document else None


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
