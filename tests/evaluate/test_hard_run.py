"""The whole product is run on a pair, and what stands between its two claims is told."""

from __future__ import annotations

import pytest
from evaluate.hard.pairs import Article, Pair
from evaluate.hard.run import outcomes
from evaluate.hard.scoring import right

DENIAL = Pair(
    "made-01",
    "between",
    "dev",
    "nested report",
    "denies",
    "its gunners had shelled the market",
    "Veldarian claims that its gunners had shelled the market",
    "",
    (
        Article(
            "Market in ruins",
            "2031-03-18",
            "Harrow Gazette",
            "Sundmark on Tuesday denied Veldarian claims that its gunners had shelled the market.",
        ),
    ),
)
APART = Pair(
    "made-02",
    "between",
    "dev",
    "plain",
    "unrelated",
    "the bridge at Brenholm was closed for repairs",
    "the harvest of pears had been good",
    "",
    (
        Article(
            "Bridge", "2031-03-18", "Harrow Gazette", "Veldaria said the bridge at Brenholm was closed for repairs."
        ),
        Article("Pears", "2031-03-19", "Maravel Courier", "Sundmark said the harvest of pears had been good."),
    ),
)


@pytest.mark.model
def test_a_denial_is_linked_to_the_claim_inside_it_and_two_topics_are_not() -> None:
    """Both claims of both pairs are found, in one article and in two."""
    denial, apart = outcomes([DENIAL, APART])
    assert denial.found == apart.found == (True, True)
    assert denial.kinds == {"denies"}
    assert denial.denial
    assert denial.matter
    assert not apart.links
    assert right(denial)
    assert right(apart)


@pytest.mark.model
def test_words_that_the_reader_changed_stop_the_run() -> None:
    """A pair that cannot be measured is no pair that was decided."""
    broken = Pair(
        "made-03", "between", "dev", "plain", "unrelated", "no such words", "the harvest of pears", "", APART.articles
    )
    with pytest.raises(SystemExit, match="made-03"):
        list(outcomes([broken]))
