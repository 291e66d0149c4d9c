"""Downloads: an edition, a matter or a document as JSON Lines, CSV, GeoJSON and JSON-LD, in pieces of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from counterclaim.publish.downloads.geojson import geojson
from counterclaim.publish.downloads.jsonld import json_ld
from counterclaim.publish.downloads.records import json_lines
from counterclaim.publish.downloads.selection import Selection, of_document, of_matter, whole
from counterclaim.publish.downloads.table import COLUMNS, csv_of
from counterclaim.publish.edition.nouns import Edition, PublishedDocument, PublishedMatter
from counterclaim.publish.imprint import Imprint
from counterclaim.publish.site.addresses import beside, path_of

# What everything stands beside.
EVERYTHING = "claims.html"
# The ending of a file and what writes it.
FORMS: Mapping[str, Callable[[Selection, Imprint], Iterator[str]]] = {
    "csv": csv_of,
    "jsonl": json_lines,
    "geojson": geojson,
    "jsonld": json_ld,
}


def download(form: str, selection: Selection, imprint: Imprint) -> Iterator[str]:
    """The pieces of a file, `form` being csv, jsonl, geojson or jsonld; the same selection gives the same text."""
    return FORMS[form](selection, imprint)


def downloads(edition: Edition, imprint: Imprint) -> Iterator[tuple[str, Iterable[str]]]:
    """
    Every file to take along, path and pieces: everything as `claims.*`, and each matter.

    A document's JSON-LD stands in its page.
    """
    for form in FORMS:
        yield beside(EVERYTHING, form), download(form, whole(edition), imprint)
    for matter in edition.matters.values():
        for form in FORMS:
            yield beside(path_of("matter", matter.id), form), download(form, of_matter(edition, matter), imprint)


def matter_json_ld(matter: PublishedMatter, edition: Edition, imprint: Imprint) -> Iterator[str]:
    """A matter and its claims as JSON-LD for its page."""
    return json_ld(of_matter(edition, matter), imprint)


def document_json_ld(document: PublishedDocument, edition: Edition, imprint: Imprint) -> Iterator[str]:
    """A document and its claims as JSON-LD for its page."""
    return json_ld(of_document(edition, document), imprint)


__all__ = [
    "COLUMNS",
    "FORMS",
    "Selection",
    "document_json_ld",
    "download",
    "downloads",
    "matter_json_ld",
    "of_document",
    "of_matter",
    "whole",
]
