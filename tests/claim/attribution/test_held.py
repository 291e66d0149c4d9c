"""What is turned down inside an attribution, and the denials told behind what they deny."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claim.attribution.answered import with_answers
from counterclaim.claim.attribution.held import with_held
from counterclaim.model.claim import Attribution
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span, Spans, words_of
from counterclaim.understand.parse import parse
from counterclaim.understand.quotations import find_quotations

pytestmark = pytest.mark.model


def read(text: str) -> Reading:
    document = Document("d", text, "", (Part(PartKind.BODY, Span(0, len(text))),))
    tokens, sentences = parse(document)
    return replace(Reading(document, tokens, sentences), quotations=find_quotations(document))


def found(text: str, source: str, cue: str, content: str) -> Attribution:
    """An attribution at the first place where its words stand."""

    def at(words: str) -> Spans:
        start = text.index(words)
        return (Span(start, start + len(words)),) if words else ()

    return Attribution(at(source), at(cue), at(content), None, "hand.v1", 0)


def triple(text: str, each: Attribution) -> tuple[str, str, str]:
    return words_of(each.source, text), words_of(each.cue, text), words_of(each.content, text)


def held(text: str, source: str, cue: str, content: str) -> list[tuple[str, str, str]]:
    return [triple(text, each) for each in with_held(read(text), [found(text, source, cue, content)])]


def answered(text: str, source: str, cue: str, content: str) -> list[tuple[str, str, str]]:
    made = with_answers(read(text), [found(text, source, cue, content)])
    return [triple(text, each) for each in made[1:]]


def test_a_denial_of_somebodys_claims_holds_the_claims() -> None:
    """The noun is the cue, who stands before it the source, and the phrase behind it the content."""
    text = "The harbour master rejected Orsan accusations of widespread smuggling."

    assert held(text, "The harbour master", "rejected", "Orsan accusations of widespread smuggling")[1:] == [
        ("Orsan", "accusations", "of widespread smuggling")
    ]


def test_a_court_that_dismisses_a_lawsuit_turns_down_what_it_seeks() -> None:
    """A lawsuit wants something, and whose it is stands before it."""
    text = "A judge dismissed a Brandt lawsuit seeking to close the mine."

    assert held(text, "A judge", "dismissed", "a Brandt lawsuit seeking to close the mine")[1:] == [
        ("Brandt", "lawsuit", "seeking to close the mine")
    ]


def test_what_is_called_unfounded_is_a_claim_of_its_own() -> None:
    """The verb only says; it is the words around the noun that turn it down."""
    text = "According to the study, the theory that the lake is poisoned is unfounded."
    whole = "the theory that the lake is poisoned is unfounded"

    assert held(text, "the study", "According to", whole)[1:] == [("", "theory", "that the lake is poisoned")]


def test_what_is_only_reported_is_left_as_it_was_found() -> None:
    """Nothing is turned down, so nothing is added."""
    text = "The harbour master repeated Orsan accusations of widespread smuggling."

    assert len(held(text, "The harbour master", "repeated", "Orsan accusations of widespread smuggling")) == 1


def test_the_object_between_a_denial_and_its_clause_belongs_to_what_is_denied() -> None:
    """What is dismissed is the speculation; what is speculated stands in it."""
    text = "The mayor dismissed speculation this week that he would leave the council."

    assert held(text, "The mayor", "dismissed", "that he would leave the council") == [
        ("The mayor", "dismissed", "speculation this week that he would leave the council"),
        ("", "speculation", "that he would leave the council"),
    ]


def test_a_noun_without_a_source_is_theirs_whose_it_is_called() -> None:
    """An adjective with a capital letter tells whose accusations they are."""
    text = "The minister spoke of Veldarian accusations of fraud."

    assert held(text, "", "accusations", "of fraud") == [("Veldarian", "accusations", "of fraud")]


@pytest.mark.parametrize(
    ("text", "denier", "verb"),
    [
        ("Orsan officers claim the bridge was mined, which is denied by Sundmark.", "Sundmark", "is denied"),
        ("Orsan officers claim the bridge was mined, which Sundmark denies.", "Sundmark", "denies"),
    ],
)
def test_who_denies_it_in_a_clause_behind_denies_the_same_words(text: str, denier: str, verb: str) -> None:
    """The clause only points at what was said: its content is what was said."""
    assert answered(text, "Orsan officers", "claim", "the bridge was mined") == [(denier, verb, "the bridge was mined")]


def test_who_denies_something_of_their_own_answers_nothing_by_position() -> None:
    """The verb has its own words."""
    text = "Orsan officers claim the bridge was mined, and Sundmark denies losses."

    assert answered(text, "Orsan officers", "claim", "the bridge was mined") == []
