"""What made sides wrong, cause by cause: names cut short or run on, states that only stand nearby, nobody known."""

from __future__ import annotations

import pytest
from mentions_made import by_hand, meant, parsed

from counterclaim.model.reading import MentionKind
from counterclaim.understand.mentions_land import find_lands
from counterclaim.understand.mentions_phrase import Phrases
from counterclaim.understand.mentions_words import side_words
from counterclaim.understand.who_cast import Cast
from counterclaim.understand.who_side import Description, describe, kind_of_body, side_of

NAMED_BESIDE = "Norway was calm. The Norway Trade Commission met. Norway's president, Ole Holm, said it was late."
OPENING = (
    "President Ole Holm on Monday told the Norwegian government to end sanctions against Kenya. Kenya had waited. "
    "Kenya said Kenya was glad. Kenya will trade. Kenya's oil will flow."
)


def side(text: str, words: str) -> str | None:
    speaker = meant(parsed(text), words)
    return speaker.side if speaker is not None else None


def swapped(text: str) -> str:
    """The text with Norway and Portugal exchanged."""
    for one, other in (("Norwegian", "Portuguese"), ("Norway", "Portugal")):
        text = text.replace(one, "@").replace(other, one).replace("@", other)
    return text


@pytest.mark.parametrize("name", ["Islamic State", "Harbour Democratic Forces", "Free Federal Coast Brigade"])
def test_a_word_of_some_states_long_name_makes_no_state_of_an_armed_group(name: str) -> None:
    """*Islamic* and *Democratic* begin the long names of states; alone they name none."""
    assert kind_of_body(name) == "own"
    assert kind_of_body("Kenyan Forces") == "state"


@pytest.mark.parametrize(
    ("rows", "kind", "lands"),
    [
        (("minister NOUN NN x 0", "for ADP IN prep 0", "Kenya PROPN NNP pobj 1 GPE"), "minister", ()),
        (("ambassador NOUN NN x 0", "to ADP IN prep 0", "Kenya PROPN NNP pobj 1 GPE"), "office", ()),
        (("minister NOUN NN x 0", "of ADP IN prep 0", "Kenya PROPN NNP pobj 1 GPE"), "minister", ("Kenya",)),
        (("brother NOUN NN x 0", "of ADP IN prep 0", "President PROPN NNP pobj 1"), "private", ()),
    ],
)
def test_what_somebody_deals_with_is_not_in_what_they_are(
    rows: tuple[str, ...], kind: str, lands: tuple[str, ...]
) -> None:
    """After *for* and *to* stands what an envoy is sent to, after *of* whose a minister is."""
    reading = by_hand(*rows)
    said = describe(reading.tokens, find_lands(reading.tokens), range(3))
    assert (said.kind, said.lands) == (kind, lands)


def test_an_office_of_the_opposition_is_none_of_the_states() -> None:
    """A shadow cabinet has ministers too."""
    assert side_of(Description("minister", ("Norway",), (), (), None, False, False)) == "Norway"
    assert side_of(Description("minister", ("Norway",), (), (), None, False, False, opposed=True)) is None
    assert "shadow" in side_words("opposed")


def test_a_union_of_states_stands_for_its_diplomats_where_no_state_is_named() -> None:
    """*A European diplomat*; *a European diplomat from Norway* is Norway's."""
    of_union = Description("office", (), (), (), None, False, False, union="European Union")
    assert side_of(of_union) == "European Union"
    assert side_of(Description("office", ("Norway",), (), (), None, False, False, union="European Union")) == "Norway"


def test_a_model_number_makes_no_longer_name() -> None:
    """*Norwind 707s* are what Norwind built, not Norwind."""
    cast = Cast([("Norwind", MentionKind.BODY), ("Norwind 707s", MentionKind.BODY)])
    assert cast.find("Norwind") is not cast.find("Norwind 707s")


@pytest.mark.parametrize(
    ("rows", "head", "name"),
    [
        (
            ("Nurses NOUN NNS nsubj 3", "Without ADP IN prep 0", "Frontiers PROPN NNPS pobj 1", "spoke VERB VBD x 3"),
            0,
            2,
        ),
        (("Fire PROPN NNP nsubj 3", "and CCONJ CC cc 0", "Rescue PROPN NNP conj 0", "spoke VERB VBD x 3"), 0, 2),
        (("Norwind PROPN NNP nsubj 3", "and CCONJ CC cc 0", "Orsa PROPN NNP conj 0", "spoke VERB VBD x 3"), 0, 0),
    ],
)
def test_some_words_join_one_name_and_and_mostly_joins_two(rows: tuple[str, ...], head: int, name: int) -> None:
    """*Fire and Rescue* is one service; *Norwind and Orsa* are two."""
    reading = by_hand(*rows)
    read = Phrases(reading, {})
    phrase = read.at(head)
    assert phrase is not None and phrase.name == (head, name)
    assert (read.at(2) is None) == (name == 2)


def test_marks_on_letters_make_no_other_name() -> None:
    """One outlet writes them and the next leaves them out."""
    cast = Cast([("Ana Bírk", MentionKind.PERSON), ("Birk", MentionKind.BODY)])
    assert cast.find("Birk") is cast.find("Ana Bírk")


@pytest.mark.parametrize(("first", "kind"), [("J.D.", MentionKind.PERSON), ("Harbour", MentionKind.BODY)])
def test_initials_tell_a_person(first: str, kind: str) -> None:
    """Whatever the parser calls the name."""
    reading = by_hand(f"{first} PROPN NNP compound 1 ORG", "Holm PROPN NNP nsubj 2 ORG", "spoke VERB VBD x 2")
    phrase = Phrases(reading, {}).at(1)
    assert phrase is not None and phrase.kind == kind


@pytest.mark.model
def test_a_state_is_not_short_for_a_body_that_is_called_after_it() -> None:
    """The president of a state that has a trade commission speaks for the state."""
    assert side(NAMED_BESIDE, "Ole Holm") == "Norway"
    assert side("The Ostby Town Board met. Norwind met. Ada Birk, director of Norwind, said no.", "Birk") == "Norwind"


@pytest.mark.model
def test_an_office_stays_open_where_the_opening_names_another_states_bodies_beside_it() -> None:
    """A text about sanctions on a state does not make its author that state's president."""
    assert side(OPENING, "Ole Holm") is None
    assert side(OPENING.replace("Norwegian", "Kenyan"), "Ole Holm") == "Kenya"


@pytest.mark.model
@pytest.mark.parametrize("text", [NAMED_BESIDE, "The Norwegian minister met his Portuguese counterpart, Rui Sá."])
def test_exchanging_two_states_exchanges_the_side(text: str) -> None:
    """The rules know no state from another."""
    who = "Holm" if "Holm" in text else "Sá"
    other = {"Norway": "Portugal", "Portugal": "Norway"}
    found = side(text, who)
    assert found in other and side(swapped(text), who) == other[found]


@pytest.mark.model
def test_officials_of_what_is_led_have_no_part_in_its_name() -> None:
    """*Leaders of Coast Union (CU)*: the letters are the union's, and so is its commissioner."""
    text = "Leaders of Coast Union (CU) met on Monday. CU trade commissioner Ada Birk said tariffs would fall."
    assert side(text, "Ada Birk") == "Coast Union"


@pytest.mark.model
def test_its_tells_a_body_from_a_person() -> None:
    """A name of one word whose report is *its* is no person."""
    assert side("Norwind, in its March report, said fares would rise.", "Norwind") == "Norwind"
    assert side("Norwind, in her March report, said fares would rise.", "Norwind") is None


@pytest.mark.model
def test_an_age_tells_a_person_from_a_body() -> None:
    """Whoever is 52 is nobody's voice but their own."""
    assert side("The Holmes 52 came. Ada Holmes, 52, said the march was quiet. Holmes sat down.", "Ada Holmes") is None


@pytest.mark.model
def test_followers_are_not_whom_they_follow() -> None:
    """*Birk supporters* may say what Birk does not."""
    text = "Birk supporters said the vote was stolen. Ada Birk had lost it."
    assert side(text, "supporters") == "Birk supporters"
    assert side("The rebels said they held the valley.", "rebels") == "rebels"
    assert side("Some rebels said they held the valley.", "rebels") is None
    assert side("An Orsa newspaper said the ferry had sunk.", "newspaper") == "Orsa newspaper"
