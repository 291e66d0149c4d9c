"""Ticks: the days, weeks, months or years that are named under an axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from counterclaim.publish.axis.scale import WIDTH, Part, Scale

# Names need so much room, on a phone too: 11.5 units of letters that grow by 1.7 there.
ROOM, EDGE = 74.0, 38.0
GRAINS = (
    *(
        ("day", 1),
        ("day", 2),
        ("day", 3),
        ("day", 4),
        ("week", 1),
        ("week", 2),
        ("month", 1),
        ("month", 2),
        ("month", 3),
        ("month", 6),
    ),
    *(("year", size) for size in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)
MONDAY_OF_ALL = 1
ONE_DAY = 2.5


@dataclass(frozen=True, slots=True)
class Tick:
    """
    A named day: `name` under it, and the `year` below where it is the first of that year in its part.

    The day is at `x`; its name stands at `at`, which is never too near the edge of the paper.
    """

    x: float
    at: float
    name: str
    year: str


def _days(grain: str, size: int, part: Part) -> Iterator[date]:
    """The beginnings of each grain in a part."""
    first, last = date.fromordinal(max(1, int(part.start))), date.fromordinal(min(date.max.toordinal(), int(part.end)))
    if grain in ("day", "week"):
        step = size * (7 if grain == "week" else 1)
        # Weeks begin on Monday; day 1 of the calendar is one.
        day = first.toordinal() + (MONDAY_OF_ALL - first.toordinal()) % step
        yield from (date.fromordinal(each) for each in range(day, last.toordinal() + 1, step))
        return
    months = size * (12 if grain == "year" else 1)
    for count in range(first.year * 12 // months * months, last.year * 12 + 12, months):
        year, month = divmod(count, 12)
        if 1 <= year <= date.max.year and first <= date(year, month + 1, 1) <= last:
            yield date(year, month + 1, 1)


def _name(day: date, grain: str, months: Sequence[str]) -> str:
    if grain == "year":
        return str(day.year)
    month = months[day.month - 1]
    return month if grain == "month" else f"{day.day} {month}"


def _part_ticks(part: Part, months: Sequence[str]) -> list[tuple[float, date, str]]:
    """Place, day and name of the ticks of a part: the finest grain that has room, else its middle day."""
    # A part that holds one day names that day.
    for grain, size in GRAINS if part.end - part.start > ONE_DAY else ():
        days = list(_days(grain, size, part)) if _rough(grain, size) * part.per_day >= ROOM else []
        places = [part.left + (day.toordinal() - part.start) * part.per_day for day in days]
        # Days are named in their middle, longer times where they begin.
        half = part.per_day / 2 if grain == "day" else 0.0
        if places and all(b - a >= ROOM * 0.98 for a, b in pairwise(places)):
            return [(x + half, day, _name(day, grain, months)) for x, day in zip(places, days, strict=True)]
    middle = date.fromordinal(max(1, int((part.start + part.end) / 2)))
    x = part.left + (middle.toordinal() + 0.5 - part.start) * part.per_day
    return [(x, middle, _name(middle, "day", months))]


def _rough(grain: str, size: int) -> float:
    return size * {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.2}[grain]


def ticks(scale: Scale, months: Sequence[str]) -> list[Tick]:
    """The ticks of all parts, from left to right, none nearer to another than a name needs."""
    found: list[Tick] = []
    for part in scale.parts:
        last_year = None
        for x, day, name in _part_ticks(part, months):
            at = min(WIDTH - EDGE, max(EDGE, x))
            if found and at - found[-1].at < ROOM * 0.98:
                continue
            year = "" if name == str(day.year) or day.year == last_year else str(day.year)
            last_year = day.year
            found.append(Tick(x, at, name, year))
    return found
