"""What an article says in its own voice is told apart from what it reports."""

from __future__ import annotations

import pytest

from counterclaim.claim import find_claims, find_clauses, find_statements
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.model.statement import Clause, Voice
from counterclaim.understand import understand
from stories_made import document

pytestmark = pytest.mark.model


def clauses_of(text: str) -> list[tuple[str, str]]:
    """The voice and the words of each clause."""
    reading = understand(document(text))
    return [(str(each.voice), each.span.of(text)) for each in _clauses(reading)]


def _clauses(reading: Reading) -> tuple[Clause, ...]:
    return find_clauses(reading, find_claims(reading))


def statements_of(text: str) -> list[tuple[str, str | None, bool]]:
    """Kind, actor and sign of each statement."""
    reading = understand(document(text))
    found = find_statements(reading, find_claims(reading))
    return [(each.frame.kind, each.frame.actor, each.frame.polarity) for each in found]


def test_a_plain_sentence_with_a_frame_is_a_statement() -> None:
    """Control, capture, casualties and the like, without a speaker."""
    assert statements_of("Iranian troops captured Basra on Monday.") == [("capture", "Iran", True)]
    assert statements_of("The flood killed 12 people.") == [("casualties", None, True)]
    assert statements_of("Twenty-nine people were killed in the flood.") == [("casualties", None, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that Iranian troops had captured Basra on Monday.",
        "Iranian troops captured Basra on Monday, the ministry said.",
        "According to the ministry, Iranian troops captured Basra on Monday.",
        "Iranian troops may have captured Basra on Monday.",
        "Did Iranian troops capture Basra on Monday?",
        "If Iranian troops captured Basra, the road is lost.",
    ],
)
def test_what_is_attributed_hedged_or_asked_is_no_statement(text: str) -> None:
    """The article does not stand for it."""
    assert ("capture", "Iran", True) not in statements_of(text)


def test_swapped_names_swap_the_statement_and_change_nothing_else() -> None:
    """No side is told apart from another."""
    one = statements_of("Iranian troops captured Basra from Iraqi troops on Monday.")
    other = statements_of("Iraqi troops captured Basra from Iranian troops on Monday.")
    assert [(kind, sign) for kind, _, sign in one] == [(kind, sign) for kind, _, sign in other]
    assert [actor for _, actor, _ in one] == ["Iran"]
    assert [actor for _, actor, _ in other] == ["Iraq"]


def test_a_clause_of_a_claim_is_the_claims() -> None:
    """Its own words stay the article's."""
    found = clauses_of("Rain fell in the valley. The mayor said the bridge had collapsed.")
    assert found == [("own", "Rain fell in the valley."), ("claim", "the bridge had collapsed")]


def test_a_hedge_makes_a_clause_hedged_only_where_it_bears_on_its_verb() -> None:
    """*Possible* before another noun is no hedge on the clause, which then is neither."""
    assert clauses_of("The bridge may have collapsed.")[0][0] == Voice.HEDGED
    assert clauses_of("The judge sent him to prison without the possibility of parole.") == []


@pytest.mark.parametrize(
    "text",
    [
        "In the ministry's account the bridge collapsed.",
        "“The bridge collapsed,",
        "We saw that the bridge collapsed.",
        "She iterated that the bridge collapsed.",
    ],
)
def test_words_that_look_like_anothers_are_not_the_articles_own(text: str) -> None:
    """Where no rule found an attribution, what is left of one is enough."""
    assert [voice for voice, words in clauses_of(text) if "bridge collapsed" in words and voice == "own"] == []


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("Bridge collapses in Harrow", True),
        ("Bridge ‘collapses’ in Harrow", False),
        ("Bridge collapses in Harrow: mayor", False),
        ("Mayor to resign", False),
    ],
)
def test_a_headline_is_the_articles_own_unless_it_leaves_its_words_to_others(title: str, *, own: bool) -> None:
    """By marks, by a name behind a colon, or by telling what is to come."""
    text = f"{title}\n\nRain fell."
    parts = (Part(PartKind.TITLE, Span(0, len(title))), Part(PartKind.BODY, Span(len(title) + 2, len(text))))
    reading = understand(Document("d1", text, title, parts))
    found = [each for each in _clauses(reading) if each.span.start < len(title)]
    assert [each.voice for each in found if each.modality == "asserted"] == ([Voice.OWN] if own else [])


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Iranian troops took Basra in May and now threaten to shell the road.", "Iranian troops took Basra in May"),
        ("The flood killed 12 people, and the ministry has ordered an inquiry.", "The flood killed 12 people"),
        ("The mayor resigned after the council rejected the budget.", "The mayor resigned"),
        ("Lena Orly won with 54 per cent of the vote.", "Lena Orly won with 54 per cent of the vote."),
        ("The treasurer moved it to three accounts abroad.", "The treasurer moved it to three accounts abroad."),
    ],
)
def test_what_another_clause_or_sense_says_leaves_a_clause_the_articles_own(text: str, own: str) -> None:
    """A cue after an *and* or an *after* attributes nothing before it; *May*, *per cent*, *accounts* are no doubt."""
    assert ("own", own) in clauses_of(text)


@pytest.mark.parametrize(
    "text",
    ["In the ministry’s account, troops took Basra.", "The nurse, so the story goes, took four coins."],
)
def test_what_keeps_a_distance_without_a_known_verb_is_not_the_articles_own(text: str) -> None:
    """An account in the singular is somebody's, and so is a story that *goes*."""
    assert not [words for voice, words in clauses_of(text) if voice == "own" and "took" in words]


def test_when_and_why_are_no_part_of_what_is_claimed() -> None:
    """*After a dam failed* is background, which the article's own clauses leave to itself as well."""
    text = "The ministry said that a flood killed 23 people after a dam failed in heavy rain."
    assert ("claim", "that a flood killed 23 people") in clauses_of(text)


@pytest.mark.parametrize(("verb", "voices"), [("could", ["claim"]), ("must", [])])
def test_what_somebody_holds_possible_is_a_claim_that_a_headline_may_state(verb: str, voices: list[str]) -> None:
    """What somebody demands is not."""
    text = f"The ministry said on Monday that the vaccine {verb} halve deaths."
    assert [voice for voice, words in clauses_of(text) if "halve" in words] == voices


def test_what_a_relative_clause_adds_is_not_of_what_is_claimed() -> None:
    """*Which was theirs* is said beside it."""
    text = "The ministry said that troops had taken the town of Basra, which had been under siege since May."
    assert ("claim", "that troops had taken the town of Basra") in clauses_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody knows who controls Basra in the end.",
        "Birk fell short of Basra's average.",
        "Norwind fell 3 percent, and Orsa Steel fell $2.",
        "The court's five-justice wing died out.",
    ],
)
def test_what_nobody_in_particular_holds_or_what_only_sinks_is_no_statement(text: str) -> None:
    """Prices fall too, and a number before a hyphen tells how large something is."""
    assert statements_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Basra has seen raids at the hands of Iranian troops.",
        "The father of four was killed on Friday.",
        "Three of the missing miners have been found in Basra.",
        "In Basra no-one was hurt.",
        "Six of the murders in Basra had been planned.",
        "The newlywed and father to two boys died in Basra.",
        "Nine were in favour of the death penalty.",
        "The song is the missing link between the two.",
        "He had to resort to holding the Basra fighter in the early rounds.",
        "He was charged with conspiracy to commit eight murders in Basra.",
        "Anna Moss and Per Lund, both 51, died in Basra.",
        "Moss was put on the canvas with a big right hand near the end of the round at Basra.",
        "The video shows Ann Horton falling to the ground in Basra.",
    ],
)
def test_who_harms_whose_father_and_who_was_found_are_no_toll_and_no_hold(text: str) -> None:
    assert statements_of(text) == []


@pytest.mark.parametrize(
    ("text", "counted", "low", "patient"),
    [
        ("A teenager was arrested over the murder of three priests.", "killed", 3, "priest"),
        ("The attack killed at least six people today.", "killed", 6, None),
        ("The quake injured 40 in Basra.", "wounded", 40, None),
        ("At least 46 demonstrators were killed in Basra.", "killed", 46, "demonstrator"),
        ("Twelve off-duty guards were killed in Basra.", "killed", 12, "guard"),
        ("The death toll rose to 12.", "killed", 12, None),
        ("Two women were killed during protests by tens of thousands.", "killed", 2, "woman"),
    ],
)
def test_a_toll_has_its_number_and_its_group(text: str, counted: str, low: int, patient: str | None) -> None:
    """A day is no group, and who is arrested over a murder is not whom it befell."""
    reading = understand(document(text))
    found = [each.frame for each in find_statements(reading, find_claims(reading)) if each.frame.kind == "casualties"]
    assert [(frame.counted, frame.low, frame.patient) for frame in found] == [(counted, low, patient)]


def test_what_became_of_some_is_told_by_the_verb_and_not_by_what_all_of_them_are() -> None:
    reading = understand(document("Six of the missing miners are dead."))
    found = find_statements(reading, find_claims(reading))
    assert [(each.frame.counted, each.frame.low) for each in found] == [("killed", 6)]


def test_a_place_right_before_the_word_that_points_back_is_read() -> None:
    """Its possessive stands directly behind it."""
    assert statements_of("Last year Moss was awarded the city of Basra's Medal of Valour.") == []


def test_a_town_that_falls_or_is_taken_needs_nobody_who_takes_it() -> None:
    """It is told what befell it."""
    assert statements_of("The city of Basra fell on Monday.") == [("capture", None, True)]
    assert statements_of("Basra was captured on Monday.") == [("capture", None, True)]
