"""Reads RSS and Atom files, one document an entry, with the entry's link and the feed it came from."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from typing import Any

import feedparser

from counterclaim.errors import ReadError
from counterclaim.model.analysis import Failure
from counterclaim.model.document import Document, PartKind
from counterclaim.model.identity import identity
from counterclaim.read.doctype import refuse_entities
from counterclaim.read.fields import is_address, said
from counterclaim.read.finish import Facts, finish
from counterclaim.read.limits import FEED_BYTES
from counterclaim.read.mapped import Mapped, sound
from counterclaim.read.noise import clean
from counterclaim.read.pieces import Piece
from counterclaim.read.published import Published, published
from counterclaim.read.source import Source
from counterclaim.read.tree import pieces_of_html

# The content is decoded already, whatever its first line says.
DECODED = {"content-type": "application/xml; charset=utf-8"}
# References to what is no character (NUL, halves of surrogate pairs, beyond Unicode), escaped once or more.
REFERENCE = re.compile(r"&(?:amp;){0,3}#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));?")
DECLARATION = re.compile(r"\s*<\?xml[^<>]*\?>")


def read_feed(source: Source) -> Iterator[Document | Failure]:
    """
    The entries of a feed, in the feed's order.

    A malformed feed gives the entries that could be read, each with a note; raises ReadError where there are none. An
    entry keeps its id when the feed is fetched again, for the id hashes what the entry says and not the file.
    """
    refuse_entities(source.content, source.path)
    if len(source.content) > FEED_BYTES:
        reason = f"feed is larger than {FEED_BYTES:,} characters"
        raise ReadError(source.path, reason, remedy="split it into smaller files")
    feed = _parsed(source)
    note = _malformed(feed)
    if not feed.entries:
        reason = note or "feed has no entries" if feed.get("version") else "is no RSS or Atom feed"
        raise ReadError(source.path, reason, remedy="fetch it again and check that it is complete")
    notes = (*source.notes, *((f"{note}; what could be read is here",) if note else ()))
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _document(entry, feed.feed, source, notes)
        except ReadError as error:
            yield Failure(source.path, f"entry {number}: {error.detail}")


def _parsed(source: Source) -> Any:
    content = REFERENCE.sub(_character, DECLARATION.sub("", source.content, count=1))
    try:
        return feedparser.parse(io.BytesIO(content.encode("utf-8", "replace")), response_headers=DECODED)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        # On some broken markup feedparser itself trips; it does not say where.
        raise ReadError(
            source.path, "feed is malformed", remedy="fetch it again and check that it is complete"
        ) from None


def _character(reference: re.Match[str]) -> str:
    in_hex, in_decimal = reference.groups()
    code = int(in_hex, 16) if in_hex else int(in_decimal)
    whole = code and not 0xD800 <= code <= 0xDFFF and code <= sys.maxunicode
    return reference.group() if whole else "\ufffd"


def _malformed(feed: Any) -> str:
    problem = feed.get("bozo_exception") if feed.bozo else None
    line = getattr(problem, "getLineNumber", lambda: None)()
    return f"feed is malformed in line {line}" if line else ""


def _document(entry: Any, feed: Any, source: Source, notes: tuple[str, ...]) -> Document:
    title, excerpt, body = _title(entry), *_excerpt_and_body(entry)
    on, date_notes = _date(entry)
    link = said(entry.get("link"))
    words = [piece.words.text for piece in body]
    key = (said(entry.get("id")) or link, title, said(dict.get(entry, "published")), words)
    cleaned = clean((Piece(PartKind.TITLE, Mapped.made(title)), *excerpt, *body))
    facts = Facts(
        id=identity("d", *key),
        path=source.path,
        published=on.value if on else None,
        published_precision=on.precision if on else None,
        language_hint=said(entry.get("language") or feed.get("language")),
        url=link if is_address(link) else None,
        feed=_address_of(feed) or source.path,
        publisher=said(feed.get("title")),
        author=said(entry.get("author")),
        rights=said(entry.get("rights") or feed.get("rights") or entry.get("license") or feed.get("license")),
        removed=cleaned.removed,
        notes=(*notes, *date_notes),
    )
    return finish(cleaned.pieces, facts)


def _title(entry: Any) -> str:
    detail = entry.get("title_detail") or {}
    title = entry.get("title") or ""
    if detail.get("type") != "text/plain":
        title = " ".join(piece.words.text for piece in pieces_of_html(title))
    return sound(re.sub(r"[ \t\n]+", " ", title).strip())


def _excerpt_and_body(entry: Any) -> tuple[list[Piece], list[Piece]]:
    """The content as body and the summary as excerpt; a summary alone, or one that is the content, is the body."""
    summary = _pieces(entry.get("summary_detail"), entry.get("summary"))
    content = [piece for each in entry.get("content") or () for piece in _pieces(each, each.get("value"))]
    if not content or _words(content) == _words(summary):
        return [], content or summary
    return [Piece(PartKind.EXCERPT, piece.words) for piece in summary], content


def _pieces(detail: Any, value: str | None) -> list[Piece]:
    if detail and detail.get("type") == "text/plain":
        value = (value or "").replace("&", "&amp;").replace("<", "&lt;")
    return pieces_of_html(value or "")


def _words(pieces: list[Piece]) -> str:
    return " ".join(piece.words.text for piece in pieces)


def _date(entry: Any) -> tuple[Published | None, tuple[str, ...]]:
    """When the entry was published; else, with a note, when it was updated."""
    for name in ("published", "updated"):
        written = said(dict.get(entry, name))
        if written:
            on = published(written)
            updated = ("the entry names no date of publication; its date of update was taken",)
            unread = (f"date {written[:60]!r} was not understood",)
            return on, (unread if on is None else updated if name == "updated" else ())
    return None, ()


def _address_of(feed: Any) -> str | None:
    """The address a feed gives as its own."""
    links = feed.get("links") or ()
    own = (said(link.get("href")) for link in links if link.get("rel") == "self")
    return next((each for each in own if is_address(each)), None)
