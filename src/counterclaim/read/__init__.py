"""Reads posts, pages, feeds and plain text from files and folders: a Document each, or a Failure that says why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from counterclaim.errors import ReadError
from counterclaim.model.analysis import Failure
from counterclaim.model.document import Document
from counterclaim.model.identity import identity_of_bytes
from counterclaim.read.characters import decode
from counterclaim.read.feed import read_feed
from counterclaim.read.files import bytes_of, find, shown
from counterclaim.read.front_matter import front_matter
from counterclaim.read.page import read_page
from counterclaim.read.plain import read_plain
from counterclaim.read.post import read_post
from counterclaim.read.sniff import Form, form_of
from counterclaim.read.source import Source

__all__ = ["read"]


def read(paths: Iterable[Path]) -> Iterator[Document | Failure]:
    """
    The documents of files and folders, one a post, page or text and one an entry of a feed.

    What cannot be read gives a Failure, one line with path, place and remedy, and the others go on. Nothing is fetched.
    """
    for found in find(paths):
        if isinstance(found, Failure):
            yield found
        else:
            yield from _read_file(found)


def _read_file(path: Path) -> Iterator[Document | Failure]:
    try:
        yield from _documents(_source(path), path.suffix.lower())
    except ReadError as error:
        place = f"{error.place}: " if error.place else ""
        yield Failure(shown(path), f"{place}{error.detail}")
    except Exception as error:  # noqa: BLE001 - whatever a parser of strangers' files trips over, the other files go on
        yield Failure(shown(path), f"could not be read ({type(error).__name__}); please report it with the file")


def _source(path: Path) -> Source:
    raw = bytes_of(path)
    decoded = decode(raw, shown(path))
    return Source(decoded.text, shown(path), path.name, identity_of_bytes("d", raw), decoded.notes)


def _documents(source: Source, suffix: str) -> Iterator[Document | Failure]:
    if not source.content.strip():
        raise ReadError(source.path, "nothing to read", remedy="the file is empty")
    matter = front_matter(source.content, source.path)
    form = Form.POST if matter else form_of(source.content, suffix)
    if form is Form.FEED:
        yield from read_feed(source)
    elif form is Form.PAGE:
        yield read_page(source)
    else:
        yield read_post(source, matter) if form is Form.POST else read_plain(source)
