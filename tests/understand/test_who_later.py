"""Who is only described by headline and lead is the one who is named after them, where exactly one fits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mentions_made import meant, with_mentions

from counterclaim.model.document import PartKind
from counterclaim.model.reading import Reading
from counterclaim.understand.parse import parse
from stories_made import document

pytestmark = pytest.mark.model


def titled(text: str) -> Reading:
    """The text parsed, its first paragraph as the title."""
    made = document(text)
    made = replace(made, parts=(replace(made.parts[0], kind=PartKind.TITLE), *made.parts[1:]))
    tokens, sentences = parse(made)
    return with_mentions(Reading(made, tokens, sentences))


def name(reading: Reading, words: str, number: int = 0) -> str | None:
    speaker = meant(reading, words, number)
    return speaker.name if speaker is not None else None


def test_the_judge_of_the_lead_is_the_one_so_described_later() -> None:
    """The same office and the same words stand beside a name."""
    reading = titled(
        "Judge questions harbour ban\n\nA former harbour court judge says the ban is void. It began in May.\n\n"
        "Ada Birk, a former harbour court judge, said the ban broke the rules."
    )
    assert name(reading, "judge") == "Ada Birk"


def test_of_two_who_fit_neither_is_meant() -> None:
    """Two former judges of one court speak: who the lead means stays open."""
    reading = titled(
        "Harbour ban questioned\n\nA former harbour court judge says the ban is void. It began in May.\n\n"
        "Ada Birk, a former harbour court judge, said the ban broke the rules. "
        "Rui Teles, a former harbour court judge, said it did not."
    )
    assert name(reading, "judge") == "A former harbour court judge"


def test_a_director_is_the_new_person_who_speaks_next() -> None:
    """The only person who speaks next is described by nothing else."""
    reading = titled(
        "Harbour fund director warns of ice\n\nThe director of the harbour fund says the ice is thin.\n\n"
        "Okan Birk warns that boats will be lost. He said so twice."
    )
    assert name(reading, "The director") == "Okan Birk"


def test_a_person_described_otherwise_is_not_the_director() -> None:
    """A fisher who speaks next is no director."""
    reading = titled(
        "Harbour fund director warns of ice\n\nThe director of the harbour fund says the ice is thin.\n\n"
        "Okan Birk, a fisher from the village, says that boats will be lost."
    )
    assert name(reading, "The director") != "Okan Birk"


@pytest.mark.parametrize(
    ("title", "lead", "word", "whole"),
    [
        (
            "Board says mill opened sluice",
            "The Tarn Board said on Friday the mill had opened it.",
            "Board",
            "Tarn Board",
        ),
        (
            "Hospital: dead at the mill now nine",
            "The Tarn Valley hospital said on Friday that nine had died.",
            "Hospital",
            "Tarn Valley hospital",
        ),
        ("Court confirms Benn", "The Supreme Court confirmed on Friday that Benn won.", "Court", "Supreme Court"),
    ],
)
def test_a_headline_has_the_last_word_of_a_bodys_name(title: str, lead: str, word: str, whole: str) -> None:
    """The lead names it in full."""
    assert name(titled(f"{title}\n\n{lead}"), word) == whole


def test_of_two_bodies_with_one_last_word_a_headline_means_neither() -> None:
    """Either may be meant."""
    reading = titled("Council says plan is late\n\nThe Harrow Council said no. The Marrow Council said yes.")
    assert name(reading, "Council") == "Council"
