"""All pages and files of the site, in an order that depends on the edition alone."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from counterclaim.publish.site.about import about_page
from counterclaim.publish.site.addresses import path_of
from counterclaim.publish.site.archive import archive_pages, source_pages
from counterclaim.publish.site.document import document_page
from counterclaim.publish.site.frame import Frame
from counterclaim.publish.site.front import front
from counterclaim.publish.site.listings import Listing, Section, listed
from counterclaim.publish.site.matter import matter_page
from counterclaim.publish.site.places import place_pages
from counterclaim.publish.site.speakers import speaker_pages

MATTERS = "matters/index.html"
STATUSES = ("contested", "withdrawn", "agreed", "one-sided")


def pages(frame: Frame) -> Iterator[tuple[str, bytes]]:
    """Every page: its path in the site and its bytes."""
    yield front(frame)
    yield from _matters(frame)
    for document in frame.edition.documents.values():
        yield document_page(frame, document)
    yield from speaker_pages(frame)
    yield from place_pages(frame)
    yield from source_pages(frame)
    yield from archive_pages(frame)
    yield from _lost(frame)
    yield about_page(frame)
    yield frame.page("search.html", "search.html", "search.html", {})


def _matters(frame: Frame) -> Iterator[tuple[str, bytes]]:
    matters, texts = frame.edition.matters, frame.texts
    sections = []
    for status in STATUSES:
        own = [each for each in matters.values() if each.status == status]
        sections.append(Section("matter", own, texts(f"status.{status.replace('-', '_')}").capitalize()))
    shown = tuple(each for each in sections if each.items)
    everything = Listing(texts("listing.matters"), shown, note=texts("listing.matters_note"))
    yield from listed(frame, MATTERS, everything, section=MATTERS)
    for matter in matters.values():
        yield matter_page(frame, matter)
    for old, heir in sorted(frame.edition.moved.items()):
        values = {"target": path_of("matter", heir), "question": matters[heir].question}
        yield frame.page(path_of("matter", old), "moved.html", MATTERS, values)


def _lost(frame: Frame) -> Iterator[tuple[str, bytes]]:
    texts = frame.texts
    cases = Section("lost", frame.edition.lost)
    note = texts("lost.explained") if frame.edition.lost else texts("lost.none")
    yield from listed(frame, "lost.html", Listing(texts("lost.title"), (cases,), note=note), section="index.html")


def static_files() -> Iterator[tuple[str, bytes]]:
    """Style sheets, scripts and the icon."""
    for each in sorted(files("counterclaim.publish").joinpath("static").iterdir(), key=lambda found: found.name):
        yield f"static/{each.name}", each.read_bytes()
