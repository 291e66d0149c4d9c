"""What stands before a report is told from its first words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.data import table
from counterclaim.understand.datelines import dateline

BEFORE_REPORTS = (
    "HARROW — ",
    "HARROW ― ",
    "HARROW, March 14 - ",
    "ST. OSKAR, Sundmark — ",
    "HARROW AND BRENHOLM, VELDARIA — ",
    "HARROW, Sundmark (NA) – ",
    "Harrow, 14 March 2031 – ",
    "Harrow (dpa) - ",
    "HARROW, March 14. /NORD/. ",
    "FILE - ",
)
NONE = (
    "The mill — which burnt twice — ",
    "Lund - who lost - ",
    "LUND: No. ",
    "U.S. - led troops ",
    "A 5 - 4 vote ",
    "On March 14 - a Friday - ",
)


@pytest.mark.parametrize("words", BEFORE_REPORTS)
def test_place_day_and_agency_before_a_report_are_no_words_of_it(words: str) -> None:
    """Where they end, the report begins."""
    assert dateline(f"{words}The mill has closed.") == len(words)


@pytest.mark.parametrize("words", NONE)
def test_a_sentence_with_a_dash_has_no_dateline(words: str) -> None:
    """Nor has one of a transcript that names who speaks."""
    assert dateline(f"{words}The mill has closed.") == 0


def test_each_pattern_has_an_example_that_it_matches() -> None:
    """The table explains itself."""
    assert all(dateline(f"{row['example']} The mill has closed.") for row in table("datelines"))


@given(st.text(max_size=80))
def test_some_words_stay_for_the_report(text: str) -> None:
    """Whatever the text: a dateline is never all of it."""
    assert 0 <= dateline(text) < max(1, len(text))
