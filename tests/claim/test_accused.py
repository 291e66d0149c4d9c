"""Whom a claim accuses: persons named beside a wrong, with the role the document gives them, denied or not."""

from __future__ import annotations

import pytest

import counterclaim
from counterclaim.claim.wrong import imputes
from counterclaim.data import table
from counterclaim.model.claim import Accused
from stories_made import document

ROLES = "Ada Birk is the mayor of Ostholm. Jon Teles is a bus driver in Ostholm. "


def accused(text: str) -> dict[str, bool]:
    """Everybody whom a claim in the text accuses, and whether they have a public role."""
    claims = counterclaim.find_claims(counterclaim.understand(document(text)))
    return {each.name: each.public for claim in claims for each in claim.accused}


pair = pytest.mark.parametrize(("named", "public"), [("Jon Teles", False), ("Ada Birk", True)])


@pair
@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Police said on Monday that {} stole 40 bicycles from the harbour.",
        "Police said on Monday that {} was arrested for fraud.",
        "The prosecutor accused {} of bribery.",
        "{} denied that he had stolen the money.",
        "{} denied any wrongdoing.",
        "{} denied stealing the bicycles.",
        "A neighbour said that {} did not kill the guard.",
        "“I never took bribes,” {} said.",
        "“{} is a liar,” a neighbour said.",
        "A witness asked whether {} had set fire to the barn.",
    ],
)
def test_a_name_beside_a_wrong_is_accused(sentence: str, named: str, public: bool) -> None:
    """Said, denied, asked or judged; and the same whoever it is, but for what the document calls them."""
    text = sentence.format(named)
    if named == "Ada Birk":
        text = text.replace(" he had", " she had")
    assert accused(ROLES + text) == {named: public}


@pytest.mark.parametrize("named", ["Jon Teles", "Ada Birk"])
@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "{} said on Monday that the bridge will open in May.",
        "{} said that thieves stole 40 bicycles from the harbour.",
        "Police said that soldiers killed {} at the bridge.",
        "Police said that {} was killed by soldiers at the bridge.",
        "The guard said that {} will speak at the harbour.",
        "“I saw how the soldiers killed the guard,” {} said.",
        "Sundmark accused Veldaria of violating the truce.",
    ],
)
def test_whoever_only_tells_suffers_or_stands_by_is_not(sentence: str, named: str) -> None:
    """No wrong is said of them."""
    assert accused(ROLES + sentence.format(named)) == {}


@pytest.mark.model
@pytest.mark.parametrize(("side", "other"), [("Norway", "Portugal"), ("Portugal", "Norway")])
def test_it_makes_no_difference_which_side_somebody_is_on(side: str, other: str) -> None:
    """The two states exchange their names, and nothing else changes."""
    text = (
        f"{side} said on Monday that the trader Jon Teles spied for {other}. {other} denied that Jon Teles was a spy."
    )
    assert accused(text) == {"Jon Teles": False}


@pytest.mark.model
def test_a_role_given_once_holds_in_the_whole_document() -> None:
    """The last name alone is enough later on."""
    text = "Mayor Ada Birk opened the bridge.\n\nA trader said on Monday that Birk took a bribe for it."
    assert accused(text) == {"Ada Birk": True}


@pytest.mark.model
def test_a_last_name_of_two_is_that_of_both() -> None:
    """Which one is meant is a guess, so the private one is protected."""
    text = "Mayor Ada Birk opened the bridge with the student Tom Birk.\n\nA trader said that Birk stole the lamps."
    assert accused(text) == {"Ada Birk": True, "Tom Birk": False}


@pytest.mark.model
def test_a_person_without_any_role_counts_as_private() -> None:
    """When in doubt, held back."""
    claims = counterclaim.find_claims(
        counterclaim.understand(document("Police said on Monday that Nora Quist was arrested for fraud."))
    )
    assert [claim.accused for claim in claims] == [
        (Accused("Nora Quist", None, False, "the document gives them no role"),)
    ]


@pytest.mark.model
def test_states_and_bodies_are_no_persons() -> None:
    """The gate is for people."""
    assert accused("Veldaria said on Monday that the Ministry of Defence of Sundmark stole grain.") == {}


def test_roles_by_which_somebody_stands_accused_are_known() -> None:
    """Whoever is introduced as a suspect is accused whatever they say; the name of a body is no accusation."""
    assert imputes("suspect") and imputes("convicted murderer")
    assert (
        not imputes("traffic officer")
        and not imputes("teacher")
        and not imputes("of the group Victims Against Abuse")
        and not imputes(None)
    )


@pytest.mark.parametrize(
    ("name", "column", "values"), [("wrongs", "accused", "doer done anybody"), ("public_roles", "public", "yes no")]
)
def test_the_tables_hold_each_row_once_and_only_values_that_are_explained(name: str, column: str, values: str) -> None:
    """A mistyped value would let somebody out unnoticed."""
    rows = table(name)
    first = [next(iter(row.values())) for row in rows]
    assert len(first) == len(set(first))
    assert {row[column] for row in rows} == set(values.split())
