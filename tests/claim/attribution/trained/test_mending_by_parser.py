"""What the parser makes of whole sentences is mended: who thinks, who is quoted, and where a content ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claim.attribution.trained.features import Roles
from counterclaim.claim.attribution.trained.finder import Proposal
from counterclaim.claim.attribution.trained.mending import mended
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.understand.parse import parse
from counterclaim.understand.quotations import find_quotations

pytestmark = pytest.mark.model

Words = tuple[str, str, str]


def read(text: str) -> Reading:
    document = Document("d", text, "", (Part(PartKind.BODY, Span(0, len(text))),))
    tokens, sentences = parse(document)
    return replace(Reading(document, tokens, sentences), quotations=find_quotations(document))


def after(text: str, *found: Words, nests: bool = True) -> list[Words]:
    """Source, cue and content of each as words, once mended; pieces are parted by a bar."""
    reading = read(text)

    def at(words: str) -> frozenset[int]:
        pieces = [piece for piece in words.split(" | ") if piece]
        spans = [Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
        return frozenset(i for span in spans for i in reading.tokens_in(span))

    def told(tokens: frozenset[int]) -> str:
        return " ".join(reading.tokens[i].text for i in sorted(tokens) if reading.tokens[i].pos != "PUNCT")

    proposals = [Proposal(Roles(at(source), at(cue), at(content)), 0.9, True) for source, cue, content in found]
    made = [each.roles for each in mended(reading, proposals, nests=nests)]
    return [(told(roles.source), told(roles.cue), told(roles.content)) for roles in made]


def test_who_was_concerned_keeps_the_concern() -> None:
    """A passive that tells a state of mind is its subject's."""
    given = ("The board", "was concerned", "about the old dam")
    assert after("The board was concerned about the old dam.", given) == [given]


def test_what_is_told_behind_a_whole_quotation_is_the_writers() -> None:
    """*... she said, and soon the doors were shut* goes on with the story."""
    text = "“We will never sell the mill,” Berg said, and soon the doors were shut."
    given = ("Berg", "said", "“We will never sell the mill,” | soon the doors were shut")
    assert after(text, given) == [("Berg", "said", "We will never sell the mill")]


def test_that_behind_a_quotation_goes_on_with_what_was_said() -> None:
    """*That* opens what is said."""
    text = "“We will never sell the mill,” Berg said, and that the doors would stay shut."
    given = ("Berg", "said", "“We will never sell the mill,” | that the doors would stay shut")
    assert after(text, given) == [
        ("Berg", "said", "We will never sell the mill that the doors would stay shut"),
    ]


def test_a_content_with_the_subject_of_a_clause_has_its_verb_too() -> None:
    """The words between two dashes had cut it off."""
    text = "The fund predicted that coastal towns - Harrow among them - will grow next year."
    assert after(text, ("The fund", "predicted", "that coastal towns")) == [
        ("The fund", "predicted", "that coastal towns Harrow among them will grow next year")
    ]


def test_revenge_for_what_somebody_claims_holds_the_claim() -> None:
    """The clause stands for a noun behind a preposition of the outer content."""
    text = "The general renewed his threat of revenge for what Orsa claimed was a raid."
    outer = ("his", "threat", "of revenge")
    inner = ("Orsa", "claimed", "was a raid")
    assert after(text, outer, inner)[0][2] == "of revenge for what Orsa claimed was a raid"


def test_whoever_is_quoted_as_saying_speaks() -> None:
    """Also where a clause stands for them."""
    text = "The agency quoted what it called “a source near the harbour” as saying that the ferry sank."
    outer = ("The agency", "quoted", "what it called “a source near the harbour” as saying that the ferry sank")
    inner = ("it", "saying", "that the ferry sank")
    assert after(text, outer, inner)[1] == ("a source near the harbour", "saying", "that the ferry sank")


def test_whoever_is_thanked_for_what_somebody_calls_something_does_not_speak() -> None:
    """Only *as* leads from the object to what it says."""
    text = "Orsa thanked the divers for what it called their patience."
    outer = ("Orsa", "thanked", "the divers for what it called their patience")
    inner = ("it", "called", "their patience")
    assert after(text, outer, inner)[1] == inner


def test_what_a_speaker_is_told_to_add_is_not_in_what_they_said_before() -> None:
    """The second cue has a content of its own."""
    text = "“The mill stays open,” Berg said, adding that the wages would rise."
    said = ("Berg", "said", "“The mill stays open,” | adding that the wages would rise")
    added = ("Berg", "adding", "that the wages would rise")
    assert after(text, said, added)[0] == ("Berg", "said", "The mill stays open")


def test_what_another_adds_stays_in_what_was_said_of_them() -> None:
    """The participle has a speaker of its own."""
    text = "Berg said the guild lied, calling its own chief, who kept adding that all was well."
    said = ("Berg", "said", "the guild lied, calling its own chief, who kept adding that all was well")
    added = ("its own chief", "adding", "that all was well")
    assert after(text, said, added)[0][2].endswith("adding that all was well")


def test_a_participle_of_saying_before_a_second_quotation_has_that_as_its_content() -> None:
    """The network took both quotations for one content."""
    text = "“We will never sell the mill,” Berg said, adding later, “The board knows it well.”"
    given = ("Berg", "said", "“We will never sell the mill,” | adding later, “The board knows it well.”")
    assert after(text, given) == [
        ("Berg", "said", "We will never sell the mill"),
        ("Berg", "adding", "The board knows it well"),
    ]


def test_a_participle_that_only_goes_on_with_the_clause_stays_in_it() -> None:
    """*Saying nothing* is what the guild does, in the board's words."""
    text = "Berg said the guild had left, saying nothing of the wages."
    given = ("Berg", "said", "the guild had left, saying nothing of the wages")
    assert len(after(text, given)) == 1


def test_the_second_half_of_a_quotation_goes_on_with_the_first() -> None:
    """It stands behind a comma and begins in small letters, with a few words about who speaks before it or none."""
    text = '"Once they open the gate," Lund said, referring to the mill, "you lose the water."'
    assert after(text, ("Lund", "said", '"Once they open the gate,"')) == [
        ("Lund", "said", "Once they open the gate you lose the water")
    ]


def test_a_sentence_that_breaks_off_in_its_quotation_goes_on_behind_the_speaker() -> None:
    text = 'The firm "got a permit," Lund said, and still "got to sit in the hearing."'
    assert after(text, ("Lund", "said", 'The firm "got a permit,"')) == [
        ("Lund", "said", "The firm got a permit and still got to sit in the hearing")
    ]


def test_quoted_words_in_what_the_writer_tells_behind_are_not_said_there() -> None:
    text = '"The toll is wrong," Lund said, and left for the "old" mill.'
    assert after(text, ("Lund", "said", '"The toll is wrong,"')) == [("Lund", "said", "The toll is wrong")]


def test_a_document_that_speaks_is_not_said_itself() -> None:
    """One cue, the verb: its noun is who speaks."""
    text = "The guild's complaint to the court says the mill broke the rules."
    found = [
        ("The guild's", "complaint", "to the court says the mill broke the rules"),
        ("The guild's complaint to the court", "says", "the mill broke the rules"),
    ]
    assert [cue for _, cue, _ in after(text, *found)] == ["says"]


def test_what_somebody_goes_on_to_say_has_a_cue_of_its_own() -> None:
    text = '"The dam holds," Lund said, going on to say that the mill is dry.'
    found = [
        ("Lund", "said", '"The dam holds," | going on to say that the mill is dry'),
        ("", "going on to say", "that the mill is dry"),
    ]
    assert after(text, *found)[0] == ("Lund", "said", "The dam holds")


def test_what_stands_between_two_halves_of_a_quotation_ends_before_the_second() -> None:
    """*Referring to* has no part in the speech, also where the network gave it one."""
    text = '"Once they open the gate," Lund said, referring to the mill, "you lose the water."'
    found = [
        ("Lund", "said", '"Once they open the gate," | "you lose the water."'),
        ("Lund", "referring to", 'the mill, "you lose the water."'),
    ]
    assert [content for _, _, content in after(text, *found)] == [
        "Once they open the gate you lose the water",
        "the mill",
    ]


def test_a_quotation_in_small_letters_goes_on_with_the_clause_before_its_speaker() -> None:
    text = 'Once they open the gate, Lund said, "we lose the water."'
    assert after(text, ("Lund", "said", '"we lose the water."')) == [
        ("Lund", "said", "Once they open the gate we lose the water")
    ]


@pytest.mark.parametrize("opening", ["On Friday", "In the old mill of Zenda"])
def test_a_day_or_place_before_a_speaker_is_the_writers(opening: str) -> None:
    text = f'{opening}, Lund said, "we lose the water."'
    assert after(text, ("Lund", "said", '"we lose the water."')) == [("Lund", "said", "we lose the water")]


def test_a_sentence_without_its_full_stop_ends_where_the_next_speaker_begins() -> None:
    text = "Lund said he was looking into the state of the dams The guild said it would strike."
    outer = ("Lund", "said", "he was looking into the state of the dams The guild said it would strike")
    made = after(text, outer, ("The guild", "guild said", "it would strike"))
    assert made[0] == ("Lund", "said", "he was looking into the state of the dams")


def test_who_says_something_before_doing_something_else_is_who_does_it() -> None:
    """The subject stands behind the clause; what it does is no part of what was said."""
    text = "After saying the dam was safe, Lund left for the mill."
    found = ("", "saying", "the dam was safe, Lund left for the mill")
    assert after(text, found) == [("Lund", "saying", "the dam was safe")]


def test_who_is_blamed_for_saying_something_is_not_named_by_the_blame() -> None:
    text = "Lund blamed her for saying the dam was safe."
    assert after(text, ("", "saying", "the dam was safe")) == [("", "saying", "the dam was safe")]


def test_a_network_that_knows_no_nesting_gets_no_content_widened() -> None:
    """What is said inside another's words is then an attribution beside it, as its corpus marks them."""
    text = "Birk says Lund denies a leak there."
    outer, inner = ("Birk", "says", "Lund denies a leak"), ("Lund", "denies", "a leak there")
    assert after(text, outer, inner)[0][2] == "Lund denies a leak there"
    assert after(text, outer, inner, nests=False)[0][2] == "Lund denies a leak"
