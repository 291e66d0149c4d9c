"""How a matter came to stand as it does: by the days on which things were said, with the claim that changed it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.dispute.history import Figure, Kind, Saying, State, amount, differences, history
from counterclaim.model.matter import Basis, Link, LinkKind, Matter, Position, Status


def matter(**rest: object) -> Matter:
    """Orsa says that Ferrin's bridge fell; Ferrin says that it stands."""
    made = Matter(
        "m1",
        "Did the bridge fall?",
        Status.CONTESTED,
        {"Orsa": ("c1",), "Ferrin": ("c2",)},
        (Position("yes", ("c1",), ("Orsa",)), Position("no", ("c2",), ("Ferrin",))),
        ("l1",),
    )
    return replace(made, **rest)  # type: ignore[arg-type]


def link(one: str = "c2", other: str = "c1", kind: LinkKind = LinkKind.DENIES, **rest: object) -> Link:
    made = Link(f"l{one}{other}{kind}", one, other, kind, Basis.EXPLICIT, "the one answers the other.", "hand.v1")
    return replace(made, **rest)  # type: ignore[arg-type]


def said(claim: str, day: str | None, side: str | None = None, **rest: object) -> Saying:
    return Saying(claim, day, day is not None, side or "", side, **rest)  # type: ignore[arg-type]


def guards(low: float | None, high: float | None) -> Figure:
    return Figure("casualties", low, high, None, "guards")


def test_a_status_begins_on_the_day_of_the_claim_that_brings_it() -> None:
    """The denial makes it contested on its own day, however late it was read, and in whatever order."""
    sayings = [said("c2", "2031-05-06", "Ferrin"), said("c1", "2031-05-02", "Orsa")]

    for given in (sayings, sayings[::-1]):
        turns = history(matter(), [link()], given).turns

        assert [(each.day, each.status, each.claim) for each in turns] == [
            ("2031-05-02", Status.ONE_SIDED, "c1"),
            ("2031-05-06", Status.CONTESTED, "c2"),
        ]


def test_a_withdrawal_ends_a_status_only_where_nothing_is_contested() -> None:
    """Who takes back their own claim changes the matter on that day, with that claim."""
    alone = matter(sides={"Orsa": ("c1", "c3")}, positions=())
    sayings = [said("c1", "2031-05-02", "Orsa"), said("c3", "2031-05-09", "Orsa")]

    turns = history(alone, [link("c3", "c1", LinkKind.WITHDRAWS)], sayings).turns

    assert [(each.day, each.status, each.claim) for each in turns][1:] == [("2031-05-09", Status.WITHDRAWN, "c3")]


def test_two_claims_of_one_day_make_one_status_and_the_answer_is_what_makes_it() -> None:
    """Within a day nobody knows the order: no status is told that may never have held."""
    sayings = [said("c2", "2031-05-02", "Ferrin"), said("c1", "2031-05-02", "Orsa")]

    (turn,) = history(matter(), [link()], sayings).turns

    assert (turn.day, turn.status, turn.claim) == ("2031-05-02", Status.CONTESTED, "c2")


def test_what_nobody_can_date_comes_last_without_a_day() -> None:
    """A claim without a day changes a status on a day that is not told."""
    turns = history(matter(), [link()], [said("c1", "2031-05-02", "Orsa")]).turns

    assert [(each.day, each.exact, each.claim) for each in turns][-1] == (None, False, "c2")


def test_a_possible_link_never_changes_a_status() -> None:
    """A guess counts in no status, today or then."""
    sayings = [said("c1", "2031-05-02", "Orsa"), said("c2", "2031-05-06", "Ferrin")]

    turns = history(matter(), [link(basis=Basis.POSSIBLE)], sayings).turns

    assert {each.status for each in turns} == {Status.ONE_SIDED}


def test_numbers_that_exclude_each_other_are_kept_for_each_speaker_with_their_bounds() -> None:
    """40 and at least 60 cannot both be so; each is shown, once for each speaker."""
    sayings = [
        said("c1", "2031-05-02", "Orsa", figures=(guards(40, 40),)),
        said("c2", "2031-05-03", "Ferrin", figures=(guards(60, None),)),
        said("c3", "2031-05-04", "Orsa", figures=(guards(40, 40),)),
    ]

    (clash,) = history(matter(sides={"Orsa": ("c1", "c3"), "Ferrin": ("c2",)}), [], sayings).clashes

    assert [(saying.side, amount(figure)) for saying, figure in clash] == [
        ("Orsa", "40 guards"),
        ("Ferrin", "at least 60 guards"),
    ]


@pytest.mark.parametrize("other", [guards(30, 50), Figure("casualties", 60, 60, None, "tanks")])
def test_numbers_that_may_both_be_so_are_no_conflict(other: Figure) -> None:
    """Bounds that overlap agree, and guards are not counted against tanks."""
    sayings = [said("c1", None, "Orsa", figures=(guards(40, 40),)), said("c2", None, "Ferrin", figures=(other,))]

    assert history(matter(), [], sayings).clashes == ()


def test_a_side_that_answers_otherwise_on_a_later_day_has_changed_its_position() -> None:
    """Both answers are told with their days; two answers of one day are a split, not a change."""
    sides = {"Orsa": ("c1", "c2")}
    positions = (Position("yes", ("c1",), ("Orsa",)), Position("no", ("c2",), ("Orsa",)))
    moved = matter(sides=sides, positions=positions)

    (shift,) = history(moved, [], [said("c1", "2031-05-02", "Orsa"), said("c2", "2031-05-08", "Orsa")]).shifts
    split = history(moved, [], [said("c1", "2031-05-02", "Orsa"), said("c2", "2031-05-02", "Orsa")]).shifts

    assert (shift.before, shift.last_day, shift.after, shift.day, shift.claim) == (
        ("yes",), "2031-05-02", ("no",), "2031-05-08", "c2",
    )  # fmt: skip
    assert split == ()


def test_two_agencies_that_quote_one_speaker_are_two_origins_of_one_utterance() -> None:
    """Both are counted, and another speaker with the same words has spoken for themselves."""
    both = matter(sides={"Orsa": ("c1", "c3")}, positions=(Position("yes", ("c1", "c3"), ("Orsa",)),))
    one = said("c1", "2031-05-02", "Orsa", words="The bridge fell.", origin="o1")
    again = said("c3", "2031-05-02", "Orsa", words="the bridge fell", origin="o2")

    (same,) = history(both, [], [one, again]).backing
    (two,) = history(both, [], [one, replace(again, speaker="Mara Tal")]).backing

    assert (same.claims, same.utterances, same.origins) == (2, 1, 2)
    assert (two.utterances, two.origins) == (2, 2)


def test_swapping_the_names_of_two_sides_swaps_the_history_and_nothing_else() -> None:
    """Neither name weighs more."""
    swap = {"Orsa": "Ferrin", "Ferrin": "Orsa"}
    sayings = [said("c1", "2031-05-02", "Orsa"), said("c2", "2031-05-06", "Ferrin")]
    other = matter(sides={swap[side]: claims for side, claims in matter().sides.items()})

    one = history(matter(), [link()], sayings).turns
    two = history(other, [link()], [replace(each, side=swap[each.side or ""]) for each in sayings]).turns

    assert [(each.day, each.status, each.claim) for each in one] == [
        (each.day, each.status, each.claim) for each in two
    ]


def state(made: Matter, *links: Link, sayings: tuple[Saying, ...] = ()) -> State:
    return State(made, links, {each.claim: each for each in sayings})


def test_only_what_differs_is_named() -> None:
    """The same twice differs in nothing; a denial by a new side is a denial, a side, an answer and a status."""
    alone = state(matter(status=Status.ONE_SIDED, sides={"Orsa": ("c1",)}, positions=matter().positions[:1]))
    now = state(matter(), link())

    kinds = [each.kind for each in differences([alone], now, lambda claim: claim)]

    assert kinds == [Kind.DENIED, Kind.SIDE, Kind.POSITION, Kind.STATUS]
    assert differences([now], now, lambda claim: claim) == ()


def test_a_link_between_claims_that_were_read_anew_is_not_new() -> None:
    """The denial of before lives on between the successors of its claims."""
    before = state(matter(sides={"Ferrin": ("old",)}, unattributed=("c1",)), link("old", "c1"))
    now = state(matter(sides={"Ferrin": ("c2",)}, unattributed=("c1",)), link())

    found = differences([before], now, lambda claim: claim)
    same = differences([before], now, lambda claim: "c2" if claim == "old" else claim)

    assert [each.kind for each in found] == [Kind.DENIED]
    assert same == ()


def test_a_denial_that_is_drawn_to_an_earlier_telling_of_the_same_words_is_not_new() -> None:
    """An earlier report came in late: Ferrin still denies what Orsa says."""
    before = state(matter(), link("c2", "c1"))

    assert (
        differences([before], state(matter(sides={"Orsa": ("c1", "c0"), "Ferrin": ("c2",)}), link("c2", "c0")), str)
        == ()
    )


def test_a_number_has_changed_where_one_speaker_gives_one_that_excludes_the_last() -> None:
    """40 becomes 60 for Orsa; Ferrin's own number is no change of Orsa's."""
    before = state(matter(), link(), sayings=(said("c1", "2031-05-02", "Orsa", figures=(guards(40, 40),)),))
    sayings = (
        said("c1", "2031-05-02", "Orsa", figures=(guards(40, 40),)),
        said("c2", "2031-05-03", "Ferrin", figures=(guards(10, 10),)),
        said("c3", "2031-05-04", "Orsa", figures=(guards(60, 60),)),
    )
    now = state(matter(sides={"Orsa": ("c1", "c3"), "Ferrin": ("c2",)}), link(), sayings=sayings)

    (found,) = differences([before], now, lambda claim: claim)

    assert (found.kind, found.claim, found.other) == (Kind.NUMBER, "c3", "c1")
    assert (found.before, found.after) == ("40 guards", "60 guards")
