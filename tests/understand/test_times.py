"""Expressions of time are found with their words and resolved against the day of publication."""

from __future__ import annotations

import time as clock
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.data import table
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.model.when import Time
from counterclaim.understand.parse import parse
from counterclaim.understand.quotations import find_quotations
from counterclaim.understand.times import READERS, find_times
from counterclaim.understand.times_words import grammar, lexicon, names

# A Saturday.
DAY = "2031-05-17"


def document(*paragraphs: str, published: str | None = DAY, precision: str | None = None) -> Document:
    text, parts = "", []
    for paragraph in paragraphs:
        start = len(text) + (2 if text else 0)
        text = text + "\n\n" + paragraph if text else paragraph
        parts.append(Part(PartKind.BODY, Span(start, len(text))))
    return Document("d", text, "", tuple(parts), published=published, published_precision=precision)


def read(*paragraphs: str, published: str | None = DAY, precision: str | None = None) -> list[tuple[str, str | None]]:
    made = document(*paragraphs, published=published, precision=precision)
    return [(made.quote(time.span), time.value) for time in find_times(Reading(made))]


def parsed(*paragraphs: str, published: str | None = DAY) -> dict[str, Time]:
    made = document(*paragraphs, published=published)
    tokens, sentences = parse(made)
    return {made.quote(time.span): time for time in find_times(Reading(made, tokens, sentences))}


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("The dam broke on 3 April 2029.", "on 3 April 2029", "2029-04-03"),
        ("The dam broke on April 3, 2029, and flooded.", "on April 3, 2029", "2029-04-03"),
        ("The dam broke (Apr. 3, 2029).", "Apr. 3, 2029", "2029-04-03"),
        ("The dam broke on Tuesday, April 3rd, 2029.", "on Tuesday, April 3rd, 2029", "2029-04-03"),
        ("Stamp: 2029-04-03.", "2029-04-03", "2029-04-03"),
        ("Stamp: 23/04/2029.", "23/04/2029", "2029-04-23"),
        ("Stamp: 04/23/2029.", "04/23/2029", "2029-04-23"),
        ("It rained in April 2029.", "in April 2029", "2029-04"),
        ("It rained in 2029.", "in 2029", "2029"),
        ("It has rained since 2029.", "since 2029", "2029/.."),
        ("It rained until 2029.", "until 2029", "../2029"),
        ("It rained from 2024 to 2029.", "from 2024 to 2029", "2024/2029"),
        ("It rained in 2028–29.", "in 2028–29", "2028/2029"),
        ("It rained between 2024 and 2029.", "between 2024 and 2029", "2024/2029"),
        ("It rained in the 1990s.", "in the 1990s", "199X"),
        ("It rained in the '80s.", "in the '80s", "198X"),
        ("It rained in the 19th century.", "in the 19th century", "18XX"),
        ("It rained from May 3 to May 9, 2029.", "from May 3 to May 9, 2029", "2029-05-03/2029-05-09"),
        ("It rained on 3-9 May 2029.", "on 3-9 May 2029", "2029-05-03/2029-05-09"),
        ("It rained between March 2028 and May 2029.", "between March 2028 and May 2029", "2028-03/2029-05"),
        ("It rained in the summer of 2029.", "in the summer of 2029", "2029-22"),
        ("It rained in the first half of 2029.", "in the first half of 2029", "2029-01/2029-06"),
        ("It rained in late April 2029.", "in late April 2029", "2029-04"),
        ("It rained on Christmas Day.", "on Christmas Day", "2030-12-25"),
        ("It rained on the preceding Tuesday, April 3, 2029.", "on the preceding Tuesday, April 3, 2029", "2029-04-03"),
        ("It is forecast for 2029 to 3 or 4 percent.", "for 2029", "2029"),
        ("It rained on Good Friday 2029.", "on Good Friday 2029", "2029-03-30"),
        ("It fell in World War II.", "in World War II", "1939/1945"),
    ],
)
def test_calendar_expressions_have_their_calendar_value(text: str, quote: str, value: str) -> None:
    """Dates in each common form, months, years, decades, centuries, seasons, ranges and named days."""
    assert (quote, value) in read(text)


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("The dam broke on Saturday.", "on Saturday", "2031-05-17"),
        ("The dam broke on Friday.", "on Friday", "2031-05-16"),
        ("The dam broke on Sunday night.", "on Sunday night", "2031-05-11"),
        ("The dam broke last Saturday.", "last Saturday", "2031-05-10"),
        ("The dam broke last Thursday.", "last Thursday", "2031-05-08"),
        ("The dam broke last Tuesday.", "last Tuesday", "2031-05-13"),
        ("The dam broke on Sunday.", "on Sunday", "2031-05-11"),
        ("The mayor resigned Sunday.", "Sunday", "2031-05-18"),
        ("The vote is next Monday.", "next Monday", "2031-05-19"),
        ("The dam broke yesterday afternoon.", "yesterday afternoon", "2031-05-16"),
        ("The vote is tomorrow.", "tomorrow", "2031-05-18"),
        ("It rained last night.", "last night", "2031-05-16"),
        ("It rained this week.", "this week", "2031-W20"),
        ("It rained last week.", "last week", "2031-W19"),
        ("It rained earlier this month.", "earlier this month", "2031-05"),
        ("It rained last year.", "last year", "2030"),
        ("It rained over the weekend.", "over the weekend", "2031-05-17/2031-05-18"),
        ("It rained last weekend.", "last weekend", "2031-05-10/2031-05-11"),
        ("It rained three days ago.", "three days ago", "2031-05-14"),
        ("It rained two weeks ago.", "two weeks ago", "2031-05-03"),
        ("It rained six months ago.", "six months ago", "2030-11"),
        ("It rained twenty-one years ago.", "twenty-one years ago", "2010"),
        ("It rained in the past three days.", "in the past three days", "2031-05-14/2031-05-17"),
        ("It rained over the last five years.", "over the last five years", "2026/2031"),
        ("It rained last August.", "last August", "2030-08"),
        ("It rained last March.", "last March", "2031-03"),
        ("It rained in March.", "in March", "2031-03"),
        ("It rained on November 3.", "on November 3", "2030-11-03"),
        ("It rained by the end of the year.", "by the end of the year", "2031-12"),
    ],
)
def test_relative_expressions_are_counted_from_publication(text: str, quote: str, value: str) -> None:
    """Weekdays and months are the nearest past ones where nothing turns them."""
    assert (quote, value) in read(text)


@pytest.mark.parametrize(
    ("text", "quote", "timex3"),
    [
        ("It rained in recent months.", "in recent months", "PAST_REF"),
        ("It rained recently.", "recently", "PAST_REF"),
        ("It rained several years ago.", "several years ago", "PAST_REF"),
        ("It may rain in the coming weeks.", "in the coming weeks", "FUTURE_REF"),
    ],
)
def test_vague_expressions_have_no_value(text: str, quote: str, timex3: str) -> None:
    """A vague time keeps its words and its direction, and no day is made up for it."""
    made = document(text)
    found = {made.quote(time.span): time for time in find_times(Reading(made))}
    assert found[quote].value is None
    assert found[quote].first is None
    assert found[quote].timex3 == timex3


@pytest.mark.parametrize(
    "text",
    [
        "You may march.",
        "She paid $2030 for 2,029 books.",
        "The vote on Super Tuesday is called so.",
        "The Daily Herald printed it.",
        "The score was 5/6.",
        "The video runs 0:00:43.",
        "He waited for hours.",
        "The second half was dull, above all its last ten minutes and the three minutes before the whistle.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """Verbs, prices, names of papers, fractions, running times and minutes of a game give no time."""
    assert read(text) == []


def test_without_a_day_of_publication_only_the_calendar_is_known() -> None:
    """*Today* stays open where the document has no date; a written date does not need one."""
    found = dict(read("Today it rained, as on Friday and on 3 April 2029.", published=None))
    assert found == {"Today": None, "on Friday": None, "on 3 April 2029": "2029-04-03"}


def test_a_publication_known_to_the_month_makes_today_that_month() -> None:
    """A weekday cannot be told from a month; last year can."""
    found = dict(read("Today it rained, as on Friday and last year.", published="2031-05-01", precision="month"))
    assert found == {"Today": "2031-05", "on Friday": None, "last year": "2030"}


def test_the_same_day_and_the_next_are_counted_from_the_date_before_them() -> None:
    """Anaphoric days stand on the last date of their own paragraph and on nothing else."""
    text = "The dam broke on 3 April 2029. That night it rained; the following day it froze; two weeks later it thawed."
    found = dict(read(text))
    assert found["That night"] == "2029-04-03"
    assert found["the following day"] == "2029-04-04"
    assert found["two weeks later"] == "2029-04-18"
    assert dict(read("The following day it froze.")) == {"The following day": None}


def test_a_clock_time_has_its_day_and_utc_only_where_written() -> None:
    """No time zone is taken for granted."""
    assert read("It fell at 9:30 p.m. on Friday.") == [("at 9:30 p.m. on Friday", "2031-05-16T21:30")]
    assert read("It fell at 9:30 p.m. (2030 UTC) on Friday.") == [
        ("at 9:30 p.m. (2030 UTC) on Friday", "2031-05-16T20:30Z")
    ]


def test_each_time_says_which_rule_found_it_and_why() -> None:
    """`rule` is a name of the grammar with its version, and `because` a sentence with the day counted from."""
    (time,) = find_times(Reading(document("The dam broke on Friday.")))
    assert time.rule == "weekday.v1"
    assert DAY in time.because
    assert (time.first, time.last) == (date(2031, 5, 16), date(2031, 5, 16))


def test_every_rule_of_the_grammar_has_a_reader_and_every_reader_a_rule() -> None:
    """A row without code, or code without a row, would never be noticed otherwise."""
    assert {rule.reader for rule in grammar()[1]} == set(READERS)


def test_no_word_of_the_time_tables_stands_twice() -> None:
    """A word has one class, and a named day one way to work it out."""
    words = [word for row in table("time_words") for word in row["word"].split("|")]
    assert sorted(words) == sorted(lexicon())
    assert len(table("time_days")) == len(names())


@pytest.mark.model
def test_future_tense_turns_a_weekday_and_a_month_ahead() -> None:
    """*Will meet on Tuesday* is the coming one, *met on Tuesday* the one before."""
    assert parsed("The council will meet on Tuesday.")["on Tuesday"].value == "2031-05-20"
    assert parsed("The council met on Tuesday.")["on Tuesday"].value == "2031-05-13"
    assert parsed("The council will vote in September.")["in September"].value == "2031-09"
    assert parsed("The council voted in September.")["in September"].value == "2030-09"


@pytest.mark.model
def test_months_after_an_event_are_counted_from_where_the_text_dates_the_event() -> None:
    """The event is known by two of its words elsewhere; the result is no finer than the anchor."""
    found = parsed(
        "The bridge reopened eight months after a barge first struck its central pier.",
        "Nobody was hurt.",
        "The barge struck the pier last August in thick fog.",
    )
    assert found["eight months after"].value == "2031-04"
    assert "last August" in found["eight months after"].because


@pytest.mark.model
def test_months_after_an_event_that_is_not_dated_stay_open() -> None:
    """One shared word is chance, so nothing is counted from it."""
    found = parsed("Some trees fell.", "One line.", "A line.", "They met eight months after a barge struck the pier.")
    assert found["eight months after"].value is None


@pytest.mark.model
def test_news_that_comes_a_day_after_something_dates_that_to_the_day_before() -> None:
    """*It comes a day after X said so*: X said it on the day before publication."""
    assert parsed("It comes a day after the mayor said the dam was safe.")["a day after"].value == "2031-05-16"


@pytest.mark.model
def test_a_month_inside_a_since_clause_is_open() -> None:
    """*Since the strike began in March* runs until now."""
    assert parsed("Prices have doubled since the strike began in March.")["in March"].value == "2031-03/.."


PIECES = st.sampled_from(
    [
        "on",
        "Friday",
        "May",
        "3",
        "2029",
        "the",
        "last",
        "two",
        "weeks",
        "after",
        "ago",
        ",",
        "-",
        "'s",
        "at",
        "9:30",
        "p.m.",
        "(",
        "UTC",
        ")",
        "century",
        "19th",
        "of",
        "in",
        "same",
        "day",
        "’90s",
        "٣",
        "😀",
        "é",
        "\u00ad",
        "New",
        "Year's",
        "Eve",
        "31",
        "99/99/9999",
        "2029-99-99",
        "0000s",
        "since",
        "then",
        "half",
        "a",
        "first",
        "weekend",
    ]
)


@given(st.lists(PIECES, max_size=30), st.sampled_from([DAY, None, "2031-05", "1500-01-01", "2899-12-31"]))
def test_any_row_of_words_gives_spans_in_order_that_do_not_overlap(pieces: list[str], published: str | None) -> None:
    """No row of words breaks the grammar; each span lies in the text and its days agree with its value."""
    made = document(" ".join(pieces) or "x", published=published)
    end = 0
    for time in find_times(Reading(made)):
        assert end <= time.span.start < time.span.end <= len(made.text)
        assert made.quote(time.span).strip() == made.quote(time.span)
        assert time.value is not None or time.first is None
        end = time.span.end


@pytest.mark.parametrize(
    "unit", ["the same day ", "two days after ", "May ", "2014-", "1:", "twenty-", "at 5 p.m. ", "("]
)
def test_hostile_repetition_is_read_in_linear_time(unit: str) -> None:
    """Eight times the text takes about eight times as long, never sixty-four."""

    def once(copies: int) -> float:
        made = Reading(document(unit * copies))
        began = clock.process_time()
        find_times(made)
        return clock.process_time() - began

    def seconds(copies: int) -> float:
        """The best of three: what else the machine does only ever adds."""
        return min(once(copies) for _ in range(3))

    once(100)
    small, large = max(seconds(500), 0.01), seconds(4000)
    assert large < 30 * small


def test_today_inside_a_quotation_is_the_day_of_the_speech() -> None:
    """The writer names the day before the quotation; outside it *today* stays the day of publication."""
    made = document("On Thursday the mayor wrote: “Today the dam held.” It holds today.")
    reading = Reading(made, quotations=find_quotations(made))
    assert [(made.quote(time.span), time.value) for time in find_times(reading)] == [
        ("On Thursday", "2031-05-15"),
        ("Today", "2031-05-15"),
        ("today", "2031-05-17"),
    ]


def test_a_late_evening_is_the_next_day_in_utc() -> None:
    """The day beside a clock time is the local one, so UTC past midnight is a day later."""
    assert read("It fell at 8:30 p.m. (0030 UTC) on Friday.") == [
        ("at 8:30 p.m. (0030 UTC) on Friday", "2031-05-17T00:30Z")
    ]
