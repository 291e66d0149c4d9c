"""Writes a date of publication as ISO 8601, with as much as the source says: an offset only where it gives one."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:(?:[T ]|, )\s{0,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s{0,3}(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?\Z"
)
PARTIAL = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?\Z")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY_FIRST = re.compile(r"(?:\w{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})\Z")
MONTH_FIRST = re.compile(r"(?:\w{3,9},? )?([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\Z")
IN_FILE_NAME = re.compile(r"(\d{4})-(\d{2})-(\d{2})-")
ZULU = ("Z", "UTC", "GMT")


class Published(NamedTuple):
    """When something was published, and how closely that is known: `day`, `month` or `year`."""

    value: str
    precision: str


def published(written: str) -> Published | None:
    """
    A date as a source writes it; None where it is no date, or one that could be read in two ways.

    >>> published("Sat, 26 Apr 2025 15:50:21 +0200")
    Published(value='2025-04-26T15:50:21+02:00', precision='day')
    """
    written = written.strip()[:80]
    if iso := ISO.match(written):
        return _iso(iso)
    if PARTIAL.match(written):
        return Published(written, "month" if "-" in written else "year")
    return _spelled(written) or _mail(written)


def _iso(found: re.Match[str]) -> Published | None:
    year, month, day, hour, minute, second, zone = found.groups()
    on = _day(int(year), int(month), int(day))
    if on is None or hour is None:
        return on
    clock = f"{int(hour):02}:{minute}" + (f":{second}" if second else "")
    try:
        datetime.fromisoformat(f"{on.value}T{clock}")
    except ValueError:
        return on
    return on._replace(value=f"{on.value}T{clock}{_offset(zone)}")


def _offset(zone: str | None) -> str:
    if not zone or zone in ZULU:
        return "Z" if zone else ""
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


def _day(year: int, month: int, day: int) -> Published | None:
    try:
        return Published(date(year, month, day).isoformat(), "day")
    except ValueError:
        return None


def _spelled(written: str) -> Published | None:
    if found := DAY_FIRST.match(written):
        day, name, year = found.groups()
    elif found := MONTH_FIRST.match(written):
        name, day, year = found.groups()
    else:
        return None
    month = name[:3].lower()
    return _day(int(year), MONTHS.index(month) + 1, int(day)) if month in MONTHS else None


def _mail(written: str) -> Published | None:
    try:
        moment = parsedate_to_datetime(written)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return Published(moment.isoformat(), "day")


def from_file_name(name: str) -> Published | None:
    """The day in the name of a Jekyll post, `2025-04-26-slug.md`."""
    found = IN_FILE_NAME.match(name)
    return _day(*map(int, found.groups())) if found else None
