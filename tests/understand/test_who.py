"""Short names, roles, pronouns and bodies find the one they stand for, and the side that one speaks for."""

from __future__ import annotations

import pytest
from mentions_made import meant, parsed

from counterclaim.model.reading import MentionKind
from counterclaim.understand.who_bodies import kind_of_body
from counterclaim.understand.who_cast import Cast
from counterclaim.understand.who_side import Description, side_of, state_of_body

STORY = (
    "Portugal says its trawlers never left port. Norwegian Prime Minister Ada Birk told parliament that they had. "
    "Birk said the harbour was full of herring. She called the captains thieves.\n\n"
    '"We counted every net," said Rui Teles, a spokesman for the Portuguese navy. "I was there." '
    "The prime minister did not answer him. Norway insisted on an inquiry, with the military calling the nets new."
)
SWAPPED = (
    STORY.replace("Portugal", "@1").replace("Portuguese", "@2").replace("Norwegian", "Portuguese")
    .replace("Norway", "Portugal").replace("@1", "Norway").replace("@2", "Norwegian")
)  # fmt: skip


def description(
    kind: str, *, lands: tuple[str, ...] = (), bodies: tuple[str, ...] = (), party: str | None = None
) -> Description:
    return Description(kind, lands, bodies, (), party, False, False)


def test_a_last_name_finds_the_full_one_even_if_that_comes_later() -> None:
    """The fullest form in the document is the name."""
    cast = Cast([("Birk", MentionKind.PERSON), ("Ada Birk", MentionKind.PERSON)])
    assert [each.name for each in cast.everybody] == ["Ada Birk"]
    assert cast.find("Birk") is cast.find("Ada Birk")


def test_of_two_family_names_the_first_finds_the_full_name() -> None:
    """*Wanda Valdes Garza* is *Valdes* afterwards; a particle and a first word of two names are nobody's."""
    full = [("Wanda Valdes Garza", MentionKind.PERSON), ("Mads van Holm", MentionKind.PERSON)]
    cast = Cast([*full, ("Valdes", MentionKind.PERSON), ("van", MentionKind.PERSON)])
    assert cast.find("Valdes") is cast.find("Wanda Valdes Garza")
    assert cast.find("van") is not cast.find("Mads van Holm")


def test_letters_find_the_body_they_are_the_first_letters_of() -> None:
    """*HPA* is the Harbour Police Association, with no brackets to say so."""
    cast = Cast([("HPA", MentionKind.BODY), ("Harbour Police Association", MentionKind.BODY)])
    assert cast.find("HPA") is cast.find("Harbour Police Association")


def test_of_two_with_one_last_name_the_last_spoken_of_is_meant() -> None:
    """A bare last name is whoever of the family was just named."""
    cast = Cast([("Ada Birk", MentionKind.PERSON), ("Ole Birk", MentionKind.PERSON)])
    ole = cast.find("Ole Birk")
    assert ole is not None
    ole.seen = 7
    assert cast.find("Birk") is ole


@pytest.mark.parametrize(
    ("said", "side"),
    [
        (description("minister", lands=("Norway",)), "Norway"),
        (description("speaks", lands=("Norway",), bodies=("Harbour Ministry",)), "Norway"),
        (description("speaks", lands=("Norway",), bodies=("Herring Company",)), "Herring Company"),
        (description("law", lands=("Norway",), party="Fishers' Party"), "Fishers' Party"),
        (description("member", lands=("United Nations",), bodies=("Harbour Fund",)), "United Nations"),
        (description("private", lands=("Norway",)), None),
        (description("minister"), None),
    ],
)
def test_a_description_tells_the_side_as_the_guidelines_have_it(said: Description, side: str | None) -> None:
    """A state for its offices, a party for its members, a company for its people, nobody for private persons."""
    assert side_of(said) == side


def test_an_army_with_a_name_of_its_own_is_nobodys() -> None:
    """*Norwegian Army* is the state's, *Free Herring Army* is not, a ministry always is."""
    kinds = [kind_of_body(name) for name in ("Norwegian Army", "Free Herring Army", "Ministry of Ports")]
    assert kinds == ["state", "own", "state"]
    assert state_of_body("the Harbour Company") is None


@pytest.mark.model
def test_a_story_is_resolved_from_title_to_pronoun() -> None:
    """Names, roles, pronouns, first persons in quotations, and the military of the state that acts."""
    reading = parsed(STORY)
    names = {
        ("Norwegian Prime Minister Ada Birk", 0): "Ada Birk",
        ("Birk", 1): "Ada Birk",
        ("She", 0): "Ada Birk",
        ("We", 0): "Rui Teles",
        ("I", 0): "Rui Teles",
        ("The prime minister", 0): "Ada Birk",
        ("the military", 0): "Norwegian military",
        ("Norwegian", 0): "Norway",
    }
    for (words, number), name in names.items():
        speaker = meant(reading, words, number)
        assert speaker is not None and speaker.name == name, words


@pytest.mark.model
def test_sides_follow_the_state_that_is_spoken_for() -> None:
    """The minister speaks for one state, the navy's spokesman for the other."""
    reading = parsed(STORY)
    sides = [
        speaker.side if (speaker := meant(reading, words)) else None
        for words in ("Ada Birk", "Rui Teles", "the military")
    ]
    assert sides == ["Norway", "Portugal", "Norway"]


@pytest.mark.model
def test_swapping_the_states_swaps_the_answer_and_nothing_else() -> None:
    """Each mention of one text has its counterpart in the other, with the other state for its side."""
    other = {"Norway": "Portugal", "Portugal": "Norway", None: None}
    one, two = parsed(STORY), parsed(SWAPPED)
    sides = [[mention.speaker.side if mention.speaker else None for mention in each.mentions] for each in (one, two)]
    assert [other.get(side, side) for side in sides[0]] == sides[1]


@pytest.mark.model
def test_nobody_is_guessed_for_a_pronoun_without_anybody_before_it() -> None:
    """When in doubt it stays open."""
    assert meant(parsed("He said it would rain."), "He") is None


@pytest.mark.model
def test_a_first_name_that_is_also_a_capital_gives_no_side() -> None:
    """*Douglas* is an island's capital and a man's name."""
    speaker = meant(parsed("Police chief Douglas Birken said eight boats had sunk."), "Birken")
    assert speaker is not None
    assert speaker.side is None


@pytest.mark.model
def test_the_group_is_the_movement_that_was_named_before() -> None:
    """A movement of one word is a body, and *the group* means it."""
    reading = parsed(
        'Hezbollah accused the port of lying. "We counted," the group said. The Norland-backed group left.'
    )
    first = meant(reading, "the group")
    assert first is not None
    assert (first.name, first.side) == ("Hezbollah", "Hezbollah")


@pytest.mark.model
def test_whom_somebody_told_is_not_whom_they_speak_for() -> None:
    """*A student, who told the Herald* describes no speaker of the paper."""
    speaker = meant(parsed("Elif Birk, a 21-year-old student, who told the BBC she was hurt, left."), "Elif Birk")
    assert speaker is not None
    assert speaker.side is None


@pytest.mark.model
def test_an_adviser_speaks_for_the_side_of_whom_they_advise() -> None:
    """An aide of a president speaks for the president's state."""
    reading = parsed("Norwegian President Ada Birk left. Rui Teles, an adviser to Mrs Birk, said it was nonsense.")
    speaker = meant(reading, "Rui Teles")
    assert speaker is not None
    assert speaker.side == "Norway"


@pytest.mark.model
def test_a_minister_without_a_state_has_the_one_that_acts_there() -> None:
    """*Portugal denied it. Foreign Minister Rui Teles said ...* leaves no doubt; a state named beside another does."""
    clear = meant(
        parsed("Norway spoke. Portugal has denied losing boats. Foreign Minister Rui Teles told us so."), "Teles"
    )
    beside = "Portugal denied it. Prime Minister Ada Birk called it good, while her Portuguese colleague left."
    unclear = meant(parsed(beside), "Ada Birk")
    assert clear is not None and clear.side == "Portugal"
    assert unclear is not None and unclear.side is None


@pytest.mark.model
def test_fighters_of_a_movement_speak_for_it() -> None:
    """*M23 rebels* speak for M23, *the airline Skylark* for itself."""
    rebels = meant(parsed("M23 rebels say they left the mill."), "M23 rebels")
    assert rebels is not None
    assert rebels.side == "M23"
    airline = meant(parsed("The airline Skylark denied the report. Skylark said it was wrong."), "Skylark", 1)
    assert airline is not None
    assert airline.side == "Skylark"


def test_the_letters_of_a_state_body_tell_whose_it_is() -> None:
    """Letters that are a body's own name do so with words behind them too."""
    assert state_of_body("FSB security service") == state_of_body("FSB")
    assert state_of_body("XYZ security service") is None


def test_a_name_that_bodies_of_several_states_share_tells_no_state() -> None:
    """A name that begins with its owner is the owner's, whoever is known by the rest of it."""
    assert state_of_body("National Security Council") is None
    assert state_of_body("Pakistan's State Department") is None
    assert state_of_body("Knesset") == "Israel"
