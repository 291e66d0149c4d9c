"""What made sides wrong, cause by cause: names cut short or run on, states that only stand nearby, nobody known."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mentions_made import by_hand, meant, parsed, with_mentions

from counterclaim.model.document import PartKind
from counterclaim.model.reading import MentionKind, Reading
from counterclaim.understand.mentions_land import find_lands
from counterclaim.understand.mentions_phrase import Phrases
from counterclaim.understand.mentions_words import side_words
from counterclaim.understand.parse import parse
from counterclaim.understand.who_bodies import kind_of_body
from counterclaim.understand.who_cast import Cast, Someone
from counterclaim.understand.who_known import settle
from counterclaim.understand.who_side import Description, describe, side_of
from stories_made import document

NAMED_BESIDE = "Norway was calm. The Norway Trade Commission met. Norway's president, Ole Holm, said it was late."
OPENING = (
    "President Ole Holm on Monday told the Norwegian government to end sanctions against Kenya. Kenya had waited. "
    "Kenya said Kenya was glad. Kenya will trade. Kenya's oil will flow."
)

TWO_STATES = (
    "Kenya ends talks with Portugal on ships\n\n"
    "Portugal's ships left Kenya on Monday. Kenya said Portugal was late. Kenya's army met the Portuguese army. "
    "Portuguese President Ada Holm said no. President Daniel Maina said yes."
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


@pytest.mark.parametrize(
    ("rows", "party", "district"),
    [
        (
            ("Sen. PROPN NNP x 0", "R PROPN NNP x 0", "- PUNCT HYPH x 0", "Wis. PROPN NNP x 0"),
            "Republican Party",
            False,
        ),
        (
            ("Rep. PROPN NNP x 0", "D PROPN NNP x 0", "- PUNCT HYPH x 0", "Calif. PROPN NNP x 0"),
            "Democratic Party",
            False,
        ),
        (("Sen. PROPN NNP x 0", "D PROPN NNP x 0", "Holm PROPN NNP x 0"), None, False),
        (("district NOUN NN x 0", "judge NOUN NN x 0"), None, True),
    ],
)
def test_a_seat_tells_a_party_and_a_judge_a_court(rows: tuple[str, ...], party: str | None, district: bool) -> None:
    """*R-Wis.* behind a name is a party's letter; a letter alone is an initial."""
    reading = by_hand(*rows)
    said = describe(reading.tokens, {}, range(len(rows)))
    assert (said.party, said.district) == (party, district)


def test_a_district_judge_of_a_state_speaks_for_its_district_court() -> None:
    """Unless the text names the court."""
    assert (
        side_of(Description("court", ("Norway",), (), (), None, False, False, district=True)) == "Norway District Court"
    )
    assert side_of(Description("court", ("Norway",), (), (), None, False, False)) is None
    named = Description("court", ("Norway",), ("Ostby Town Court",), (), None, False, False, district=True)
    assert side_of(named) == "Ostby Town Court"


def test_nobody_speaks_for_a_chamber_they_sit_in() -> None:
    """A senator of a committee speaks for a party or the state."""
    sides = ["Senate Trade", "Harbour Party", "Senate Trade"]
    senator = Someone("Ole Holm", MentionKind.PERSON, nouns={"senator"}, sides=list(sides))
    clerk = Someone("Ada Birk", MentionKind.PERSON, nouns={"clerk"}, sides=list(sides))
    settle(senator)
    settle(clerk)
    assert (senator.side, clerk.side) == ("Harbour Party", "Senate Trade")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("According to Ole Holm, the Coast Front rebels were paid by the bank. Holm fled.", "Holm", None),
        ("Minister of Information Ada Holm said no. Information was late.", "Ada Holm", None),
        ("Holm, speaking with the president of Iran, said no. President Holm sat down.", "President Holm", None),
        ("Obama and Iran's president, Ali Rez, said no.", "Ali Rez", "Iran"),
        ("President Ada Holm and Iran's president met on Monday. Holm said no.", "Holm", None),
        ("Ole Berg, who heads the Harbour Council, said no.", "Ole Berg", "Harbour Council"),
        ("Ole Berg, who headed the Harbour Council, said no.", "Ole Berg", None),
        (
            "Ole Berg, a retired general who heads the Harbour Strategy Institute, said no.",
            "Ole Berg",
            "Harbour Strategy Institute",
        ),
        ("The general manager of Norwind Media, Dr Ali bin Salim, said no.", "bin Salim", "Norwind Media"),
        ("Lina Berg, a former spy now with The Harbour Group, said no.", "Lina Berg", "Harbour Group"),
        ("Ali Rez, a senior adviser with Harbour Analytica, said no.", "Ali Rez", "Harbour Analytica"),
        ("Lina Holm, co-founder of the Lost 52 Project, said no.", "Lina Holm", "Lost 52 Project"),
        ("Ole Holm, a member of the Mothers of Narvik, said no.", "Ole Holm", "Mothers of Narvik"),
        ("Sen. Ole Holm, R-Wis., said no.", "Ole Holm", "Republican Party"),
        ("Stanley, a history teacher in Kenya, said no.", "Stanley", None),
    ],
)
def test_what_stands_beside_a_name_is_not_always_said_of_it(text: str, who: str, expected: str | None) -> None:
    """A subject after a comma, whom somebody talks with, another's president; who leads a body speaks for it."""
    assert side(text, who) == expected


@pytest.mark.model
@pytest.mark.parametrize("who", ["Critics", "Researchers", "Supporters", "Demonstrators", "Kenyans", "South Africans"])
def test_people_with_but_an_opinion_in_common_speak_for_no_body(who: str) -> None:
    """Nor do all people of a state."""
    assert side(f"{who} said the law was bad.", who) is None


@pytest.mark.model
def test_the_people_of_a_state_with_an_article_may_be_who_talks() -> None:
    """*The Kenyans* at a table are one of two sides, in their own words."""
    assert side("The Kenyans said they would not sign.", "Kenyans") is not None


@pytest.mark.model
def test_how_police_look_is_no_part_of_their_name() -> None:
    """*Gun-carrying police* are police."""
    assert side("Gun-carrying police said the square was shut.", "police") == "police"


def under_headline(text: str, who: str) -> str | None:
    """The side where the first paragraph of the text is its title."""
    made = document(text)
    first, *rest = made.parts
    made = replace(made, parts=(replace(first, kind=PartKind.TITLE), *rest))
    tokens, sentences = parse(made)
    speaker = meant(with_mentions(Reading(made, tokens, sentences)), who)
    return speaker.side if speaker is not None else None


@pytest.mark.model
def test_an_office_is_the_other_states_where_one_of_two_has_its_holder_named() -> None:
    """Of two states that a text is about, the one whose president is named has no second one."""
    assert under_headline(TWO_STATES, "Daniel Maina") == "Kenya"
    assert under_headline(TWO_STATES, "Ada Holm") == "Portugal"
    assert under_headline(TWO_STATES.replace("Portuguese President", "The baker"), "Daniel Maina") is None
    other = TWO_STATES.replace("Portugal", "@").replace("Kenya", "Portugal").replace("@", "Ghana")
    other = other.replace("Portuguese", "Ghanaian")
    assert under_headline(other, "Daniel Maina") == "Portugal"


@pytest.mark.model
def test_an_office_is_the_states_that_alone_of_two_can_have_it() -> None:
    """Kings have no presidents beside them: where a president is named with no state, he is the republic's."""
    text = TWO_STATES.replace("Portuguese President", "The baker")
    kingdom = text.replace("Portugal", "Norway").replace("Portuguese", "Norwegian")
    assert under_headline(kingdom, "Daniel Maina") == "Kenya"
    crowned = kingdom.replace("President Daniel Maina", "King Daniel Maina")
    assert under_headline(crowned, "Daniel Maina") == "Norway"


@pytest.mark.model
def test_an_office_is_not_that_of_the_only_state_where_that_has_none() -> None:
    text = "Norway cuts prices\n\nNorway said prices fell. Norway was glad. President Daniel Maina said no."
    assert under_headline(text, "Daniel Maina") is None
    assert under_headline(text.replace("Norway", "Kenya"), "Daniel Maina") == "Kenya"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "who", "speaks_for"),
    [
        ("Governor of California Greta Holm said no.", "Greta Holm", "California"),
        ("He met the governor of California Greta Holm, who said no.", "Greta Holm", "California"),
        ("Chief Executive of Hong Kong Lily Wong said no.", "Lily Wong", "Hong Kong"),
        ("Kenya Airways Chief Executive Lily Maina said no.", "Lily Maina", "Kenya Airways"),
        ("According to the El Paso mayor, Greta Holm, the road is shut.", "Greta Holm", "El Paso"),
        ("The Harbour Council's Greta Holm said no.", "Greta Holm", "Harbour Council"),
        ("Greta Holm of the University of Orsa said no.", "Greta Holm", "University of Orsa"),
        ("Greta Holm of the University of Orsa met Ole Berg. Professor Greta Holm said no.", "Greta Holm", None),
        ("A coalition spokesman, Ole Berg, said no. The Harbour Coalition left.", "Ole Berg", "Harbour Coalition"),
        ("Police Senior Superintendent Ole Berg said no. Orsa police were there.", "Ole Berg", "Orsa police"),
    ],
)
def test_the_words_beside_a_name_tell_for_whom_somebody_speaks(text: str, who: str, speaks_for: str | None) -> None:
    assert side(text, who) == speaks_for


@pytest.mark.model
def test_the_opposition_is_that_of_the_state_the_text_is_about() -> None:
    text = "Kenya votes\n\nKenya voted on Monday. Opposition activists said Kenya was calm. The opposition said no."
    assert under_headline(text, "Opposition activists") == "Kenyan opposition"
    assert side("The opposition said no.", "opposition") == "opposition"
