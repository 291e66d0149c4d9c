"""Makes a Document of pieces and facts: composes the text, tells language and origin, refuses what is empty or huge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.errors import ReadError
from counterclaim.model.document import Document, PartKind, Removed
from counterclaim.read.language import language_of, understood
from counterclaim.read.limits import TEXT_CHARACTERS
from counterclaim.read.origin import origin_of
from counterclaim.read.pieces import Composed, Piece, body_of, compose


@dataclass(frozen=True, slots=True)
class Facts:
    """What a source says about a document beside its text."""

    id: str
    path: str
    published: str | None = None
    published_precision: str | None = None
    language_hint: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    feed: str | None = None
    publisher: str | None = None
    author: str | None = None
    rights: str | None = None
    front_matter: Mapping[str, object] | None = None
    removed: tuple[Removed, ...] = ()
    notes: tuple[str, ...] = ()


def finish(pieces: Sequence[Piece], facts: Facts) -> Document:
    """The document; raises ReadError where there is nothing to read, or too much."""
    if sum(len(piece.words) for piece in pieces) > TEXT_CHARACTERS:
        reason = f"has more than {TEXT_CHARACTERS:,} characters of text"
        raise ReadError(facts.path, reason, remedy="split it into its articles")
    return document_of(compose(pieces), facts)


def document_of(composed: Composed, facts: Facts) -> Document:
    """The document of a text that is already composed."""
    if not composed.parts:
        raise ReadError(facts.path, "nothing to read", remedy="the file has no title, excerpt or paragraph")
    body = body_of(composed)
    language = language_of(" ".join(body) or composed.text, facts.language_hint)
    title = next((part.span.of(composed.text) for part in composed.parts if part.kind is PartKind.TITLE), "")
    document = Document(id=facts.id, text=composed.text, title=title, parts=composed.parts)
    return replace(
        document,
        removed=facts.removed,
        published=facts.published,
        published_precision=facts.published_precision,
        language=language,
        understood=understood(language),
        path=facts.path,
        url=facts.url,
        canonical_url=facts.canonical_url,
        feed=facts.feed,
        publisher=facts.publisher,
        author=facts.author,
        rights=facts.rights,
        origin=origin_of(body),
        front_matter=facts.front_matter,
        character_map=composed.character_map,
        notes=facts.notes,
    )
