"""The labels of the words around a cue: which may follow which, and their way from and to roles."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trees_made import disjoint, roles

from counterclaim.claim.attribution.trained.features import Roles
from counterclaim.claim.attribution.trained.labels import (
    CUE,
    LABELS,
    OPENS,
    OUTSIDE,
    allowed,
    ends,
    label_row,
    roles_from,
    starts,
)

MOVES = allowed()
SIZE = 12


def may_follow(before: str, after: str) -> bool:
    """Whether the second label may follow the first."""
    return bool(MOVES[LABELS.index(before), LABELS.index(after)] == 0)


def named(row: list[int]) -> str:
    """A row of labels by their names."""
    return " ".join(LABELS[number] for number in row)


def assert_allowed(row: list[int]) -> None:
    """The row begins, goes on and ends as labels may."""
    assert starts()[row[0]] == 0
    assert ends()[row[-1]] == 0
    assert all(MOVES[before, after] == 0 for before, after in pairwise(row))


@settings(deadline=None)
@given(disjoint(SIZE), st.integers(0, 1000))
def test_roles_come_back_from_their_labels(drawn: Roles, first: int) -> None:
    """Whatever the roles, as long as no token has two, wherever the window begins."""
    moved = Roles(*(frozenset(i + first for i in each) for each in (drawn.source, drawn.cue, drawn.content)))
    assert roles_from(label_row(moved, first, first + SIZE), first) == moved


@settings(deadline=None)
@given(disjoint(SIZE), st.integers(0, SIZE - 1), st.integers(1, SIZE))
def test_roles_give_an_allowed_row_in_every_window(drawn: Roles, first: int, length: int) -> None:
    """Also where the window cuts a stretch in two."""
    last = min(first + length, SIZE)
    row = label_row(drawn, first, last)
    assert len(row) == last - first
    assert_allowed(row)
    seen = range(first, last)
    kept = Roles(*(frozenset(i for i in each if i in seen) for each in (drawn.source, drawn.cue, drawn.content)))
    assert roles_from(row, first) == kept


def test_a_token_of_two_roles_goes_to_the_cue_then_to_the_source() -> None:
    """A row has one label a word."""
    row = label_row(roles([0, 1, 2], [2], [1, 2, 3, 4]), 0, 6)
    assert named(row) == "sB sE K cB cE O"


def test_a_cue_cuts_the_content_it_stands_in() -> None:
    """*The road, the mayor said, was open.* has a content in two stretches."""
    assert named(label_row(roles([2], [3], [0, 1, 4]), 0, 5)) == "cB cE sS K cS"


@pytest.mark.parametrize(
    ("before", "after"),
    [("sB", "sE"), ("cB", "cI"), ("cI", "cE"), ("sE", "cB"), ("cS", "K"), ("K", "K"), ("O", "cS"), ("cE", "cB")],
)
def test_what_begins_goes_on_or_ends_in_its_role(before: str, after: str) -> None:
    """And what has ended can be followed by any beginning."""
    assert may_follow(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O", "sI"),
        ("O", "cE"),
        ("K", "cI"),
        ("sB", "O"),
        ("sB", "K"),
        ("sB", "sB"),
        ("sB", "cI"),
        ("cB", "sE"),
        ("cI", "cB"),
        ("cI", "cS"),
        ("cE", "cI"),
        ("sS", "sE"),
    ],
)
def test_no_stretch_breaks_off_or_begins_in_its_middle(before: str, after: str) -> None:
    """A role cannot change inside a stretch either."""
    assert not may_follow(before, after)


def test_a_window_begins_with_a_beginning_and_ends_with_an_end() -> None:
    """Outside, cue and one-word stretches can be both."""
    first = {LABELS[n] for n, score in enumerate(starts()) if score == 0}
    last = {LABELS[n] for n, score in enumerate(ends()) if score == 0}
    assert first == {"O", "K", "sB", "sS", "cB", "cS"}
    assert last == {"O", "K", "sE", "sS", "cE", "cS"}


def test_the_named_numbers_are_those_of_the_labels() -> None:
    """Other modules count on them."""
    assert (LABELS[OUTSIDE], LABELS[CUE]) == ("O", "K")
    assert {role: tuple(LABELS[n] for n in both) for role, both in OPENS.items()} == {
        "s": ("sB", "sS"),
        "c": ("cB", "cS"),
    }
