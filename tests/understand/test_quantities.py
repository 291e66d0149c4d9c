"""Quantities are found with value, bound, unit, what is counted and what became of those."""

from __future__ import annotations

import time as clock
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.data import table
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.quantity import Bound, Quantity
from counterclaim.model.reading import Reading, Sentence, Token
from counterclaim.model.span import Span
from counterclaim.understand.parse import parse
from counterclaim.understand.quantities import find_quantities
from counterclaim.understand.quantities_context import units
from counterclaim.understand.quantities_numbers import lexicon
from counterclaim.understand.times import find_times


def document(text: str) -> Document:
    return Document("d", text, "", (Part(PartKind.BODY, Span(0, len(text))),), published="2031-05-17")


def read(text: str) -> list[tuple[str, Quantity]]:
    made = document(text)
    reading = Reading(made)
    reading = replace(reading, times=find_times(reading))
    return [(made.quote(found.span), found) for found in find_quantities(reading)]


def only(text: str) -> Quantity:
    ((_, found),) = read(text)
    return found


def parsed(text: str) -> list[Quantity]:
    made = document(text)
    tokens, sentences = parse(made)
    reading = Reading(made, tokens, sentences)
    return list(find_quantities(replace(reading, times=find_times(reading))))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They counted 12 boats", 12),
        ("They counted 1,250 boats", 1250),
        ("They counted 3.7 million boats", 3_700_000),
        ("They counted twelve boats", 12),
        ("They counted thirty-one boats", 31),
        ("They counted two hundred and fifty boats", 250),
        ("They counted five hundred thousand boats", 500_000),
        ("They counted a hundred boats", 100),
        ("They counted a dozen boats", 12),
        ("They counted half a dozen boats", 6),
        ("They counted half a million boats", 500_000),
        ("They counted two dozen boats", 24),
        ("They waited two and a half hours", 2.5),
        ("It is a 68-page report", 68),
        ("They tested six out of twenty boats", 6),
    ],
)
def test_numbers_in_digits_and_in_words_have_their_value(text: str, value: float) -> None:
    """Digits with commas, scales, tens with units, dozens, halves and numbers in compounds."""
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "bound", "value", "low", "high"),
    [
        ("They counted 12 boats", Bound.EXACT, 12, 12, 12),
        ("They counted at least 12 boats", Bound.AT_LEAST, 12, 12, None),
        ("They counted more than 12 boats", Bound.AT_LEAST, 12, 12, None),
        ("They counted “at least” 12 boats", Bound.AT_LEAST, 12, 12, None),
        ("They counted 12 or more boats", Bound.AT_LEAST, 12, 12, None),
        ("They counted up to 12 boats", Bound.AT_MOST, 12, None, 12),
        ("They counted no more than 12 boats", Bound.AT_MOST, 12, None, 12),
        ("They counted about 12 boats", Bound.ABOUT, 12, None, None),
        ("They counted an estimated 12 boats", Bound.ABOUT, 12, None, None),
        ("They counted 12 to 15 boats", Bound.RANGE, None, 12, 15),
        ("They counted between 12 and 15 boats", Bound.RANGE, None, 12, 15),
        ("They counted two or three boats", Bound.RANGE, None, 2, 3),
        ("They counted two to three hundred boats", Bound.RANGE, None, 200, 300),
        ("They counted hundreds of boats", Bound.VAGUE, None, 200, None),
        ("They counted dozens of boats", Bound.VAGUE, None, 24, None),
        ("They counted tens of thousands of boats", Bound.VAGUE, None, 20_000, None),
        ("They counted several hundred boats", Bound.VAGUE, None, 200, None),
    ],
)
def test_bounds_say_how_a_number_is_meant(
    text: str, bound: Bound, value: float | None, low: float | None, high: float | None
) -> None:
    """A range and a vague number have no value of their own; a bound stands on the side it bounds."""
    found = only(text)
    assert (found.bound, found.value, found.low, found.high) == (bound, value, low, high)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It grew by 20%", 0.2, "%"),
        ("It grew by 4.2 percent", 0.042, "%"),
        ("A third of the boats sank", 1 / 3, "%"),
        ("Two-thirds of the boats sank", 2 / 3, "%"),
        ("One in five boats sank", 0.2, "%"),
        ("It cost $3.5 million", 3_500_000, "USD"),
        ("It cost US$ 20,000", 20_000, "USD"),
        ("It cost C$75", 75, "CAD"),
        ("It cost €40 billion", 40_000_000_000, "EUR"),
        ("It cost 422,000 euros", 422_000, "EUR"),
        ("It cost one million rubles", 1_000_000, "RUB"),
        ("It lies 110 kilometers off", 110, "km"),
        ("It lies 5 km off", 5, "km"),
        ("It covers 40 square miles", 40, "square mile"),
        ("It took three weeks", 3, "week"),
        ("It took about a year", 1, "year"),
        ("It was a ten-minute walk", 10, "minute"),
    ],
)
def test_units_are_read_before_and_after_the_number(text: str, value: float, unit: str) -> None:
    """A share of 20% has the value .2; money has its ISO 4217 code."""
    found = only(text)
    assert found.value == pytest.approx(value)
    assert found.unit == unit


def test_a_range_of_money_takes_the_scale_of_its_second_number() -> None:
    """*Between $5 and $7 billion* are thousands of millions on both sides."""
    found = only("It cost between $5 and $7 billion")
    assert (found.low, found.high, found.unit) == (5e9, 7e9, "USD")


@pytest.mark.parametrize("text", ["a 54-year-old man", "a man aged 54", "She is 54 years old", "He died at 54"])
def test_ages_are_years_of_age(text: str) -> None:
    """An age counts years, and `of` says that it is one."""
    found = only(text)
    assert (found.value, found.unit, found.of) == (54, "year", "age")


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2014 and ended on 3 May 2029.",
        "It began at 9:30 p.m.",
        "They met three weeks ago.",
        "Article 5 and Section 12 of Act No. 3846 apply.",
        "Phase two was put off.",
        "The G7 and the B-52 flew with COVID-19.",
        "Call 555-12-90 now.",
        "1. Wash your hands",
        "The score was 5/6 on the 19th.",
        "At midnight (0700 UTC) it fell.",
        "One of them left, and no one came.",
        "A man and a woman left.",
        "It is 18 deaths per 100,000 people.".replace("18 deaths", "many deaths"),
    ],
)
def test_dates_names_and_list_marks_are_no_quantities(text: str) -> None:
    """Years, clock times, articles of law, models, telephone numbers, ordinals and pronouns count nothing."""
    assert read(text) == []


def test_a_length_of_time_inside_an_expression_of_time_is_a_quantity_too() -> None:
    """*Within 48 hours* is a time and a length; *two years ago* is a time only."""
    assert [quote for quote, _ in read("Leave within 48 hours, as they did two years ago.")] == ["within 48 hours"]


def test_what_is_counted_and_what_became_of_it_are_read_from_the_parse() -> None:
    """By hand: *At least twelve miners were killed.*"""
    text = "At least twelve miners were killed."
    rows = [
        ("At", "advmod", 1, "ADP", "IN", "at"),
        ("least", "advmod", 2, "ADJ", "JJS", "least"),
        ("twelve", "nummod", 3, "NUM", "CD", "twelve"),
        ("miners", "nsubjpass", 5, "NOUN", "NNS", "miner"),
        ("were", "auxpass", 5, "AUX", "VBD", "be"),
        ("killed", "ROOT", 5, "VERB", "VBN", "kill"),
        (".", "punct", 5, "PUNCT", ".", "."),
    ]
    tokens, at = [], 0
    for i, (word, dep, head, pos, tag, lemma) in enumerate(rows):
        at = text.index(word, at)
        tokens.append(Token(i, at, at + len(word), word, lemma, pos, tag, dep, head, "", False))
        at += len(word)
    reading = Reading(document(text), tuple(tokens), (Sentence(Span(0, len(text)), 0, len(rows), 0),))
    (found,) = find_quantities(reading)
    assert (found.of, found.outcome, found.bound) == ("miners", "killed", Bound.AT_LEAST)
    assert found.span.of(text) == "At least twelve miners"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The storm killed 12 sailors and injured 30 passengers.", [(12, "killed"), (30, "wounded")]),
        ("Twelve sailors died and 30 others were wounded.", [(12, "killed"), (30, "wounded")]),
        ("The harbour reported 12 deaths.", [(12, "killed")]),
        ("Police arrested seven men.", [(7, "arrested")]),
        ("Some 4,000 families fled the valley.", [(4000, "displaced")]),
        ("Twelve sailors killed a whale.", [(12, None)]),
    ],
)
def test_outcomes_are_those_of_the_counted_and_never_of_the_doers(
    text: str, expected: list[tuple[float, str | None]]
) -> None:
    """Objects and passive subjects of *kill* were killed; its subjects were not."""
    assert [(found.value, found.outcome) for found in parsed(text)] == expected


@pytest.mark.model
def test_the_counted_noun_follows_the_number_or_its_of() -> None:
    """*Hundreds of boats* counts boats, *20% of the valley* is a share of the valley."""
    assert [found.of for found in parsed("Hundreds of boats sank.")] == ["boats"]
    assert [found.of for found in parsed("It flooded around 20% of the valley.")] == ["the valley"]


@pytest.mark.model
def test_an_age_between_commas_after_a_name_is_an_age() -> None:
    """*Anna Novak, 71, said*: the number between the commas is her age."""
    (found,) = parsed("Anna Novak, 71, said the dam was safe.")
    assert (found.value, found.unit, found.of) == (71, "year", "age")


def test_no_word_of_the_tables_stands_twice() -> None:
    """A number word and a way to write a unit have one meaning each."""
    words = [word for row in table("number_words") for word in row["word"].split("|")]
    assert len(words) == len(set(words)) == len(lexicon())
    ways = [word for row in table("units") for word in row["word"].split("|")]
    assert len(ways) == len({way.lower() for way in ways}) == len(units())


PIECES = st.sampled_from(
    [
        "12",
        "1,250",
        "3.5",
        "million",
        "hundred",
        "thousands",
        "of",
        "a",
        "half",
        "third",
        "one",
        "out",
        "in",
        "twenty",
        "-",
        "–",
        "$",
        "€",
        "US$",
        "%",
        "percent",
        "km",
        "people",
        "at",
        "least",
        "or",
        "more",
        "between",
        "and",
        "to",
        "several",
        "dozen",
        "year",
        "old",
        ",",
        ".",
        "2014",
        "No",
        "٣",
        "😀",
        "999999999999999999",
        "per",
        "“",
        "the",
    ]
)


@given(st.lists(PIECES, max_size=25))
def test_any_row_of_words_gives_spans_inside_the_text(pieces: list[str]) -> None:
    """No row of words breaks the grammar; bounds are never the wrong way round."""
    text = " ".join(pieces) or "x"
    for _, found in read(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.low is None or found.high is None or found.low <= found.high
        assert found.value is not None or found.bound in (Bound.RANGE, Bound.VAGUE)


@pytest.mark.parametrize("unit", ["a hundred ", "twenty-one ", "1,000", "one in ", "$", "12 to ", "more than ", "1-"])
def test_hostile_repetition_is_read_in_linear_time(unit: str) -> None:
    """Eight times the text takes about eight times as long, never sixty-four."""

    def once(copies: int) -> float:
        made = Reading(document(unit * copies))
        began = clock.process_time()
        find_quantities(made)
        return clock.process_time() - began

    def seconds(copies: int) -> float:
        """The best of three: what else the machine does only ever adds."""
        return min(once(copies) for _ in range(3))

    once(100)
    small, large = max(seconds(500), 0.01), seconds(4000)
    assert large < 30 * small
