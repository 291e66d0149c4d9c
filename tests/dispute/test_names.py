"""Names of one state are one side, whatever they are; names of two are two; words are compared by their stems."""

from __future__ import annotations

import pytest

from counterclaim.data import table
from counterclaim.dispute.names import fold, parties
from counterclaim.dispute.terms import cued, negated, share, stem, terms


@pytest.mark.parametrize("row", table("countries")[::7], ids=lambda row: row["iso2"])
def test_every_country_is_folded_in_the_same_way(row: dict[str, str]) -> None:
    """Name, government and army of a state are its side; no row is special."""
    name = row["name"]
    assert parties(name) == parties(f"the {name} government") == parties(f"{name} army")


def test_two_states_are_two_parties_and_one_of_them_is_in_both() -> None:
    """Joint speakers stand for each."""
    both = parties("Norway and Sweden")
    assert parties("Norway") < both and parties("Sweden") < both


@pytest.mark.parametrize(
    ("one", "other"), [("Norway", "Sweden"), ("North Korea", "South Korea"), ("Norway", "Norwegian opposition")]
)
def test_these_are_not_one_side(one: str, other: str) -> None:
    """An opposition is not the state that it opposes."""
    assert not parties(one) & parties(other)


def test_a_longer_name_is_not_cut_and_a_small_letter_is_no_country() -> None:
    """*South Korean* is not a south and a Korea; *turkey* is a bird."""
    assert fold("South Korean towns") == "@south_korea towns"
    assert fold("They ate turkey in Turkey") == "They ate turkey in @turkey"


def test_forms_of_a_word_have_one_stem() -> None:
    """And a short word keeps its letters."""
    assert stem("denies") == stem("denied") == stem("deny")
    assert stem("attacks") == stem("attacking") == stem("attacked")
    assert stem("sea") == "sea"


def test_negations_count_and_stand_apart_from_the_terms() -> None:
    """Two of them take each other back."""
    assert negated("it wasn't mined") and not negated("nobody did not know")
    assert terms("the bridge was not mined") == terms("the bridge was mined")


def test_a_cue_is_known_in_any_form() -> None:
    """By the table, for the kinds asked for."""
    assert cued("has repeatedly denied", "rejects") and not cued("said", "rejects")
    assert not cued("refused", "rejects") and cued("refused", "declines")


def test_the_share_is_of_the_smaller_set() -> None:
    """Nothing is shared with nothing."""
    assert share(frozenset("ab"), frozenset("abcd")) == 1.0
    assert share(frozenset(), frozenset("a")) == 0.0
