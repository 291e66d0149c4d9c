"""Time: an expression of time in the text, resolved against the day of publication as far as that can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counterclaim.model.span import Span


@dataclass(frozen=True, slots=True)
class Time:
    """
    One expression of time.

    `value` is EDTF (`2025-04-26`, `2024-08`, `2025-W17`, `2025-02/2025-04`), None for a vague or unresolved one;
    `timex3` the TIMEX3 value; `first` and `last` the days it spans; `rule` the name of the rule that read it.
    """

    span: Span
    value: str | None
    timex3: str | None = None
    first: date | None = None
    last: date | None = None
    rule: str = ""
    because: str = ""
