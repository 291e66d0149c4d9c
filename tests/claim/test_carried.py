"""A quotation without a source goes on from the sentence before it, and from nothing else."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.claim.carried import carried_on
from counterclaim.claim.speaker import speaker_of
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.reading import Mention, MentionKind, Quotation, Reading, Sentence
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker
from sayings import attribution, by_hand

ADA = Speaker("Ada Birk", "minister", "Norway")


def reading(verb: str = "said", lemma: str = "say", kind: str = MentionKind.PERSON) -> Reading:
    """*Birk said nothing. " Boats sank . "* in two sentences."""
    made = by_hand(
        "Birk birk PROPN NNP nsubj 1",
        f"{verb} {lemma} VERB VBD ROOT 1",
        "nothing nothing PRON NN dobj 1",
        '" " PUNCT `` punct 5',
        "Boats boat NOUN NNS nsubj 5",
        "sank sink VERB VBD ROOT 5",
        '" " PUNCT punct punct 5',
    )
    text = made.document.text
    start = made.tokens[3].start
    sentences = (Sentence(Span(0, start - 1), 0, 3, 0), Sentence(Span(start, len(text)), 3, 7, 0))
    document = Document("d1", text, "", (Part(PartKind.BODY, Span(0, len(text))),))
    return replace(
        made,
        document=document,
        sentences=sentences,
        quotations=(Quotation((Span(start, len(text)),)),),
        mentions=(Mention(made.tokens[0].span, 0, kind, ADA),),
    )


def test_a_quotation_goes_on_from_who_spoke_before() -> None:
    """No source, no cue: the one who said something in the sentence before."""
    made = reading()
    assert speaker_of(made, attribution(made, "", "", "Boats sank")) == ADA


def test_a_person_who_acts_is_who_speaks_next() -> None:
    """*Birk works there. "Boats sank."*"""
    made = reading("worked", "work")
    assert carried_on(made, attribution(made, "", "", "Boats sank")) == ADA


def test_a_body_that_acts_is_not_taken_to_speak() -> None:
    """*The harbour worked. "Boats sank."* leaves it open."""
    made = reading("worked", "work", MentionKind.BODY)
    assert carried_on(made, attribution(made, "", "", "Boats sank")) is None


def test_what_has_a_cue_or_is_not_quoted_has_nobody() -> None:
    """*reportedly* has no speaker, wherever it stands."""
    made = reading()
    assert carried_on(made, attribution(made, "", "sank", "Boats")) is None
    assert carried_on(replace(made, quotations=()), attribution(made, "", "", "Boats sank")) is None
