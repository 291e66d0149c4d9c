"""Makes links and matters of their records again, so that the rules on them are written once, in `dispute`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.dispute import join
from counterclaim.dispute.status import status_of
from counterclaim.ledger.store import Payload
from counterclaim.model.matter import Basis, Disputes, Link, LinkKind, Matter, Position, Status
from counterclaim.model.record import matter_record


def joined(parts: Sequence[Payload], links: Sequence[Payload], *, origins: int) -> Payload:
    """One matter from what documents say to it, the earliest first; `origins` counts those that are no copies."""
    first = Disputes(tuple(link_of(link) for link in links), (matter_of(parts[0]),))
    others = (Disputes((), (matter_of(part),)) for part in parts[1:])
    (matter,) = join((first, *others)).matters
    return matter_record(replace(matter, origins=origins))


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


def _position(record: Payload) -> Position:
    return Position(record["answer"], tuple(record["claims"]), tuple(record["sides"]))
