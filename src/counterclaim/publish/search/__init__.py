"""Search over the site without a server: an index in small files that a page loads as scripts, also from a disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterclaim.publish.edition.nouns import Edition
from counterclaim.publish.imprint import Imprint
from counterclaim.publish.search.index import Index

FOLDER = "search"


def search_files(edition: Edition, imprint: Imprint) -> Iterator[tuple[str, Iterable[str]]]:
    """The files of the index, path and pieces; equal editions give equal files."""
    for name, text in Index(edition, imprint).files():
        yield f"{FOLDER}/{name}.js", (text,)


__all__ = ["search_files"]
