"""Finds annotations by where they stand, without going through all of a document's for each question."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from counterclaim.model.span import Span

Item = TypeVar("Item")


class Located(Generic[Item]):
    """
    `items` by the characters of their spans, as `spans_of` gives them; they may overlap and have several pieces.

    The pieces are kept by their starts, each with the furthest end so far: walking back from where a stretch ends one
    may stop as soon as nothing before reaches into it.
    """

    def __init__(self, items: Sequence[Item], spans_of: Callable[[Item], Iterable[Span]]) -> None:
        pieces = sorted((span.start, span.end, number) for number, each in enumerate(items) for span in spans_of(each))
        self._items = items
        self._starts = [start for start, _, _ in pieces]
        self._ends = [end for _, end, _ in pieces]
        self._numbers = [number for _, _, number in pieces]
        self._reach: list[int] = []
        for end in self._ends:
            self._reach.append(max(end, self._reach[-1]) if self._reach else end)

    def meeting(self, *spans: Span) -> list[Item]:
        """The items that share a character with one of `spans`, in the order in which they were given."""
        return [self._items[number] for number in sorted({n for span in spans for n in self._found(span)})]

    def _found(self, span: Span) -> Iterable[int]:
        at = bisect_left(self._starts, span.end) - 1
        while at >= 0 and self._reach[at] > span.start:
            if self._ends[at] > span.start:
                yield self._numbers[at]
            at -= 1
