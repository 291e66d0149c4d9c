"""A figure comes with the interval that the choice of documents gives it."""

from __future__ import annotations

import random
from collections import Counter

from evaluate.intervals import Figure, figures
from evaluate.scoring import Tally

RELAXED = "attribution relaxed"


def tally(right: int, wrong: int = 0, missing: int = 0) -> Tally:
    """The tally of a document for one figure."""
    return Counter({f"{RELAXED}/tp": right, f"{RELAXED}/fp": wrong, f"{RELAXED}/fn": missing})


def only(tallies: list[Tally]) -> Figure:
    """The one figure of these tallies."""
    (found,) = figures(tallies)
    return found


def test_the_figure_is_that_of_all_documents_together() -> None:
    """Counts are added up first; a long document weighs more than a short one."""
    found = only([tally(9, 1, 1), tally(0, 1, 1)])
    assert found.name == RELAXED
    assert found.value == 2 * 9 / (2 * 9 + 2 + 2)
    assert found.asked == 11


def test_the_interval_holds_the_figure() -> None:
    """And it is no wider than the figures of single documents."""
    found = only([tally(n, 10 - n, 10 - n) for n in range(2, 10)])
    assert 0.2 < found.low < found.value < found.high < 0.9


def test_documents_that_are_all_alike_leave_no_doubt() -> None:
    """Whichever are drawn, the figure is the same."""
    found = only([tally(3, 1, 1)] * 10)
    assert found.low == found.value == found.high == 0.75


def test_more_documents_give_a_narrower_interval() -> None:
    """As more of the same kind are read."""
    dice = random.Random(7)
    many = [tally(hits := dice.randint(0, 10), 10 - hits, 10 - hits) for _ in range(200)]
    few = many[:10]
    assert only(many).high - only(many).low < (only(few).high - only(few).low) / 2


def test_the_interval_is_the_same_every_time() -> None:
    """The dice have a seed."""
    tallies = [tally(n, 3, 4) for n in range(9)]
    assert only(tallies) == only(tallies)


def test_one_document_has_no_interval() -> None:
    """There is nothing to draw from."""
    found = only([tally(3, 1, 1)])
    assert (found.low, found.high) == (found.value, found.value)


def test_what_was_never_asked_is_left_out() -> None:
    """No figure on nothing."""
    assert figures([Counter()]) == []
