"""Batch: one analysed document as the payloads that the ledger stores, content and capture apart."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.ledger.canonical import canonical, sha256
from counterclaim.ledger.store import Payload
from counterclaim.model.analysis import Analysis
from counterclaim.model.document import Document
from counterclaim.model.identity import identity
from counterclaim.model.reading import Reading
from counterclaim.model.record import analysis_record, link_record, matter_record
from counterclaim.model.span import Span, words_of

CAPTURE = ("path", "url", "feed", "front_matter")
READING = ("times", "places", "quantities", "statements", "clauses", "extractor")
# Not stored with the content: what belongs to the capture, to the origin, or to things of their own.
APART = frozenset((*CAPTURE, *READING, "captured", "origin", "claims", "lost"))
FIELDS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Batch:
    """Everything that one `add` may write; `sha256` names the whole, the time of capture aside."""

    document: str
    text: str
    origin: str
    content: Payload
    capture: Payload
    reading: Payload
    claims: tuple[Payload, ...]
    links: tuple[Payload, ...]
    matters: tuple[Payload, ...]
    sha256: str


def batch_of(analysis: Analysis) -> Batch:
    """The payloads of `analysis`; in canonical form only, so that equal analyses give equal batches."""
    record = analysis_record(analysis)
    document = analysis.document
    claims = tuple(with_words(claim, document.text, analysis.reading) for claim in record["claims"])
    key = document.origin or document.id
    origin = identity("o", key)
    told = {"id": identity("r", document.id), "document": document.id, "origin": origin}
    parts: dict[str, Payload] = {
        "content": {key: value for key, value in record.items() if key not in APART},
        "capture": _capture(record),
        "reading": {**told, **{key: record[key] for key in READING}},
    }
    links = tuple(link_record(link) for link in analysis.disputes.links)
    matters = tuple(matter_record(matter) for matter in analysis.disputes.matters)
    whole = sha256(canonical([parts, claims, links, matters]))
    return Batch(document.id, document.text, origin, **parts, claims=claims, links=links, matters=matters, sha256=whole)


def _capture(record: Payload) -> Payload:
    where = {key: record[key] for key in CAPTURE}
    return {"id": _capture_id(record["id"], where), "document": record["id"], **where}


def _capture_id(document: str, where: Payload) -> str:
    return identity("k", canonical([document, where["path"], where["url"], where["feed"]]))


def capture_of(document: Document) -> str:
    """The id under which a copy of `document`, had from this very place, is kept."""
    return _capture_id(document.id, {"path": document.path, "url": document.url, "feed": document.feed})


def with_words(claim: Payload, text: str, reading: Reading | None = None) -> Payload:
    """
    A claim with the words that its spans quote, so that `verify` has something to hold against the text.

    `text_sha256` is the hash of the very text that the offsets count in; `sentence` is the one around the content.
    """
    words = {field: [text[start:end] for start, end in claim[field]] for field in FIELDS}
    content = [Span(*piece) for piece in claim["content"]]
    quoted = {"quote": words_of(content, text), "words": words, "text_sha256": _hash(text)}
    around = _sentence(claim, reading) if reading else (claim.get("sentence") or {}).get("span")
    sentence = {"span": around, "words": text[around[0] : around[1]]} if around else None
    return {**claim, **quoted, "sentence": sentence}


@lru_cache(maxsize=8)
def _hash(text: str) -> str:
    """The hash of a text; once, for all of its claims."""
    return sha256(text)


def _sentence(claim: Payload, reading: Reading) -> list[int] | None:
    """The sentence where the claim is made: that of its cue, or of its content where there is no cue."""
    at = (claim["cue"] or claim["content"])[0][0]
    number = bisect_right(reading.sentences, at, key=lambda sentence: sentence.span.start) - 1
    span = reading.sentences[number].span if number >= 0 else None
    return [span.start, span.end] if span and at < span.end else None
