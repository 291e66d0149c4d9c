"""Reads what is counted from something else in the text: the same day, two weeks later, eight months after an event."""

from __future__ import annotations

from datetime import date

from counterclaim.model.reading import Token
from counterclaim.model.span import Span
from counterclaim.model.when import Time
from counterclaim.understand.times_calendar import bounded
from counterclaim.understand.times_found import EVENT_TOKENS, Found, Reader, Value, event_words
from counterclaim.understand.times_relative import SUB_DAY, grain_of_unit
from counterclaim.understand.times_values import GRAINS, OPEN, at_grain, days, grain_of, moved

# One shared word is chance in a report on one topic; two name the same event: *incursion* and *launched*.
SHARED_WORDS = 2
CLAUSE_ENDS = frozenset({",", ";", ":", ".", "—", "–"})
# From *a day after* up to the *comes* it hangs on.
STEPS_UP = 6
# Verbs with which a report places its own news in time: *It comes a day after ...*.
REPORTED_NOW = frozenset({"come", "be", "follow", "happen", "occur", "arrive"})
# Title, excerpt and the first paragraph of the body tell the day's news; what stands below may be background.
LAST_LEAD_PART = 2
DATELINE_DASHES = frozenset({"—", "–", "-", "--"})
DATELINE_TOKENS = 6


def read_same(found: Found) -> Value | None:
    """The same day, that night, that week, that year."""
    day = found.before
    if found.first("WEEKEND"):
        return Value()
    if not found.first("SAME"):
        return None
    unit = found.unit
    if unit in SUB_DAY or unit in ("decade", "century"):
        return Value() if unit not in SUB_DAY else None
    if day is None:
        return Value(_last_of_grain(found, unit))
    return bounded(found, at_grain(day, unit or "day"), part=found.part)


def _last_of_grain(found: Found, unit: str) -> str | None:
    """The last value before the match that lies inside one `unit`."""
    for time in found.earlier:
        if time.first and time.last:
            same = at_grain(time.first, unit) == at_grain(time.last, unit)
            return at_grain(time.first, unit) if unit in GRAINS and same else None
    return None


def read_next_day(found: Found) -> Value | None:
    """The next day, the following morning, the previous week."""
    unit = found.unit or "day"
    if unit in SUB_DAY:
        return None
    if found.words[-1].text.endswith("s"):
        return Value()
    step = 1 if found.first("NEXT") else -1
    day = found.before
    other = moved(day, step, unit) if day else None
    return bounded(found, at_grain(other, unit) if other else None, part=found.part)


def read_part_of_day(found: Found) -> Value | None:
    """In the evening, later in the day: a part of the day before it, or of the day of publication."""
    if found.unit and (found.unit != "day" or not found.first("EDGE")):
        return None
    if not found.unit and not found.part:
        return None
    if found.words[-1].text.endswith("s") and found.part and not found.first("EDGE"):
        return None
    day = found.before or found.day_before
    return Value(day.isoformat() if day else None, part=found.part)


def read_later(found: Found) -> Value | None:
    """Two weeks later, a year earlier, hours later."""
    count, unit = found.count, found.unit
    if unit == "minute":
        return None
    if not found.first("NUM", "DAYNO", "COUNT", "A", "VAGUE"):
        return Value()
    anchor = _last(found)
    if anchor is None or anchor.value is None or count is None:
        return Value()
    step = -count if found.says("earlier", "before", "beforehand", "previous", "prior") else count
    return Value(_counted(anchor.value, step, unit))


def _last(found: Found) -> Time | None:
    part = found.scene.reading.document.part_at(found.span.start)
    near = (time for time in found.earlier if part and time.span.start >= part.span.start)
    return next((time for time in near if time.value and "/" not in time.value), None)


def _counted(anchor: str, count: int, unit: str) -> str | None:
    """`count` units from an EDTF value; no finer than either of them."""
    grain = grain_of_unit(unit)
    known = grain_of(anchor)
    if known not in GRAINS:
        return None
    first = days(anchor)[0]
    if unit in SUB_DAY:
        return anchor if known == "day" and unit == "minute" else None
    if GRAINS.index(known) > GRAINS.index(grain):
        # A few days from a month known only as such: that month, if anything.
        return None if grain == "day" else at_grain(first, known) if first and unit == "month" else None
    other = moved(first, count, unit) if first else None
    return at_grain(other, known if known in ("month", "year") else grain) if other else None


def read_anchored(found: Found) -> Value | None:
    """Eight months after the event, the day before the vote, a week after Tuesday's talks."""
    if found.unit == "minute":
        return None
    count = found.count
    if count is None and not found.first("VAGUE"):
        count = 1 if found.says("the") or found.first("PART") else None
    if count is None:
        return Value(None, "PAST_REF")
    step = -count if found.says("before", "ahead", "prior") else count
    unit = found.unit or "day"
    clause = _clause_after(found)
    return (
        _from_anchor(found, _dated_inside(found, clause), step, unit)
        or _of_news(found, step, unit)
        or _from_anchor(found, _dated_elsewhere(found, clause), step, unit)
        or _of_lead(found, unit)
        or Value()
    )


def _from_anchor(found: Found, anchor: Time | None, step: int, unit: str) -> Value | None:
    edtf = _counted(anchor.value, step, unit) if anchor and anchor.value else None
    if edtf is None or anchor is None:
        return None
    quote = found.scene.reading.document.quote(anchor.span)
    return Value(edtf, because=f"counted from “{quote}” ({anchor.value}), which dates the event")


def _of_news(found: Found, step: int, unit: str) -> Value | None:
    """*It comes a day after X said*: the report's own news is of the day of publication, so X said it a day before."""
    verb = _verb_of_news(found)
    published = found.published
    if verb is None or published is None or published.grain != "day" or unit in SUB_DAY:
        return None
    news = published.day if verb.tag in ("VBZ", "VBP") else found.before
    day = moved(news, -step, unit) if news else None
    grain = grain_of_unit(unit)
    return (
        Value(at_grain(day, grain), because=f"counted from {news}, the day of the news it is told with")
        if day
        else None
    )


def _verb_of_news(found: Found) -> Token | None:
    """The *comes*, *came* that the match hangs on, with the news itself for its subject."""
    reading = found.scene.reading
    inside = reading.tokens_in(found.span)
    token = reading.tokens[inside[-1]] if inside else None
    for _ in range(STEPS_UP):
        if token is None or (token.pos in ("VERB", "AUX") and token.lemma in REPORTED_NOW):
            break
        token = reading.tokens[token.head] if token.head != token.i else None
    if token is None or token.lemma not in REPORTED_NOW:
        return None
    return token if any(reading.tokens[i].dep == "nsubj" for i in reading.children[token.i]) else None


def _of_lead(found: Found, unit: str) -> Value | None:
    """*Three weeks after the crash, X happened* at the head of a report: the deed it leads with is of its own day."""
    reading, today = found.scene.reading, found.published
    inside = reading.tokens_in(found.span)
    if not inside or today is None or reading.sentence_at(inside[0]).part > LAST_LEAD_PART:
        return None
    sentence = reading.sentence_at(inside[0])
    before = reading.tokens[sentence.first : inside[0]]
    if before and (before[-1].text not in DATELINE_DASHES or len(before) > DATELINE_TOKENS):
        return None
    grain = grain_of_unit(unit)
    return Value(at_grain(today.day, grain)) if today.knows(grain) else Value(today.edtf)


def _clause_after(found: Found) -> list[Token]:
    """The tokens of the event that the match counts from: up to the next comma, none where it stands alone."""
    reading = found.scene.reading
    inside = reading.tokens_in(found.span)
    if not inside:
        return []
    sentence = reading.sentence_at(inside[-1])
    tokens = list(reading.tokens[inside[-1] + 1 : min(sentence.last, inside[-1] + 1 + EVENT_TOKENS)])
    stop = next((n for n, token in enumerate(tokens) if token.text in CLAUSE_ENDS), len(tokens))
    return tokens[:stop]


def _dated_inside(found: Found, clause: list[Token]) -> Time | None:
    """The time written in the event's own clause; the one before the match where there is no clause."""
    if not clause:
        return _last(found)
    inside = Span(clause[0].start, clause[-1].end)
    return found.scene.first_inside(inside)


def _dated_elsewhere(found: Found, clause: list[Token]) -> Time | None:
    """The dated time beside which most of the event's words stand in another sentence; the first of equal ones."""
    wanted = event_words(clause)
    if len(wanted) < SHARED_WORDS:
        return None
    own = found.scene.reading.sentence_at(clause[0].i).first
    best, most = None, SHARED_WORDS - 1
    for time, sentence, words in found.scene.events:
        shared = len(wanted & words)
        if sentence != own and shared > most:
            best, most = time, shared
    return best


def read_since_then(found: Found) -> Value | None:
    """Since then: from the date before it."""
    last = _last(found)
    return Value(f"{last.value}/{OPEN}" if last else None)


def read_at_the_time(_: Found) -> Value | None:
    """At the time: it gives no day."""
    return Value(None, "PAST_REF")


def read_week_of_month(found: Found) -> Value | None:
    """The first week of May, the last weekend of August 2019."""
    month, year = found.first("MONTH", "SHORTMONTH"), found.first("YEARNO")
    if not month or not found.published or found.unit in ("month", "year"):
        return None
    number = int(month.value)
    this = found.published.day.year
    year_number = int(year.value) if year else this - (number > found.published.day.month and found.tense != "future")
    if found.unit == "day":
        return Value()
    first, last = days(f"{year_number:04}-{number:02}")
    if not first or not last:
        return None
    ordinal = found.first("ORDINAL")
    return Value(_week_inside(first, last, int(ordinal.value) if ordinal else 0, weekend=bool(found.first("WEEKEND"))))


def _week_inside(first: date, last: date, which: int, *, weekend: bool) -> str | None:
    length = 1 if weekend else 6
    if weekend:
        start = moved(first, (5 - first.weekday()) % 7 + 7 * (which - 1), "day")
        if which == 0:
            start = moved(last, -((last.weekday() - 5) % 7), "day")
    else:
        start = moved(first, 7 * (which - 1), "day") if which else moved(last, -6, "day")
    end = moved(start, length, "day") if start else None
    return f"{start.isoformat()}/{end.isoformat()}" if start and end else None


READERS: dict[str, Reader] = {
    "same": read_same,
    "next_day": read_next_day,
    "part_of_day": read_part_of_day,
    "later": read_later,
    "anchored": read_anchored,
    "since_then": read_since_then,
    "at_the_time": read_at_the_time,
    "week_of_month": read_week_of_month,
}
