"""Ground: villages and hills that no list has are places where the text tells that they are held, taken or left."""

from __future__ import annotations

import pytest

from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.understand.parse import parse
from counterclaim.understand.places import find_places

pytestmark = pytest.mark.model


def named(text: str) -> list[str]:
    """The names of the places that no list has."""
    document = Document("d", text, "", (Part(PartKind.BODY, Span(0, len(text))),))
    tokens, sentences = parse(document)
    return [place.name for place in find_places(Reading(document, tokens, sentences)) if place.key.startswith("n:")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army said its troops were still holding Hill 90.", "Hill 90"),
        ("The rebels said they had captured Malykivka overnight.", "Malykivka"),
        ("Their forces had pulled out of Adwira on Monday.", "Adwira"),
        ("The soldiers had crossed into Ta Moan.", "Ta Moan"),
        ("Fighting went on at the outskirts of Malykivka.", "Malykivka"),
        ("The ministry said Malykivka remained under northern control.", "Malykivka"),
        ("The district centre of Panjwar was quiet.", "Panjwar"),
    ],
)
def test_what_is_held_taken_or_left_is_a_place(text: str, name: str) -> None:
    """No gazetteer has these names."""
    assert named(text) == [name]


def test_what_is_ground_once_is_a_place_wherever_it_is_named() -> None:
    """The second sentence alone would not tell."""
    text = "The rebels said they had captured Malykivka overnight. The general spoke of Malykivka with tears."

    assert named(text) == ["Malykivka", "Malykivka"]


@pytest.mark.parametrize(
    "text",
    [
        "The union said it had captured the mood of the Alawars.",
        "She recalled the end of the Long Drought.",
        "Doctors warned of a loss of IQ in children.",
        "The delegates visited Kasparov in his house.",
        "They withdrew from the Harrow Climate Treaty.",
    ],
)
def test_people_treaties_and_abbreviations_are_no_ground(text: str) -> None:
    """Villages go without an article, and nobody visits ground."""
    assert named(text) == []
