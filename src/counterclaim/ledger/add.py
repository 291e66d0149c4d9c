"""Adds one analysed document: content, capture and origin apart, claims matched to those of an earlier reading."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import reduce
from operator import or_

from counterclaim.ledger import across, copies, matters, origin
from counterclaim.ledger.answers import Receipt
from counterclaim.ledger.batch import Batch
from counterclaim.ledger.blank import blanked_claim, everywhere, filled, is_gone, trimmed, without
from counterclaim.ledger.passage import index
from counterclaim.ledger.pointers import inside
from counterclaim.ledger.release import refresh_releases
from counterclaim.ledger.review import refresh_reviews
from counterclaim.ledger.store import Change, Payload, Row, State, Store
from counterclaim.ledger.succession import Heir, heirs, realign, saying

CHANGED = "words of this document are withheld and its text has changed since: it was kept as it was"


def add(store: Store, batch: Batch, captured: str) -> Receipt:
    """Writes what is new in `batch`; the caller holds the transaction."""
    if store.is_withheld(batch.document):
        return Receipt(batch.document, withheld=True, note="this document is withheld")
    known = store.row(batch.document)
    if known and _seen(store, batch):
        return Receipt(batch.document, claims_kept=len(store.of_document(batch.document, "claim")))
    shown = _blanked(store, batch) if known else batch
    if shown is None:
        return Receipt(batch.document, note=CHANGED)
    return _write(store, shown, known, captured)


def _write(store: Store, batch: Batch, known: Row | None, captured: str) -> Receipt:
    old_text = store.payload_of(known)["text"] if known else batch.text
    content = store.save("document", batch.content, document=batch.document)
    new_capture = _capture(store, batch, captured)
    store.save("reading", batch.reading, document=batch.document)
    moved = origin.enter(store, batch.document)
    done, successors = _claims(store, batch, old_text)
    links = _links(store, batch, successors)
    touched = matters.hear(store, batch.document, batch.matters)
    index(store, batch.document)
    marked = _mark(store, batch.document, moved)
    met = reduce(or_, (across.meet(store, each) for each in marked), across.Met())
    changed = _matters(store, {**dict.fromkeys(met.touched), **touched}, moved)
    refresh_reviews(store, batch.document)
    refresh_releases(store, batch.document)
    return Receipt(
        batch.document,
        new_document=content is Change.ADDED,
        new_capture=new_capture,
        claims_added=done[Change.ADDED] + done[Change.RESTORED],
        claims_kept=done[Change.KEPT],
        claims_revised=done[Change.REVISED],
        claims_superseded=len(successors),
        links_added=links[Change.ADDED] + links[Change.RESTORED] + met.added,
        links_superseded=links["superseded"] + met.superseded,
        matters_added=changed[Change.ADDED] + changed[Change.RESTORED],
        matters_revised=changed[Change.REVISED],
    )


def _seen(store: Store, batch: Batch) -> bool:
    """Whether this very capture gave this very analysis the last time: then there is nothing to do."""
    select = "SELECT analysis_sha256 FROM seen WHERE capture = ?"
    found = store.connection.execute(select, (batch.capture["id"],)).fetchone()
    return bool(found and found[0] == batch.sha256)


def _capture(store: Store, batch: Batch, captured: str) -> bool:
    """Writes where the copy was had; when is what the first capture said."""
    row = store.row(batch.capture["id"])
    first = store.payload_of(row).get("captured", captured) if row else captured
    change = store.save("capture", {**batch.capture, "captured": first}, document=batch.document)
    insert = "INSERT INTO seen VALUES (?, ?) ON CONFLICT DO UPDATE SET analysis_sha256 = excluded.analysis_sha256"
    store.connection.execute(insert, (batch.capture["id"], batch.sha256))
    return change is Change.ADDED


def _claims(store: Store, batch: Batch, old_text: str) -> tuple[Counter[str], dict[str, str | None]]:
    """Saves the claims; gives what became of them, and the successors of those that are no longer found."""
    rows = store.of_document(batch.document, "claim", state=None)
    changes = {claim["id"]: store.save("claim", claim, document=batch.document) for claim in batch.claims}
    gone = [row for row in rows if row.id not in changes and row.state == State.CURRENT]
    orphans = [row for row in rows if row.id not in changes and row.state == State.SUPERSEDED and not row.successor]
    found = _heirs(store, batch, [*gone, *orphans], changes, old_text)
    for row in gone:
        store.supersede(row, *_why(found.get(row.id)))
    for row in orphans:
        if row.id in found:
            store.supersede(row, *_why(found[row.id]))
    return Counter(map(str, changes.values())), {row.id: _why(found.get(row.id))[0] for row in gone}


def _heirs(store: Store, batch: Batch, old: list[Row], changes: dict[str, Change], old_text: str) -> dict[str, Heir]:
    if not old:
        return {}
    move = realign(old_text, batch.text) if old_text != batch.text else None
    before = [saying(payload, move) for row in old if (payload := store.payload_of(row))]
    now = [saying(claim) for claim in batch.claims if changes[claim["id"]] is not Change.WITHHELD]
    fresh = [each for each in now if changes[each.id] in (Change.ADDED, Change.RESTORED)]
    return heirs(before, fresh, kept=[each for each in now if each not in fresh])


def _why(heir: Heir | None) -> tuple[str | None, Payload]:
    if heir is None:
        return None, {"because": "no longer found, and no new claim is the same act of saying"}
    return heir.id, {"because": "the same act of saying, read anew", "score": heir.score}


def _links(store: Store, batch: Batch, successors: dict[str, str | None]) -> Counter[str]:
    """Saves the links; those no longer found are superseded by the link of that kind between the successors, if any."""
    rows = inside(store, batch.document)
    changes = {link["id"]: store.save("link", link, document=batch.document) for link in batch.links}
    ends = {(link["from"], link["to"], link["kind"]): link["id"] for link in batch.links}
    done = Counter(map(str, changes.values()))
    for row in rows:
        if row.id not in changes:
            link = store.payload_of(row)
            one, other = (successors.get(link[end], link[end]) for end in ("from", "to"))
            store.supersede(
                row, ends.get((one, other, link["kind"])), {"because": "no longer found between its claims"}
            )
            done["superseded"] += 1
    return done


def _mark(store: Store, document: str, moved: origin.Moved) -> list[str]:
    """
    Marks which claims are copies; in all documents of an origin where its leader is another or says other things.

    Gives the documents in which that may have changed, this one among them.
    """
    led_anew = set(moved.led_anew)
    if origin.lead_of(store, document) == document:
        led_anew.update(row.origin for row in [store.row(document)] if row and row.origin)
    for each in sorted(led_anew):
        copies.mark_all(store, each)
    others = {document, *moved.documents}
    for each in sorted(others):
        row = store.row(each)
        if row and row.origin not in led_anew:
            copies.mark(store, each)
    return sorted(others | {row.id for each in led_anew for row in origin.members(store, each)})


def _matters(store: Store, touched: dict[str, str | None], moved: origin.Moved) -> Counter[str]:
    """Joins the matters anew that the document speaks or spoke to, and those of whoever came under another origin."""
    others = [each for document in moved.documents for each in matters.contributions_of(store, document)]
    told = {**dict.fromkeys(others), **touched}
    return Counter(str(matters.refresh(store, each, told[each])) for each in sorted(told))


def _blanked(store: Store, batch: Batch) -> Batch | None:
    """The batch without the words that were withheld from its document; None where they cannot be found for sure."""
    select = "SELECT first, last FROM blanked WHERE document = ? ORDER BY first, last"
    ranges = store.connection.execute(select, (batch.document,)).fetchall()
    if not ranges:
        return batch
    row = store.row(batch.document)
    text = filled(batch.text, ranges)
    if row is None or store.payload_of(row)["text"] != text:
        return None
    needles = everywhere(batch.text[first:last] for first, last in ranges)
    claims = [blanked_claim(claim, text, needles) for claim in batch.claims if not is_gone(claim, text)]
    claims = [claim for claim in claims if not store.is_withheld(claim["id"])]
    gone = frozenset(claim["id"] for claim in batch.claims) - {claim["id"] for claim in claims}
    links = [link for link in batch.links if not gone & {link["from"], link["to"]}]
    lost = gone | {link["id"] for link in batch.links} - {link["id"] for link in links}
    told = [trimmed(without(matter, needles), lost) for matter in batch.matters]
    return replace(
        batch,
        text=text,
        content={**without(batch.content, needles), "text": text},
        capture=without(batch.capture, needles),
        reading=without(batch.reading, needles),
        claims=tuple(claims),
        links=tuple(without(link, needles) for link in links),
        matters=tuple(matter for matter in told if matters.claims_in(matter)),
    )
