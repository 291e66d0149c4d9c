"""The chain names who tells a claim, nearest first, and ends with who publishes it."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.claim.chain import chain_of
from counterclaim.model.claim import Attribution
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker
from sayings import document


def told(within: int | None) -> Attribution:
    return Attribution((), (Span(0, 1),), (Span(1, 2),), within, "test.v1")


POST = replace(document("Told."), publisher="The Norland Post", author="Ada Bell")


def test_a_nested_claim_is_told_by_both() -> None:
    """*Sudmark denies Norland's claim*: Norland, as Sudmark tells it, as the paper tells it."""
    speakers = (Speaker("Sudmark"), Speaker("Norland"))
    assert chain_of(1, (told(None), told(0)), speakers, POST) == ("Norland", "Sudmark", "The Norland Post")


def test_an_unknown_speaker_keeps_their_place() -> None:
    """Nobody is made up, and nobody is skipped."""
    named = (None, Speaker(None, side="Norland"))
    assert chain_of(1, (told(None), told(0)), named, POST)[:2] == ("somebody unnamed for Norland", "somebody unnamed")


def test_an_unnamed_publisher_is_the_publisher() -> None:
    """Without publisher and author the last is called what it is."""
    assert chain_of(0, (told(None),), (Speaker("Norland"),), document("Told."))[-1] == "the publisher"
    assert chain_of(0, (told(None),), (None,), replace(POST, publisher=None))[-1] == "Ada Bell"


def test_a_circle_ends() -> None:
    """Two attributions that each claim to stand in the other are a fault upstream, and no endless loop."""
    assert len(chain_of(0, (told(1), told(0)), (None, None), POST)) == 3
