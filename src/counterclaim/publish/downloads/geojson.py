"""Claims on a map as GeoJSON (RFC 7946): a feature for each place that a claim is about, none of them made up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from counterclaim.publish.downloads.selection import Selection
from counterclaim.publish.edition.nouns import PublishedClaim, PublishedDocument, PublishedMatter
from counterclaim.publish.imprint import Imprint
from counterclaim.publish.jsontext import for_script
from counterclaim.publish.telling import named, who

Record = Mapping[str, Any]

# How a place came to be one of a claim's: it stands in its words, or it is the place of a matter that it speaks to.
IN_WORDS, OF_MATTER = "words", "matter"


def geojson(selection: Selection, imprint: Imprint) -> Iterator[str]:
    """
    A FeatureCollection in pieces: a feature a claim and place, longitude before latitude.

    A place whose coordinates are not known has a null geometry. Of a claim without a place in its words it is the
    places of its matters.
    """
    yield '{"type":"FeatureCollection","features":['
    sign = "\n"
    for claim in selection.claims:
        for place, found in _places(claim, selection):
            yield sign + for_script(_feature(claim, place, found, selection, imprint))
            sign = ",\n"
    yield "\n]}\n"


def _places(claim: PublishedClaim, selection: Selection) -> Iterator[tuple[Record, str]]:
    """The places of a claim, each unit once, with how it came to be one."""
    document = selection.edition.documents[claim.document]
    told = {str(place["key"]): place for place in reversed(document.places) if _inside(place, claim)}
    if told:
        yield from ((place, IN_WORDS) for place in reversed(told.values()))
        return
    matters = [each for each in selection.edition.matters_at.get(claim.id, ()) if each.place_key]
    for matter in {each.place_key: each for each in reversed(matters)}.values():
        yield _place_of(matter, selection), OF_MATTER


def _inside(place: Record, claim: PublishedClaim) -> bool:
    start, end = place["span"]
    return any(first <= start and end <= last for first, last in claim.content)


def _place_of(matter: PublishedMatter, selection: Selection) -> Record:
    """The place of a matter as one of its documents has it; without coordinates where none does."""
    documents = (selection.edition.documents[each] for each in matter.documents if each in selection.edition.documents)
    known = (place for document in documents for place in document.places if place["key"] == matter.place_key)
    return next(known, {"key": matter.place_key, "name": matter.place_name, "precision": "unresolved"})


def _feature(
    claim: PublishedClaim, place: Record, found: str, selection: Selection, imprint: Imprint
) -> dict[str, Any]:
    document = selection.edition.documents[claim.document]
    matters = [each.id for each in selection.edition.matters_at.get(claim.id, ())]
    return {
        "type": "Feature",
        "id": f"{claim.id}.{place['key']}",
        "geometry": _point(place),
        "properties": {
            **_of_place(place, found),
            **_of_claim(claim, imprint),
            "matters": matters,
            **_of_document(document),
            "permalink": imprint.permalink(claim),
        },
    }


def _point(place: Record) -> dict[str, Any] | None:
    lat, lon = place.get("lat"), place.get("lon")
    if lat is None or lon is None:
        return None
    coordinates: Sequence[float] = (lon, lat)
    return {"type": "Point", "coordinates": list(coordinates)}


def _of_place(place: Record, found: str) -> dict[str, Any]:
    return {
        "place": place["name"],
        "place_key": place["key"],
        "precision": place["precision"],
        "disputed": bool(place.get("disputed")),
        "place_from": found,
    }


def _of_claim(claim: PublishedClaim, imprint: Imprint) -> dict[str, Any]:
    """Flat, so that a map can be coloured and filtered by each of them; `who` names the tellers of a nested claim."""
    return {
        "claim": claim.id,
        "who": who(claim, imprint.texts),
        "speaker": named(claim.voice, imprint.texts),
        "side": claim.voice.side,
        "act": claim.act,
        "certainty": claim.certainty,
        "form": claim.form,
        "quote": claim.quote.words,
        "words_cut": claim.quote.cut,
        "said_on": claim.said_on,
        "happened": claim.happened,
    }


def _of_document(document: PublishedDocument) -> dict[str, Any]:
    return {
        "document": document.id,
        "title": document.title,
        "publisher": document.source,
        "url": document.url,
        "published": document.published,
    }
