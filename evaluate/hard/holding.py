"""Finds the claims that hold the marked words of a pair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

# A claim that holds less than half of the marked words is another claim.
LEAST = 0.5
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words: characters `start` to `end` of the text of `document`."""

    document: str
    start: int
    end: int


def held_by(first: Mark, second: Mark, claims: Sequence[Record]) -> tuple[str | None, str | None]:
    """
    The ids of the two claims that hold the marked words best; None for words that no claim holds.

    One claim never stands for both: where only one is there, it holds the words that it fits better.
    """
    firsts, seconds = _fits(first, claims), _fits(second, claims)
    both = [(one + other, a, b) for (a, one), (b, other) in product(firsts.items(), seconds.items()) if a != b]
    if both:
        _, one, other = max(both)
        return one, other
    alone = max(
        ((fit, claim, place) for place, fits in enumerate((firsts, seconds)) for claim, fit in fits.items()),
        default=None,
    )
    if alone is None:
        return None, None
    return (alone[1], None) if alone[2] == 0 else (None, alone[1])


def _fits(mark: Mark, claims: Iterable[Record]) -> dict[str, float]:
    """How well each claim fits the mark: the characters they share of those that either has."""
    found = {}
    for claim in claims:
        if claim["document"] == mark.document:
            size = sum(end - start for start, end in claim["content"])
            shared = sum(max(0, min(end, mark.end) - max(start, mark.start)) for start, end in claim["content"])
            if shared >= LEAST * (mark.end - mark.start):
                found[claim["id"]] = shared / (size + mark.end - mark.start - shared)
    return found
