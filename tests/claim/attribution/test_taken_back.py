"""Who takes back or stands by own words is heard, also where no cue of speech was found."""

from __future__ import annotations

import pytest
from test_held import found, read, triple

from counterclaim.claim.attribution.taken_back import with_taken_back

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Ole Birk took back his testimony that he handed it to the mayor in a hotel.",
            "Ole Birk",
            "took back",
            "his testimony that he handed it to the mayor in a hotel",
        ),
        (
            "The minister has walked back her claim that the dam was repaired.",
            "The minister",
            "has walked back",
            "her claim that the dam was repaired",
        ),
        (
            "The league retracted its statement about the race.",
            "The league",
            "retracted",
            "its statement about the race",
        ),
        (
            "Norwind stood by its report that nobody was hurt.",
            "Norwind",
            "stood by",
            "its report that nobody was hurt",
        ),
    ],
)
def test_own_words_that_are_taken_back_or_kept_are_found(text: str, source: str, cue: str, content: str) -> None:
    """The noun is one for something said, and the speaker's own."""
    assert [triple(text, each) for each in with_taken_back(read(text), [])] == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The army took back the village on Monday.",
        "Norwind retracted the landing gear of its planes.",
        "The clerk took back her coat and left.",
        "Orsa withdrew its troops from the valley.",
        "The guards stood by the gate all night.",
        "“We retract our statement about the race,” it reads.",
    ],
)
def test_what_is_no_speech_is_not_taken_back(text: str) -> None:
    """Villages, coats and troops are no words; what is quoted is its speaker's."""
    assert with_taken_back(read(text), []) == []


def test_a_cue_that_was_found_is_left_as_it_is() -> None:
    """The network has cut it already."""
    text = "The league retracted its statement about the race."
    given = [found(text, "The league", "retracted", "its statement about the race")]
    assert with_taken_back(read(text), given) == given
