"""Reads what names the calendar: dates, days, months, years, decades, seasons, named days and ranges of them."""

from __future__ import annotations

import re
from datetime import date

from counterclaim.understand.times_found import Found, Reader, Value
from counterclaim.understand.times_values import (
    OPEN,
    Published,
    at_grain,
    day_of,
    days,
    easter,
    interval,
    moved,
    nth_weekday,
)
from counterclaim.understand.times_words import Word, names

# Bare years outside this span are mostly numbers.
BARE_YEARS = range(1900, 2051)
SINCE = frozenset({"since"})
UNTIL = frozenset({"until", "till", "through"})


def bounded(found: Found, edtf: str | None, *, part: str | None = None) -> Value:
    """The value as it stands, or as an open interval after *since* and *until*."""
    if edtf is None or "/" in edtf:
        return Value(edtf, part=part)
    lead = {word.text for word in found.words[:2]}
    if lead & SINCE or (lead & {"in", "on"} and found.since):
        return Value(f"{edtf}/{OPEN}")
    if lead & (UNTIL - {"through"}):
        return Value(f"{OPEN}/{edtf}")
    return Value(edtf, part=part)


def year_near(found: Found, month: int, day: int | None) -> int | None:
    """The year a date without one lies in: the nearest to publication, distances weighed by tense and wording."""
    if stated := _stated_year(found):
        return stated
    if not found.published:
        return None
    today = found.published.day
    if day is None and month == today.month and not found.says("last", "next"):
        return today.year
    years = [year for year in range(today.year - 8, today.year + 9) if day_of(year, month, day or 1)]
    gone = [year for year in years if (year, month, day or 1) < _key(today, day)]
    ahead = [year for year in years if (year, month, day or 1) >= _key(today, day)]
    if not gone or not ahead or found.says("last", "past", "since"):
        return gone[-1] if gone else None
    if found.says("next") or day_of(ahead[0], month, day or 1) == today:
        return ahead[0]
    away = (date(ahead[0], month, day or 1) - today).days
    back = (today - date(gone[-1], month, day or 1)).days
    weight_ahead, weight_back = _weights(found)
    return ahead[0] if away * weight_ahead < back * weight_back else gone[-1]


def _key(today: date, day: int | None) -> tuple[int, int, int]:
    return (today.year, today.month, today.day if day else 1)


def _weights(found: Found) -> tuple[float, float]:
    """How far a day ahead and a day back count: past tense shortens the way back, future tense the way ahead."""
    if found.tense == "future" or found.says("until", "till", "by"):
        return 0.25, 1.0
    if found.tense == "past":
        return 1.0, 0.125
    return (1.0, 1.0) if found.tense in ("present", "conditional") else (1.0, 0.5)


def _stated_year(found: Found) -> int | None:
    if word := found.first("YEARNO"):
        return int(word.value)
    if found.unit == "year" and found.published:
        if found.says("this"):
            return found.published.day.year
        if found.says("last"):
            return found.published.day.year - 1
        if found.says("next"):
            return found.published.day.year + 1
    return None


def _date(found: Found, month: Word, day: Word) -> date | None:
    number = int(re.sub(r"\D", "", day.value))
    year = year_near(found, int(month.value), number)
    return day_of(year, int(month.value), number) if year else None


def read_iso(found: Found) -> Value | None:
    """2024-05-17."""
    word = found.first("ISO")
    if not word:
        return None
    try:
        return bounded(found, date.fromisoformat(word.value).isoformat())
    except ValueError:
        return None


def read_slash(found: Found) -> Value | None:
    """17/05/2024 where one number above 12 tells day from month; 5/6 stays open and is no time."""
    word = found.first("SLASH")
    numbers = [int(piece) for piece in word.value.split("/")] if word else []
    if len(numbers) != 3 or not (numbers[0] > 12) ^ (numbers[1] > 12):
        return None
    day, month = (numbers[0], numbers[1]) if numbers[0] > 12 else (numbers[1], numbers[0])
    read = day_of(numbers[2] + (2000 if numbers[2] < 100 else 0), month, day)
    return bounded(found, read.isoformat()) if read else None


def read_date(found: Found) -> Value | None:
    """17 May 2024, May 17, Friday, May 17."""
    month, day = found.first("MONTH", "SHORTMONTH"), found.first("DAYNO", "ORDINALNO")
    read = _date(found, month, day) if month and day else None
    return bounded(found, read.isoformat() if read else None, part=found.part)


def read_days(found: Found) -> Value | None:
    """May 17-19, from 17 May to 2 June 2024."""
    months, numbers = found.all("MONTH", "SHORTMONTH"), found.all("DAYNO", "ORDINALNO")
    if len(numbers) != 2 or not months:
        return None
    first, last = _date(found, months[0], numbers[0]), _date(found, months[-1], numbers[1])
    if not first or not last:
        return Value()
    if last < first and len(months) == 1:
        return None
    return Value(interval(first.isoformat(), last.isoformat()))


def read_month(found: Found) -> Value | None:
    """May 2024; May; last May, next May, May last year."""
    word = found.first("MONTH", "SHORTMONTH")
    if not word or not _is_month(found, word):
        return None
    year = year_near(found, int(word.value), None)
    if year and found.says("last") and not found.first("YEARNO") and not found.unit and found.published:
        today = found.published.day
        year = today.year if int(word.value) < today.month else today.year - 1
    return bounded(found, f"{year:04}-{int(word.value):02}" if year else None)


def _is_month(found: Found, word: Word) -> bool:
    """*May* as a verb and *April* as a person are told apart by what stands beside them and by the parse."""
    if len(found.words) > 1:
        return True
    tokens = [found.scene.reading.tokens[i] for i in found.scene.reading.tokens_in(found.span)]
    if word.text in ("may", "march", "april", "june", "august"):
        return any(token.entity == "DATE" for token in tokens)
    return not any(token.entity in ("PERSON", "ORG", "FAC") for token in tokens)


def read_months(found: Found) -> Value | None:
    """From May to June 2024, last May and June."""
    months = found.all("MONTH", "SHORTMONTH")
    if len(months) != 2:
        return None
    years = [int(word.value) for word in found.all("YEARNO")]
    numbers = [int(month.value) for month in months]
    last = years[-1] if years else year_near(found, numbers[1], None)
    if not last:
        return Value()
    first = years[0] if len(years) == 2 else last - (numbers[0] > numbers[1])
    return Value(interval(f"{first:04}-{numbers[0]:02}", f"{last:04}-{numbers[1]:02}"))


def read_open_months(found: Found) -> Value | None:
    """From May 2024 to last month."""
    month = found.first("MONTH", "SHORTMONTH")
    year = year_near(found, int(month.value), None) if month else None
    end = moved(found.published.day, -1, found.unit or "month") if found.published else None
    if not month or not year or not end:
        return Value()
    return Value(interval(f"{year:04}-{int(month.value):02}", at_grain(end, "month")))


def read_year(found: Found) -> Value | None:
    """2014, in 2014, since 2014, the end of 2015."""
    word = found.words[-1]
    year = int(word.value)
    if found.says("fiscal"):
        return Value()
    if found.says("over", "about", "around") and (year not in BARE_YEARS or _counts(found)):
        return None
    if year not in BARE_YEARS and len(found.words) == 1:
        return None
    edge = found.first("EDGE")
    if edge and edge.text == "end":
        return Value(f"{OPEN}/{year:04}-12-31") if found.says(*UNTIL) else Value(f"{year:04}-12")
    return bounded(found, f"{year:04}")


def _counts(found: Found) -> bool:
    """Whether the number stands before a noun that it counts: *over 2000 people*."""
    inside = found.scene.reading.tokens_in(found.span)
    return bool(inside) and found.scene.reading.tokens[inside[-1]].dep == "nummod"


def read_years(found: Found) -> Value | None:
    """2004-2009, 2016–17, from 2004 to 2009; two years joined by *and*."""
    first = found.first("YEARNO")
    last = found.words[-1]
    if not first or last is first:
        return None
    end = int(last.value) if last.kind == "YEARNO" else int(first.value) // 100 * 100 + int(last.value)
    if end <= int(first.value) or (last.kind != "YEARNO" and len(last.text) != 2):
        return None
    return Value(interval(first.value, f"{end:04}"))


def read_decade(found: Found) -> Value | None:
    """The 1990s, the '90s."""
    word = found.first("DECADE")
    if not word:
        return None
    digits = re.sub(r"\D", "", word.value)
    year = int(digits) if len(digits) == 4 else 1900 + int(digits) if int(digits) > 20 else 2000 + int(digits)
    return bounded(found, f"{year // 10:03}X")


def read_century(found: Found) -> Value | None:
    """The 19th century, the twenty-first century."""
    word = found.first("ORDINALNO", "ORDINAL", "DAYNO")
    if not word or found.unit != "century":
        return None
    number = int(re.sub(r"\D", "", word.value) or 0)
    return bounded(found, f"{number - 1:02}XX") if 1 < number <= 30 else None


def read_season(found: Found) -> Value | None:
    """Summer 2014, last winter, this spring, in the autumn."""
    word = found.first("SEASON")
    if not word or len(found.words) == 1:
        return None
    stated = _stated_year(found)
    if stated:
        return bounded(found, f"{stated:04}-{word.value}")
    return bounded(found, _season_near(found, word.value, found.published) if found.published else None)


def _season_near(found: Found, season: str, published: Published) -> str:
    last_year = published.day.year - 1
    spans = [(year, days(f"{year:04}-{season}")) for year in range(last_year - 1, last_year + 3)]
    begun = [(year, last) for year, (first, last) in spans if first and last and first <= published.day]
    year = begun[-1][0]
    if found.says("last") and begun[-1][1] >= published.day:
        year -= 1
    if found.says("next") or (found.tense == "future" and begun[-1][1] < published.day):
        year += 1
    return f"{year:04}-{season}"


def read_named(found: Found) -> Value | None:
    """Christmas Day, Good Friday, World War II."""
    word = found.first("NAMED")
    if not word:
        return None
    how, value = names()[word.value]
    if how == "years":
        return Value(value)
    stated = found.first("YEARNO")
    if stated:
        day = _named_day(how, value, int(stated.value))
    else:
        day = _named_near(found, how, value) if found.published else None
    return bounded(found, day.isoformat() if day else None)


def _named_day(how: str, value: str, year: int) -> date | None:
    if how == "easter":
        return moved(easter(year), int(value), "day")
    if how == "nth":
        month, weekday, which = (int(piece) for piece in value.split(":"))
        return nth_weekday(year, month, weekday, which)
    month, number = (int(piece) for piece in value.split("-"))
    return day_of(year, month, number)


def _named_near(found: Found, how: str, value: str) -> date | None:
    """The nearest such day to publication; the past one unless tense or *next* turn it."""
    today = found.published.day if found.published else date.min
    around = [day for year in (today.year - 1, today.year, today.year + 1) if (day := _named_day(how, value, year))]
    if found.says("last"):
        return max(day for day in around if day < today)
    if found.says("next") or found.tense == "future":
        return min(day for day in around if day >= today)
    return min(around, key=lambda day: abs((day - today).days))


READERS: dict[str, Reader] = {
    "iso": read_iso,
    "slash": read_slash,
    "date": read_date,
    "days": read_days,
    "month": read_month,
    "months": read_months,
    "open_months": read_open_months,
    "year": read_year,
    "years": read_years,
    "decade": read_decade,
    "century": read_century,
    "season": read_season,
    "named": read_named,
}
