"""Matters: keeps what each document says to a question, and joins it over documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.ledger.origin import lead_of, rank
from counterclaim.ledger.store import Change, Payload, Store
from counterclaim.model.matter import Basis, LinkKind, Status

OPPOSING = frozenset({LinkKind.DENIES, LinkKind.CONTRADICTS})


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
        origins = len({lead_of(store, document) for _, document, _ in heard})
        return store.save("matter", joined(parts, _links(store, parts), origins=origins))
    if row and row.state == "current":
        store.supersede(row, successor, {"because": "no current reading of a document speaks to it"})
        return Change.REVISED
    return Change.KEPT


def of_origin(store: Store, origin: str) -> list[str]:
    """The matters to which documents of an origin speak."""
    select = (
        "SELECT DISTINCT matter FROM contribution JOIN record ON record.id = contribution.document "
        "WHERE record.origin = ? ORDER BY matter"
    )
    return [row[0] for row in store.connection.execute(select, (origin,))]


def _content(store: Store, document: str) -> Payload:
    row = store.row(document)
    return store.payload_of(row) if row else {}


def _links(store: Store, parts: Sequence[Payload]) -> list[Payload]:
    rows = [store.row(link) for link in _union(part["links"] for part in parts)]
    return [store.payload_of(row) for row in rows if row and row.state == "current"]


def joined(parts: Sequence[Payload], links: Sequence[Payload], *, origins: int) -> Payload:
    """
    One matter from what several documents say to it, the earliest first.

    Sides, positions, claims and links are united; question and place are those of the earliest document that has them;
    the status is told anew from the links and positions of all.
    """
    if len(parts) == 1:
        return {**parts[0], "origins": origins}
    sides = {side: _union(part["sides"].get(side, ()) for part in parts) for side in _names(parts)}
    positions = _positions(parts)
    return {
        **parts[0],
        "status": str(_status(parts, positions, sides, links)),
        "sides": sides,
        "positions": positions,
        "links": _union(part["links"] for part in parts),
        "unattributed": _union(part["unattributed"] for part in parts),
        "unanswered_by": [side for side in _union(part["unanswered_by"] for part in parts) if side not in sides],
        "history": [
            step for number, part in enumerate(parts) for step in part["history"] if _new(step, parts[:number])
        ],
        "origins": origins,
        "place": next((part["place"] for part in parts if part["place"]), None),
        "time": next((part["time"] for part in parts if part["time"]), None),
        "because": next((part["because"] for part in parts if part["because"]), ""),
    }


def _new(step: object, earlier: Sequence[Payload]) -> bool:
    return all(step not in part["history"] for part in earlier)


def _names(parts: Sequence[Payload]) -> list[str]:
    return sorted({side for part in parts for side in part["sides"]})


def _union(lists: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(each for one in lists for each in one))


def _positions(parts: Sequence[Payload]) -> list[Payload]:
    every = [position for part in parts for position in part["positions"]]
    return [
        {
            "answer": answer,
            "claims": _union(position["claims"] for position in every if position["answer"] == answer),
            "sides": _union(position["sides"] for position in every if position["answer"] == answer),
        }
        for answer in dict.fromkeys(position["answer"] for position in every)
    ]


def _status(
    parts: Sequence[Payload], positions: Sequence[Payload], sides: dict[str, list[str]], links: Sequence[Payload]
) -> Status:
    """Contested where a link opposes two sides; agreed where several sides give the one answer there is."""
    statuses = [part["status"] for part in parts]
    if Status.CONTESTED in statuses or any(_opposes(link, sides) for link in links):
        return Status.CONTESTED
    if statuses[-1] == Status.WITHDRAWN:
        return Status.WITHDRAWN
    answers = [position for position in positions if position["sides"]]
    if len(answers) == 1 and len(answers[0]["sides"]) > 1:
        return Status.AGREED
    return Status.AGREED if Status.AGREED in statuses and len(answers) <= 1 else Status.ONE_SIDED


def _opposes(link: Payload, sides: dict[str, list[str]]) -> bool:
    ends = [{side for side, claims in sides.items() if link[end] in claims} for end in ("from", "to")]
    counts = link["kind"] in OPPOSING and link["basis"] != Basis.POSSIBLE
    return counts and bool(ends[0]) and bool(ends[1]) and ends[0] != ends[1]
