"""When something was said is a time beside the cue, never one of what was said or of another clause."""

from __future__ import annotations

from sayings import by_hand, saying, timed

from counterclaim.claim.said import said_on

SAID = (
    "Arvo Arvo PROPN NNP nsubj 1",
    "said say VERB VBD ROOT 1",
    "Monday Monday PROPN NNP npadvmod 1",
    "the the DET DT det 4",
    "dam dam NOUN NN nsubj 5",
    "broke break VERB VBD ccomp 1",
    "Sunday Sunday PROPN NNP npadvmod 5",
)
RESIGNED = (
    "Arvo Arvo PROPN NNP nsubj 3",
    "resigning resign VERB VBG acl 0",
    "Monday Monday PROPN NNP npadvmod 1",
    "said say VERB VBD ROOT 3",
    "it it PRON PRP nsubj 5",
    "broke break VERB VBD ccomp 3",
)


def test_a_time_beside_the_cue_is_when_it_was_said() -> None:
    """*Said Monday*."""
    reading = timed(by_hand(*SAID), Monday="2031-05-05", Sunday="2031-05-04")
    assert said_on(saying(reading, "Arvo", "said", "the dam broke Sunday")) == "2031-05-05"


def test_an_hour_is_given_as_its_day() -> None:
    """EDTF with a time of day is cut to the day."""
    reading = timed(by_hand(*SAID), Monday="2031-05-05T09:30")
    assert said_on(saying(reading, "Arvo", "said", "the dam broke Sunday")) == "2031-05-05"


def test_a_time_of_the_content_is_never_when_it_was_said() -> None:
    """*Broke Sunday* tells of the dam."""
    reading = timed(by_hand(*SAID), Sunday="2031-05-04")
    assert said_on(saying(reading, "Arvo", "said", "the dam broke Sunday")) is None


def test_an_open_stretch_is_no_day_of_saying() -> None:
    """*Since May* begins and does not end."""
    reading = timed(by_hand(*SAID), Monday="2031-05/..")
    assert said_on(saying(reading, "Arvo", "said", "the dam broke Sunday")) is None


def test_a_time_in_a_clause_on_the_source_is_not_when_it_was_said() -> None:
    """*Arvo, resigning Monday, said*: he resigned on Monday."""
    reading = timed(by_hand(*RESIGNED), Monday="2031-05-05")
    assert said_on(saying(reading, "Arvo", "said", "it broke")) is None
