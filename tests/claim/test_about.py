"""Frames are read from the words that open them, with place, actor, sign, extent and mood; else the kind is other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.claim.about import find_frames
from counterclaim.claim.about_numbers import apart, bounds
from counterclaim.claim.about_parties import country_in
from counterclaim.model.claim import Frame
from counterclaim.model.place import Place, Precision
from counterclaim.model.quantity import Bound, Quantity
from counterclaim.model.reading import Mention, Reading
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker
from counterclaim.understand.parse import parse
from counterclaim.understand.quantities import find_quantities
from sayings import attribution, document, span

REGION, TOWN = Precision.ADMIN1, Precision.SETTLEMENT


def reading(text: str, *places: tuple[str, Precision], said_by: str | None = None, side: str | None = None) -> Reading:
    """The parsed text with its places, each by its first words, and one speaker with a side."""
    tokens, sentences = parse(document(text))
    found = tuple(Place(span(text, name), name, name.lower(), kind) for name, kind in places)
    who = (Mention(span(text, said_by), 0, "state", Speaker(said_by, side=side or said_by)),) if said_by else ()
    return Reading(document(text), tokens, sentences, places=found, mentions=who)


def frames(read: Reading, source: str, cue: str, content: str) -> list[Frame]:
    """The frames of one attribution, by its words."""
    return list(find_frames(read, attribution(read, source, cue, content)))


def slots(frame: Frame) -> tuple[str, str | None, str | None, bool, str]:
    """Kind, place, actor, sign and mood."""
    return frame.kind, frame.place, frame.actor, frame.polarity, frame.modality


def only(text: str, content: str, *places: tuple[str, Precision]) -> Frame:
    """The one frame of what Norway says."""
    [frame] = frames(reading(text, *places, said_by="Norway"), "Norway", "says", content)
    return frame


@pytest.mark.model
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("its forces have full control of Vargen", ("control", "Norway", True, "asserted")),
        ("Swedish troops are still holding positions in Vargen", ("presence", "Sweden", True, "asserted")),
        ("its soldiers are now in Vargen", ("presence", "Norway", True, "asserted")),
        ("Swedish forces have been driven out of Vargen", ("withdrawal", "Sweden", True, "asserted")),
        ("it has not withdrawn from Vargen", ("withdrawal", "Norway", False, "asserted")),
        ("Sweden may have captured Vargen", ("capture", "Sweden", True, "possible")),
        ("it will capture Vargen", ("capture", "Norway", True, "predicted")),
        ("Sweden failed to capture Vargen", ("capture", "Sweden", False, "asserted")),
    ],
)
def test_who_holds_a_place_is_read_with_sign_and_mood(content: str, expected: tuple[object, ...]) -> None:
    """The possessive is the speaker's own side; an adjective is its country."""
    frame = only(f"Norway says {content}.", content, ("Vargen", REGION))
    assert (frame.kind, frame.actor, frame.polarity, frame.modality) == expected
    assert frame.place == "vargen"


@pytest.mark.model
def test_full_and_partial_control_differ() -> None:
    """The extent is the word beside."""
    full = only("Norway says it has full control of Vargen.", "it has full control of Vargen", ("Vargen", REGION))
    part = only("Norway says it has partial control of Vargen.", "it has partial control of Vargen", ("Vargen", REGION))
    assert (full.extent, part.extent) == ("full", "some")


@pytest.mark.model
def test_the_pronoun_after_an_adjective_is_the_one_who_denies() -> None:
    """In *Sweden denied Norwegian claims that it had left*, Sweden left."""
    text = "Sweden denied Norwegian claims that it had withdrawn from Vargen."
    read = reading(text, ("Vargen", REGION), said_by="Norwegian", side="Norway")
    [frame] = frames(read, "Norwegian", "claims", "that it had withdrawn from Vargen")
    assert slots(frame) == ("withdrawal", "vargen", "Sweden", True, "asserted")


@pytest.mark.model
def test_the_town_is_not_an_earlier_one_where_an_unknown_name_stands_nearer() -> None:
    """*Fought in Kharkiv and stayed in the town* is of a town that no gazetteer here has."""
    text = "Snow fell on Ulvby. Norway says its troops fought in Kharkiv and remained in the town."
    read = reading(text, ("Ulvby", TOWN), said_by="Norway")
    found = frames(read, "Norway", "says", "its troops fought in Kharkiv and remained in the town")
    assert all(frame.place != "ulvby" for frame in found)


@pytest.mark.model
def test_the_region_is_the_last_region_named() -> None:
    """A town named in between is no region."""
    text = "Snow fell on Vargen and on Ulvby. Norway says its army controls the region."
    read = reading(text, ("Vargen", REGION), ("Ulvby", TOWN), said_by="Norway")
    [frame] = frames(read, "Norway", "says", "its army controls the region")
    assert frame.place == "vargen"


@pytest.mark.model
@pytest.mark.parametrize(
    "content",
    [
        "it captured two poachers in Vargen",
        "gun control in Vargen is strict",
        "the weather in Vargen was mild",
        "he took a bus to Vargen",
        "a summit is held in Vargen",
    ],
)
def test_words_that_do_not_grasp_the_place_say_nothing_of_who_holds_it(content: str) -> None:
    """The place stands in the sentence and is not what is taken or held."""
    found = frames(reading(f"Norway says {content}.", ("Vargen", TOWN), said_by="Norway"), "Norway", "says", content)
    assert not {"control", "capture", "presence", "withdrawal"} & {frame.kind for frame in found}


@pytest.mark.model
def test_a_content_without_signs_is_other() -> None:
    """There is always a frame, and its words are the content."""
    frame = only("Norway says the tea was cold.", "the tea was cold")
    assert frame.kind == "other" and frame.place is None


@pytest.mark.model
def test_a_toll_keeps_what_is_counted_and_of_whom() -> None:
    """*Six miners* are some of the dead."""
    text = "Norway says six miners were killed."
    read = reading(text, said_by="Norway")
    read = replace(read, quantities=(Quantity(span(text, "six miners"), 6, 6, 6, Bound.EXACT),))
    [frame] = frames(read, "Norway", "says", "six miners were killed")
    assert (frame.kind, frame.counted, frame.patient, frame.low, frame.high) == ("casualties", "killed", "miner", 6, 6)


@pytest.mark.model
def test_swapping_two_countries_swaps_the_actors_and_nothing_else() -> None:
    """No side is known to the rules."""
    content = "its forces have full control of Vargen"
    one = only(f"Norway says {content}.", content, ("Vargen", REGION))
    read = reading(f"Sweden says {content}.", ("Vargen", REGION), said_by="Sweden")
    [other] = frames(read, "Sweden", "says", content)
    assert replace(other, actor="Norway") == one


def test_a_country_is_named_by_its_adjective_but_not_inside_a_compound() -> None:
    """*Swedish-backed* is not Sweden."""
    assert country_in("Swedish troops") == "Sweden"
    assert country_in("Swedish-backed rebels") is None
    assert country_in("pro-Swedish rebels") is None


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (Quantity(Span(0, 1), 12), (12, 12)),
        (Quantity(Span(0, 1), 12, low=12, bound=Bound.AT_LEAST), (12, None)),
        (Quantity(Span(0, 1), 12, bound=Bound.AT_MOST), (None, 12)),
        (Quantity(Span(0, 1), 100, bound=Bound.ABOUT), (80, 120)),
        (Quantity(Span(0, 1), None, low=24, bound=Bound.VAGUE), (24, None)),
    ],
)
def test_a_bound_opens_the_end_that_it_leaves_open(quantity: Quantity, expected: tuple[float | None, ...]) -> None:
    """An exact number is both its ends."""
    assert bounds(quantity) == expected


def test_numbers_are_apart_only_where_no_number_fits_both() -> None:
    """*At least 10* and *12* are not."""
    twelve = Frame("casualties", Span(0, 1), low=12, high=12)
    assert not apart(Frame("casualties", Span(0, 1), low=10), twelve)
    assert apart(Frame("casualties", Span(0, 1), low=13), twelve)


def tolls(content: str) -> list[tuple[str, str | None, float | None]]:
    """What became of those counted, where, and how many, of each number of what Norway says."""
    named = [(name, TOWN) for name in ("Zenda", "Strelsau", "Hentzau") if name in content]
    read = reading(f"Norway says {content}.", *named, said_by="Norway")
    found = frames(replace(read, quantities=find_quantities(read)), "Norway", "says", content)
    return [(each.counted or "", each.place, each.low) for each in found if each.kind == "casualties"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(
            "the flood caused three deaths in Zenda, two in Strelsau and four in Hentzau",
            [("killed", "zenda", 3), ("killed", "strelsau", 2), ("killed", "hentzau", 4)],
            id="each number of a list has its own place",
        ),
        pytest.param(
            "12 people were killed in the quake, four in Zenda alone",
            [("killed", None, 12), ("killed", "zenda", 4)],
            id="where some of them died is not where all did",
        ),
        pytest.param(
            "30 soldiers were wounded in Zenda and three killed in Strelsau",
            [("wounded", "zenda", 30), ("killed", "strelsau", 3)],
            id="with what became of each",
        ),
        pytest.param(
            "the flood caused three deaths and ten injuries in Zenda",
            [("killed", "zenda", 3), ("wounded", "zenda", 10)],
            id="two numbers share the place of their clause",
        ),
        pytest.param(
            "three people were killed in Zenda and two engineers live in Strelsau",
            [("killed", "zenda", 3)],
            id="another verb ends the list",
        ),
    ],
)
def test_numbers_in_a_list_have_places_of_their_own(content: str, expected: list[tuple[str, str, float]]) -> None:
    """The toll of one town is never put to another."""
    assert tolls(content) == expected
