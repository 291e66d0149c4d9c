"""Makes links and matters of their records again, so that the rules on them are written once, in `dispute`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.dispute.join import merged
from counterclaim.dispute.status import status_of
from counterclaim.ledger.store import Payload
from counterclaim.model.claim import Act, Certainty, Claim, Form, Frame
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.matter import Basis, Link, LinkKind, Matter, Position, Status
from counterclaim.model.record import matter_record
from counterclaim.model.span import Span, Spans
from counterclaim.model.speaker import Speaker


def joined(parts: Sequence[Payload], links: Sequence[Payload], *, origins: int) -> Payload:
    """One matter of what is said to it, the earliest first, under its id; `origins` counts those that are no copies."""
    told = {link["id"]: link_of(link) for link in links}
    return matter_record(replace(merged([matter_of(part) for part in parts], told), origins=origins))


def restated(part: Payload, links: Sequence[Payload]) -> Payload:
    """What a document says to a matter after claims went out of it: sides of positions and status told anew."""
    matter = matter_of(part)
    positions = tuple(
        replace(each, sides=tuple(side for side, own in matter.sides.items() if set(own) & set(each.claims)))
        for each in matter.positions
    )
    status, because = status_of(matter.sides, positions, [link_of(link) for link in links])
    return matter_record(replace(matter, positions=positions, status=status, because=because))


def link_of(record: Payload) -> Link:
    """The link that a record was made of."""
    return Link(
        record["id"],
        record["from"],
        record["to"],
        LinkKind(record["kind"]),
        Basis(record["basis"]),
        record["because"],
        record["found_by"],
        record["score"],
    )


def matter_of(record: Payload) -> Matter:
    """The matter that a record was made of."""
    place = record["place"] or {}
    return Matter(
        id=record["id"],
        question=record["question"],
        status=Status(record["status"]),
        sides={side: tuple(claims) for side, claims in record["sides"].items()},
        positions=tuple(_position(each) for each in record["positions"]),
        links=tuple(record["links"]),
        unattributed=tuple(record["unattributed"]),
        unanswered_by=tuple(record["unanswered_by"]),
        place=place.get("key"),
        place_name=place.get("name"),
        time=record["time"],
        origins=record["origins"],
        because=record["because"],
        history=tuple(record["history"]),
    )


def claim_of(record: Payload) -> Claim:
    """The claim that a record was made of, without what no link depends on: whom it accuses, and its chain."""
    speaker = record["speaker"]
    return Claim(
        id=record["id"],
        document=record["document"],
        source=_spans(record["source"]),
        cue=_spans(record["cue"]),
        content=_spans(record["content"]),
        form=Form(record["form"]),
        act=Act(record["act"]),
        certainty=Certainty(record["certainty"]),
        speaker=Speaker(speaker["name"], speaker["role"], speaker["side"], speaker["because"]) if speaker else None,
        within=record["within"],
        said_on=record["said_on"],
        happened=record["happened"],
        about=tuple(_frame(each) for each in record["about"]),
    )


def _spans(pieces: Sequence[Sequence[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pieces)


def _frame(record: Payload) -> Frame:
    rest = {key: value for key, value in record.items() if key not in ("frame", "words", "containers")}
    return Frame(record["frame"], Span(*record["words"]), containers=tuple(record["containers"]), **rest)


def document_of(record: Payload, origin: str | None) -> Document:
    """The document that a record was made of, as far as links depend on it; `origin` is the one it is under."""
    parts = tuple(Part(PartKind(each["kind"]), Span(each["start"], each["end"])) for each in record["parts"])
    return Document(
        id=record["id"],
        text=record["text"],
        title=record["title"] or "",
        parts=parts,
        published=record["published"],
        published_precision=record["published_precision"],
        origin=origin,
    )


def _position(record: Payload) -> Position:
    return Position(record["answer"], tuple(record["claims"]), tuple(record["sides"]))
