"""Span: a half-open range of characters in one document's text, and the algebra of ranges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """
    Characters `start` up to, but not including, `end`, counted in Unicode code points.

    >>> Span(8, 14).of("Ukraine denies it.")
    'denies'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies inside this span; a span holds itself."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def to(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


Spans = tuple[Span, ...]


def hold(outer: Iterable[Span], inner: Iterable[Span]) -> bool:
    """Whether each of the `inner` spans lies inside one of the `outer` ones."""
    held = tuple(outer)
    return all(any(piece.holds(part) for piece in held) for part in inner)


def meet(one: Iterable[Span], other: Iterable[Span]) -> bool:
    """Whether any two of the spans share a character."""
    others = tuple(other)
    return any(a.meets(b) for a in one for b in others)


def words_of(spans: Iterable[Span], text: str) -> str:
    """The words of a span in pieces, joined by an ellipsis as a quotation would be."""
    return " … ".join(span.of(text) for span in spans)
