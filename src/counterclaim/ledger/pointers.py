"""Pointers: what the claims of an article are looked up by from others, so that adding one never scans the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from counterclaim.dispute.across import (
    LONG,
    REACH,
    SHARED,
    Remark,
    keys,
    numbered,
    of_claims,
    points_back,
    remark_alone,
)
from counterclaim.dispute.view import Wording
from counterclaim.ledger.nouns import claim_of, document_of, link_of
from counterclaim.ledger.store import Payload, Row, State, Store
from counterclaim.model.document import PartKind

# The row of a claim that has no day known.
UNDATED = 0
WEEK = 7
# Claims that say that they point back are pointed at once more under a week of their own: few, and asked for far ahead.
BACK = -1
# Remarks read lately, by the hash of what they say and where it stands: news is answered by the news of the same days.
KEPT: dict[tuple[str | int, ...], Remark] = {}
MOST_KEPT = 4096
INSERT = (
    "INSERT INTO remark (claim, document, day, part, links, keys, story) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number"
)


def remarks_of(store: Store, document: str) -> tuple[Remark, ...]:
    """The claims of a document, as they stand now, that can bear on those of others."""
    row = store.row(document)
    if row is None or row.state != State.CURRENT:
        return ()
    rows = [each for each in store.of_document(document, "claim") if each.copy_of is None]
    claims = [claim_of(store.payload_of(each)) for each in rows]
    links = [link_of(store.payload_of(each)) for each in inside(store, document)]
    return of_claims(document_of(store.payload_of(row), row.origin), claims, links) if claims else ()


def inside(store: Store, document: str) -> list[Row]:
    """The current links between claims of one document, those to other documents left out."""
    others = "id NOT IN (SELECT link FROM across)"
    return store.rows(f"document = ? AND kind = 'link' AND state = 'current' AND {others}", document)


def point(store: Store, document: str, remarks: Iterable[Remark]) -> list[str]:
    """Makes the pointers to a document those of `remarks`; gives the claims that it had pointers to before."""
    before = forget(store, document)
    for one in remarks:
        numbers = sorted(numbered(key) for key in keys(one))
        day = UNDATED if one.day is None else one.day
        story = json.dumps(sorted(one.story))
        values = (
            one.id,
            document,
            day,
            one.view.part.value,
            one.answered + 2 * one.retold + 4 * one.only,
            json.dumps(numbers),
            story,
        )
        (number,) = store.connection.execute(INSERT, values).fetchone()
        weeks = (day // WEEK, BACK) if points_back(one.view) else (day // WEEK,)
        rows = [(week, key, day, number) for week in weeks for key in numbers]
        store.connection.executemany("INSERT INTO pointer VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", rows)
    return before


def forget(store: Store, document: str) -> list[str]:
    """Takes all pointers to a document away; gives the claims that it had pointers to."""
    select = "SELECT number, claim, day, keys FROM remark WHERE document = ? ORDER BY number"
    found = store.connection.execute(select, (document,)).fetchall()
    for number, _, day, held in found:
        rows = [(week, key, day, number) for week in (day // WEEK, BACK) for key in json.loads(held)]
        delete = "DELETE FROM pointer WHERE week = ? AND key = ? AND day = ? AND remark = ?"
        store.connection.executemany(delete, rows)
    store.connection.execute("DELETE FROM remark WHERE document = ?", (document,))
    return [claim for _, claim, _, _ in found]


def sharing(store: Store, one: Remark) -> list[list[str]]:
    """For each key of a remark the claims of other documents that have it too, the nearest in days first."""
    day = UNDATED if one.day is None else one.day
    told, stretches = [], list(_stretches(one.day, LONG if points_back(one.view) else REACH))
    for key in sorted(numbered(each) for each in keys(one)):
        rows = [row for stretch in stretches for row in _pointed(store, key, one.document, stretch)]
        told.append([claim for _, claim in sorted(rows, key=lambda row: (abs(row[0] - day), row[1]))[:SHARED]])
    return told


class _Stretch(NamedTuple):
    """Days of one week, and whether the first or the last of them are the nearest."""

    week: int
    first: int
    last: int
    backward: bool


def _stretches(day: int | None, before: int) -> Iterator[_Stretch]:
    """
    The days within reach, week by week, those before apart from the others; and of what points back all days ahead.

    `before` is how many days are looked back.
    """
    if day is None:
        yield _Stretch(UNDATED, UNDATED, UNDATED, backward=False)
        return
    for low, high, backward in ((day, day + REACH, False), (day - before, day - 1, True)):
        for week in range(low // WEEK, high // WEEK + 1):
            yield _Stretch(week, max(low, WEEK * week), min(high, WEEK * week + WEEK - 1), backward)
    yield _Stretch(BACK, day + REACH + 1, day + LONG, backward=False)


def _pointed(store: Store, key: int, document: str, stretch: _Stretch) -> list[tuple[int, str]]:
    select = (
        "SELECT p.day, r.claim FROM pointer p JOIN remark r ON r.number = p.remark WHERE p.week = ? AND p.key = ? "
        f"AND p.day BETWEEN ? AND ? AND r.document <> ? ORDER BY p.day {'DESC' if stretch.backward else 'ASC'} LIMIT ?"
    )
    values = (stretch.week, key, stretch.first, stretch.last, document, SHARED)
    return store.connection.execute(select, values).fetchall()


def remark_of(store: Store, claim: str) -> Remark | None:
    """One claim as other articles see it, read without its document; None where nothing points at it."""
    select = (
        "SELECT r.payload_sha256, m.document, d.origin, m.day, m.part, m.links, m.story FROM remark m "
        "JOIN record r ON r.id = m.claim JOIN record d ON d.id = m.document WHERE m.claim = ?"
    )
    found = store.connection.execute(select, (claim,)).fetchone()
    if found is None:
        return None
    known = KEPT.get(found)
    if known is None:
        known = KEPT[found] = _made(store.payload(found[0]) or {}, found[1:3], found[3:])
        if len(KEPT) > MOST_KEPT:
            KEPT.pop(next(iter(KEPT)))
    return known


def _made(claim: Payload, ids: tuple[str, str], told: tuple[int, str, int, str]) -> Remark:
    day, part, links, story = told
    alone = remark_alone(claim_of(claim), _wording(claim, part), ids, day or None)
    begins = frozenset(json.loads(story))
    return replace(alone, story=begins, answered=bool(links & 1), retold=bool(links & 2), only=bool(links & 4))


def _wording(claim: Payload, part: str) -> Wording:
    """The words of a claim as its document has them; before the cue as far as its sentence goes."""
    sentence = claim["sentence"] or {"span": [0, 0], "words": ""}
    start = claim["cue"][0][0] - sentence["span"][0] if claim["cue"] else 0
    return Wording(
        claim["quote"], " … ".join(claim["words"]["cue"]), sentence["words"][: max(0, start)], PartKind(part)
    )
