"""Who does it and to whom is read from the clause of the frame, and names swap with the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_about import TOWN, frames, only, reading

from counterclaim.model.claim import Frame
from counterclaim.model.quantity import Bound, Quantity
from counterclaim.model.when import Time
from sayings import span

pytestmark = pytest.mark.model
ZENDA = ("Zenda", TOWN)


def said(content: str) -> list[Frame]:
    """The frames of what Norway says."""
    return frames(reading(f"Norway says {content}.", ZENDA, said_by="Norway"), "Norway", "says", content)


def kinds(content: str) -> set[str]:
    """Their kinds."""
    found = frames(reading(f"Norway says {content}.", said_by="Norway"), "Norway", "says", content)
    return {frame.kind for frame in found}


def test_what_one_side_loses_to_another_the_other_takes() -> None:
    """The converse pair gives both frames, of one place."""
    lost, taken = said("Sweden lost Zenda to Finland")
    assert (lost.kind, lost.actor, lost.polarity) == ("control", "Sweden", False)
    assert (taken.kind, taken.actor, taken.patient, taken.polarity) == ("capture", "Finland", "Sweden", True)
    assert lost.place == taken.place == "zenda"


def test_a_town_falls_to_those_who_take_it() -> None:
    """And from whom it is taken is kept."""
    [fell] = said("Zenda fell to Finland")
    [taken] = said("Finland captured Zenda from Sweden")
    assert (fell.kind, fell.actor) == ("capture", "Finland")
    assert (taken.actor, taken.patient) == ("Finland", "Sweden")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Sweden took control of Zenda", ("control", "Sweden", True)),
        ("Sweden lost control of Zenda", ("control", "Sweden", False)),
        ("Sweden took back Zenda", ("capture", "Sweden", True)),
        ("Zenda was captured by Sweden", ("capture", "Sweden", True)),
        ("Swedish rebels captured Zenda", ("capture", "Swedish rebels", True)),
    ],
)
def test_light_verbs_and_passives_have_one_frame(content: str, expected: tuple[str, str, bool]) -> None:
    """With who does it; rebels are not the country whose adjective they have."""
    [frame] = said(content)
    assert (frame.kind, frame.actor, frame.polarity) == expected


def test_who_lays_down_arms_stops_fighting() -> None:
    """That is no place's, and of a kind with a ceasefire."""
    frame = only("Norway says the Swedish army laid down its arms.", "the Swedish army laid down its arms")
    assert (frame.kind, frame.actor, frame.place) == ("agreement", "Sweden", None)


def test_either_of_two_is_not_told() -> None:
    """Both are where *and* joins them."""
    [either] = said("either Swedish or Finnish troops captured Zenda")
    [both] = said("Sweden and Finland captured Zenda")
    assert (either.actor, both.actor) == (None, "Sweden and Finland")


@pytest.mark.parametrize(
    ("content", "kind", "is_one"),
    [
        ("Sweden was responsible for the massacre", "responsibility", True),
        ("Sweden was responsible for the lighthouse", "responsibility", False),
        ("Sweden ordered the attack", "responsibility", True),
        ("Sweden ordered a review of the attack", "responsibility", False),
        ("Sweden released six prisoners", "detention", True),
        ("Sweden released a report", "detention", False),
        ("they made a great deal of noise", "agreement", False),
        ("the two sides reached a deal", "agreement", True),
    ],
)
def test_words_of_two_meanings_need_what_goes_with_theirs(content: str, kind: str, *, is_one: bool) -> None:
    """Harm that is done, people who are let go, terms."""
    assert (kind in kinds(content)) is is_one


def test_blame_goes_to_whom_the_cue_lays_it_on() -> None:
    """Before *for*, or behind *on*; and whoever claims responsibility has it."""
    text = "Norway blamed Sweden for the fire."
    [first] = frames(reading(text, said_by="Norway"), "Norway", "blamed", "Sweden for the fire")
    text = "Norway claimed responsibility for the fire."
    [own] = frames(reading(text, said_by="Norway"), "Norway", "claimed responsibility", "for the fire")
    assert (first.kind, first.actor) == ("responsibility", "Sweden")
    assert (own.kind, own.actor) == ("responsibility", "Norway")


@pytest.mark.parametrize(
    ("content", "number", "counted"),
    [
        ("12 people were killed", "12", "killed"),
        ("12 people were wounded", "12", "wounded"),
        ("12 people are missing", "12", "missing"),
        ("it captured 12 soldiers", "12", "captured"),
        ("they were killed by 12 bullets", "12", None),
        ("12 raiders killed their own driver", "12", None),
        ("the toll is 12 per 1,000 people", "12", None),
    ],
)
def test_tolls_are_kept_apart_and_other_numbers_are_none(content: str, number: str, counted: str | None) -> None:
    """Those who kill, bullets and rates are not counted among the dead."""
    read = reading(f"Norway says {content}.", said_by="Norway")
    outcome = counted if counted in ("missing", "captured") else None
    amount = Quantity(span(read.document.text, number), 12, 12, 12, Bound.EXACT, outcome=outcome)
    found = frames(replace(read, quantities=(amount,)), "Norway", "says", content)
    assert [frame.counted for frame in found if frame.kind == "casualties"] == ([counted] if counted else [])


def test_a_toll_that_would_have_been_is_none_that_was() -> None:
    """The verb over the number tells how it is put forward."""
    content = "12 people may have been killed"
    read = reading(f"Norway says {content}.", said_by="Norway")
    read = replace(read, quantities=(Quantity(span(read.document.text, "12"), 12, 12, 12, Bound.EXACT),))
    [frame] = frames(read, "Norway", "says", content)
    assert (frame.kind, frame.modality) == ("casualties", "possible")


def test_a_date_is_that_of_the_clause_it_stands_in() -> None:
    """The other verb keeps its own."""
    content = "Sweden captured Zenda on Monday and the road was closed on Friday"
    read = reading(f"Norway says {content}.", ZENDA, said_by="Norway")
    text = read.document.text
    times = (Time(span(text, "Monday"), "2031-03-10"), Time(span(text, "Friday"), "2031-03-14"))
    [frame] = frames(replace(read, times=times), "Norway", "says", content)
    assert frame.time == "2031-03-10"


@pytest.mark.parametrize(
    "content",
    [
        "Sweden captured Zenda from Finland",
        "Sweden lost control of Zenda to Finland",
        "Sweden did not withdraw from Zenda and Finland was responsible for the massacre",
        "Zenda was taken by Sweden after Finland had withdrawn from Zenda",
        "Sweden claimed that Finland had left Zenda",
    ],
)
def test_swapping_two_states_swaps_who_does_it_and_nothing_else(content: str) -> None:
    """No state is known to the rules."""
    swapped = content.replace("Sweden", "X").replace("Finland", "Sweden").replace("X", "Finland")

    def mirrored(name: str | None) -> str | None:
        return {"Sweden": "Finland", "Finland": "Sweden"}.get(name or "", name)

    one = [(f.kind, f.actor, f.patient, f.place, f.polarity, f.modality) for f in plain(content)]
    other = [(f.kind, f.actor, f.patient, f.place, f.polarity, f.modality) for f in plain(swapped)]
    assert one and [(k, mirrored(a), mirrored(p), *rest) for k, a, p, *rest in one] == [tuple(x) for x in other]


def plain(content: str) -> list[Frame]:
    """The frames with the first *Zenda* for their place."""
    text = f"Norway says {content}."
    base = reading(text, said_by="Norway")
    at = text.index("Zenda")
    place = reading("Zenda", ZENDA).places[0]
    moved = replace(place, span=type(place.span)(at, at + len("Zenda")))
    return frames(replace(base, places=(moved,)), "Norway", "says", content)
