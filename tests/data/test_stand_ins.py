"""Models see one state, one first name, one party and one gender in place of all, however a name is written."""

from __future__ import annotations

import pytest

from counterclaim.data.stand_ins import one_for_each

ARTICLES = (
    "the United States",
    "The Netherlands",
    "the Philippines",
    "The Bahamas",
    "the Democratic Republic of the Congo",
    "the U.S.",
    "the UAE",
    "the DRC",
)
SEVERAL = ("Sri Lanka", "Guinea - Bissau", "Côte d'Ivoire", "Côte d’Ivoire", "Timor - Leste", "Bosnia and Herzegovina")


def seen(text: str) -> str:
    """The words that models see of a text whose words blanks divide."""
    return " ".join(word for word, _ in one_for_each(text.split()))


def test_every_word_of_the_text_is_stood_for_once() -> None:
    """The counts add up to the words."""
    words = ["The", "Central", "African", "Republic", "told", "the", "European", "Union", "."]
    assert sum(count for _, count in one_for_each(words)) == len(words)


@pytest.mark.parametrize("name", ARTICLES)
def test_a_state_with_an_article_looks_like_one_without(name: str) -> None:
    """The article belongs to the name."""
    assert seen(f"{name} refused .") == "Germany refused ."


@pytest.mark.parametrize("name", SEVERAL)
def test_a_state_of_several_words_looks_like_one_of_one(name: str) -> None:
    """As spaCy cuts it, with either apostrophe."""
    assert seen(f"In May {name} refused .") == "In May Germany refused ."


def test_an_owner_is_a_name_too() -> None:
    """*The Netherlands' army* is *Belgium's army* with its article."""
    assert one_for_each(["the", "Netherlands", "'s", "army"])[0] == ("Germany", 2)


@pytest.mark.parametrize("words", ["US", "U.S.", "United States", "American", "Sri Lankan", "Costa Rican"])
def test_before_a_noun_a_name_looks_like_an_adjective(words: str) -> None:
    """The article belongs to the noun, and stays."""
    assert seen(f"the {words} navy said so") == "the German navy said so"


def test_a_verb_is_told_from_a_noun() -> None:
    """By what follows it."""
    assert seen("the US claims that") == "Germany claims that"
    assert seen("the US claims are") == "the German claims are"
    assert seen("US strikes Iran") == "Germany strikes Germany"


def test_a_people_that_is_called_by_its_adjective_is_a_people() -> None:
    """Unless a noun follows."""
    assert seen("The Dutch said the Dutch army left") == "The Germans said the German army left"


def test_a_full_stop_that_may_end_a_sentence_stays() -> None:
    """Where the next word has a capital, or none follows."""
    assert seen("in the U.S. The king left the U.S.") == "in the U.S. The king left the U.S."


@pytest.mark.parametrize("person", ["Jordan Whitfield", "Chad Smith", "Michael Jordan", "Mr Jordan"])
def test_a_state_that_is_a_name_of_persons_stays_beside_another_name(person: str) -> None:
    """*Jordan Whitfield* is nobody's state."""
    assert "Germany" not in seen(f"On Monday {person} said so")


@pytest.mark.parametrize("state", ["Jordan", "Chad", "Georgia", "Turkey"])
def test_a_state_that_is_a_name_of_persons_is_a_state_by_itself(state: str) -> None:
    """Elsewhere it is the state's."""
    assert seen(f"King Abdullah of {state} said so").endswith("of Germany said so")


@pytest.mark.parametrize("name", ["European Union", "United Nations", "White House", "Latin America"])
def test_what_is_no_state_stays(name: str) -> None:
    """With its article."""
    assert seen(f"the {name} said") == f"the {name} said"


def test_a_woman_looks_like_a_man() -> None:
    """*her* is *his* before what is hers, else *him*."""
    assert seen("She told her that her Mrs. Foe hurt herself") == "He told him that his Mr. Foe hurt himself"


PARTIES = ("Likud", "the DUP", "Sinn Féin", "the Labour Party", "The KMT", "the Party of Regions", "the Blue Cow Party")


@pytest.mark.parametrize("party", PARTIES)
def test_a_party_looks_like_any_other(party: str) -> None:
    """With or without an article; what ends in *Party* needs not be known."""
    assert seen(f"{party} said") == "Labour said"


def test_members_stay_many_and_adjectives_adjectives() -> None:
    """A party before a noun is one."""
    assert seen("the Tories told a DUP minister") == "the Republicans told a Republican minister"
