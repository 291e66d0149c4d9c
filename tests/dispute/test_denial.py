"""A denial is linked to the claim it denies: the one it holds, the one it names, the one in its words; else to none."""

from __future__ import annotations

import pytest
from debates import Says, debate

from counterclaim.dispute import find_disputes
from counterclaim.model.claim import Act
from counterclaim.model.document import PartKind
from counterclaim.model.matter import Basis, Link, LinkKind


def links(*lines: Says) -> list[tuple[str, str, str, str]]:
    """From, to, kind and basis of each link."""
    found = found_links(*lines)
    return [(link.from_claim, link.to_claim, link.kind.value, link.basis.value) for link in found]


def found_links(*lines: Says) -> tuple[Link, ...]:
    document, claims = debate(*lines)
    return find_disputes(document, claims).links


ACCUSED = Says("Norway", "accused", "Sweden of poisoning the reindeer", Act.ACCUSES, "Norway")


def test_a_denial_denies_the_claim_it_holds() -> None:
    """The structure says it: nothing is inferred."""
    line = Says(
        "Sweden",
        "denied",
        "Norwegian claims that it had poisoned the reindeer",
        Act.DENIES,
        "Sweden",
        held=("Norwegian", "claims", "that it had poisoned the reindeer"),
        held_side="Norway",
    )
    assert links(line) == [("c0", "c0h", "denies", "structure")]


def test_somebody_who_only_quotes_denies_nothing() -> None:
    """The same claim held by a plain report is no denial."""
    line = Says(
        "Sweden", "cited", "Norwegian claims of poison", Act.ASSERTS, "Sweden", (), ("Norwegian", "claims", "poison")
    )
    assert links(line) == []


def test_denying_a_part_in_it_answers_the_accusation_before() -> None:
    """*Any role* has no words of its own; the accusation of the one who denies stands next to it."""
    denied = Says("Sweden", "has denied", "any role in it", Act.DENIES, "Sweden")
    assert links(ACCUSED, denied) == [("c1", "c0", "denies", "explicit")]


def test_belittling_the_claims_of_a_named_side_denies_what_it_said_last() -> None:
    """*Norway's claims as "fairy tales"* is no judgement on Norway but on what it claimed."""
    said = Says("Oslo", "said", "the herd had been counted twice", Act.ASSERTS, "Norway")
    judged = Says("The ministry", "described", 'Norway\'s claims as "baseless propaganda"', Act.JUDGES, "Sweden")
    assert links(said, judged) == [("c1", "c0", "denies", "explicit")]


def test_a_denial_in_words_of_its_own_finds_the_claim_with_those_words() -> None:
    """A claim in between on another thing is passed over."""
    first = Says("Norway", "said", "Swedish rangers had burned the northern fence", Act.ACCUSES, "Norway")
    other = Says("Norway", "said", "fish prices were rising", Act.ASSERTS, "Norway")
    denied = Says("Sweden", "denied", "burning the northern fence", Act.DENIES, "Sweden")
    assert links(first, other, denied) == [("c2", "c0", "denies", "explicit")]


@pytest.mark.parametrize(
    "answer",
    [
        Says("Sweden", "said", "the winter had been mild", Act.ASSERTS, "Sweden"),
        Says("Sweden", "refused", "to open the archive", Act.DENIES, "Sweden"),
        Says("Norway", "denied", "any role in it", Act.DENIES, "Norway"),
        Says("Sweden", "denied", "that the dam at Vik had cracked", Act.DENIES, "Sweden"),
    ],
    ids=["another topic", "a refusal", "the same side", "another claim denied"],
)
def test_what_answers_nothing_is_linked_to_nothing(answer: Says) -> None:
    """A wrong link is worse than none."""
    assert links(ACCUSED, answer) == []


def test_rejecting_the_allegations_answers_the_nearest_accuser() -> None:
    """Nobody is named; who accused last is meant."""
    first = Says("Norway", "blamed", "Sweden for the fire", Act.ACCUSES, "Norway")
    second = Says("Finland", "blamed", "Sweden for the flood", Act.ACCUSES, "Finland")
    rejected = Says("Sweden", "rejected", "the allegation", Act.DENIES, "Sweden")
    assert links(first, second, rejected) == [("c2", "c1", "denies", "explicit")]


def test_a_far_accusation_is_not_meant() -> None:
    """Vague denials reach back one paragraph."""
    between = [Says("Finland", "said", f"point {number} stood", Act.ASSERTS, "Finland") for number in range(4)]
    assert links(ACCUSED, *between, Says("Sweden", "denied", "any role", Act.DENIES, "Sweden")) == []


def test_an_excerpt_is_linked_only_to_an_excerpt() -> None:
    """It copies the body; its claims are not answered twice."""
    copied = ACCUSED._replace(part=PartKind.EXCERPT)
    assert links(copied, Says("Sweden", "denied", "any role", Act.DENIES, "Sweden")) == []


def test_the_reason_quotes_both() -> None:
    """A reader can check it without the program."""
    [link] = found_links(ACCUSED, Says("Sweden", "has denied", "any role in it", Act.DENIES, "Sweden"))
    assert link.kind is LinkKind.DENIES and link.basis is Basis.EXPLICIT and link.found_by == "denial.v1"
    assert "“any role in it”" in link.because and "“Sweden of poisoning the reindeer”" in link.because


def test_a_refused_request_is_denied() -> None:
    """Turning down what was asked counts; the words are shared."""
    asked = Says("Norway", "asked", "to inspect the northern kennels", Act.DEMANDS, "Norway")
    refused = Says("Sweden", "declined", "the request", Act.DENIES, "Sweden")
    assert links(asked, refused) == [("c1", "c0", "denies", "explicit")]


def test_two_who_reject_the_same_words_do_not_deny_each_other() -> None:
    """They agree."""
    one = Says("Finland", "rejected", "that the lake belongs to kings alone", Act.DENIES, "Finland")
    two = Says("Sweden", "rejected", "that the lake belongs to kings alone", Act.DENIES, "Sweden")
    assert links(one, two) == []


@pytest.mark.parametrize("cue", ["did not deny", "would neither confirm nor deny", "declined to confirm or deny"])
def test_a_negated_cue_denies_nothing(cue: str) -> None:
    """Silence is no answer."""
    line = Says("Sweden", cue, "any role in it", Act.DENIES, "Sweden")
    assert links(ACCUSED, line) == []


def test_a_claim_about_somebody_is_not_that_somebodys_claim() -> None:
    """*The claim that Norway cheated* is not Norway's."""
    pledged = Says("Norway", "said", "it would plant oaks", Act.ASSERTS, "Norway")
    rejected = Says("Sweden", "rejected", "the claim that Norway cheated at chess", Act.DENIES, "Sweden")
    assert links(pledged, rejected) == []
    assert links(pledged, rejected._replace(content="the claim by Norway")) == [("c1", "c0", "denies", "explicit")]


def test_missing_proof_of_somebodys_claims_denies_them() -> None:
    """*No evidence* alone does not: a claim must be named."""
    said = Says("Norway", "said", "the herd had been counted twice", Act.ASSERTS, "Norway")
    unproven = Says("Sweden", "said", "there was no evidence for Norway's claims", Act.ASSERTS, "Sweden")
    assert links(said, unproven) == [("c1", "c0", "denies", "explicit")]
    assert links(said, unproven._replace(content="there was no evidence of rain in Norway")) == []
