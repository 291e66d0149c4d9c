"""A phrase without a name means who it was used of before, where exactly one fits, else only what it says."""

from __future__ import annotations

import pytest
from mentions_made import meant, parsed

pytestmark = pytest.mark.model


def name(text: str, words: str, number: int = 0) -> str | None:
    speaker = meant(parsed(text), words, number)
    return speaker.name if speaker is not None else None


def test_the_president_is_who_is_in_office() -> None:
    """*The president* after both is not *the president-elect*; she is who is called so."""
    text = (
        "President Ole Holm left. President-elect Ada Birk stayed. The president said no. The president-elect said yes."
    )
    assert name(text, "The president") == "Ole Holm"
    assert name(text, "The president-elect") == "Ada Birk"


def test_a_class_noun_is_the_body_that_just_spoke() -> None:
    """*The website* after one body spoke; after two it stays open."""
    one = "Fishnews.com reported that two boats sank. The website also reported that nobody drowned."
    two = "Fishnews.com said two boats sank. Norpress Inc. said three. The website reported that nobody drowned."
    assert name(one, "The website") == "Fishnews.com"
    assert name(two, "The website") == "website"


def test_officials_with_more_said_of_them_are_others() -> None:
    """*Officials familiar with the plan* need not be the harbour officials of before."""
    text = "Harbour officials denied it. Officials familiar with the plan said it was old."
    assert name(text, "Officials", 0) == "Officials"


def test_his_government_is_that_of_his_state() -> None:
    """An envoy's government is his state's; one whose state is named keeps its words."""
    text = "Norwegian Ambassador Ole Holm said his government would pay. Norway's government did not answer."
    assert name(text, "his government") == "Norwegian government"
    assert name(text, "Norway's government") == "Norway's government"


def test_tests_by_a_laboratory_are_the_laboratory_s() -> None:
    """The phrase itself names who made the thing that speaks."""
    assert name("Projections by Norpress show that the herring is gone.", "Projections") == "Norpress"


def test_who_is_named_as_the_source_goes_on_as_he() -> None:
    """*According to Holm ... He added* is Holm, not whom the report met in between."""
    text = "Rui Teles left. According to Ole Holm, the harbour was closed by Rui Teles. He added that it was late."
    assert name(text, "He") == "Ole Holm"


def test_we_goes_on_where_no_mark_closed_the_quotation() -> None:
    """The next paragraph is the speaker's too, though its marks are missing."""
    text = (
        '"The harbour is safe," Ole Holm said. "They have a strong wall.\n\nWe have asked for a second one." Rain fell.'
    )
    assert name(text, "We") == "Ole Holm"


def test_where_a_group_sits_tells_only_where() -> None:
    """*The New York-based group* is the one that was named before."""
    text = "Ports Monitor Inc. said in May that a boat had sunk. The New York-based group now says it was nine boats."
    assert name(text, "The New York-based group") == "Ports Monitor Inc."


def test_two_boards_are_two() -> None:
    """Whose board it is tells them apart."""
    text = "The board of Norwind Inc. said the mill was safe. The board of Ports Inc. said so too."
    assert name(text, "The board") == "board of Norwind Inc."
    assert name(text, "The board", 1) == "board of Ports Inc."
