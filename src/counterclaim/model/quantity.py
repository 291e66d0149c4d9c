"""Quantity: a number with what it counts, how it is bounded, and its unit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.model.span import Span


class Bound(StrEnum):
    """How a number is meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    One quantity: `value` is None for a vague one; `low` and `high` bound it; a share of 20% has the value .2.

    `unit` is `%`, a currency (ISO 4217), a unit of measure (`km`), or None for a count; `of` is what is counted, in
    the text's words; `outcome` is `killed`, `wounded`, `missing`, `captured` or the like where the text says so.
    """

    span: Span
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound = Bound.EXACT
    unit: str | None = None
    of: str | None = None
    outcome: str | None = None
