"""Bury: empties payloads, marks what they were of as withheld, and sets the tombstones; the log keeps the hashes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from counterclaim.ledger import matters
from counterclaim.ledger.answers import Tombstone
from counterclaim.ledger.blank import trimmed, without
from counterclaim.ledger.canonical import storable
from counterclaim.ledger.nouns import restated
from counterclaim.ledger.store import Row, Store

# What the other kinds of event say are ids and sentences of ours.
TELLING = "'added', 'revised', 'restored', 'heard', 'decided'"


def told_of(store: Store, identifiers: Iterable[str]) -> set[str]:
    """The hashes of all payloads, old ones too, that say something of these ids."""
    select = f"SELECT payload_sha256 FROM event WHERE subject = ? AND kind IN ({TELLING})"
    return {sha for each in identifiers for (sha,) in store.connection.execute(select, (each,))}


def links_at(store: Store, claims: Iterable[str]) -> list[Row]:
    """All links, of whatever state, from or to one of the claims."""
    ends = frozenset(claims)
    rows = store.rows("kind = 'link' AND state <> 'withheld'")
    payloads = ((row, store.payload_of(row)) for row in rows)
    return [row for row, link in payloads if ends & {link.get("from"), link.get("to")}]


def mark(store: Store, gone: Mapping[str, Row]) -> None:
    """Takes what is gone out of what is current and of what is searched."""
    ids = [(each,) for each in sorted(gone)]
    store.connection.executemany("DELETE FROM passage WHERE id = ?", ids)
    store.connection.executemany("DELETE FROM released WHERE id = ?", ids)
    update = "UPDATE record SET state = 'withheld', copy_of = NULL, review = 'unreviewed' WHERE id = ?"
    store.connection.executemany(update, ids)


def bury(store: Store, row: Row, reason: str, gone: Mapping[str, Row], removed: set[str]) -> Tombstone:
    """Writes the event and the tombstones, and empties the payloads with the hashes in `removed`."""
    payload = {"id": row.id, "reason": reason, "also": sorted(gone.keys() - {row.id}), "removed": sorted(removed)}
    seq = store.log.append("withheld", row.id, payload)[0]
    store.connection.executemany("UPDATE payload SET body = NULL WHERE sha256 = ?", [(sha,) for sha in sorted(removed)])
    stones = [(each, seq, storable(reason)) for each in sorted(gone)]
    store.connection.executemany("INSERT INTO tombstone VALUES (?, ?, ?)", stones)
    at = store.connection.execute("SELECT at FROM event WHERE seq = ?", (seq,)).fetchone()[0]
    return Tombstone(row.id, row.kind, reason, at, also=tuple(payload["also"]))


def forget_in_matters(
    store: Store, gone: frozenset[str], needles: Sequence[str], *, leaving: str | None = None
) -> set[str]:
    """
    Takes claims, links and words out of what documents say to matters, and a `leaving` document out altogether.

    Gives the matters that ever spoke of them: what these said before has to go too.
    """
    touched = {row.id for row in store.rows("kind = 'matter'") if _ever(store, row.id, gone, needles)}
    for kind in (matters.DOCUMENT, matters.LINK):
        select = f"SELECT matter, {kind.by}, payload_sha256 FROM {kind.table} ORDER BY matter, {kind.by}"
        for matter, by, sha in store.connection.execute(select).fetchall():
            heard = store.payload(sha) or {}
            left = trimmed(without(heard, needles), gone)
            if by == leaving or by in gone or not matters.claims_in(left):
                matters.unhear(store, matter, by, kind=kind)
            elif left != heard:
                matters.hear_one(store, by, restated(left, matters.links_of(store, [left])), kind=kind)
    return touched


def _ever(store: Store, matter: str, gone: frozenset[str], needles: Sequence[str]) -> bool:
    """Whether a matter, in any version of it, has held one of these claims or quoted one of these words."""
    said = [payload for sha in told_of(store, (matter,)) if (payload := store.payload(sha)) and "sides" in payload]
    return any(gone & matters.claims_in(payload) or without(payload, needles) != payload for payload in said)


def rejoin(store: Store, touched: Iterable[str]) -> set[str]:
    """Joins the touched matters anew; gives the hashes of all that they said before and no longer say."""
    for each in sorted(touched):
        matters.refresh(store, each)
    return told_of(store, touched) - _standing(store)


def _standing(store: Store) -> set[str]:
    """The hashes of what matters, and documents to matters, say now."""
    select = (
        "SELECT payload_sha256 FROM contribution UNION SELECT payload_sha256 FROM addition UNION "
        "SELECT payload_sha256 FROM record WHERE kind = 'matter' AND state = 'current'"
    )
    return {sha for (sha,) in store.connection.execute(select)}
