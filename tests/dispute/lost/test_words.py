"""The words of a retelling are the same terms, however it forms them."""

from __future__ import annotations

import pytest

from counterclaim.dispute.lost.words import names, term, terms


@pytest.mark.parametrize(
    "words",
    [
        ("destroy", "destroys", "destroyed", "destroying"),
        ("cancel", "cancels", "cancelled", "canceled"),
        ("take", "took", "taken", "captured", "seizes", "seizing"),
        ("kill", "killed", "dead", "deaths", "died"),
        ("soldiers", "troops", "forces", "army"),
        ("twelve", "12"),
    ],
)
def test_forms_and_fellows_of_a_word_are_one_term(words: tuple[str, ...]) -> None:
    """Irregular forms, doubled letters, figures, and words for one event."""
    assert len({term(word) for word in words}) == 1


@pytest.mark.parametrize(("one", "other"), [("sold", "soldier"), ("killed", "wounded"), ("arrested", "released")])
def test_other_words_are_other_terms(one: str, other: str) -> None:
    """What only looks or sounds alike is not the same."""
    assert term(one) != term(other)


def test_a_name_and_its_adjective_are_one_term() -> None:
    """Of a state that exists as of one that doesn't."""
    assert terms("Veldaria’s drones") == terms("Veldarian drones")
    assert terms("Norway’s drones") == terms("Norwegian drones")


def test_small_words_and_negations_are_no_terms() -> None:
    """They say nothing on what is told."""
    assert terms("It was not with them") == frozenset()


def test_a_name_is_what_has_its_capital_inside_a_sentence() -> None:
    """The first word of a sentence has one anyway, and a word that also stands without one is none."""
    assert names("Rebels met Finch. Rain fell on Harbour Street and on the harbour.") == {term("finch"), term("street")}


@pytest.mark.parametrize("words", [("save", "saves", "saved", "saving"), ("use", "used", "using"), ("ban", "banned")])
def test_a_short_verb_has_one_term_in_all_its_forms(words: tuple[str, ...]) -> None:
    """Its stem is shorter than what is cut to elsewhere."""
    assert len({term(word) for word in words}) == 1
