"""Reads the article out of a saved web page, without menus and adverts, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from trafilatura import bare_extraction

from counterclaim.errors import ReadError
from counterclaim.model.document import Document, PartKind
from counterclaim.read.doctype import refuse_entities
from counterclaim.read.fields import is_address, said
from counterclaim.read.finish import Facts, finish
from counterclaim.read.mapped import Mapped
from counterclaim.read.pieces import Piece
from counterclaim.read.published import Published, published
from counterclaim.read.source import Source
from counterclaim.read.tree import parsed, pieces_of_tree

DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='date' or @name='pubdate' or @name='DC.date' or @name='dcterms.date']/@content",
    "//article//time/@datetime",
)
LINKED_DATE = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,60})"')
# Guessing a date from the running text would be a guess; and no date is too late, or the clock would have a say.
DATE_SEARCH = {"extensive_search": False, "original_date": True, "max_date": "9999-12-31"}


def read_page(source: Source) -> Document:
    """The document of a saved HTML page; raises ReadError where no article is found in it."""
    refuse_entities(source.content, source.path)
    tree = parsed(source.content)
    if tree is None:
        raise ReadError(source.path, "is no HTML page", remedy="save the page again, or give its text as .txt")
    on = _published(tree)
    language = next(iter(tree.xpath("/html/@lang")), None)
    found: Any = bare_extraction(tree, with_metadata=True, include_comments=False, date_extraction_params=DATE_SEARCH)
    if found is None or found.body is None:
        raise ReadError(source.path, "no article was found in the page", remedy="give its text as .txt or .md")
    on = on or (published(found.date) if found.date else None)
    return finish(tuple(_pieces(found)), _facts(source, found, on, language))


def _pieces(found: Any) -> Iterator[Piece]:
    title = " ".join((found.title or "").split())
    yield Piece(PartKind.TITLE, Mapped.made(title))
    for piece in pieces_of_tree(found.body):
        if piece.kind is not PartKind.HEADING or piece.words.text.casefold() != title.casefold():
            yield piece


def _published(tree: etree._Element) -> Published | None:
    for path in DATES:
        for written in tree.xpath(path):
            if on := published(str(written)):
                return on
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json" and (linked := LINKED_DATE.search(script.text or "")):
            return published(linked.group(1))
    return None


def _facts(source: Source, found: Any, on: Published | None, language: str | None) -> Facts:
    address = said(found.url)
    return Facts(
        id=source.id,
        path=source.path,
        published=on.value if on else None,
        published_precision=on.precision if on else None,
        language_hint=language,
        url=address if is_address(address) else None,
        canonical_url=address if is_address(address) else None,
        publisher=said(found.sitename),
        author=said(found.author),
        rights=said(found.license),
        notes=source.notes,
    )
