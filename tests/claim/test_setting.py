"""A day is carried on to what the same speaker goes on to say, not to what was said before the story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claim.act import decide
from counterclaim.claim.clause import Saying
from counterclaim.claim.setting import settings_of
from counterclaim.model.reading import Reading, Sentence
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker
from sayings import attribution, by_hand, timed

FIRST = (
    "Arvo Arvo PROPN NNP nsubj 1",
    "said say VERB VBD ROOT 1",
    "Monday Monday PROPN NNP npadvmod 1",
    "rain rain NOUN NN nsubj 4",
    "fell fall VERB VBD ccomp 1",
)
PLAIN = ("He he PRON PRP nsubj 6", "promised promise VERB VBD ROOT 6", "hail hail NOUN NN dobj 6")
EARLIER = (
    "He he PRON PRP nsubj 7",
    "had have AUX VBD aux 7",
    "promised promise VERB VBN ROOT 7",
    "hail hail NOUN NN dobj 7",
)
ONCE = (
    "He he PRON PRP nsubj 7",
    "once once ADV RB advmod 7",
    "promised promise VERB VBD ROOT 7",
    "hail hail NOUN NN dobj 7",
)
ARVO = Speaker("Arvo")


def told(*second: str) -> Reading:
    """*Arvo said Monday rain fell* and the second sentence, in one paragraph."""
    reading = timed(by_hand(*FIRST, *second), Monday="2031-05-05")
    text, cut = reading.document.text, reading.tokens[len(FIRST)].start
    sentences = (
        Sentence(Span(0, cut - 1), 0, len(FIRST), 0),
        Sentence(Span(cut, len(text)), len(FIRST), len(reading.tokens), 0),
    )
    return replace(reading, sentences=sentences)


def days(reading: Reading, *speakers: Speaker) -> list[str | None]:
    """The days of the two sayings."""
    sayings = [
        Saying(reading, attribution(reading, "Arvo", "said", "rain fell")),
        Saying(reading, attribution(reading, "He", "promised", "hail")),
    ]
    found = settings_of(sayings, [decide(each) for each in sayings], speakers)
    return [each.said_on for each in found]


def test_what_somebody_goes_on_to_say_is_of_the_same_day() -> None:
    """*Arvo said on Monday ... He promised ...*; another speaker has no part in it."""
    assert days(told(*PLAIN), ARVO, ARVO) == ["2031-05-05", "2031-05-05"]
    assert days(told(*PLAIN), ARVO, Speaker("Berg"))[0] == "2031-05-05"


@pytest.mark.parametrize("rows", [EARLIER, ONCE])
def test_what_was_said_before_the_story_has_no_day_of_it(rows: tuple[str, ...]) -> None:
    """*He had promised hail*, *he once promised hail*."""
    assert days(told(*rows), ARVO, ARVO) == ["2031-05-05", None]


@pytest.mark.parametrize(("tag", "expected"), [("VBD", "2031-05-05"), ("VBP", None)])
def test_what_one_tells_of_oneself_is_of_the_same_day(tag: str, expected: str | None) -> None:
    """*Arvo said Monday he hoped it stopped*: both are told of that day, but *I think* in the present is of none."""
    reading = timed(
        by_hand(
            "Arvo Arvo PROPN NNP nsubj 1",
            "said say VERB VBD ROOT 1",
            "Monday Monday PROPN NNP npadvmod 1",
            "he he PRON PRP nsubj 4",
            f"hoped hope VERB {tag} ccomp 1",
            "it it PRON PRP nsubj 6",
            "stopped stop VERB VBD ccomp 4",
        ),
        Monday="2031-05-05",
    )
    outer = attribution(reading, "Arvo", "said", "he hoped it stopped")
    inner = attribution(reading, "he", "hoped", "it stopped", 0)
    sayings = [Saying(reading, outer), Saying(reading, inner, outer.content)]
    found = settings_of(sayings, [decide(each) for each in sayings], [ARVO, ARVO])
    assert [each.said_on for each in found] == ["2031-05-05", expected]
