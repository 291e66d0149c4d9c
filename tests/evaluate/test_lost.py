"""Attribution that was lost is found where it was, and not where it only looks so."""

from __future__ import annotations

import pytest
from evaluate.lost import CASES, Outcome, cases, counts, interval, outcomes, share

# What a page shows has to be right; what it misses it may miss.
PRECISION, RECALL = 0.9, 0.6


@pytest.mark.model
@pytest.mark.parametrize("name", ["first", "second", "third", "fourth", "fifth", "fresh"])
def test_lost_attribution_is_found_in_invented_cases(name: str) -> None:
    """The floors hold on each set of cases."""
    found = outcomes(cases(CASES / f"{name}.toml"))
    rates = {each: share(*pair) for each, pair in counts(found).items()}
    assert rates["precision"] >= PRECISION, [each.wrong for each in found if each.wrong]
    assert rates["recall"] >= RECALL, [each.case for each in found if each.asked and not each.hit]


@pytest.mark.parametrize("name", ["first", "second", "third", "fourth", "fifth", "fresh"])
def test_every_case_asks_for_words_that_stand_in_it(name: str) -> None:
    """Half of the cases hold a loss, and its words are in one of their texts."""
    chosen = cases(CASES / f"{name}.toml")
    asked = [case for case in chosen if "words" in case]
    assert len(asked) * 2 == len(chosen)
    for case in asked:
        assert any(case["words"] in each["title"] + each["text"] for each in case["document"]), case["id"]


def test_what_else_was_found_counts_against_precision() -> None:
    """Two hits, one of them beside a false one, and a miss: two of three found are right, two of three asked found."""
    found = [
        Outcome("a", "", asked=True, hit=True, wrong=()),
        Outcome("b", "", asked=True, hit=True, wrong=("something else",)),
        Outcome("c", "", asked=True, hit=False, wrong=()),
    ]
    assert counts(found) == {"precision": (2, 3), "recall": (2, 3)}


def test_an_interval_has_a_width_where_all_are_right() -> None:
    """Twenty of twenty may still be one wrong in ten of all."""
    low, high = interval(20, 20)
    assert 0.8 < low < 0.9
    assert high == pytest.approx(1.0)
