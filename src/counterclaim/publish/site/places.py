"""The pages of places: a list of all that the texts name, and for each the claims that speak of it, with a map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from counterclaim.publish.edition.nouns import Edition, PublishedClaim, PublishedDocument
from counterclaim.publish.site.addresses import path_of
from counterclaim.publish.site.drawings import places_of
from counterclaim.publish.site.frame import Frame
from counterclaim.publish.site.listings import Listing, Name, Section, counted, listed
from counterclaim.publish.site.speakers import matters_of

SECTION = "places/index.html"
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: the first record of it, the claims that have it in their words, and the documents that name it."""

    record: Record
    claims: list[PublishedClaim] = field(default_factory=list)
    documents: list[PublishedDocument] = field(default_factory=list)


def place_pages(frame: Frame) -> Iterator[tuple[str, bytes]]:
    """The list of places, by name, and a page for each."""
    texts, spots = frame.texts, spots_in(frame.edition)
    ordered = sorted(spots.items(), key=lambda each: (each[1].record["name"].casefold(), each[0]))
    names = [Name(spot.record["name"], path_of("place", key), _note(frame, spot)) for key, spot in ordered]
    everywhere = Listing(texts("listing.places"), (Section("name", names),), note=texts("listing.places_note"))
    yield from listed(frame, SECTION, everywhere, section=SECTION)
    for key, spot in ordered:
        yield from listed(frame, path_of("place", key), _listing(frame, spot), section=SECTION)


def spots_in(edition: Edition) -> dict[str, Spot]:
    """The places that the documents name, and those that matters are about, by key."""
    found: dict[str, Spot] = {}
    for document in edition.documents.values():
        for place in document.places:
            spot = found.setdefault(place["key"], Spot(place))
            if not spot.documents or spot.documents[-1] is not document:
                spot.documents.append(document)
        for claim in document.claims:
            for key in dict.fromkeys(_keys(claim, document)):
                if not claim.copy_of:
                    found[key].claims.append(claim)
    for matter in edition.matters.values():
        if matter.place_key:
            bare = {"key": matter.place_key, "name": matter.place_name or matter.place_key}
            found.setdefault(matter.place_key, Spot({**bare, "precision": "unresolved", "lat": None, "lon": None}))
    return found


def _keys(claim: PublishedClaim, document: PublishedDocument) -> Iterator[str]:
    """The places in the words of a claim."""
    for place in document.places:
        start, end = place["span"]
        if any(first <= start and end <= last for first, last in claim.content):
            yield place["key"]


def _listing(frame: Frame, spot: Spot) -> Listing:
    texts, record = frame.texts, spot.record
    matters = {each.id for each in matters_of(frame.edition, spot.claims)}
    here = [each for each in frame.edition.matters.values() if each.place_key == record["key"] or each.id in matters]
    return Listing(
        record["name"],
        (
            Section("matter", here, texts("listing.matters")),
            Section("claim", spot.claims, texts("listing.claims")),
            Section("document", spot.documents, texts("listing.documents")),
        ),
        kicker=texts("listing.place"),
        note=texts("listing.place_disputed") if record.get("disputed") else "",
        facts=tuple(_facts(frame, record)),
        drawn=places_of(frame, (record,)),
    )


def _facts(frame: Frame, record: Record) -> Iterator[tuple[str, str]]:
    if record.get("countries"):
        yield frame.texts("listing.place_countries"), ", ".join(record["countries"])
    yield frame.texts("listing.place_precision"), frame.texts(f"precision.{record['precision']}")


def _note(frame: Frame, spot: Spot) -> str:
    return f"{counted(frame, 'claims', spot.claims)}, {counted(frame, 'documents', spot.documents)}"
