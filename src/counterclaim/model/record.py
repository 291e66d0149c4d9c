"""Writes the nouns as plain JSON records in the form of the contract `counterclaim/1`, for ledger and exports alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from counterclaim.model.analysis import Analysis, Failure
from counterclaim.model.claim import Accused, Claim, Frame
from counterclaim.model.document import Document
from counterclaim.model.lost import Lost
from counterclaim.model.matter import Link, Matter, Position
from counterclaim.model.place import Place
from counterclaim.model.quantity import Quantity
from counterclaim.model.span import Span, Spans
from counterclaim.model.speaker import Speaker
from counterclaim.model.statement import Clause, Statement
from counterclaim.model.when import Time

Record = dict[str, Any]

FORMAT = "counterclaim/1"


def span_record(span: Span) -> list[int]:
    """A span as `[start, end]`."""
    return [span.start, span.end]


def _spans(spans: Spans) -> list[list[int]]:
    return [span_record(span) for span in spans]


def plain(value: object) -> Any:
    """A front-matter value as JSON can hold it: dates as ISO 8601, keys as strings, the rest as it is."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def document_record(document: Document) -> Record:
    """The document itself, without what was found in it."""
    return {
        "id": document.id,
        "understood": document.understood,
        "origin": document.origin or document.id,
        "path": document.path,
        "url": document.url,
        "canonical_url": document.canonical_url,
        "feed": document.feed,
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        "language": document.language,
        "captured": document.captured,
        "rights": document.rights,
        "front_matter": None if document.front_matter is None else plain(document.front_matter),
        "published": document.published,
        "published_precision": document.published_precision,
        "text": document.text,
        "parts": [{"kind": str(part.kind), "start": part.span.start, "end": part.span.end} for part in document.parts],
        "removed": [{"text": each.text, "where": each.where, "why": each.why} for each in document.removed],
        "character_map": [[run.text_start, run.file_start, run.length] for run in document.character_map.runs],
        "notes": list(document.notes),
    }


def time_record(time: Time) -> Record:
    """An expression of time."""
    return {
        "span": span_record(time.span),
        "value": time.value,
        "timex3": time.timex3,
        "first": time.first.isoformat() if time.first else None,
        "last": time.last.isoformat() if time.last else None,
        "rule": time.rule,
        "because": time.because,
    }


def place_record(place: Place) -> Record:
    """A mention of a place."""
    return {
        "span": span_record(place.span),
        "name": place.name,
        "key": place.key,
        "lat": place.lat,
        "lon": place.lon,
        "geonames_id": place.geonames_id,
        "countries": list(place.countries),
        "disputed": place.disputed,
        "admin1": place.admin1,
        "containers": list(place.containers),
        "precision": str(place.precision),
        "candidates": [{"name": name, "score": score} for name, score in place.candidates],
        "because": place.because,
    }


def quantity_record(quantity: Quantity) -> Record:
    """A quantity."""
    return {
        "span": span_record(quantity.span),
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "bound": str(quantity.bound),
        "unit": quantity.unit,
        "of": quantity.of,
        "outcome": quantity.outcome,
    }


def speaker_record(speaker: Speaker | None) -> Record | None:
    """Who speaks; None where nobody is named or described."""
    if speaker is None:
        return None
    return {"name": speaker.name, "role": speaker.role, "side": speaker.side, "because": speaker.because}


def frame_record(frame: Frame) -> Record:
    """What a claim is about."""
    return {
        "frame": frame.kind,
        "words": span_record(frame.words),
        "place": frame.place,
        "place_name": frame.place_name,
        "containers": list(frame.containers),
        "actor": frame.actor,
        "patient": frame.patient,
        "polarity": frame.polarity,
        "extent": frame.extent,
        "modality": frame.modality,
        "low": frame.low,
        "high": frame.high,
        "unit": frame.unit,
        "counted": frame.counted,
        "time": frame.time,
    }


def accused_record(accused: Accused) -> Record:
    """A person whom a claim names beside a wrong."""
    return {"name": accused.name, "role": accused.role, "public": accused.public, "because": accused.because}


def claim_record(claim: Claim) -> Record:
    """A claim."""
    return {
        "id": claim.id,
        "document": claim.document,
        "source": _spans(claim.source),
        "cue": _spans(claim.cue),
        "content": _spans(claim.content),
        "form": str(claim.form),
        "within": claim.within,
        "speaker": speaker_record(claim.speaker),
        "addressee": claim.addressee,
        "channel": claim.channel,
        "said_on": claim.said_on,
        "happened": claim.happened,
        "chain": list(claim.chain),
        "review": claim.review,
        "act": str(claim.act),
        "certainty": str(claim.certainty),
        "about": [frame_record(frame) for frame in claim.about],
        "accused": [accused_record(each) for each in claim.accused],
        "score": claim.score,
        "found_by": claim.found_by,
        "because": claim.because,
    }


def link_record(link: Link) -> Record:
    """A link between two claims."""
    return {
        "id": link.id,
        "from": link.from_claim,
        "to": link.to_claim,
        "kind": str(link.kind),
        "basis": str(link.basis),
        "because": link.because,
        "score": link.score,
        "found_by": link.found_by,
    }


def _position(position: Position) -> Record:
    return {"answer": position.answer, "claims": list(position.claims), "sides": list(position.sides)}


def matter_record(matter: Matter) -> Record:
    """A matter with its positions and sides."""
    place = {"key": matter.place, "name": matter.place_name} if matter.place else None
    return {
        "id": matter.id,
        "question": matter.question,
        "status": str(matter.status),
        "sides": {side: list(claims) for side, claims in matter.sides.items()},
        "positions": [_position(position) for position in matter.positions],
        "links": list(matter.links),
        "unattributed": list(matter.unattributed),
        "unanswered_by": list(matter.unanswered_by),
        "history": [dict(step) for step in matter.history],
        "origins": matter.origins,
        "place": place,
        "time": matter.time,
        "because": matter.because,
    }


def statement_record(statement: Statement) -> Record:
    """A statement: where it stands, and what it is about as a claim's `about` has it."""
    return {"span": span_record(statement.span), **frame_record(statement.frame)}


def _span_or_none(span: Span | None) -> list[int] | None:
    return None if span is None else span_record(span)


def clause_record(clause: Clause) -> Record:
    """A clause: spans and marks only, so that words which are withheld leave nothing here."""
    return {
        "span": span_record(clause.span),
        "sentence": span_record(clause.sentence),
        "voice": str(clause.voice),
        "verb": _span_or_none(clause.verb),
        "actor": _span_or_none(clause.actor),
        "object": _span_or_none(clause.object),
        "polarity": clause.polarity,
        "modality": clause.modality,
        "claim": clause.claim,
    }


def lost_record(lost: Lost) -> Record:
    """A place where attribution or a hedge was lost."""
    return {
        "document": lost.document,
        "span": span_record(lost.span),
        "origin": lost.origin,
        "told": span_record(lost.told),
        "claim": lost.claim,
        "what": str(lost.what),
        "where": str(lost.where),
        "because": lost.because,
        "found_by": lost.found_by,
        "score": lost.score,
    }


def analysis_record(analysis: Analysis) -> Record:
    """One document with what was found in it, as the contract's `documents[]` has it."""
    reading = analysis.reading
    return {
        **document_record(analysis.document),
        "claims": [claim_record(claim) for claim in analysis.claims],
        "times": [time_record(time) for time in reading.times],
        "places": [place_record(place) for place in reading.places],
        "quantities": [quantity_record(quantity) for quantity in reading.quantities],
        "statements": [statement_record(statement) for statement in analysis.statements],
        "clauses": [clause_record(clause) for clause in analysis.clauses],
        "lost": [lost_record(lost) for lost in analysis.lost],
        "extractor": analysis.extractor,
    }


def answer_record(
    analyses: Iterable[Analysis], *, links: Iterable[Link], matters: Iterable[Matter], failures: Iterable[Failure] = ()
) -> Record:
    """The whole answer of `counterclaim read --format json`."""
    return {
        "format": FORMAT,
        "documents": [analysis_record(analysis) for analysis in analyses],
        "links": [link_record(link) for link in links],
        "matters": [matter_record(matter) for matter in matters],
        "failures": [{"path": failure.path, "reason": failure.reason} for failure in failures],
    }
