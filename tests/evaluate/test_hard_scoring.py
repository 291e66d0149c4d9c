"""A decision on a hard pair is right for the kinds of links it allows, and for no other."""

from __future__ import annotations

import pytest
from evaluate.hard.pairs import Article, Pair
from evaluate.hard.scoring import Between, Outcome, by_cause, exact, opposed, right, summary


def _pair(decision: str, cause: str = "hedge") -> Pair:
    return Pair("x-01", "between", "dev", cause, decision, "one", "other", "", (Article("", "2031-01-01", "", ""),))


def _outcome(decision: str, *kinds: str, found: tuple[bool, bool] = (True, True), forward: bool = True) -> Outcome:
    return Outcome(_pair(decision), found, tuple(Between(kind, forward) for kind in kinds))


@pytest.mark.parametrize(
    ("decision", "kinds", "good"),
    [
        ("denies", ["denies"], True),
        ("denies", ["contradicts"], True),
        ("denies", [], False),
        ("contradicts", ["supports"], False),
        ("contradicts", ["contradicts", "repeats"], False),
        ("corrects", ["withdraws"], True),
        ("corrects", ["contradicts"], False),
        ("supports", ["repeats"], True),
        ("repeats", [], False),
        ("compatible", [], True),
        ("compatible", ["supports"], True),
        ("compatible", ["denies"], False),
        ("update", ["repeats"], False),
        ("update", ["corrects"], False),
        ("unrelated", [], True),
        ("unrelated", ["supports"], False),
    ],
)
def test_each_decision_allows_its_own_links(decision: str, kinds: list[str], good: bool) -> None:
    """Opposing, taken back, agreeing and going together are four families; no link of another may stand beside."""
    assert right(_outcome(decision, *kinds)) is good


def test_the_very_kind_and_its_direction_are_counted_apart() -> None:
    """A denial found as a contradiction, or turned round, is right but not exact; a contradiction has no direction."""
    assert exact(_outcome("denies", "denies"))
    assert not exact(_outcome("denies", "contradicts"))
    assert not exact(_outcome("denies", "denies", forward=False))
    assert exact(_outcome("contradicts", "contradicts", forward=False))
    assert exact(_outcome("unrelated"))


def test_a_claim_that_was_not_found_is_wrong_where_a_link_is_asked_for() -> None:
    """It is counted apart too; a pair that goes together stays right without it."""
    lost, quiet = _outcome("denies", found=(True, False)), _outcome("compatible", found=(False, True))
    rows = {row.name.strip(): (row.hits, row.of) for row in summary([lost, quiet])}
    assert rows["decisions right"] == (1, 2)
    assert rows["a claim not found, of opposing pairs"] == (1, 1)
    assert rows["a claim not found, of all pairs"] == (2, 2)
    assert rows["opposing pairs with both claims found, right"] == (0, 0)


def test_false_opposition_is_a_share_of_the_pairs_that_go_together() -> None:
    """A wrong link of another kind is a wrong decision, but no false denial."""
    found = [_outcome("compatible", "denies"), _outcome("update", "repeats"), _outcome("contradicts", "contradicts")]
    rows = {row.name.strip(): (row.hits, row.of) for row in summary(found)}
    assert rows["false denies or contradicts, of pairs that go together"] == (1, 2)
    assert rows["of pairs that go together"] == (0, 2)
    assert [opposed(each) for each in found] == [True, False, True]


def test_the_simple_ways_to_decide_stand_beside_the_figures() -> None:
    """Always to contradict is right for opposing pairs, never to link for the rest, the cue alone where it is there."""
    denial = Outcome(_pair("denies"), (True, True), denial=True)
    found = [
        denial,
        _outcome("contradicts"),
        _outcome("compatible"),
        Outcome(_pair("update"), (True, True), denial=True),
    ]
    rows = {row.name: row.hits for row in summary(found)}
    assert rows["always `contradicts` would be right in"] == 2
    assert rows["never a link would be right in"] == 2
    assert rows["by the cue alone would be right in"] == 2


def test_figures_of_each_cause_count_only_its_own_pairs() -> None:
    """One cause all right, another with a false denial."""
    good = Outcome(_pair("compatible", "question"), (True, True))
    bad = Outcome(_pair("update", "dates apart"), (True, True), (Between("denies", True),))
    found = {cause: (hits.hits, hits.of, false.hits) for cause, hits, false in by_cause([good, bad])}
    assert found == {"question": (1, 1, 0), "dates apart": (0, 1, 1)}


def test_a_figure_tells_its_interval_and_counts() -> None:
    """Nine of ten, between about six and nearly ten of ten."""
    (row, *_) = summary([_outcome("compatible")] * 9 + [_outcome("denies")])
    assert str(row) == "decisions right: 0.900 [0.596, 0.982] 9 of 10"
    (*_, lost) = [each for each in summary([_outcome("compatible")]) if "opposing" in each.name]
    assert lost.figure == "none"
