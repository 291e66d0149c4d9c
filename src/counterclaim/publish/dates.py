"""Dates: says a value of EDTF in words, and leaves what it cannot read as it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from counterclaim.model.edtf import bounds
from counterclaim.publish.texts import Texts

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})(?:-XX)?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_DECADE = re.compile(r"(\d{3})X|(\d{2})XX")
# A day inside a text; one inside a longer number or word is something else.
_INSIDE = re.compile(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])")
_YEAR = re.compile(r"(\d{4})-XX(?:-XX)?")
OPEN = ("", "..")
# EDTF numbers the seasons of a year after its months.
FIRST_SEASON = 21


def spoken(edtf: str, texts: Texts) -> str:
    """
    A day, month, season, year, decade or interval in the words of a language: *26 April 2025*, *since August 2024*.

    A time of day is left out: no zone is invented for it.
    """
    first, slash, last = edtf.partition("/")
    if slash:
        # *and/or* and *1/2* are no stretches of time.
        return _interval(first, last, texts) if any(bounds(edtf) or ()) else edtf
    bare = edtf.rstrip("~?%")
    said = _one(bare, texts)
    return texts("dates.about", when=said) if bare != edtf else said


def days_spoken(text: str, texts: Texts) -> str:
    """A text such as a matter's question, with its days in words."""
    return _INSIDE.sub(lambda found: spoken(found[0], texts), text)


def _interval(first: str, last: str, texts: Texts) -> str:
    if first in OPEN and last not in OPEN:
        return texts("dates.until", last=spoken(last, texts))
    if last in OPEN and first not in OPEN:
        return texts("dates.since", first=spoken(first, texts))
    return texts("dates.span", first=spoken(first, texts), last=spoken(last, texts))


def _one(edtf: str, texts: Texts) -> str:
    if day := _DAY.fullmatch(edtf):
        month = _named(day[2], "dates.months", 1, texts)
        return texts("dates.day", day=int(day[3]), month=month, year=day[1]) if month else edtf
    if month_of := _MONTH.fullmatch(edtf):
        return _month(edtf, month_of, texts)
    if week := _WEEK.fullmatch(edtf):
        return texts("dates.week", week=int(week[2]), year=week[1])
    if decade := _DECADE.fullmatch(edtf):
        return texts("dates.decade", year=f"{decade[1]}0" if decade[1] else f"{decade[2]}00")
    year = _YEAR.fullmatch(edtf)
    return year[1] if year else edtf


def _month(edtf: str, found: re.Match[str], texts: Texts) -> str:
    if month := _named(found[2], "dates.months", 1, texts):
        return texts("dates.month", month=month, year=found[1])
    season = _named(found[2], "dates.seasons", FIRST_SEASON, texts)
    return texts("dates.season", season=season, year=found[1]) if season else edtf


def _named(number: str, key: str, first: int, texts: Texts) -> str | None:
    names = cast(Sequence[str], texts.value(key))
    at = int(number) - first
    return names[at] if 0 <= at < len(names) else None
