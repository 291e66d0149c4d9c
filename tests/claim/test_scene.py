"""What somebody says right after a sentence that tells on which day they acted is of that day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claim.scene import day_of_scene
from counterclaim.model.reading import Reading, Sentence
from counterclaim.model.span import Span
from sayings import by_hand, saying, timed

FIRST = 5
LEFT = (
    "Arvo Arvo PROPN NNP nsubj 1",
    "left leave VERB VBD ROOT 1",
    "the the DET DT det 3",
    "party party NOUN NN dobj 1",
    "Monday Monday PROPN NNP npadvmod 1",
    "{who} he PRON PRP nsubj 6",
    "{said} say VERB VBD ROOT 6",
    "it it PRON PRP nsubj 8",
    "failed fail VERB VBD ccomp 6",
)


def scene(who: str = "He", tag: str = "VBD", day: str = "2031-05-05") -> Reading:
    """*Arvo left the party Monday. He said it failed.*, as two sentences."""
    rows = [row.format(who=who, said="said").replace("VBD ROOT 6", f"{tag} ROOT 6") for row in LEFT]
    if who != "He":
        rows[FIRST] = f"{who} {who} PROPN NNP nsubj 6"
    reading = timed(by_hand(*rows), Monday=day)
    text, cut = reading.document.text, reading.tokens[FIRST].start
    parts = (Span(0, cut - 1), Span(cut, len(text)))
    ends = ((0, FIRST), (FIRST, len(reading.tokens)))
    return replace(reading, sentences=tuple(Sentence(span, *end, 0) for span, end in zip(parts, ends, strict=True)))


@pytest.mark.parametrize("who", ["He", "Berg"])
def test_the_speaker_goes_on_on_the_day_of_the_sentence_before(who: str) -> None:
    """By a pronoun, or by the name that the sentence before has for its subject."""
    name = "Arvo" if who == "He" else "Arvo Berg"
    reading = scene(who)
    assert day_of_scene(saying(reading, who, "said", "it failed"), name) == "2031-05-05"


def test_another_speaker_does_not_share_the_day() -> None:
    """*Berg said* after *Arvo left*: nothing tells when."""
    assert day_of_scene(saying(scene("Berg"), "Berg", "said", "it failed"), "Berg") is None


def test_the_present_tense_leaves_the_scene() -> None:
    """*He says* may be of any day."""
    assert day_of_scene(saying(scene(tag="VBZ"), "He", "said", "it failed"), "Arvo") is None


def test_a_month_has_room_for_many_scenes() -> None:
    """Only a day is carried."""
    assert day_of_scene(saying(scene(day="2031-05"), "He", "said", "it failed"), "Arvo") is None


def test_what_lies_long_back_is_background() -> None:
    """A day months before publication dates what was done, not what is said next."""
    reading = scene()
    late = replace(reading, document=replace(reading.document, published="2031-09-01"))
    near = replace(reading, document=replace(reading.document, published="2031-05-07"))
    assert day_of_scene(saying(late, "He", "said", "it failed"), "Arvo") is None
    assert day_of_scene(saying(near, "He", "said", "it failed"), "Arvo") == "2031-05-05"
