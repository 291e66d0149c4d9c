"""Reads Markdown: Jekyll and Hugo posts with their front matter, and Markdown files without one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.model.document import Document, PartKind, Removed
from counterclaim.read.fields import (
    ADDRESSES,
    AUTHORS,
    CANONICAL,
    EXCERPTS,
    LANGUAGES,
    PUBLISHERS,
    RIGHTS,
    address,
    date_of,
    first_said,
    said,
)
from counterclaim.read.finish import Facts, finish
from counterclaim.read.front_matter import FrontMatter, words_of
from counterclaim.read.inline import plain_words
from counterclaim.read.limits import TEXT_CHARACTERS
from counterclaim.read.mapped import Mapped
from counterclaim.read.markdown import markdown
from counterclaim.read.masking import masked
from counterclaim.read.noise import clean, placeholder_images
from counterclaim.read.paragraphs import paragraphs
from counterclaim.read.pieces import Piece
from counterclaim.read.source import Source


def read_post(source: Source, matter: FrontMatter | None) -> Document:
    """
    The document of a Markdown file with the front matter that opens it, if one does.

    Only where a front matter says that it is a post is a republisher's noise looked for.
    """
    start = matter.body_start if matter else 0
    too_long = len(source.content) - start > 2 * TEXT_CHARACTERS
    body = (Piece(PartKind.BODY, Mapped.from_file(source.content, start, len(source.content))),)
    pieces = body if too_long else markdown(source.content, start)
    if matter is None:
        return finish(_titled(pieces), _facts(source, FrontMatter({}, 0), ()))
    pieces = _titled((*_heads(matter, source.content), *pieces))
    cleaned = clean(pieces)
    removed = (*cleaned.removed, *placeholder_images(matter.fields))
    return finish(cleaned.pieces, _facts(source, matter, removed))


def _heads(matter: FrontMatter, content: str) -> Iterator[Piece]:
    """Title and excerpt; an excerpt may have paragraphs."""
    for kind, names in ((PartKind.TITLE, ("title",)), (PartKind.EXCERPT, EXCERPTS)):
        name = next((name for name in names if said(matter.fields.get(name))), None)
        words = words_of(matter, name, content) if name else Mapped.made("")
        words = replace(words, text=masked(words.text))
        for stretch in plain_words(words, set(), marks=False):
            divided = [stretch.words] if kind is PartKind.TITLE else paragraphs(stretch.words)
            yield from (Piece(kind, each) for each in divided)


def _titled(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Without a title of its own a text has the heading that it opens with."""
    kept = [piece for piece in pieces if piece.words.text.strip()]
    if kept and kept[0].kind is PartKind.HEADING:
        kept[0] = Piece(PartKind.TITLE, kept[0].words)
    return tuple(kept)


def _facts(source: Source, matter: FrontMatter, removed: tuple[Removed, ...]) -> Facts:
    fields = matter.fields
    on, date_notes = date_of(fields, source.name)
    return Facts(
        id=source.id,
        path=source.path,
        published=on.value if on else None,
        published_precision=on.precision if on else None,
        language_hint=first_said(fields, LANGUAGES),
        url=address(fields, ADDRESSES),
        canonical_url=address(fields, CANONICAL),
        publisher=first_said(fields, PUBLISHERS),
        author=first_said(fields, AUTHORS),
        rights=first_said(fields, RIGHTS),
        front_matter=fields or None,
        removed=removed,
        notes=(*source.notes, *matter.notes, *date_notes),
    )
