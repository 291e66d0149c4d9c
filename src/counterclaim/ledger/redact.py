"""Redact: takes one claim out, and blanks its words wherever the ledger holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.errors import LedgerError
from counterclaim.ledger import across, copies
from counterclaim.ledger.answers import Tombstone
from counterclaim.ledger.blank import Range, blanked_claim, everywhere, filled, found, is_gone, without
from counterclaim.ledger.bury import bury, forget_in_matters, links_at, mark, rejoin, told_of
from counterclaim.ledger.canonical import canonical, sha256
from counterclaim.ledger.passage import index
from counterclaim.ledger.regroup import regroup
from counterclaim.ledger.release import refresh_releases
from counterclaim.ledger.review import lineage, refresh_reviews
from counterclaim.ledger.store import Payload, Row, Store


@dataclass(frozen=True, slots=True)
class Blot:
    """One document in which words go: which characters, and how its text reads without them."""

    row: Row
    content: Payload
    ranges: tuple[Range, ...]
    text: str


def redact(store: Store, row: Row, reason: str) -> Tombstone:
    """Takes out the claim in `row`, what it succeeded, and every claim of which nothing is left without its words."""
    claim = store.payload_of(row)
    needles = everywhere(claim["words"]["content"])
    if found(reason, needles):
        raise LedgerError("the reason quotes the words that are to go, and the tombstone shows it; word it otherwise")
    blots = _blots(store, row, claim, needles)
    gone = _gone(store, row, blots, needles)
    touched = forget_in_matters(store, frozenset(gone), needles)
    mark(store, gone)
    for blot in blots:
        _rewrite(store, blot, needles, frozenset(gone))
    _rewrite_rest(store, needles, frozenset(gone))
    regroup(store, [blot.row.id for blot in blots])
    for blot in blots:
        copies.mark(store, blot.row.id)
        index(store, blot.row.id)
        touched |= across.meet(store, blot.row.id).touched
        refresh_reviews(store, blot.row.id)
        refresh_releases(store, blot.row.id)
    removed = rejoin(store, touched) | told_of(store, gone) | _outdated(store, blots) | _quoting(store, needles)
    return bury(store, row, reason, gone, removed)


def _blots(store: Store, row: Row, claim: Payload, needles: Sequence[str]) -> list[Blot]:
    """The documents in whose text the words stand, that of the claim first."""
    held = store.rows("kind = 'document' AND state = 'current'")
    blots = []
    for each in held:
        content = store.payload_of(each)
        ranges = found(content["text"], needles)
        if claim["text_sha256"] == sha256(content["text"]):
            ranges += [(start, end) for start, end in claim["content"]]
        if ranges or each.id == row.document:
            blots.append(Blot(each, content, tuple(sorted(set(ranges))), filled(content["text"], ranges)))
    return blots


def _gone(store: Store, row: Row, blots: Sequence[Blot], needles: Sequence[str]) -> dict[str, Row]:
    """The claim, what it succeeded, what else says only these words, and all links at any of them."""
    claims = {
        each: found for each in lineage(store, row.id) if (found := store.row(each)) and found.state != "withheld"
    }
    for blot in blots:
        for each in store.of_document(blot.row.id, "claim", state=None):
            if each.state != "withheld" and _says_it(each, store.payload_of(each), blot, needles):
                claims[each.id] = each
    return {**claims, **{link.id: link for link in links_at(store, claims)}}


def _says_it(row: Row, claim: Payload, blot: Blot, needles: Sequence[str]) -> bool:
    """A current claim goes where nothing of it is left; one that nobody reads any more already where it quotes."""
    if row.state == "current":
        return is_gone(claim, blot.text)
    return bool(without(claim, needles) != claim)


def _rewrite(store: Store, blot: Blot, needles: Sequence[str], gone: frozenset[str]) -> None:
    """Writes a document, its claims and links anew, the words blanked."""
    document = blot.row.id
    store.save("document", {**without(blot.content, needles), "text": blot.text}, document=document)
    for row in store.of_document(document, "claim"):
        if row.id not in gone:
            store.save("claim", blanked_claim(store.payload_of(row), blot.text, needles), document=document)
    values = [(document, *each) for each in blot.ranges]
    store.connection.executemany("INSERT INTO blanked VALUES (?, ?, ?) ON CONFLICT DO NOTHING", values)


def _rewrite_rest(store: Store, needles: Sequence[str], gone: frozenset[str]) -> None:
    """Whatever else now quotes the words: captures, readings, links."""
    kinds = "kind IN ('document', 'capture', 'reading', 'claim', 'link') AND state = 'current'"
    for row in store.rows(kinds):
        payload = store.payload_of(row) if row.id not in gone else {}
        clean = without(payload, needles)
        if clean != payload:
            store.save(row.kind, clean, document=row.document)


def _outdated(store: Store, blots: Sequence[Blot]) -> set[str]:
    """Former payloads of the rewritten documents and of all that was read in them: the words were in their text."""
    ids = [row.id for blot in blots for row in store.rows("document = ?", blot.row.id)]
    standing = {row.payload_sha256 for blot in blots for row in store.rows("document = ?", blot.row.id)}
    select = "SELECT payload_sha256 FROM event WHERE subject = ? AND kind IN ('added', 'revised', 'restored')"
    return {sha for each in ids for (sha,) in store.connection.execute(select, (each,))} - standing


def _quoting(store: Store, needles: Sequence[str]) -> set[str]:
    """Payloads that hold the words letter for letter: former versions and people's notes."""
    select = "SELECT sha256 FROM payload WHERE instr(body, ?)"
    return {sha for needle in needles for (sha,) in store.connection.execute(select, (canonical(needle)[1:-1],))}
