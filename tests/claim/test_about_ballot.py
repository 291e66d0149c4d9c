"""States won at the polls are no towns taken, and what hurts no body has no casualties."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_about import REGION, TOWN, frames, reading

from counterclaim.understand.quantities import find_quantities

pytestmark = pytest.mark.model
ZENDA, VARGEN = ("Zenda", TOWN), ("Vargen", REGION)


def kinds(text: str, content: str) -> list[str]:
    """The kinds of the frames of what the guild says."""
    places = [place for place in (ZENDA, VARGEN) if place[0] in text]
    read = reading(text, *places, said_by="The guild")
    return [frame.kind for frame in frames(read, "The guild", "said", content)]


@pytest.mark.parametrize(
    "content",
    [
        "Ada Birk had captured Zenda in the primary, as voters in Vargen learnt",
        "Ada Birk lost Vargen in the primary, whose voters liked nobody",
        "the Harbour Party had taken control of Vargen at the election, as turnout rose",
    ],
)
def test_who_wins_a_region_at_the_polls_has_not_taken_it(content: str) -> None:
    """Persons and parties win votes where votes are spoken of."""
    assert kinds(f"The guild said {content}.", content) == ["other"]


@pytest.mark.parametrize(
    "content",
    [
        "Norwegian troops had captured Zenda before the election, and voters had fled",
        "Norway had taken control of Zenda after the vote and the election",
        "General Ole Holm had captured Zenda on Monday",
    ],
)
def test_states_and_forces_take_towns_at_any_time(content: str) -> None:
    """Also while votes are counted; and a person does where no vote is spoken of."""
    assert kinds(f"The guild said {content}.", content)[0] in ("capture", "control")


@pytest.mark.parametrize(
    ("content", "counted"),
    [
        ("a blast hurt 29 miners", "wounded"),
        ("Holm hurt three miners with a knife", "wounded"),
        ("the crisis hurt 3,000 families", None),
        ("the new toll road hurt thousands of families", None),
        ("Birk had captured 1,944 delegates", None),
        ("the raid killed and wounded 40 miners", "casualties"),
        ("the raid killed 12 miners and wounded 30", "killed"),
    ],
)
def test_who_is_hurt_is_hurt_by_what_does_harm(content: str, counted: str | None) -> None:
    """A policy hurts in another sense, and delegates are captured by votes."""
    read = reading(f"The guild said {content}.", said_by="The guild")
    read = replace(read, quantities=find_quantities(read))
    assert frames(read, "The guild", "said", content)[0].counted == counted
