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


@pytest.mark.parametrize(
    "text",
    [
        "Veldaria said that 19 people were killed in the shelling of Brenholm.",
        "Police said on Monday that an attack in Brenholm killed two guards.",
        "Police said on Monday that the town of Karsk Amar was looted.",
        "A clerk said that the photos on Instagram show a robbery.",
        "Ona Tal works for Ferrin Air in Orsa.\n\nPolice said on Monday that the Ferrin regime tortured prisoners.",
        "The court said that the law violates the United States Constitution.",
    ],
)
@pytest.mark.model
def test_places_channels_bodies_and_laws_are_no_persons(text: str) -> None:
    """Whatever the parser takes them for."""
    assert accused(text) == {}


@pytest.mark.model
@pytest.mark.parametrize("sign", ["Mr. Tolvik was seen there.", "The driver Tolvik was seen there."])
def test_a_name_that_is_addressed_or_has_a_role_is_a_person_all_the_same(sign: str) -> None:
    """A form of address or a role outweighs how the name stands elsewhere."""
    text = f"{sign}\n\nPolice said on Monday that Tolvik was arrested for fraud."
    assert accused(text) == {"Tolvik": False}


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Police said that the murder of Jon Teles shocked the harbour.",
        "A neighbour said that Jon Teles's murder was a crime against the town.",
        "Police said that thieves robbed the guards, including Jon Teles.",
        "Police said that the death of Jon Teles followed an attack.",
    ],
)
def test_victims_are_not_accused_of_what_was_done_to_them(sentence: str) -> None:
    """Neither there nor where the document speaks of it again without saying a wrong of them."""
    again = "\n\nA clerk said that Jon Teles lived near the bridge, where guards saw an attack."
    assert accused(ROLES + sentence + again) == {}


@pytest.mark.model
def test_a_victim_of_whom_a_wrong_is_said_too_is_accused() -> None:
    """*Shot by guards* clears nobody of having robbed them."""
    text = "Police said that guards shot Jon Teles.\n\nPolice said that Jon Teles robbed the guards."
    assert accused(ROLES + text) == {"Jon Teles": False}


@pytest.mark.model
def test_whoever_stands_accused_is_so_where_they_deny_it_without_naming_it() -> None:
    """*I was at home* is told with the name of the one who says it."""
    text = "Police said that Jon Teles stole the money.\n\n“I never touched that box,” Jon Teles said."
    claims = counterclaim.find_claims(counterclaim.understand(document(ROLES + text)))
    assert [[each.name for each in claim.accused] for claim in claims] == [["Jon Teles"], ["Jon Teles"]]


@pytest.mark.model
def test_whoever_speaks_of_other_things_is_not() -> None:
    """A suspect may say that it rains."""
    text = "Police said that Jon Teles stole the money.\n\nJon Teles said that the harbour will freeze in January."
    claims = counterclaim.find_claims(counterclaim.understand(document(ROLES + text)))
    assert [[each.name for each in claim.accused] for claim in claims] == [["Jon Teles"], []]


@pytest.mark.model
def test_the_object_of_an_accusing_verb_is_who_is_accused() -> None:
    """Others who stand in the sentence are not."""
    text = "Holding a sign of the trader Jon Teles, the clerk accused Sundmark of bribery."
    assert accused(text) == {}


@pytest.mark.model
def test_words_that_only_look_like_a_wrong_impute_none() -> None:
    """A heart attack is no attack."""
    assert accused(ROLES + "A neighbour said that Jon Teles had a heart attack in the harbour.") == {}


@pytest.mark.model
def test_whoever_has_a_campaign_is_public() -> None:
    """*The Birk campaign*: no role is needed beside it; a private name in the same document stays private."""
    text = "Ada Birk spoke in Ostholm. The Birk campaign met.\n\nPolice said that Ada Birk and Jon Teles took bribes."
    assert accused(text) == {"Ada Birk": True, "Jon Teles": False}


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
    ("name", "column", "values"),
    [("wrongs", "accused", "doer done anybody nobody"), ("public_roles", "public", "yes no")],
)
def test_the_tables_hold_each_row_once_and_only_values_that_are_explained(name: str, column: str, values: str) -> None:
    """A mistyped value would let somebody out unnoticed."""
    rows = table(name)
    first = [next(iter(row.values())) for row in rows]
    assert len(first) == len(set(first))
    assert {row[column] for row in rows} == set(values.split())
