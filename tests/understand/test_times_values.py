"""EDTF values span the days they say, move by units, and are written as TIMEX3."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.understand.times_values import (
    at_grain,
    days,
    easter,
    grain_of,
    interval,
    moved,
    nth_weekday,
    published,
    timex3,
)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031-05-17", date(2031, 5, 17), date(2031, 5, 17)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2031-W01", date(2030, 12, 30), date(2031, 1, 5)),
        ("203X", date(2030, 1, 1), date(2039, 12, 31)),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
        ("2031-24", date(2031, 12, 1), date(2032, 2, 29)),
        ("2031-05/2031-06", date(2031, 5, 1), date(2031, 6, 30)),
        ("2031/..", date(2031, 1, 1), None),
        ("../2031-05", None, date(2031, 5, 31)),
        ("2031-05-17T09:30Z", date(2031, 5, 17), date(2031, 5, 17)),
    ],
)
def test_each_edtf_form_spans_its_days(edtf: str, first: date | None, last: date | None) -> None:
    """Days, months, years, weeks, decades, centuries, seasons, closed and open intervals."""
    assert days(edtf) == (first, last)


def test_no_value_spans_no_days() -> None:
    """A vague expression has neither a first nor a last day."""
    assert days(None) == (None, None)


@given(st.dates(date(1600, 1, 1), date(2800, 12, 31)), st.sampled_from(["day", "week", "month", "year", "decade"]))
def test_a_day_lies_in_its_own_week_month_year_and_decade(day: date, grain: str) -> None:
    """Writing a day at a grain and spanning that again always holds the day."""
    written = at_grain(day, grain)
    first, last = days(written)
    assert first is not None
    assert last is not None
    assert first <= day <= last
    assert grain_of(written) == grain


@given(st.dates(date(1700, 1, 1), date(2700, 12, 31)), st.integers(-50, 50))
def test_moving_by_days_and_weeks_comes_back(day: date, count: int) -> None:
    """Days and weeks are of one length, so moving there and back is nothing."""
    for unit in ("day", "week"):
        there = moved(day, count, unit)
        assert there is not None
        assert moved(there, -count, unit) == day


def test_a_month_too_short_ends_on_its_last_day() -> None:
    """A month after 31 January is the last day of February."""
    assert moved(date(2031, 1, 31), 1, "month") == date(2031, 2, 28)


def test_beyond_the_calendar_there_is_no_day() -> None:
    """Nine thousand years back is no date, and no error."""
    assert moved(date(2031, 1, 1), -9000, "year") is None
    assert moved(date(2031, 1, 1), 9999999999, "week") is None


def test_an_interval_of_one_value_is_that_value() -> None:
    """From May to May is May."""
    assert interval("2031-05", "2031-05") == "2031-05"
    assert interval("2031-05", "2031-06") == "2031-05/2031-06"


@pytest.mark.parametrize(
    ("edtf", "part", "expected"),
    [
        ("2031-05-17", "MO", "2031-05-17TMO"),
        ("2031-05", "MO", "2031-05"),
        ("203X", None, "203"),
        ("2031-22", None, "2031-SU"),
        ("2031-05/2031-06", None, None),
    ],
)
def test_timex3_writes_parts_of_days_decades_and_seasons_its_own_way(
    edtf: str, part: str | None, expected: str | None
) -> None:
    """An interval has no TIMEX3 value of its own."""
    assert timex3(edtf, part) == expected


@pytest.mark.parametrize(
    ("stamp", "precision", "edtf"),
    [
        ("2031-05-17T15:50:21", None, "2031-05-17"),
        ("2031-05-01", "month", "2031-05"),
        ("2031-05", None, "2031-05"),
        ("2031", None, "2031"),
    ],
)
def test_publication_is_known_as_finely_as_its_stamp_says(stamp: str, precision: str | None, edtf: str) -> None:
    """A stamp without a day, or one marked as a month, is a month."""
    known = published(stamp, precision)
    assert known is not None
    assert known.edtf == edtf


@pytest.mark.parametrize("stamp", [None, "", "yesterday", "0000-01-01", "9999-12-31", "2031-02-31"])
def test_a_stamp_that_is_no_date_is_no_publication(stamp: str | None) -> None:
    """A broken or impossible stamp leaves relative times open."""
    assert published(stamp, None) is None


def test_easter_and_nth_weekdays_are_computed() -> None:
    """Easter of three years, and the fourth Thursday of a November."""
    assert [easter(year) for year in (2019, 2024, 2038)] == [date(2019, 4, 21), date(2024, 3, 31), date(2038, 4, 25)]
    assert nth_weekday(2031, 11, 3, 4) == date(2031, 11, 27)
