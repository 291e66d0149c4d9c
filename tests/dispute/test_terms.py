"""Words are compared by their stems: irregular forms, nouns of verbs and verbs of two words meet."""

from __future__ import annotations

import pytest

from counterclaim.dispute.terms import negated, stem, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [("frozen", "freeze"), ("withdrawal", "withdrew"), ("denial", "denied"), ("sold", "sale"), ("children", "child")],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["left", "found", "wound", "saw"])
def test_a_form_that_is_another_word_as_often_keeps_its_own(word: str) -> None:
    """*The left bank* is not what somebody leaves."""
    assert stem(word) not in {stem("leave"), stem("wind"), stem("see"), stem("find")}


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("voted the old law on dams down", "rejected the old law on dams"),
        ("the strike would go on", "the strike would continue"),
        ("called off the march", "cancelled the march"),
    ],
)
def test_a_verb_of_two_words_is_the_one_that_says_the_same(text: str, same: str) -> None:
    assert terms(text) == terms(same)


def test_a_particle_far_off_or_of_a_verb_that_keeps_it_close_is_not_joined() -> None:
    assert terms("the boats go slowly on") == terms("the boats go slowly on ice") - terms("ice")
    assert stem("reject") not in terms("they voted in the old hall by the river and sat down")


def test_bounds_turn_nothing_round() -> None:
    assert not negated("no more than nine came")
    assert negated("nobody came")
    assert negated("no more boats came")
