"""When something was said is a time beside the cue, never one of what was said or of another clause."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.claim.said import published_by_us, said_on
from counterclaim.model.reading import Reading
from sayings import by_hand, saying, timed

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


OPENED = (
    "On on ADP IN prep 3",
    "Monday Monday PROPN NNP pobj 0",
    "miners miner NOUN NNS nsubj 3",
    "met meet VERB VBD ROOT 3",
    "Arvo Arvo PROPN NNP dobj 3",
    "who who PRON WP nsubj 6",
    "said say VERB VBD relcl 4",
    "it it PRON PRP nsubj 8",
    "broke break VERB VBD ccomp 6",
)
VOTED = (
    "Arvo Arvo PROPN NNP nsubj 1",
    "voted vote VERB VBD ROOT 1",
    "to to PART TO aux 3",
    "close close VERB VB xcomp 1",
    "it it PRON PRP dobj 3",
    "Monday Monday PROPN NNP npadvmod 3",
)
SPEAKING = (
    "Arvo Arvo PROPN NNP nsubj 3",
    "speaking speak VERB VBG acl 0",
    "Monday Monday PROPN NNP npadvmod 1",
    "said say VERB VBD ROOT 3",
    "it it PRON PRP nsubj 5",
    "broke break VERB VBD ccomp 3",
)
BEFORE = (
    "Arvo Arvo PROPN NNP nsubj 1",
    "said say VERB VBD ROOT 1",
    "before before ADP IN prep 1",
    "midnight midnight NOUN NN pobj 2",
    "it it PRON PRP nsubj 5",
    "broke break VERB VBD ccomp 1",
)


def test_a_time_that_opens_the_sentence_frames_all_of_it() -> None:
    """*On Monday miners met Arvo, who said ...*: he said it at that meeting."""
    reading = timed(by_hand(*OPENED), On_Monday="2031-05-05")
    assert said_on(saying(reading, "Arvo", "said", "it broke")) == "2031-05-05"


def test_a_time_right_behind_what_is_said_is_when_it_was_said() -> None:
    """*Voted to close it Monday*: left out of what is voted for, so it is of the vote."""
    reading = timed(by_hand(*VOTED), Monday="2031-05-05")
    assert said_on(saying(reading, "Arvo", "voted", "to close it")) == "2031-05-05"


def test_who_speaks_on_a_day_says_it_on_that_day() -> None:
    """*Arvo, speaking Monday, said*, unlike *Arvo, resigning Monday, said*."""
    reading = timed(by_hand(*SPEAKING), Monday="2031-05-05")
    assert said_on(saying(reading, "Arvo", "said", "it broke")) == "2031-05-05"


def test_before_an_hour_is_still_of_that_day() -> None:
    """*Before midnight* bounds nothing; *before Monday* does."""
    reading = timed(by_hand(*BEFORE), midnight="2031-05-05")
    assert said_on(saying(reading, "Arvo", "said", "it broke")) is None
    hour = replace(reading.times[0], timex3="2031-05-05TNI")
    assert said_on(saying(replace(reading, times=(hour,)), "Arvo", "said", "it broke")) == "2031-05-05"


def test_now_and_stretches_are_no_day_of_saying() -> None:
    """*Now* tells how things are, and a stretch from one day to another has no one day."""
    assert said_on(saying(timed(by_hand(*SAID), Monday="2031-05-03/2031-05-04"), *PARTS)) is None
    now = timed(by_hand(*SAID), Monday="2031-05-05")
    now = replace(now, times=(replace(now.times[0], rule="now.v1"),))
    assert said_on(saying(now, *PARTS)) is None


def test_the_present_tense_tells_of_no_day() -> None:
    """*Monday ... says* leaves it open, but a text released Monday says it from then on."""
    assert said_on(saying(says("Monday"), *PARTS)) is None
    released = (
        "A a DET DT det 1",
        "report report NOUN NN nsubj 4",
        "released release VERB VBN acl 1",
        "Monday Monday PROPN NNP npadvmod 2",
        "says say VERB VBZ ROOT 4",
        "it it PRON PRP nsubj 6",
        "broke break VERB VBD ccomp 4",
    )
    reading = timed(by_hand(*released), Monday="2031-05-05")
    assert said_on(saying(reading, "A report released Monday", "says", "it broke")) == "2031-05-05"


def test_what_the_publisher_says_as_we_is_of_the_day_of_publication() -> None:
    """As finely as that is known; *we said* tells of an earlier day, and *they* are others."""
    ours = ("We we PRON PRP nsubj 1", "condemn condemn VERB VBP ROOT 1", "it it PRON PRP dobj 1")

    def told(rows: tuple[str, ...], precision: str = "day") -> str | None:
        reading = by_hand(*rows)
        post = replace(reading.document, published="2031-05-07", published_precision=precision)
        words = [row.split()[0] for row in rows]
        return published_by_us(saying(replace(reading, document=post), *words))

    assert (told(ours), told(ours, "month")) == ("2031-05-07", "2031-05")
    assert told((ours[0], ours[1].replace("VBP", "VBD"), ours[2])) is None
    assert told((ours[0].replace("We", "They"), *ours[1:])) is None


PARTS = ("Arvo", "said", "the dam broke Sunday")


def says(day: str) -> Reading:
    """The first sentence in the present tense, its words left as they are."""
    rows = tuple(row.replace("VBD ROOT", "VBZ ROOT") for row in SAID)
    return timed(by_hand(*rows), **{day: "2031-05-05"})
