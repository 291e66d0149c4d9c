"""Walks through what is current, in an order that depends on ids alone: not on when or in which order it was added."""

from __future__ import annotations

import json
from collections.abc import Iterator

from counterclaim.ledger.release import released
from counterclaim.ledger.store import Payload, Store

# Not part of the record of a claim in the contract, but of how the ledger keeps it.
INNER = frozenset({"text_sha256"})


def documents(store: Store) -> Iterator[Payload]:
    """Each document with its reading, its origin and the first of its captures by path and address."""
    select = (
        "SELECT r.id, p.body, rp.body, op.body FROM record r JOIN payload p ON p.sha256 = r.payload_sha256 "
        "LEFT JOIN record rr ON rr.document = r.id AND rr.kind = 'reading' "
        "LEFT JOIN payload rp ON rp.sha256 = rr.payload_sha256 "
        "LEFT JOIN record o ON o.id = r.origin LEFT JOIN payload op ON op.sha256 = o.payload_sha256 "
        "WHERE r.kind = 'document' AND r.state = 'current' ORDER BY r.id"
    )
    for identifier, content, reading, origin in store.connection.execute(select):
        taken = {
            key: value for key, value in _first_capture(store, identifier).items() if key not in ("id", "document")
        }
        told = {"origin": json.loads(origin)["origin"]} if origin else {"origin": identifier}
        read = {key: value for key, value in json.loads(reading).items() if key != "document"} if reading else {}
        yield {**taken, **read, **json.loads(content), **told}


def _first_capture(store: Store, document: str) -> Payload:
    found = list(captures(store, document))
    return min(found, key=_where, default={})


def _where(capture: Payload) -> tuple[str, str, str]:
    return capture["path"] or "", capture["url"] or "", capture["feed"] or ""


def captures(store: Store, document: str | None = None) -> Iterator[Payload]:
    """Each place where a copy was had: id, document, path, url, feed, front_matter, captured."""
    yield from (payload for payload, *_ in _current(store, "capture", document))


def claims(store: Store, document: str | None = None, *, current: bool = True) -> Iterator[Payload]:
    """Each claim with its words, review, whether it was released, what it is a copy of, its state and successor."""
    let_out = released(store)
    for payload, review, copy_of, state, successor in _current(store, "claim", document, every=not current):
        kept = {key: value for key, value in payload.items() if key not in INNER}
        stands = {"review": review, "copy_of": copy_of, "state": state, "successor": successor}
        yield {**kept, **stands, "released": payload["id"] in let_out}


def links(store: Store) -> Iterator[Payload]:
    """Each current link, with the decision that holds."""
    yield from ({**payload, "review": review} for payload, review, *_ in _current(store, "link"))


def matters(store: Store) -> Iterator[Payload]:
    """Each current matter, joined over its documents, with the decision that holds."""
    yield from ({**payload, "review": review} for payload, review, *_ in _current(store, "matter"))


def _current(
    store: Store, kind: str, document: str | None = None, *, every: bool = False
) -> Iterator[tuple[Payload, str, str | None, str, str | None]]:
    condition = "r.state <> 'withheld'" if every else "r.state = 'current'"
    chosen = "" if document is None else " AND r.document = :document"
    select = (
        "SELECT p.body, r.review, r.copy_of, r.state, r.successor FROM record r JOIN payload p "
        f"ON p.sha256 = r.payload_sha256 WHERE r.kind = :kind AND {condition}{chosen} ORDER BY r.document, r.id"
    )
    for body, *rest in store.connection.execute(select, {"kind": kind, "document": document}):
        yield json.loads(body), *rest


def tombstones(store: Store) -> list[tuple[str, str, str, str]]:
    """(id, kind, reason, at) of everything withheld."""
    return store.connection.execute("SELECT id, kind, reason, at FROM withheld ORDER BY id").fetchall()


def successions(store: Store) -> dict[str, str]:
    """Each claim and matter of a former reading that lives on, by id, with the current one at the end of its chain."""
    select = "SELECT id, successor FROM record WHERE successor IS NOT NULL AND kind IN ('claim', 'matter') ORDER BY id"
    next_one = dict(store.connection.execute(select))
    found = {}
    for old, following in next_one.items():
        heir, passed = following, {old}
        while heir in next_one and heir not in passed:
            passed.add(heir)
            heir = next_one[heir]
        found[old] = heir
    return found
