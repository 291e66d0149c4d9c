"""The ways in which somebody turns a claim down without its words, each against what it must be kept apart from."""

from __future__ import annotations

import pytest
from debates import Says, debate

from counterclaim.dispute import find_disputes
from counterclaim.model.claim import Act

ACCUSED = Says("Orsa", "accused", "Sundmark of shelling the dam", Act.ACCUSES, "Orsa")
NAMED = Says("Orsa", "said", "Sundmark's troops had shelled the dam", Act.ASSERTS, "Orsa")


def pairs(*lines: Says) -> list[tuple[str, str]]:
    """From and to of each denial."""
    document, claims = debate(*lines)
    return [(each.from_claim, each.to_claim) for each in find_disputes(document, claims).links if each.kind == "denies"]


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("said", "“It's not true,”", Act.ASSERTS),
        ("said", "“This is simply not the case,”", Act.ASSERTS),
        ("said", "“We did not do this,”", Act.ASSERTS),
        ("denied", "doing so", Act.DENIES),
        ("brushed aside", "the accusation", Act.DENIES),
        ("took issue with", "the report", Act.DENIES),
        ("pushed back against", "the allegations", Act.DENIES),
        ("accused", "Orsa of spreading lies", Act.ACCUSES),
        ("said", "Orsa was lying", Act.ACCUSES),
        ("denied", "firing on the dam", Act.DENIES),
    ],
)
def test_the_one_who_is_accused_turns_it_down(cue: str, content: str, act: Act) -> None:
    """Whatever the words, the accusation just made is what is denied."""
    assert pairs(ACCUSED, Says("Sundmark", cue, content, act, "Sundmark")) == [("c1", "c0")]


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("said", "“This is not the time for talks with the islands,”", Act.ASSERTS),
        ("said", "“We did not do this for money in the spring,”", Act.ASSERTS),
        ("pushed back", "the date of the talks", Act.ASSERTS),
        ("accused", "Norland of spreading lies", Act.ACCUSES),
        ("denied", "losing a ship", Act.DENIES),
    ],
)
def test_what_has_words_of_its_own_or_is_of_another_turns_nothing_down(cue: str, content: str, act: Act) -> None:
    """A negation, a lie of somebody else, a denial of another thing."""
    assert pairs(ACCUSED, Says("Sundmark", cue, content, act, "Sundmark")) == []


def test_who_denies_a_part_answers_who_said_that_they_had_done_it() -> None:
    """Nobody accused: the claim names the one who denies, and that is enough."""
    assert pairs(NAMED, Says("Sundmark", "denied", "responsibility", Act.DENIES, "Sundmark")) == [("c1", "c0")]


def test_an_allegation_without_a_speaker_gives_way_to_who_named_the_one_who_denies() -> None:
    """Of an allegation in the writer's own words and a side's claim, the side's is denied."""
    alleged = Says("Somebody", "suspected", "an attack", Act.ACCUSES)
    denied = Says("Sundmark", "denied", "responsibility", Act.DENIES, "Sundmark")
    assert pairs(alleged, NAMED, denied) == [("c2", "c1")]


def test_all_such_accusations_are_those_of_each_who_made_one() -> None:
    """Two sides accuse; who denies all of it answers both."""
    second = Says("Norland", "accused", "Sundmark of mining the strait", Act.ACCUSES, "Norland")
    denied = Says("Sundmark", "denied", "all such accusations", Act.DENIES, "Sundmark")
    assert pairs(ACCUSED, second, denied) == [("c2", "c0"), ("c2", "c1")]
    one = Says("Sundmark", "denied", "the accusation", Act.DENIES, "Sundmark")
    assert len(pairs(ACCUSED, second, one)) == 1


def test_a_ruling_against_somebody_turns_down_what_they_ordered() -> None:
    """An order is answered by a ruling without a word of denying; the ruling names who ordered."""
    order = Says("Mayor Brandt", "ordered", "the market to close until June", Act.DEMANDS, "Tarn")
    ruling = Says("The High Court", "ruled", "Brandt lacked authority to do so", Act.JUDGES, "High Court")
    other = Says("The High Court", "ruled", "Holm lacked authority to do so", Act.JUDGES, "High Court")
    assert pairs(order, ruling) == [("c1", "c0")]
    assert pairs(order, other) == []


def test_a_claim_told_as_a_lie_is_denied_by_who_tells_it_so() -> None:
    """The word for saying it says that it is not so."""
    line = Says(
        "Anna Holm",
        "wrote",
        "that the company lied that the pumps were checked",
        Act.ACCUSES,
        None,
        held=("the company", "lied", "that the pumps were checked"),
        held_side="Norwind",
    )
    assert pairs(line) == [("c0", "c0h")]


def test_what_was_not_found_is_denied() -> None:
    """The negation stands in the cue: who did not find a breach denies the breach."""
    charge = Says("The ministry", "accused", "the station of violating its licence", Act.ACCUSES, "Tarn")
    answer = Says("The senate", "did not find", "the station had breached its licence", Act.DENIES, "Senate of Tarn")
    assert pairs(charge, answer) == [("c1", "c0")]


def test_a_bare_no_answers_an_accusation_and_no_report() -> None:
    """What is replied to with nothing but *no* can be a question that the text leaves out."""
    no = Says("Sundmark", "replied", "“No,”", Act.ASSERTS, "Sundmark")
    report = Says("Norland", "said", "Sundmark would hold talks in June", Act.ASSERTS, "Norland")
    assert pairs(ACCUSED, no) == [("c1", "c0")]
    assert pairs(report, no) == []


def test_what_somebody_says_is_denied_where_it_is_called_a_lie() -> None:
    """The pointer has a verb, not a noun; what it is about stands before what it is called."""
    aide = Says("Ada Birk", "said", "the minister had signed the order", Act.ASSERTS, "Ada Birk")
    other = Says("Norland", "said", "the harbour had closed", Act.ASSERTS, "Norland")
    lie = Says("The minister", "said", "what Birk says about the order is a lie", Act.ASSERTS, "Tarn")
    law = Says("The minister", "said", "what Birk says about the order is the law", Act.ASSERTS, "Tarn")
    assert pairs(aide, other, lie) == [("c2", "c0")]
    assert pairs(aide, other, law) == []


def test_a_story_called_slander_is_denied_by_who_calls_it_so() -> None:
    """An accusation by a word that accuses nobody: it is about the claim, not about a deed."""
    told = Says("Orsa", "said", "Sundmark's guards had shelled the herders", Act.ASSERTS, "Orsa")
    slander = Says("Sundmark", "said", "the herders' story was slander", Act.ACCUSES, "Sundmark")
    maybe = Says("Sundmark", "said", "the herders' story might be slander", Act.ACCUSES, "Sundmark")
    assert pairs(told, slander) == [("c1", "c0")]
    assert pairs(told, maybe) == []


def test_a_story_is_denied_where_the_last_word_calls_it_an_invention() -> None:
    """*Called the story ... pure invention*: whatever stands between."""
    told = Says("Orsa", "said", "its envoys had met Sundmark's in the harbour office", Act.ASSERTS, "Orsa")
    called = Says(
        "Sundmark",
        "called",
        "the story of envoys in the harbour office on the third pure invention",
        Act.JUDGES,
        "Sundmark",
    )
    assert pairs(told, called) == [("c1", "c0")]
