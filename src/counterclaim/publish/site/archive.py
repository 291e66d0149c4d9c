"""Sources and the archive: documents by who published them, by month, by category and by tag."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from counterclaim.publish.edition.nouns import PublishedDocument
from counterclaim.publish.site.addresses import path_of
from counterclaim.publish.site.frame import Frame
from counterclaim.publish.site.listings import Listing, Name, Section, counted, listed

SOURCES = "sources/index.html"
ARCHIVE = "archive/index.html"
MONTH = 7
# The key of what names no source, or has no date; no source is called so.
NONE = "-"

Groups = dict[str, list[PublishedDocument]]


def source_pages(frame: Frame) -> Iterator[tuple[str, bytes]]:
    """The list of sources, and a page for each with its documents."""
    texts = frame.texts
    groups = _grouped(frame, lambda each: (each.source or NONE,))
    title = _titles(texts("listing.source_unknown"))
    note = texts("listing.sources_note")
    sources = Section("name", _names(frame, "source", groups, title))
    yield from listed(frame, SOURCES, Listing(texts("listing.sources"), (sources,), note=note), section=SOURCES)
    yield from _group_pages(frame, "source", groups, title, SOURCES)


def archive_pages(frame: Frame) -> Iterator[tuple[str, bytes]]:
    """The archive, and a page for each month, category and tag."""
    texts = frame.texts
    months = _grouped(frame, lambda each: ((each.published or NONE)[:MONTH],))
    categories, tags = _grouped(frame, lambda each: each.categories), _grouped(frame, lambda each: each.tags)
    month = _months(frame)
    parts = (
        ("day", months, month, "by_month"),
        ("category", categories, str, "by_category"),
        ("tag", tags, str, "by_tag"),
    )
    sections = tuple(
        Section("name", _names(frame, kind, groups, title, latest=kind == "day"), texts(f"listing.{heading}"))
        for kind, groups, title, heading in parts
        if groups
    )
    archive = Listing(texts("listing.archive"), sections, note=texts("listing.archive_note"))
    yield from listed(frame, ARCHIVE, archive, section=ARCHIVE)
    for kind, groups, title, _ in parts:
        yield from _group_pages(frame, kind, groups, title, ARCHIVE)


def _grouped(frame: Frame, keys: Callable[[PublishedDocument], Iterable[str]]) -> Groups:
    found: Groups = {}
    for document in frame.edition.documents.values():
        for key in keys(document):
            found.setdefault(key, []).append(document)
    return found


def _titles(none: str) -> Callable[[str], str]:
    return lambda key: none if key == NONE else key


def _months(frame: Frame) -> Callable[[str], str]:
    return lambda key: frame.texts("listing.undated") if key == NONE else frame.day(key)


def _names(frame: Frame, kind: str, groups: Groups, title: Callable[[str], str], *, latest: bool = False) -> list[Name]:
    keys = sorted(groups, key=lambda key: key if latest else (key.casefold(), key), reverse=latest)
    return [Name(title(key), path_of(kind, key), counted(frame, "documents", groups[key])) for key in keys]


def _group_pages(
    frame: Frame, kind: str, groups: Groups, title: Callable[[str], str], section: str
) -> Iterator[tuple[str, bytes]]:
    kicker = {"source": "source", "day": "month", "category": "category", "tag": "tag"}[kind]
    for key in sorted(groups):
        documents = Section("document", groups[key], frame.texts("listing.documents"))
        listing = Listing(title(key), (documents,), kicker=frame.texts(f"listing.{kicker}"))
        yield from listed(frame, path_of(kind, key), listing, section=section)
