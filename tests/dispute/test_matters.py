"""A matter is one question; its sides, answers and status come from claims and links, and never hold a verdict."""

from __future__ import annotations

import pytest
from debates import Says, debate, frame
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.dispute import find_disputes, join
from counterclaim.dispute.question import opposite
from counterclaim.model.claim import Act
from counterclaim.model.matter import Disputes, Matter, Status

RULES = frame("control", "Vargen", "Norway", extent="full")
NORWAY = Says("Norway", "says", "its army now has full control of Vargen", Act.ASSERTS, "Norway", (RULES,))
THERE = frame("presence", "Vargen", "Sweden")
SWEDEN = Says("Sweden", "says", "its soldiers are still holding positions in Vargen", Act.ASSERTS, "Sweden", (THERE,))
LIES = Says("The Swedish army", "called", 'Norway\'s claims "lies"', Act.DENIES, "Sweden")


def disputes(*lines: Says, published: str | None = "2031-05-02") -> Disputes:
    """What is found in the debate of these lines."""
    return find_disputes(*debate(*lines, published=published))


def one(*lines: Says) -> Matter:
    """The only matter of the debate."""
    [matter] = disputes(*lines).matters
    return matter


def test_who_controls_a_place_is_one_question_for_both_sides() -> None:
    """Answers are kept apart."""
    matter = one(NORWAY, SWEDEN)
    assert matter.question == "Who controls Vargen on 2031-05-02?"
    assert matter.status is Status.CONTESTED
    assert dict(matter.sides) == {"Norway": ("c0",), "Sweden": ("c1",)}
    assert [position.sides for position in matter.positions] == [("Norway",), ("Sweden",)]


def test_a_denial_without_a_frame_stands_in_the_matter_of_what_it_denies() -> None:
    """It takes the opposite position."""
    matter = one(NORWAY, LIES)
    assert matter.status is Status.CONTESTED and matter.place == "Vargen"
    assert [position.answer for position in matter.positions] == [
        "Norway controls Vargen",
        "Norway does not control Vargen",
    ]


def test_nobody_of_another_side_has_answered() -> None:
    """One claim on control is a matter of one side."""
    assert one(NORWAY).status is Status.ONE_SIDED


def test_that_forces_are_somewhere_is_no_question_until_somebody_disputes_it() -> None:
    """Else every report of a patrol would be a matter."""
    assert disputes(SWEDEN).matters == ()


def test_a_capture_asks_whether_the_place_was_taken() -> None:
    """By whom is in the question as long as only one is named."""
    taken = NORWAY._replace(frames=(frame("capture", "Ulvby", "Norway"),))
    assert one(taken).question == "Has Ulvby been taken by Norway on 2031-05-02?"


@pytest.mark.parametrize(
    ("cue", "content", "act", "asked"),
    [
        ("called", "the plan a disgrace", Act.JUDGES, "judged by Norway: “called” “the plan a disgrace”?"),
        ("complained", "that the plan was late", Act.ACCUSES, "claimed by Norway: “the plan was late”?"),
        (
            "said",
            "Sweden had poisoned the reindeer",
            Act.ACCUSES,
            "claimed by Norway: “Sweden had poisoned the reindeer”?",
        ),
    ],
)
def test_words_that_begin_with_somebody_are_asked_with_the_word_before_them(
    cue: str, content: str, act: Act, asked: str
) -> None:
    """*Sweden of poisoning* is no question without *accused*; a clause needs no such word."""
    denial = Says("Sweden", "denied", "Norway's claim", Act.DENIES, "Sweden")
    assert one(Says("Norway", cue, content, act, "Norway"), denial).question == f"Is it so, as {asked}"


def test_two_sides_with_one_answer_agree() -> None:
    """Agreed is not contested and not true."""
    matter = one(NORWAY, NORWAY._replace(source="Finland", side="Finland"))
    assert matter.status is Status.AGREED and "true" not in matter.because


def test_an_unframed_dispute_is_asked_in_the_words_of_the_claim() -> None:
    """By a template that says whose they are."""
    accused = Says("Norway", "accused", "Sweden of poisoning the reindeer", Act.ACCUSES, "Norway")
    matter = one(accused, Says("Sweden", "denied", "any role in it", Act.DENIES, "Sweden"))
    assert matter.question == "Is it so, as claimed by Norway: “accused” “Sweden of poisoning the reindeer”?"
    assert [(p.answer, p.sides) for p in matter.positions] == [
        ("it is as claimed", ("Norway",)),
        ("it is not as claimed", ("Sweden",)),
    ]


def test_an_unknown_speaker_is_never_a_side() -> None:
    """Their claims have a place of their own, and make nothing contested."""
    accused = Says("Somebody", "accused", "Sweden of poisoning the reindeer", Act.ACCUSES)
    matter = one(accused, Says("Sweden", "denied", "any role in it", Act.DENIES, "Sweden"))
    assert matter.unattributed == ("c0",) and matter.status is Status.ONE_SIDED


def test_the_id_of_a_place_on_a_day_is_the_same_in_every_document() -> None:
    """So that documents can be joined; another day is another question."""
    [first] = disputes(NORWAY).matters
    [second] = disputes(SWEDEN, NORWAY).matters
    [later] = disputes(NORWAY, published="2031-05-03").matters
    assert first.id == second.id != later.id


def test_joining_sets_the_sides_of_two_documents_against_each_other() -> None:
    """Sides and links are united and the status found anew."""
    whole, part = disputes(NORWAY, SWEDEN), disputes(NORWAY)
    [matter] = join([part, whole]).matters
    assert matter.status is Status.CONTESTED and list(matter.sides) == ["Norway", "Sweden"]
    assert join([whole]) == whole and join([whole, whole]) == whole


@pytest.mark.parametrize(
    "answer", ["Arvo controls Vik", "no forces of Arvo are in Vik", "it is not as claimed", "12 dead"]
)
def test_the_opposite_of_the_opposite_is_the_answer(answer: str) -> None:
    """So that a denial of a denial takes the first position again."""
    assert opposite(answer) != answer == opposite(opposite(answer))


LINES = st.lists(st.sampled_from([NORWAY, SWEDEN, LIES]), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(LINES)
def test_every_link_and_matter_speaks_of_claims_that_are_there(lines: list[Says]) -> None:
    """Ids are those of the claims, each pair is linked once, and nothing is found twice."""
    document, claims = debate(*lines)
    found = find_disputes(document, claims)
    ids = {claim.id for claim in claims}
    pairs = [(link.from_claim, link.to_claim) for link in found.links]
    assert {end for pair in pairs for end in pair} <= ids and len(pairs) == len(set(pairs))
    for matter in found.matters:
        assert {claim for side in matter.sides.values() for claim in side} <= ids
        assert set(matter.links) <= {link.id for link in found.links}
    assert found == find_disputes(document, list(reversed(claims)))
