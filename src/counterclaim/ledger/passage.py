"""Passage: the words of what is current, as search reads them."""

from __future__ import annotations

from counterclaim.ledger.canonical import storable
from counterclaim.ledger.store import Payload, Store

INSERT = (
    "INSERT INTO passage (id, act, side, title, speaker, cue, quote, sentence) "
    "VALUES (:id, :act, :side, :title, :speaker, :cue, :quote, :sentence)"
)
COLUMNS = ("act", "side", "title", "speaker", "cue", "quote", "sentence")


def index(store: Store, document: str) -> None:
    """Makes the passages of a document those of its title and of its current claims, and writes only what differs."""
    wanted = {each["id"]: each for each in _passages(store, document)}
    select = (
        f"SELECT p.id, {', '.join('p.' + column for column in COLUMNS)} FROM passage p "
        "JOIN record r ON r.id = p.id WHERE r.document = ?"
    )
    standing = {row[0]: row[1:] for row in store.connection.execute(select, (document,))}
    stale = [(each,) for each, row in standing.items() if each not in wanted or row != _values(wanted[each])]
    store.connection.executemany("DELETE FROM passage WHERE id = ?", stale)
    fresh = [each for key, each in wanted.items() if standing.get(key) != _values(each)]
    store.connection.executemany(INSERT, fresh)


def _values(passage: Payload) -> tuple[str | None, ...]:
    return tuple(passage[column] for column in COLUMNS)


def _passages(store: Store, document: str) -> list[Payload]:
    row = store.row(document)
    if row is None or row.state != "current":
        return []
    empty = dict.fromkeys(COLUMNS[2:], "")
    title = storable(store.payload_of(row)["title"] or "")
    passages: list[Payload] = [{"id": document, "act": None, "side": None, **empty, "title": title}]
    return passages + [passage(store.payload_of(each)) for each in store.of_document(document, "claim")]


def passage(claim: Payload) -> Payload:
    """What is searched of a claim."""
    speaker, sentence = claim["speaker"] or {}, claim["sentence"] or {}
    named = [speaker.get(key) for key in ("name", "role", "side")]
    side = speaker.get("side")
    return {
        "id": claim["id"],
        "act": claim["act"],
        "side": storable(side) if side else None,
        "title": "",
        "speaker": storable(", ".join(each for each in named if each)),
        "cue": storable(" ".join(claim["words"]["cue"])),
        "quote": storable(claim["quote"]),
        "sentence": storable(sentence.get("words", "")),
    }
