"""A side answers another without denying it: by charging it in turn, by having kept its word, by another figure."""

from __future__ import annotations

import pytest
from debates import Says, debate

from counterclaim.dispute import find_disputes
from counterclaim.model.claim import Act


def contradicted(*lines: Says) -> list[tuple[str, str]]:
    """From and to of each link that contradicts."""
    document, claims = debate(*lines)
    found = find_disputes(document, claims).links
    return [(link.from_claim, link.to_claim) for link in found if link.kind.value == "contradicts"]


BLEW = Says("Norway", "said", "Swedish divers had blown up the pier", Act.ASSERTS, "Norway")


def test_laying_the_same_deed_at_the_other_door_contradicts() -> None:
    """*Accused Norway of sinking it*: the one deed has two doers."""
    back = Says("Sweden", "accused", "Norway of blowing it up", Act.ACCUSES, "Sweden")
    assert contradicted(BLEW, back) == [("c1", "c0")]


def test_charging_the_other_with_another_deed_contradicts_nothing() -> None:
    """Two wrongs are two matters."""
    other = Says("Sweden", "accused", "Norway of poisoning reindeer in the northern valleys", Act.ACCUSES, "Sweden")
    assert contradicted(BLEW, other) == []


def test_charging_a_third_is_no_answer_to_who_did_not_charge() -> None:
    """Each must name the other."""
    third = Says("Sweden", "blamed", "Finland", Act.ACCUSES, "Sweden")
    assert contradicted(BLEW, third) == []


def test_who_kept_an_agreement_did_not_break_it() -> None:
    """*Kept to the agreement* and *broken it* cannot both be so."""
    kept = Says("Oslo", "said", "Norway had kept to the agreement", Act.ASSERTS, "Norway")
    broke = Says("Sweden", "insisted", "that it was Norway that had broken it", Act.ASSERTS, "Sweden")
    assert contradicted(kept, broke) == [("c1", "c0")]


def test_another_figure_answers_the_one_before() -> None:
    """*Puts the number at three* is of what was counted just before."""
    first = Says("Norway", "claims", "14 boats have been lost", Act.ASSERTS, "Norway")
    second = Says("Sweden", "puts", "the number at three", Act.ASSERTS, "Sweden")
    same = Says("Sweden", "puts", "the number at 14", Act.ASSERTS, "Sweden")
    assert contradicted(first, second) == [("c1", "c0")]
    assert contradicted(first, same) == []


@pytest.mark.parametrize("words", ["their number at nine", "its own count at nine"])
def test_a_figure_of_ones_own_answers_no_other(words: str) -> None:
    """*Their number* is of whom the speaker has just told."""
    first = Says("Orsa", "said", "twelve ships had left", Act.ASSERTS, "Orsa")
    assert contradicted(first, Says("Sundmark", "put", words, Act.ASSERTS, "Sundmark")) == []


def test_how_old_somebody_is_is_no_figure() -> None:
    """*A 34-year-old* counts nobody."""
    first = Says("Orsa", "said", "a 34-year-old sailor had seen ships", Act.ASSERTS, "Orsa")
    assert contradicted(first, Says("Sundmark", "put", "the figure at nine", Act.ASSERTS, "Sundmark")) == []
