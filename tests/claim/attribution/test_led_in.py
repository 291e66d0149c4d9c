"""What a colon leads in is said by whoever speaks before it, also where it stands in the next paragraph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claim.attribution import by_rules
from counterclaim.claim.attribution.led_in import led_in
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.understand.parse import parse
from counterclaim.understand.quotations import find_quotations

pytestmark = pytest.mark.model


def read(*paragraphs: str, last: PartKind = PartKind.BODY) -> Reading:
    text = "\n\n".join(paragraphs)
    starts = [text.index(paragraph) for paragraph in paragraphs]
    kinds = [PartKind.BODY] * (len(paragraphs) - 1) + [last]
    parts = zip(kinds, starts, paragraphs, strict=True)
    document = Document("d", text, "", tuple(Part(kind, Span(at, at + len(words))) for kind, at, words in parts))
    tokens, sentences = parse(document)
    return replace(Reading(document, tokens, sentences), quotations=find_quotations(document))


def told(reading: Reading, cue: str) -> str:
    """The words that a colon behind a cue leads in."""
    found = led_in(reading, [token.i for token in reading.tokens if token.text == cue][:1])
    return reading.document.text[reading.tokens[min(found)].start : reading.tokens[max(found)].end] if found else ""


def test_a_quotation_in_the_next_paragraph_is_led_in_by_a_colon() -> None:
    reading = read("The mayor of Harrow said on Friday:", '"The dam is safe. Nobody has to leave."', "It rained.")
    assert told(reading, "said") == '"The dam is safe. Nobody has to leave."'


def test_a_quotation_over_two_paragraphs_is_led_in_whole() -> None:
    reading = read("He wrote:", '"The dam is safe.', '"Nobody has to leave."', "It rained.")
    assert told(reading, "wrote") == '"The dam is safe.\n\n"Nobody has to leave."'


def test_a_paragraph_without_marks_is_led_in_and_no_more_than_that() -> None:
    reading = read("The governor added:", "It is typical of the paper. It prints a lot.", "The paper closed in May.")
    assert told(reading, "added") == "It is typical of the paper. It prints a lot."


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(("He said so.", '"The dam is safe."'), id="a full stop"),
        pytest.param(
            ("He said so. There are three:", "The dam, the mill and the road."), id="another sentence's colon"
        ),
        pytest.param(('He said "ten: no more" to her.', "It rained."), id="a colon in a quotation"),
        pytest.param(("He said:",), id="nothing behind it"),
    ],
)
def test_without_a_colon_that_closes_the_clause_nothing_is_led_in(paragraphs: tuple[str, ...]) -> None:
    assert told(read(*paragraphs), "said") == ""


def test_a_caption_is_not_what_somebody_said() -> None:
    assert told(read("He said:", "The dam in May", last=PartKind.CAPTION), "said") == ""


def test_the_rules_have_each_paragraph_as_a_span_of_its_own() -> None:
    """No span reaches from one paragraph into the next."""
    reading = read("The mayor said:", '"The dam is safe.', '"Nobody has to leave the valley."')
    contents = [each.content for each in by_rules(reading) if reading.document.quote(each.cue[0]) == "said"]
    assert [[reading.document.quote(span) for span in content] for content in contents] == [
        ['"The dam is safe', '"Nobody has to leave the valley."']
    ]
