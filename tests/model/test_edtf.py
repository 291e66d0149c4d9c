"""EDTF values: the days they span, what marks them as approximate, and what is left off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.edtf import bounds, is_approximate

DATES = st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-04-26", "2025-04-26", "2025-04-26"),
        ("2025-04-26T10:30:00Z", "2025-04-26", "2025-04-26"),
        ("2025-04-26T10:30:00.5+03:00", "2025-04-26", "2025-04-26"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-W17", "2025-04-21", "2025-04-27"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2025-XX", "2025-01-01", "2025-12-31"),
        ("2025-04-XX", "2025-04-01", "2025-04-30"),
        ("2025-02/2025-04", "2025-02-01", "2025-04-30"),
        ("2025-04-26~/2025-05?", "2025-04-26", "2025-05-31"),
    ],
)
def test_a_value_spans_its_days(edtf: str, first: str, last: str) -> None:
    """Each form that times are written in."""
    assert bounds(edtf) == (date.fromisoformat(first), date.fromisoformat(last))


def test_an_open_end_is_none() -> None:
    """Two points, or nothing, say that an end is open or unknown."""
    day = date(2025, 4, 26)
    assert bounds("../2025-04-26") == (None, day)
    assert bounds("2025-04-26/..") == bounds("2025-04-26/") == (day, None)
    assert bounds("../..") == (None, None)


@pytest.mark.parametrize(
    "edtf",
    (
        *("", "/", "..", "someday", "2025-13", "2025-02-30", "2025-W54", "0000", "2025-04-26/2024", "2025/x", "1/2/3"),
        *("-2025", "Y20250", "2025-25", "٢٠٢٥", "2025-04-26T", " 2025", "2025\n", "2025~~", "~2025", "2025-4-1"),
    ),
)
def test_what_is_no_value_is_left_off(edtf: str) -> None:
    """Nothing is guessed."""
    assert bounds(edtf) is None


@given(DATES, DATES)
def test_an_interval_spans_its_ends(one: date, other: date) -> None:
    """From the first day of the one to the last day of the other, and none that runs backwards."""
    first, last = sorted((one, other))
    assert bounds(f"{first}/{last}") == (first, last)
    if first != last:
        assert bounds(f"{last}/{first}") is None


@given(DATES)
def test_coarser_values_hold_finer_ones(day: date) -> None:
    """The day lies in its week, its month, its year and its decade."""
    week = day.isocalendar()
    values = (f"{week.year:04}-W{week.week:02}", f"{day:%Y-%m}", f"{day.year:04}", f"{day.year // 10}X")
    for value in values:
        first, last = bounds(value) or (None, None)
        assert first and last and first <= day <= last


@given(DATES)
def test_months_follow_each_other_without_a_gap(day: date) -> None:
    """The day after the last of a month is the first of the next."""
    _, last = bounds(f"{day:%Y-%m}") or (None, None)
    assert last and (last + timedelta(days=1)).day == 1 and last.month == day.month


@given(st.text(max_size=30))
def test_no_text_raises(text: str) -> None:
    """Whatever stands in a ledger."""
    found = bounds(text)
    assert found is None or None in found or found[0] <= found[1]
    assert is_approximate(text) in (True, False)


def test_a_mark_behind_a_value_says_that_it_is_approximate() -> None:
    """Of one value, or of an end of an interval."""
    assert is_approximate("2025~") and is_approximate("2025-02?/2025-04") and is_approximate("2025%")
    assert not is_approximate("2025") and not is_approximate("2025-02/2025-04")
