"""Turns Markdown into pieces of plain text - headings, paragraphs, list items - each character with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from counterclaim.model.document import PartKind
from counterclaim.read.inline import label_of, plain_words, without_unseen
from counterclaim.read.mapped import Mapped, joined
from counterclaim.read.masking import UNSEEN, masked
from counterclaim.read.pieces import Piece

BLANKS = " \t" + UNSEEN

RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^`]*)$")
HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
CLOSING_HASHES = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
QUOTE = re.compile(r" {0,3}>[ \t]?")
# A paragraph may open with a year and a full stop; no list in the news is numbered that high.
ITEM = re.compile(r"[ \t]*(?:[-*+]|(\d{1,3})[.)])(?:[ \t]+|$)")
REFERENCE = re.compile(r" {0,3}\[([^\[\]\n]{1,200})\]:[ \t]*\S")
FOOTNOTE = re.compile(r" {0,3}\[\^[^\[\]\s]{1,50}\]:[ \t]*")
ATTRIBUTES = re.compile(r"\s*\{:[^}\n]*\}\s*$")
TABLE_RULE = re.compile(r"[ \t|:+-]*-[ \t|:+-]*$")


class Kind(Enum):
    """What a block of lines is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    VERBATIM = "verbatim"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, as (start, end) in the file, without the markup at their beginnings."""

    kind: Kind
    lines: tuple[tuple[int, int], ...]


def markdown(content: str, start: int = 0) -> tuple[Piece, ...]:
    """
    The pieces of the Markdown from `start` to the end of the decoded file `content`, in reading order.

    Every character that is not MADE equals the character of `content` at its place. Takes time linear in the length.
    """
    seen = content[:start] + masked(content[start:])
    builder = _Builder(seen)
    for line_start, line_end in _lines(seen, start):
        builder.take(line_start, line_end)
    builder.close()
    return tuple(_pieces(builder, seen))


def _lines(content: str, start: int) -> Iterator[tuple[int, int]]:
    while start < len(content):
        end = content.find("\n", start)
        end = len(content) if end < 0 else end
        yield start, end
        start = end + 1


def _pieces(builder: _Builder, content: str) -> Iterator[Piece]:
    for block in builder.blocks:
        words = joined(_with_line_ends(block, content))
        if block.kind is Kind.VERBATIM:
            yield Piece(PartKind.BODY, without_unseen(words))
            continue
        kind = PartKind.HEADING if block.kind is Kind.HEADING else PartKind.BODY
        for stretch in plain_words(words, builder.references):
            if stretch.caption and kind is PartKind.BODY:
                yield Piece(PartKind.CAPTION, stretch.words)
            else:
                yield Piece(PartKind.HEADING if stretch.heading else kind, stretch.words)


def _with_line_ends(block: Block, content: str) -> Iterator[Mapped]:
    last = len(block.lines) - 1
    for number, (start, end) in enumerate(block.lines):
        yield Mapped.from_file(content, start, end)
        if number < last:
            yield Mapped.from_file(content, end, end + 1)


class _Builder:
    """Takes line after line and groups them into blocks."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.blocks: list[Block] = []
        self.references: set[str] = set()
        self.open: list[tuple[int, int]] = []
        self.verbatim = False
        self.fence = ""
        self.in_list = False
        self.depth = 0

    def close(self, kind: Kind | None = None) -> None:
        """Ends the block that is open."""
        if self.open:
            usual = Kind.VERBATIM if self.verbatim else Kind.PARAGRAPH
            self.blocks.append(Block(kind or usual, tuple(self.open)))
        self.open, self.verbatim = [], False

    def take(self, start: int, end: int) -> None:
        """Takes the line from `start` to `end`."""
        if self.fence:
            self._fenced(start, end)
        elif not self.content[start:end].strip(BLANKS):
            self.close()
        elif not self._indented(start, end):
            self._marked(*self._contained(start, end))

    def _fenced(self, start: int, end: int) -> None:
        line = self.content[start:end].strip()
        if len(line) >= len(self.fence) and not line.strip(self.fence[0]):
            self.fence = ""
            self.close()
        elif line:
            self.open.append((start, end))
        else:
            self.close()
            self.verbatim = True

    def _indented(self, start: int, end: int) -> bool:
        """Takes an indented line as it stands, after a blank line and outside lists, as Markdown does."""
        deep = self.content.startswith(("    ", "\t"), start)
        if not deep:
            self.in_list = self.in_list and bool(self.open or self.content.startswith((" ", ">"), start))
            if self.verbatim:
                self.close()
            return False
        if self.in_list or (self.open and not self.verbatim):
            return False
        self.verbatim = True
        self.open.append((self._past_blanks(start, end), end))
        return True

    def _contained(self, start: int, end: int) -> tuple[int, int]:
        """Passes the marks of quotations and list items, which open a paragraph of their own."""
        depth = 0
        while True:
            if quote := QUOTE.match(self.content, start, end):
                start, depth = quote.end(), depth + 1
                if depth > self.depth:
                    self.close()
                continue
            item = None if RULE.match(self.content, start, end) else ITEM.match(self.content, start, end)
            if not item or not self._opens(item):
                # A line may go on with a quoted paragraph without the mark of the quotation.
                self.depth = max(depth, self.depth if self.open else 0)
                return start, end
            self.close()
            self.in_list, start = True, item.end()

    def _opens(self, item: re.Match[str]) -> bool:
        """Inside a paragraph only a bullet, a `1.` or the next number of a running list begins an item."""
        number = item.group(1)
        return not self.open or self.in_list or number is None or number == "1"

    def _marked(self, start: int, end: int) -> None:
        content = self.content
        if not content[start:end].strip(BLANKS):
            self.close()
        elif self.open and UNDERLINE.match(content, start, end):
            self.close(Kind.HEADING if len(self.open) < 3 else None)
        elif RULE.match(content, start, end) or ATTRIBUTES.match(content, start, end):
            self.close()
        elif fence := FENCE.match(content, start, end):
            self.close()
            self.fence, self.verbatim = fence.group(1), True
        elif heading := HEADING.match(content, start, end):
            self._heading(heading, end)
        else:
            self._paragraph(start, end)

    def _heading(self, heading: re.Match[str], end: int) -> None:
        self.close()
        closing = CLOSING_HASHES.search(self.content[heading.end() : end][-80:])
        length = len(closing.group()) if closing else 0
        if end - length > heading.end():
            self.blocks.append(Block(Kind.HEADING, ((heading.end(), end - length),)))

    def _paragraph(self, start: int, end: int) -> None:
        if not self.open and (footnote := FOOTNOTE.match(self.content, start, end)):
            start = footnote.end()
        elif not self.open and (reference := REFERENCE.match(self.content, start, end)):
            self.references.add(label_of(reference.group(1)))
            return
        start = self._past_blanks(start, end)
        if self.content[start : start + 1] == "|":
            self._row(start, end)
        elif start < end:
            self.open.append((start, end))

    def _row(self, start: int, end: int) -> None:
        """Each row of a table is a paragraph; the line of dashes under its head is none."""
        self.close()
        if not TABLE_RULE.match(self.content, start, end):
            inner = self.content[start:end].rstrip(BLANKS)
            self.open = [(start + 1, start + len(inner) - (len(inner) > 1 and inner.endswith("|")))]
            self.close()

    def _past_blanks(self, start: int, end: int) -> int:
        return end - len(self.content[start:end].lstrip(BLANKS))
