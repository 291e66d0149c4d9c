"""dateline: where the place, day and agency before a report end, which the parser would take for words of it."""

from __future__ import annotations

import re
from functools import cache

from counterclaim.data import table


def dateline(text: str) -> int:
    """Where the dateline of a paragraph ends, 0 where it has none: *HARROW, March 14 (NA) — The mill has closed.*"""
    matches = (pattern.match(text) for pattern in _patterns())
    end = max((match.end() for match in matches if match), default=0)
    return end if end < len(text) else 0


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["pattern"]) for row in table("datelines"))
