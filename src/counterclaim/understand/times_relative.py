"""Reads what is counted from the day of publication: weekdays, today, last week, three days ago, recently."""

from __future__ import annotations

from datetime import date, timedelta

from counterclaim.understand.times_calendar import bounded
from counterclaim.understand.times_found import Found, Reader, Value
from counterclaim.understand.times_values import (
    OPEN,
    at_grain,
    days,
    interval,
    moved,
)

# The grain that a distance is told in: *two weeks ago* gives a day, *two months ago* a month.
GRAIN = {"hour": "day", "minute": "day", "day": "day", "week": "day", "fortnight": "day", "month": "month"}
SUB_DAY = ("hour", "minute")
SATURDAY = 5
WEEK = 7
# A weekday so few days back would be called by its name alone.
NEAR = 3


def grain_of_unit(unit: str) -> str:
    """The grain of a value counted in `unit`."""
    return GRAIN.get(unit, "year")


def _today(found: Found, grain: str = "day") -> date | None:
    """The day of publication where it is known finely enough to count `grain`s from it."""
    published = found.published
    return published.day if published and published.knows(grain) else None


def weekday_near(found: Found, weekday: int) -> date | None:
    """That weekday nearest to publication: the past one or today, unless tense or wording turn it."""
    today = _today(found)
    if today is None:
        return None
    back = (today.weekday() - weekday) % 7
    if found.says("last", "past"):
        # *Last Wednesday*, on the Friday after it, is the one of last week.
        near = found.says("last") and 0 < back < NEAR
        return today - timedelta(days=back + WEEK if near else back or WEEK)
    if found.says("next", "coming", "upcoming"):
        return today + timedelta(days=(7 - back) if back else 7)
    if back and _points_ahead(found):
        return today + timedelta(days=7 - back)
    if back == WEEK - 1 and _bare(found):
        return today + timedelta(days=1)
    return today - timedelta(days=back)


def _bare(found: Found) -> bool:
    """
    *Said Friday*, in a text stamped Thursday: of the day after, still told, more often than of six days ago.

    In the development articles six of eight such texts were stamped in another time zone or written on.
    """
    return found.words[0].kind == "WEEKDAY" and not found.first("POSSESSIVE")


def _points_ahead(found: Found) -> bool:
    if found.tense == "future" or (found.tense == "present" and not found.says("since", "of")):
        return True
    return found.tense != "past" and found.says("until", "till", "by")


def read_weekday(found: Found) -> Value | None:
    """On Saturday, last Friday night, since Tuesday."""
    word = found.first("WEEKDAY")
    if not word:
        return None
    day = weekday_near(found, int(word.value))
    return bounded(found, day.isoformat() if day else None, part=found.part)


def read_weekdays(found: Found) -> Value | None:
    """From Friday night to Sunday."""
    words = found.all("WEEKDAY")
    last = weekday_near(found, int(words[-1].value))
    if last is None:
        return Value()
    back = (int(words[-1].value) - int(words[0].value)) % 7
    return Value(interval((last - timedelta(days=back)).isoformat(), last.isoformat()))


def read_dayword(found: Found) -> Value | None:
    """Today, yesterday afternoon, tomorrow."""
    word = found.first("DAYWORD")
    if not word:
        return None
    if found.published and found.published.grain != "day":
        return bounded(found, found.published.edtf)
    today = found.today
    day = moved(today, int(word.value), "day") if today else None
    return bounded(found, day.isoformat() if day else None, part=found.part)


def read_tonight(found: Found) -> Value | None:
    """Tonight, last night, this morning."""
    if found.published and found.published.grain != "day":
        return bounded(found, found.published.edtf)
    today = found.today
    if today is None:
        return Value()
    day = today - timedelta(days=1) if found.says("last") else today
    return Value(day.isoformat(), part=found.part)


def read_deictic(found: Found) -> Value | None:
    """This week, last year, next month, earlier this week, this weekend."""
    if found.first("WEEKEND"):
        return read_weekend(found)
    word = found.words[-1] if found.words[-1].kind != "POSSESSIVE" else found.words[-2]
    unit = "year" if word.kind == "SEASON" or word.text == "season" else word.value
    if word.kind == "QUARTER" or unit in (*SUB_DAY, "day"):
        return Value() if word.kind == "QUARTER" else None
    if word.text.endswith("s") and word.kind == "UNIT":
        return Value(None, "FUTURE_REF" if found.first("NEXT") else "PAST_REF")
    step = 1 if found.first("NEXT") else -1 if found.first("LAST") else 0
    today = _today(found, "day" if unit in ("week", "fortnight") else "month" if unit == "month" else "year")
    moved_to = moved(today, step, unit) if today else None
    return bounded(found, at_grain(moved_to, unit) if moved_to else None)


def read_weekend(found: Found) -> Value | None:
    """Over the weekend, last weekend, next weekend."""
    today = _today(found)
    if today is None:
        return Value()
    saturday = today - timedelta(days=today.weekday()) + timedelta(days=SATURDAY)
    if found.says("next"):
        saturday += timedelta(days=7 if today.weekday() >= SATURDAY else 0)
    elif found.says("last", "past") or (today.weekday() < SATURDAY and not _weekend_ahead(found)):
        saturday -= timedelta(days=7)
    return Value(interval(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()))


def _weekend_ahead(found: Found) -> bool:
    return found.tense == "future" or (found.says("this") and found.tense != "past")


def read_edge_of_unit(found: Found) -> Value | None:
    """By the end of the year, since the beginning of the month."""
    unit = found.unit
    today = _today(found, grain_of_unit(unit))
    if today is None or unit not in ("week", "month", "year"):
        return Value()
    whole = at_grain(today, unit)
    first, last = days(whole)
    edge = found.first("EDGE")
    day = last if edge and edge.text in ("end", "close") else first
    if day is None or found.first("HALF") or (edge and edge.value == "MID"):
        return Value(whole)
    return bounded(found, at_grain(day, "month" if unit == "year" else "day"))


def read_half(found: Found) -> Value | None:
    """The first half of this year, the third quarter of 2019."""
    ordinal, word = found.first("ORDINAL"), found.first("HALF", "QUARTER")
    stated = found.first("YEARNO")
    if not ordinal or not word:
        return None
    year = int(stated.value) if stated else found.published.day.year if found.published else 0
    if not year:
        return Value()
    year -= bool(found.first("LAST"))
    length = 6 if word.kind == "HALF" else 3
    first = (int(ordinal.value) - 1) * length + 1
    if first + length > 13:
        return None
    return bounded(found, interval(f"{year:04}-{first:02}", f"{year:04}-{first + length - 1:02}"))


def read_past_units(found: Found) -> Value | None:
    """In the past three days, over the last two years, in the past week."""
    unit, count = found.unit, found.count
    if not found.first("NUM", "DAYNO", "COUNT", "VAGUE", "A"):
        count = 1
    if unit in SUB_DAY and not found.says("hours"):
        return None
    if count is None or unit in SUB_DAY:
        return Value(None, "PAST_REF")
    return Value(_stretch(found, -count, unit), None)


def read_next_units(found: Found) -> Value | None:
    """In the next five years, over the coming weeks."""
    singular = not found.words[-1].text.endswith("s")
    count = found.count
    if found.unit in SUB_DAY:
        return None
    if not found.first("NUM", "DAYNO", "COUNT", "VAGUE", "A"):
        count = 1 if singular else None
    if count is None or len(found.all("UNIT")) > 1:
        return Value(None, "FUTURE_REF")
    return Value(_stretch(found, count, found.unit), None)


def _stretch(found: Found, count: int, unit: str) -> str | None:
    grain = {"day": "day", "week": "day", "fortnight": "day", "month": "month"}.get(unit, "year")
    if unit == "year" and abs(count) == 1:
        grain = "month"
    today = _today(found, grain)
    other = moved(today, count, unit) if today else None
    if today is None or other is None:
        return None
    first, last = sorted((today, other))
    return interval(at_grain(first, grain), at_grain(last, grain))


def read_ago(found: Found) -> Value | None:
    """Three weeks ago, two years ago; several years ago."""
    unit, count = found.unit, found.count
    if not found.first("NUM", "DAYNO", "COUNT", "A", "VAGUE", "HALF") or count is None or unit in SUB_DAY:
        return Value(None, "PAST_REF")
    grain = "month" if unit == "year" and (count == 1 or found.first("HALF")) else grain_of_unit(unit)
    months = 12 * count + 6 if unit == "year" and found.first("HALF") else 0
    today = _today(found, grain)
    day = (moved(today, -months, "month") if months else moved(today, -count, unit)) if today else None
    if day is None:
        return Value()
    if found.says("more", "over"):
        return Value(f"{OPEN}/{at_grain(day, grain)}")
    return bounded(found, at_grain(day, grain))


def read_in_units(found: Found) -> Value | None:
    """In two months, where that lies ahead; *in two days* of something done is a duration, no time."""
    if found.tense != "future" or found.unit in SUB_DAY:
        return Value()
    count = found.count
    grain = grain_of_unit(found.unit)
    today = _today(found, grain)
    day = moved(today, count, found.unit) if today and count is not None else None
    return Value(at_grain(day, grain)) if day else Value(None, "FUTURE_REF")


def read_within(found: Found) -> Value | None:
    """Within two weeks."""
    count, unit = found.count, found.unit
    if count is None or found.tense == "past":
        return Value()
    if unit in SUB_DAY:
        count, unit = (count // 24, "day") if unit == "hour" and count >= 24 else (0, "")
    return Value(_stretch(found, count, unit)) if unit else Value()


def read_now(found: Found) -> Value | None:
    """Now, currently, so far, to date."""
    today = found.published.edtf if found.published else None
    if found.says("until", "till") and today:
        return Value(f"{OPEN}/{today}")
    if found.says("on") and today:
        return Value(f"{today}/{OPEN}")
    if found.says("up", "so", "these", "being"):
        return Value(None, "PRESENT_REF")
    return Value(today, "PRESENT_REF")


def read_past(_: Found) -> Value | None:
    """Recently, long ago."""
    return Value(None, "PAST_REF")


def read_future(_: Found) -> Value | None:
    """In the near future, in the months ahead."""
    return Value(None, "FUTURE_REF")


def read_past_vague(found: Found) -> Value | None:
    """For years, in months, in recent weeks."""
    if found.unit in SUB_DAY:
        return None
    return Value(None, "PAST_REF")


def read_recurring(found: Found) -> Value | None:
    """Every week, each morning; *daily* only as an adverb, for *a daily paper* is no time."""
    if found.words[0].kind == "SET":
        inside = found.scene.reading.tokens_in(found.span)
        if not inside or found.scene.reading.tokens[inside[0]].pos != "ADV":
            return None
    return Value()


def read_no_time(_: Found) -> Value | None:
    """What only looks like a time."""
    return None


READERS: dict[str, Reader] = {
    "weekday": read_weekday,
    "weekdays": read_weekdays,
    "dayword": read_dayword,
    "tonight": read_tonight,
    "deictic": read_deictic,
    "weekend": read_weekend,
    "edge_of_unit": read_edge_of_unit,
    "half": read_half,
    "past_units": read_past_units,
    "next_units": read_next_units,
    "ago": read_ago,
    "in_units": read_in_units,
    "within": read_within,
    "now": read_now,
    "past": read_past,
    "future": read_future,
    "past_vague": read_past_vague,
    "recurring": read_recurring,
    "no_time": read_no_time,
}
