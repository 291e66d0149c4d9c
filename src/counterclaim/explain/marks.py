"""Draws marks under a line of text: where a source, a cue and a content begin and end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.model.span import Span

# Combining marks and joiners take no column, East Asian wide characters take two.
_WIDE = frozenset("WF")
_NO_COLUMN = frozenset({"Mn", "Me", "Cf"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One span to be marked, with its label; `bar` draws its whole length, else only its beginning is pointed at."""

    span: Span
    label: str
    bar: bool = False


def columns(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in _NO_COLUMN:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def lines_of(text: str, span: Span, width: int) -> Iterator[Span]:
    """`span` cut into lines of at most `width` characters, at blanks where there are any."""
    start = span.start
    while span.end - start > width:
        blank = text.rfind(" ", start + 1, start + width + 1)
        end = blank if blank > start else start + width
        yield Span(start, end)
        start = end + 1 if blank > start else end
    if start < span.end:
        yield Span(start, span.end)


def drawn_under(text: str, line: Span, marks: Sequence[Mark]) -> list[str]:
    """The rows of marks under `line` of `text`, each mark in the first row that has room for it."""
    rows: list[str] = []
    for mark in marks:
        if mark.span.meets(line):
            _place(rows, *_drawn(text, line, mark))
    return rows


def _place(rows: list[str], at: int, drawn: str) -> None:
    """Rows grow to the right only, so a mark goes where the row has ended a blank before it."""
    for number, row in enumerate(rows):
        if len(row) < at or (not at and not row):
            rows[number] = row.ljust(at) + drawn
            return
    rows.append(" " * at + drawn)


def _drawn(text: str, line: Span, mark: Mark) -> tuple[int, str]:
    """The column of a mark in its line, and what is drawn there."""
    start, end = max(mark.span.start, line.start), min(mark.span.end, line.end)
    at = columns(text[line.start : start])
    if not mark.bar:
        return at, f"^{mark.label}"
    length = max(columns(text[start:end]), 1)
    opens, closes = mark.span.start == start, mark.span.end == end
    return at, _bar(length, mark.label if opens else "", opens=opens, closes=closes)


def _bar(length: int, label: str, *, opens: bool, closes: bool) -> str:
    """`└── content 12-40 ──┘`, without the corner at a side that runs on into another line."""
    left, right = "└" if opens else "─", "┘" if closes else "─"
    middle = f" {label} " if label else ""
    room = length - 2
    if room < len(middle):
        return (left + "─" * room + right)[:length] + (f" {label}" if label else "")
    return left + middle.center(room, "─") + right


def in_text_order(marks: Iterable[Mark]) -> list[Mark]:
    """Marks from left to right, the longer first where two begin together."""
    return sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.label))
