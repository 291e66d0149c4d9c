"""What a title or lead sums up is of the day on which its speaker is dated to say it further down."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.claim.clause import Saying
from counterclaim.claim.lead import Told, day_of_lead
from counterclaim.model.document import Part, PartKind
from counterclaim.model.reading import Reading, Sentence
from counterclaim.model.span import Span
from sayings import attribution, by_hand

FIRST = 5
ROWS = (
    "Mayor mayor NOUN NN nsubj 1",
    "closes close VERB VBZ ROOT 1",
    "old old ADJ JJ amod 4",
    "harbour harbour NOUN NN compound 4",
    "bridge bridge NOUN NN dobj 1",
    "the the DET DT det 6",
    "mayor mayor NOUN NN nsubj 7",
    "shut shut VERB VBD ROOT 7",
    "that that DET DT det 10",
    "harbour harbour NOUN NN compound 10",
    "bridge bridge NOUN NN dobj 7",
)


def post() -> Reading:
    """A title, and a body that tells the same."""
    reading = by_hand(*ROWS)
    cut, end = reading.tokens[FIRST].start, len(reading.document.text)
    spans = (Span(0, cut - 1), Span(cut, end))
    parts = (Part(PartKind.TITLE, spans[0]), Part(PartKind.BODY, spans[1]))
    ends = ((0, FIRST), (FIRST, len(ROWS)))
    sentences = tuple(Sentence(span, *end, n) for n, (span, end) in enumerate(zip(spans, ends, strict=True)))
    return replace(reading, document=replace(reading.document, parts=parts), sentences=sentences)


def told(source: str, cue: str, content: str, speaker: str | None, day: str | None) -> Told:
    reading = post()
    return Told(Saying(reading, attribution(reading, source, cue, content)), speaker, day)


TITLE = ("Mayor", "closes", "old harbour bridge")
BELOW = ("the mayor", "shut", "that harbour bridge")


def test_a_title_has_the_day_of_the_same_speaker_below() -> None:
    """By the speaker's name."""
    title, below = told(*TITLE, "Ana Berg", None), told(*BELOW, "Ana Berg", "2031-05-05")
    assert day_of_lead(title, [below]) == "2031-05-05"


def test_a_title_names_its_speaker_as_short_as_it_can() -> None:
    """*Mayor* and *the mayor*, although only one of them is known by name."""
    title, below = told(*TITLE, "Mayor", None), told(*BELOW, "Ana Berg", "2031-05-05")
    assert day_of_lead(title, [below]) == "2031-05-05"


def test_two_days_below_leave_the_title_open() -> None:
    """Nothing tells which of them it sums up."""
    below = [told(*BELOW, "Ana Berg", day) for day in ("2031-05-05", "2031-05-06")]
    assert day_of_lead(told(*TITLE, "Ana Berg", None), below) is None


def test_another_speaker_below_dates_nothing() -> None:
    """The same words of somebody else are another claim."""
    other = told("", "shut", "that harbour bridge", "Harbour Board", "2031-05-05")
    assert day_of_lead(told(*TITLE, "Ana Berg", None), [other]) is None
