"""Looks up in a front matter what it says of its post: date, author, address, publisher, rights."""

from __future__ import annotations

from collections.abc import Mapping

from counterclaim.read.mapped import sound
from counterclaim.read.published import Published, from_file_name, published

DATES = ("date", "published", "published_at", "publishDate", "pubDate", "datePublished", "publish_date")
ADDRESSES = ("source_url", "url", "link", "original_url", "source", "permalink", "external_url")
CANONICAL = ("canonical_url", "canonical", "canonicalUrl")
AUTHORS = ("author", "authors", "byline", "by")
PUBLISHERS = ("publisher", "og:site_name", "site_name", "publication", "outlet")
RIGHTS = ("license", "licence", "rights", "copyright")
LANGUAGES = ("lang", "language", "locale")
EXCERPTS = ("excerpt", "summary", "description")
NAMES_INSIDE = ("name", "display_name", "title", "url")

Fields = Mapping[str, object]


def said(value: object) -> str | None:
    """A value as one line of words: the names of a list, the name of a mapping; None for what says nothing."""
    if isinstance(value, Mapping):
        return next((words for name in NAMES_INSIDE if (words := said(value.get(name)))), None)
    if isinstance(value, list):
        return ", ".join(words for each in value if (words := said(each))) or None
    if value is None or isinstance(value, bool):
        return None
    return sound(" ".join(str(value).split())) or None


def first_said(fields: Fields, names: tuple[str, ...]) -> str | None:
    """The first of these fields that says something."""
    return next((words for name in names if (words := said(fields.get(name)))), None)


def address(fields: Fields, names: tuple[str, ...]) -> str | None:
    """The first of these fields that is an address of the web; no other scheme is kept as one."""
    found = (said(fields.get(name)) for name in names)
    return next((each for each in found if is_address(each)), None)


def is_address(words: str | None) -> bool:
    """Whether this is an http or https address, without blanks in it."""
    return bool(words) and str(words).lower().startswith(("http://", "https://")) and " " not in str(words)


def date_of(fields: Fields, file_name: str) -> tuple[Published | None, tuple[str, ...]]:
    """When the post was published, else the day in its file name; with a note where a date could not be read."""
    written = first_said(fields, DATES)
    on = published(written) if written else None
    notes = (f"date {written[:60]!r} was not understood",) if written and not on else ()
    on = on or from_file_name(file_name)
    precision = said(fields.get("date_precision"))
    return (on._replace(precision=precision) if on and precision else on), notes
