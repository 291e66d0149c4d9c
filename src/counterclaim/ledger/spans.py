"""Spans: holds the words that each claim quotes against the text that it quotes them from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.ledger.batch import FIELDS
from counterclaim.ledger.canonical import sha256
from counterclaim.ledger.passage import COLUMNS, passage
from counterclaim.ledger.store import Payload, Row, Store


@dataclass(slots=True)
class Checked:
    """How many spans were compared, and how many could not be since their text is withheld."""

    spans: int = 0
    withheld: int = 0


def check_document(store: Store, row: Row, checked: Checked) -> Iterator[str]:
    """One line for each span of this document, in every version of every claim, that does not quote its text."""
    texts = Texts([content["text"] if content else None for content in _versions(store, row.id)])
    for claim in store.of_document(row.id, "claim", state=None):
        for payload in _versions(store, claim.id):
            if payload:
                yield from _check_claim(payload, texts, checked)
        if claim.state == "current":
            yield from _check_passage(store, claim)


class Texts:
    """The text of one document in each of its versions, by hash; None for a version that was withheld."""

    def __init__(self, versions: list[str | None]) -> None:
        self.by_hash = {sha256(text): text for text in versions if text is not None}
        self.latest = next(iter(reversed(self.by_hash.values())), "")
        self.hidden = None in versions


def _versions(store: Store, identifier: str) -> list[Payload | None]:
    select = (
        "SELECT DISTINCT p.sha256, p.body FROM event e JOIN payload p ON p.sha256 = e.payload_sha256 "
        "WHERE e.subject = ? AND e.kind IN ('added', 'revised', 'restored') ORDER BY e.seq"
    )
    return [json.loads(body) if body else None for _, body in store.connection.execute(select, (identifier,))]


def _check_claim(claim: Payload, texts: Texts, checked: Checked) -> Iterator[str]:
    known = claim["text_sha256"] in texts.by_hash
    if not known and texts.hidden:
        checked.withheld += sum(1 for _ in _spans(claim))
        return
    if not known:
        yield f"claim {claim['id']}: the text that it quotes was changed"
    text = texts.by_hash.get(claim["text_sha256"], texts.latest)
    for field, start, end, words in _spans(claim):
        checked.spans += 1
        if not 0 <= start < end <= len(text) or text[start:end] != words:
            yield f"claim {claim['id']}: its {field} [{start}, {end}] does not quote the text"


def _spans(claim: Payload) -> Iterator[tuple[str, int, int, str]]:
    for field in FIELDS:
        for (start, end), words in zip(claim[field], claim["words"][field], strict=True):
            yield field, start, end, words
    if claim["sentence"]:
        yield "sentence", *claim["sentence"]["span"], claim["sentence"]["words"]


def _check_passage(store: Store, row: Row) -> Iterator[str]:
    """What search reads of a claim is what the claim says."""
    wanted = passage(store.payload_of(row))
    found = store.connection.execute(f"SELECT {', '.join(COLUMNS)} FROM passage WHERE id = ?", (row.id,)).fetchone()
    if found != tuple(wanted[column] for column in COLUMNS):
        yield f"claim {row.id}: search reads other words than it says"
