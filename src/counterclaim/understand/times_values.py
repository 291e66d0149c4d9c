"""EDTF values of times: how they are written, moved, and which days they span."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

SEASON_NAMES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
# The first month of each EDTF season of the north; winter begins in December and is named after its first year.
SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
GRAINS = ("day", "week", "month", "year")
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200}
OPEN = ".."
# Publication outside these years is a broken stamp, and counting from it would leave the calendar.
YEARS = range(1500, 2900)


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication as far as it is known: `grain` is `day`, `month` or `year`."""

    day: date
    grain: str

    @property
    def edtf(self) -> str:
        """The day of publication, no finer than it is known."""
        return at_grain(self.day, self.grain)

    def knows(self, grain: str) -> bool:
        """Whether publication is known finely enough to count `grain`s from it."""
        return GRAINS.index(self.grain) <= GRAINS.index(grain)


def published(text: str | None, precision: str | None) -> Published | None:
    """The day of publication from a document's ISO 8601 stamp; None where there is none that can be read."""
    match = re.match(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", text or "")
    if not match:
        return None
    if int(match[1]) not in YEARS:
        return None
    known = "day" if match[3] else "month" if match[2] else "year"
    day = day_of(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    grain = precision if precision in ("month", "year") else known
    return Published(day, grain) if day else None


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def at_grain(day: date, grain: str) -> str:
    """The day, week, month, year, decade or century that `day` lies in, as EDTF."""
    if grain == "week":
        iso = day.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}"
    if grain == "month":
        return f"{day.year:04}-{day.month:02}"
    digits = {"year": 4, "decade": 3, "century": 2}.get(grain)
    return day.isoformat() if digits is None else f"{day.year:04}"[:digits].ljust(4, "X")


def moved(day: date, count: int, unit: str) -> date | None:
    """`day` moved by `count` units; the last day of a month that is too short; None beyond the calendar."""
    try:
        if unit in DAYS_IN:
            return day + timedelta(days=DAYS_IN[unit] * count)
        if unit not in MONTHS_IN:
            return day
        months = day.year * 12 + day.month - 1 + MONTHS_IN[unit] * count
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def interval(first: str, last: str) -> str:
    """From `first` to `last`; one value where both are the same."""
    return first if first == last else f"{first}/{last}"


def grain_of(edtf: str) -> str:
    """The grain of one EDTF value that is no interval."""
    if "W" in edtf:
        return "week"
    if "X" in edtf or len(edtf) == 4:
        return "year" if "X" not in edtf else "decade" if edtf.count("X") == 1 else "century"
    return "month" if len(edtf) == 7 else "day"


def days(edtf: str | None) -> tuple[date | None, date | None]:
    """First and last day of an EDTF value; None at an open end."""
    if not edtf:
        return None, None
    if "/" in edtf:
        first, last = edtf.split("/")
        return days(first)[0], days(last)[1]
    return (None, None) if edtf == OPEN else _days_of_one(edtf)


def _days_of_one(edtf: str) -> tuple[date | None, date | None]:
    if match := re.fullmatch(r"(\d{4})-W(\d{2})", edtf):
        try:
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        except ValueError:
            return None, None
        return monday, monday + timedelta(days=6)
    if match := re.fullmatch(r"(\d{2,4})(X*)", edtf):
        span = 10 ** len(match[2])
        first = int(match[1]) * span
        return day_of(first, 1, 1), day_of(first + span - 1, 12, 31)
    if match := re.fullmatch(r"(\d{4})-(\d{2})", edtf):
        return _days_of_month(int(match[1]), int(match[2]))
    day = date.fromisoformat(edtf[:10])
    return day, day


def _days_of_month(year: int, month: int) -> tuple[date | None, date | None]:
    first_month, length = SEASON_MONTHS.get(month, month), 3 if month > 12 else 1
    first = day_of(year, first_month, 1)
    after = moved(first, length, "month") if first else None
    return first, after - timedelta(days=1) if after else None


def timex3(edtf: str | None, part: str | None = None) -> str | None:
    """The TIMEX3 value of an EDTF value, with the part of the day; None for an interval."""
    if not edtf or "/" in edtf:
        return None
    if len(edtf) == 7 and edtf[5:].isdigit() and int(edtf[5:]) in SEASON_NAMES:
        return f"{edtf[:4]}-{SEASON_NAMES[int(edtf[5:])]}"
    plain = edtf.rstrip("X")
    return f"{plain}T{part}" if part and grain_of(edtf) == "day" and "T" not in edtf else plain


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    golden, century = year % 19, year // 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date | None:
    """The `which`-th weekday (0 is Monday) of a month."""
    first = date(year, month, 1)
    return moved(first, (weekday - first.weekday()) % 7 + 7 * (which - 1), "day")
