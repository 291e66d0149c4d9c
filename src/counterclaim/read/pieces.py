"""Puts the pieces of a document - title, excerpt, headings, paragraphs - together into one text with parts and map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from counterclaim.model.document import CharacterMap, Part, PartKind, Run
from counterclaim.model.span import Span
from counterclaim.read.mapped import Mapped, runs_of

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """One part before it has its place in the text."""

    kind: PartKind
    words: Mapped


class Composed(NamedTuple):
    """The text of a document with its parts and the way back to the file."""

    text: str
    parts: tuple[Part, ...]
    character_map: CharacterMap


def compose(pieces: Iterable[Piece]) -> Composed:
    """The pieces as one text, a blank line between them; blanks at their ends go, and so do empty ones."""
    texts: list[str] = []
    parts: list[Part] = []
    runs: list[Run] = []
    at = 0
    for piece in pieces:
        words = piece.words.stripped()
        if not words.text:
            continue
        at += len(BETWEEN) if parts else 0
        parts.append(Part(piece.kind, Span(at, at + len(words))))
        runs.extend(runs_of(words, at))
        texts.append(words.text)
        at += len(words)
    return Composed(BETWEEN.join(texts), tuple(parts), CharacterMap(tuple(runs)))


def body_of(composed: Composed) -> tuple[str, ...]:
    """The paragraphs of the body."""
    return tuple(part.span.of(composed.text) for part in composed.parts if part.kind is PartKind.BODY)
