"""Reads times of the day: at 9:30 p.m. on Saturday, 7 am local time (0600 UTC)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from counterclaim.understand.times_calendar import read_date
from counterclaim.understand.times_found import Found, Reader, Value
from counterclaim.understand.times_relative import read_dayword, read_weekday
from counterclaim.understand.times_values import OPEN, days
from counterclaim.understand.times_words import Word

HALF_DAY = 12


def read_clock(found: Found) -> Value | None:
    """A clock time with its day where the text gives one; with UTC only where the text gives that."""
    if not found.first("CLOCK", "AMPM") and not found.says("utc", "gmt"):
        return None
    if found.words[0].kind == "CLOCK" and not found.first("AMPM") and not found.says("utc", "gmt", "local"):
        return None
    day = _day(found)
    if day is None:
        return Value()
    stamp = _utc(found)
    local = _local(found)
    if stamp:
        return Value(f"{_day_in_utc(day, local, stamp).isoformat()}T{stamp}Z")
    value = f"{day.isoformat()}T{local}" if local else day.isoformat()
    return Value(f"{OPEN}/{value}" if found.words[0].text == "until" else value)


def _day(found: Found) -> date | None:
    outside = Found(found.scene, _outside_brackets(found.words))
    for kind, reader in (("MONTH", read_date), ("WEEKDAY", read_weekday), ("DAYWORD", read_dayword)):
        if outside.first(kind):
            value = reader(outside)
            return days(value.edtf)[0] if value and value.edtf else None
    return found.before or found.day_before


def _outside_brackets(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words that name the day: what follows the clock and its zone, without *(1930 UTC)*."""
    after = next((n for n, word in enumerate(words) if word.kind in ("CLOSED", "AMPM")), -1)
    after = next((n for n, word in enumerate(words) if word.kind == "CLOSED"), after)
    return words[after + 1 :] or words


def _utc(found: Found) -> str | None:
    """The time in brackets before UTC, as HH:MM."""
    at = next((n for n, word in enumerate(found.words) if word.text in ("utc", "gmt")), None)
    digits = re.sub(r"\D", "", found.words[at - 1].text) if at else ""
    if len(digits) not in (3, 4):
        return None
    hours, minutes = int(digits[:-2]), int(digits[-2:])
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None


def _day_in_utc(day: date, local: str | None, stamp: str) -> date:
    """The day in UTC: another one where clock and UTC lie more than half a day apart."""
    if local is None:
        return day
    apart = int(stamp[:2]) - int(local[:2])
    return day + timedelta(days=1 if apart < -HALF_DAY else -1 if apart > HALF_DAY else 0)


def _local(found: Found) -> str | None:
    word = found.first("CLOCK", "DAYNO")
    half = found.first("AMPM")
    if word is None:
        return None
    pieces = [int(piece) for piece in re.findall(r"\d+", word.text)]
    hours, minutes = pieces[0], pieces[1] if len(pieces) > 1 else 0
    if half:
        hours = hours % 12 + (12 if half.text.startswith("p") else 0)
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None


READERS: dict[str, Reader] = {"clock": read_clock}
