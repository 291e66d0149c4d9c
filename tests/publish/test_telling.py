"""Who speaks is told with their side, and as whose teller; what is not known is said to be so."""

from __future__ import annotations

import pytest

from counterclaim.publish.edition import Voice
from counterclaim.publish.telling import circumstances, named, who
from counterclaim.publish.texts import texts_in
from editions_made import claim, sundmark

ENGLISH = texts_in("en")


@pytest.mark.parametrize(
    ("voice", "told"),
    [
        (Voice("a", "Mara Tal", "spokeswoman", "Veldaria"), "Mara Tal (Veldaria)"),
        (Voice("a", "Veldaria", None, "Veldaria"), "Veldaria"),
        (Voice("a", "Mara Tal", "baker", None), "Mara Tal"),
        (Voice(None, None, "spokesman", "Orsa"), "spokesman (Orsa)"),
        (Voice(None, None, "spokesman", None), "spokesman"),
        (Voice(None, None, None, "Orsa"), "somebody for Orsa"),
        (Voice(None, None, None, None), "unknown speaker"),
    ],
)
def test_a_speaker_is_named_as_far_as_known(voice: Voice, told: str) -> None:
    """Name and side, role and side, or that the speaker is unknown."""
    assert named(voice, ENGLISH) == told


def test_every_teller_is_named() -> None:
    """A claim two deep names both who tell it, the nearest first."""
    deep = claim(tellers=(sundmark().voice, Voice(None, None, None, None)))
    assert who(deep, ENGLISH) == "Mara Tal (Veldaria), as Sundmark tells it, as unknown speaker tells it"


def test_circumstances_are_told_as_far_as_known() -> None:
    """Day, addressee and channel, each only where the text tells it."""
    assert circumstances(claim(), ENGLISH) == "2 May 2031, to reporters, via Telegram"
    assert circumstances(claim(said_on=None, addressee=None), ENGLISH) == "via Telegram"
    assert circumstances(sundmark(), ENGLISH) == ""


def test_a_name_can_break_no_line() -> None:
    """A line end or a control character in a name is made visible."""
    assert named(Voice("a", "Mara\nTal", "x\x1b", "Vel\u2028daria"), ENGLISH) == "Mara Tal (Vel daria)"
