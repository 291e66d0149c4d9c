"""Addresses: where each page of the site stands, as safe file names, and how one page leads to another."""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from counterclaim.publish.settings import Settings

FOLDERS: Mapping[str, str] = {
    "matter": "matters",
    "document": "documents",
    "speaker": "speakers",
    "place": "places",
    "source": "sources",
    "day": "archive",
    "category": "categories",
    "tag": "tags",
}
PAGES: Mapping[str, str] = {
    "front": "index.html",
    "search": "search.html",
    "about": "about.html",
    "feed": "feed.xml",
    "archive": "archive/index.html",
}
# An id of ours, or a day, month or year: such a key is its own file name. None of these is a name that Windows keeps
# for itself, and none has a hyphen before letters as every made name has.
_ITSELF = re.compile(r"[a-z][0-9a-f]{1,40}|[0-9]{4}(-[0-9]{2}){0,2}", re.ASCII)
_OTHER = re.compile(r"[^a-z0-9]+")
# A readable beginning; with folder, hash and ending a path stays below 100 bytes.
LONGEST_SLUG = 48
# 48 bits: among a hundred thousand names in one alphabet that is not ours two meet with a chance of 1 in 50,000.
DIGITS = 12


def path_of(kind: str, key: str = "") -> str:
    """
    The path of a page in the site, ASCII with `/`, never above the site; ValueError for a kind that there is not.

    `kind` is front, search, about, feed or archive, without a key; or matter, document, speaker, place, source, day
    (`2024`, `2024-08`, `2024-08-06`), category, tag, with what tells one from another. Without its key a kind of the
    second sort leads to the page that lists them. Two keys have two paths, also where capitals make no difference.

    >>> path_of("matter", "m00ff"), path_of("speaker")
    ('matters/m00ff.html', 'speakers/index.html')
    """
    if kind in PAGES and not key:
        return PAGES[kind]
    if kind not in FOLDERS:
        raise ValueError(f"there is no page of kind {kind!r}; expected one of {', '.join((*PAGES, *FOLDERS))}")
    return f"{FOLDERS[kind]}/{file_name(key) if key else 'index'}.html"


def claim_path(document: str, claim: str) -> str:
    """The permalink of a claim: the page of its document and the claim's id there."""
    return f"{path_of('document', document)}#{file_name(claim)}"


def beside(path: str, ending: str) -> str:
    """
    Where another form of a page stands: `beside("matters/m00ff.html", "csv")` is `matters/m00ff.csv`.

    Raises ValueError for what is no page.
    """
    page = path.partition("#")[0]
    if not page.endswith(".html"):
        raise ValueError(f"{path!r} is no page")
    return f"{page.removesuffix('.html')}.{ending}"


@lru_cache(maxsize=100_000)
def file_name(key: str) -> str:
    """A file name, and an anchor, of ASCII letters, digits and hyphens that no other key has."""
    if _ITSELF.fullmatch(key):
        return key
    letters = unicodedata.normalize("NFKD", key).casefold().encode("ascii", "ignore").decode("ascii")
    slug = _OTHER.sub("-", letters).strip("-")[:LONGEST_SLUG].rstrip("-")
    told = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
    return f"{slug or 'x'}-{told}"


@lru_cache(maxsize=100_000)
def relative(from_path: str, to_path: str) -> str:
    """
    The address of one page as a link on another holds it; an anchor goes along.

    >>> relative("matters/m00ff.html", "documents/d1.html#c1")
    '../documents/d1.html#c1'
    """
    page, sign, anchor = to_path.partition("#")
    if sign and page == from_path.partition("#")[0]:
        return f"#{anchor}"
    return posixpath.relpath(page, posixpath.dirname(from_path) or ".") + sign + anchor


def absolute(settings: Settings, path: str) -> str | None:
    """The address of a page on the web; None where the publisher has told none. The front page is the site itself."""
    if not settings.url:
        return None
    return f"{settings.url.rstrip('/')}/{'' if path == PAGES['front'] else path}"
