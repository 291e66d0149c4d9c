"""How the limits are chosen and scores learnt, on tallies made up for it."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from training.calibration import GRID, NESTED, NESTED_PRECISION, calibration_error, chosen_limits

from counterclaim.claim.attribution.trained.network import Limits


def tally(*, right: float, nested: float) -> Counter[str]:
    """A tally of a thousand found of a thousand, so many of them right."""
    found: Counter[str] = Counter()
    for name, share in (("attribution relaxed", right), ("attribution strict", right), ("nested", nested)):
        hits = round(1000 * share)
        found.update({f"{name}/tp": hits, f"{name}/fp": 1000 - hits, f"{name}/fn": 1000 - hits})
    return found


def distance(limits: Limits, wanted: tuple[float, ...]) -> float:
    """How far limits are from others."""
    return abs(limits.alone - wanted[0]) + abs(limits.agreed - wanted[1])


def test_the_limits_with_the_best_figures_are_chosen() -> None:
    """Wherever on the grid they lie."""
    for wanted in product(*GRID):
        best = chosen_limits(lambda each, wanted=wanted: tally(right=0.9 - distance(each, wanted), nested=0.9))
        assert (best.alone, best.agreed) == wanted


def test_nested_ones_are_kept_as_long_as_enough_are_right() -> None:
    """The lowest limit whose precision is still above the floor."""
    best = chosen_limits(lambda each: tally(right=0.8, nested=each.nested))
    assert best.nested == min(limit for limit in NESTED if limit >= NESTED_PRECISION)


def test_nested_ones_have_the_highest_limit_where_none_is_precise_enough() -> None:
    """Rather few than wrong ones."""
    assert chosen_limits(lambda each: tally(right=0.8, nested=0.1)).nested == NESTED[0]


def test_scores_that_say_how_often_they_are_right_have_no_error() -> None:
    """Seven of ten at .7, none at 0; and all of it where they are certain and wrong."""
    assert calibration_error([(0.7, n < 7) for n in range(10)]) == pytest.approx(0)
    assert calibration_error([(1.0, False)]) == 1


def test_limits_name_the_least_of_all() -> None:
    """What is below it is never kept."""
    assert Limits(0.8, 0.4, 0.6).least == 0.4
