"""Document: the text of one report as a reader sees it, its parts, what was removed, and its map back to the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from counterclaim.model.span import Span


class PartKind(StrEnum):
    """What a stretch of the text is to its reader."""

    TITLE = "title"
    EXCERPT = "excerpt"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Part:
    """One title, excerpt, heading, paragraph or caption."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Removed:
    """Something a republisher added, left out of the text: its words, the part it stood in, and why it went."""

    text: str
    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters that stand unchanged at `text_start` in the text and at `file_start` in the decoded file."""

    text_start: int
    file_start: int
    length: int


@dataclass(frozen=True, slots=True)
class CharacterMap:
    """
    Which character of the decoded file (line ends made `\\n`, BOM gone) each character of the text came from.

    Between runs the reader dropped or replaced characters: markup, escapes, entities.
    """

    runs: tuple[Run, ...] = ()

    def file_offset(self, position: int) -> int | None:
        """The file's character behind `text[position]`; None where that character was made by the reader."""
        at = bisect_right(self.runs, position, key=lambda run: run.text_start) - 1
        if at < 0:
            return None
        run = self.runs[at]
        inside = position - run.text_start
        return run.file_start + inside if inside < run.length else None


@dataclass(frozen=True, slots=True)
class Document:
    """
    One report as plain text, exactly as every Span will quote it.

    `id` is the hash of the file's bytes (for a feed: of the entry). `published` is ISO 8601 and has an offset only
    where the source gives one; `published_precision` is `day`, `month`, `year` or, where a front matter says so,
    another word kept as it is. `front_matter` holds the source's own fields, unchanged. `feed` is the address or the
    path of the feed an entry came from. `understood` is False for a language that is not read.
    """

    id: str
    text: str
    title: str
    parts: tuple[Part, ...]
    removed: tuple[Removed, ...] = ()
    published: str | None = None
    published_precision: str | None = None
    language: str | None = None
    understood: bool = True
    path: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    feed: str | None = None
    publisher: str | None = None
    author: str | None = None
    rights: str | None = None
    captured: str | None = None
    origin: str | None = None
    front_matter: Mapping[str, object] | None = None
    character_map: CharacterMap = field(default=CharacterMap())
    notes: tuple[str, ...] = ()

    def quote(self, span: Span) -> str:
        """The words of `span`."""
        return span.of(self.text)

    def part_at(self, position: int) -> Part | None:
        """The part in which the character at `position` stands; None between parts."""
        at = bisect_right(self.parts, position, key=lambda part: part.span.start) - 1
        if at >= 0 and position < self.parts[at].span.end:
            return self.parts[at]
        return None
