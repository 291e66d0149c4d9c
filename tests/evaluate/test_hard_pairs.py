"""The hard pairs are as they must be: marked words that stand in their articles, and enough pairs that go together."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from evaluate.hard.blind import agreement, family_of, number_of, shown
from evaluate.hard.pairs import HALVES, HOME, faults, half_of, pairs

FEWEST = {"between": 160, "inside": 40}
# The share of pairs that go together; of the inside pairs sixteen of forty.
APART = {"between": 0.45, "inside": 0.38}


def test_every_pair_can_be_measured() -> None:
    """Its words stand once in their article, its decision is one there is, its half follows from its id."""
    assert [fault for pair in pairs() for fault in faults(pair)] == []


def test_no_pair_is_there_twice() -> None:
    """Neither its id nor its texts."""
    assert max(Counter(pair.id for pair in pairs()).values()) == 1
    assert max(Counter(article.whole for pair in pairs() for article in pair.articles).values()) == 1


@pytest.mark.parametrize("group", FEWEST)
def test_enough_pairs_go_together(group: str) -> None:
    """A set of disputes only would praise whoever sees disputes everywhere."""
    own = [pair for pair in pairs() if pair.group == group]
    assert len(own) >= FEWEST[group]
    assert sum(pair.apart for pair in own) / len(own) >= APART[group]


def test_most_pairs_between_sides_stand_in_two_articles() -> None:
    """Six in ten of them."""
    own = [pair for pair in pairs() if pair.group == "between"]
    assert sum(len(pair.articles) == 2 for pair in own) / len(own) >= 0.6


def test_a_half_is_all_pairs_whose_id_falls_to_it() -> None:
    """Both halves together are the whole."""
    halves = {half: pairs(half=half) for half in HALVES}
    assert sum(len(found) for found in halves.values()) == len(pairs())
    assert all(half_of(pair.id) == half for half, found in halves.items() for pair in found)


def test_words_that_do_not_stand_in_the_article_are_a_fault() -> None:
    """So are a decision that there is not and the wrong half."""
    pair = pairs()[0]
    other = HALVES[1 - HALVES.index(pair.half)]
    spoilt = replace(pair, second="words that nobody wrote", decision="maybe", half=other)
    assert [fault.split(": ")[1].split()[0] for fault in faults(spoilt)] == ["the", "'maybe'", "belongs"]


def test_a_second_reader_sees_no_decision() -> None:
    """Neither the id nor the cause nor the reason is shown, which would give it away."""
    for pair in pairs():
        text = "\n".join(shown([pair]))
        assert pair.id not in text
        assert pair.first in text
        assert f"\n{pair.decision}" not in text
        assert f"\n{pair.why}" not in text


def test_two_readings_agree_as_far_as_their_decisions_are_alike() -> None:
    """Three of four alike; half of what chance leaves open."""
    first = {"a": "denies", "b": "denies", "c": "update", "d": "update"}
    alike, of, kappa = agreement(first, {**first, "d": "denies"})
    assert (alike, of) == (3, 4)
    assert kappa == pytest.approx(0.5)
    assert family_of("contradicts") == family_of("denies") != family_of("update")


def test_the_second_reading_is_of_all_pairs() -> None:
    """Every pair was decided twice, and both decisions are of one family."""
    lines = (HOME / "second_reading.tsv").read_text(encoding="utf-8").splitlines()
    second = dict(line.split("\t") for line in lines if not line.startswith("#"))
    assert set(second) == {number_of(pair) for pair in pairs()}
    assert [pair.id for pair in pairs() if family_of(second[number_of(pair)]) != family_of(pair.decision)] == []
