"""Columns: one a side in the order of their appearance, unknown speakers apart, equal weight for all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.publish.edition.nouns import PublishedPosition
from counterclaim.publish.site.columns import COLOURS, columns_of, letter
from counterclaim.publish.texts import texts_in
from editions_made import matter

EN = texts_in("en")


def columns(*positions: PublishedPosition):
    return columns_of(replace(matter(), positions=positions), EN)


@pytest.mark.parametrize(
    ("number", "name"),
    [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")],
)
def test_columns_go_by_letters(number: int, name: str) -> None:
    """After Z comes AA, as in a table."""
    assert letter(number) == name


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_no_two_columns_go_by_one_letter(one: int, other: int) -> None:
    """However many there are."""
    assert (letter(one) == letter(other)) == (one == other)


def test_a_side_with_two_answers_has_one_column() -> None:
    """Under one name, its answers in order."""
    found = columns(
        PublishedPosition("yes", ("Orsa",), ("c1",)),
        PublishedPosition("no", ("Veldaria",), ("c2",)),
        PublishedPosition("perhaps", ("Orsa",), ("c3",)),
    )
    assert [(each.name, each.sign, each.colour) for each in found] == [("Orsa", "A", 1), ("Veldaria", "B", 2)]
    assert [answer.answer for answer in found[0].answers] == ["yes", "perhaps"]
    assert [each.first for each in found] == ["c1", "c2"]


def test_sides_that_share_an_answer_share_a_column() -> None:
    """Named together; the one of them with an answer of its own stands beside."""
    found = columns(
        PublishedPosition("yes", ("Orsa", "Sundmark"), ("c1",)), PublishedPosition("no", ("Orsa",), ("c2",))
    )
    assert [each.name for each in found] == ["Orsa and Sundmark", "Orsa"]


def test_claims_of_unknown_speakers_stand_last_and_on_no_side() -> None:
    """Wherever they come in the matter; with a sign and no colour of a side."""
    found = columns(PublishedPosition("yes", (), ("c1",)), PublishedPosition("no", ("Orsa",), ("c2",)))
    assert [(each.name, each.sign, each.colour) for each in found] == [("Orsa", "A", 1), ("Unknown speakers", "?", 0)]


def test_a_matter_that_only_unknown_speakers_speak_to_has_one_column() -> None:
    """It is not empty."""
    assert [each.sign for each in columns(PublishedPosition("", (), ("c1",)))] == ["?"]


def test_colours_begin_again_after_the_last() -> None:
    """With other letters; every side has one."""
    found = columns(*(PublishedPosition("", (f"Side {number}",), (f"c{number}",)) for number in range(2 * COLOURS + 1)))
    assert [each.colour for each in found] == [*range(1, COLOURS + 1), *range(1, COLOURS + 1), 1]
    assert len({each.sign for each in found}) == len(found)


def test_other_names_of_sides_change_nothing_else() -> None:
    """The first to appear is the first, whoever it is."""
    positions = [PublishedPosition("yes", ("Orsa",), ("c1",)), PublishedPosition("no", ("Veldaria",), ("c2",))]
    other = [replace(each, sides=(name,)) for each, name in zip(positions, ("Veldaria", "Orsa"), strict=True)]
    one, two = columns(*positions), columns(*other)
    assert [(each.sign, each.colour, each.first) for each in one] == [
        (each.sign, each.colour, each.first) for each in two
    ]
