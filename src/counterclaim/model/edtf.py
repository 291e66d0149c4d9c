"""EDTF values (ISO 8601-2, levels 0 and 1, and ISO weeks): which days they span, and how surely."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

OPEN = frozenset({"", ".."})
# The first month of each season of the north, as times are read; winter begins in December of its first year.
SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T[\d:.,]+(?:Z|[+-]\d{2}(?::?\d{2})?)?)?", re.ASCII)
MONTH = re.compile(r"(\d{4})-(\d{2})(?:-XX)?", re.ASCII)
WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
YEAR = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)", re.ASCII)
YEAR_ONLY = re.compile(r"(\d{4})-XX(?:-XX)?", re.ASCII)
QUALIFIED = re.compile(r"(.*[^?~%])[?~%]", re.DOTALL)
Days = tuple[date, date]


def bounds(edtf: str) -> tuple[date | None, date | None] | None:
    """
    First and last day of a value, both included; None in the place of an open or unknown end.

    None for what is no such value, or lies outside the years 1 to 9999: it is left off, never guessed.
    """
    if edtf.count("/") > 1:
        return None
    if "/" not in edtf:
        return _one(edtf)
    first, last = edtf.split("/")
    if first in OPEN and last in OPEN:
        return (None, None) if first or last else None
    start, end = _one(first), _one(last)
    if (start is None and first not in OPEN) or (end is None and last not in OPEN):
        return None
    if start and end and start[0] > end[1]:
        return None
    return start[0] if start else None, end[1] if end else None


def is_approximate(edtf: str) -> bool:
    """Whether the value, or one of its ends, is marked as approximate or uncertain."""
    return any(QUALIFIED.fullmatch(part) is not None for part in edtf.split("/"))


def _one(edtf: str) -> Days | None:
    qualified = QUALIFIED.fullmatch(edtf)
    plain = qualified[1] if qualified else edtf
    try:
        return _days(plain)
    except (ValueError, OverflowError):
        return None


def _days(plain: str) -> Days | None:
    """The days of one value without its qualifier; ValueError for days that no calendar has."""
    if match := DAY.fullmatch(plain):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := WEEK.fullmatch(plain):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + timedelta(days=6)
    if match := MONTH.fullmatch(plain):
        return _months(int(match[1]), int(match[2]))
    if match := YEAR.fullmatch(plain) or YEAR_ONLY.fullmatch(plain):
        first, last = match[1].replace("X", "0"), match[1].replace("X", "9")
        return date(max(1, int(first)) if "X" in match[1] else int(first), 1, 1), date(int(last), 12, 31)
    return None


def _months(year: int, month: int) -> Days:
    first = date(year, SEASON_MONTHS.get(month, month), 1)
    after = first.month + (2 if month in SEASON_MONTHS else 0)
    year, month = first.year + (after - 1) // 12, (after - 1) % 12 + 1
    return first, date(year, month, monthrange(year, month)[1])
