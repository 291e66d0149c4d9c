"""Dates in words: every form of EDTF that the project writes; what is none stays as it is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.publish.dates import spoken
from counterclaim.publish.texts import texts_in

EN = texts_in("en")


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2031-04-26", "26 April 2031"),
        ("2031-04-06", "6 April 2031"),
        ("2031-04-26T08:10:00", "26 April 2031"),
        ("2031-04-26T08:10:00+02:00", "26 April 2031"),
        ("2031-04-26 08:10", "26 April 2031"),
        ("2031-12", "December 2031"),
        ("2031-21", "spring 2031"),
        ("2031-24", "winter 2031"),
        ("2031-W07", "week 7 of 2031"),
        ("2031", "2031"),
        ("203X", "the 2030s"),
        ("19XX", "the 1900s"),
        ("2031-XX", "2031"),
        ("2031-XX-XX", "2031"),
        ("2031-04-XX", "April 2031"),
        ("2031-04-26~", "about 26 April 2031"),
        ("2031~", "about 2031"),
        ("2031?", "about 2031"),
        ("2031%", "about 2031"),
        ("2031-04-26/2031-05-02", "26 April 2031 to 2 May 2031"),
        ("2031-04/2031-05", "April 2031 to May 2031"),
        ("2031-04-26T08:00/2031-04-26T10:00", "26 April 2031 to 26 April 2031"),
        ("2031-08/..", "since August 2031"),
        ("2031-08/", "since August 2031"),
        ("../2031-08", "until August 2031"),
        ("/2031-08", "until August 2031"),
        ("2031~/2032", "about 2031 to 2032"),
    ],
)
def test_a_date_is_said_in_words(edtf: str, said: str) -> None:
    """As precise as it is, and no more."""
    assert spoken(edtf, EN) == said


@pytest.mark.parametrize(
    "value",
    [
        "",
        "soon",
        "2031-13",
        "2031-00-01",
        "2031-25",
        "1 May",
        "2031-4-6",
        "<b>",
        "٢٠٣١",
        "/",
        "../..",
        "and/or",
        "1/2",
        "2031/2030",
        "a/b/c",
        "2031/x",
    ],
)
def test_what_is_no_date_stays_as_it_is(value: str) -> None:
    """Nothing is guessed."""
    assert spoken(value, EN) == value


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_has_its_day_month_and_year_in_words(day: date) -> None:
    """Of any century."""
    assert spoken(day.isoformat(), EN) == f"{day.day} {EN.value('dates.months')[day.month - 1]} {day.year}"


@given(st.text())
def test_no_text_stops_it(value: str) -> None:
    """An article may give anything for its date."""
    assert isinstance(spoken(value, EN), str)
