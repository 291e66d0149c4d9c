"""Links across the articles of a story count as the gold has them, and pairs that go together must stay unopposed."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluate.across.scoring import Answer, Said, false_pairs, score
from evaluate.across.stories import Question, Story, Tie

FIRST, SECOND, COPY = Path("first.md"), Path("second.md"), Path("copy.md")


def _story(*ties: Tie, questions: tuple[Question, ...] = ()) -> Story:
    """Two articles of three claims each, and a copy of the second."""
    marked = {
        FIRST: [{"id": each} for each in ("a1", "a2", "a3")],
        SECOND: [{"id": each} for each in ("b1", "b2", "b3")],
        COPY: [{"id": each} for each in ("c1", "c2", "c3")],
    }
    copies = {"c1": "b1", "c2": "b2", "c3": "b3"}
    return Story("dam", (FIRST, SECOND, COPY), marked, ties, questions, copies)


def _answer(*links: Said, contested: tuple[tuple[frozenset[str], ...], ...] = ()) -> Answer:
    return Answer(frozenset(("a1", "a2", "b1", "b2")), links, contested)


def test_an_opposing_link_is_right_for_its_pair_whatever_its_kind_and_direction() -> None:
    """The very kind is counted apart, and there a denial has a direction."""
    tally = score(_story(Tie("denies", "b1", "a1")), _answer(Said("contradicts", "a1", "b1")))
    assert (tally["opposes/tp"], tally["opposes/fp"], tally["opposes/fn"]) == (1, 0, 0)
    assert (tally["denies/tp"], tally["denies/fn"], tally["contradicts/fp"]) == (0, 1, 1)


@pytest.mark.parametrize(("kind", "right"), [("denies", 0), ("supports", 0), ("contradicts", 1), ("repeats", 1)])
def test_only_kinds_that_hold_both_ways_may_be_turned_round(kind: str, right: int) -> None:
    """*A contradicts B* says what *B contradicts A* says; a denial turned round is another denial."""
    assert score(_story(Tie(kind, "b1", "a1")), _answer(Said(kind, "a1", "b1")))[f"{kind}/tp"] == right


def test_a_link_to_a_claim_that_nobody_marked_is_wrong() -> None:
    """It may be defended by a reader, but the gold doesn't have it."""
    tally = score(_story(Tie("denies", "b1", "a1")), _answer(Said("denies", "b1", "claim-x")))
    assert (tally["opposes/fp"], tally["opposes/fn"]) == (1, 1)


def test_what_a_copy_says_counts_as_said_in_the_original() -> None:
    """The same denial from the original and from its copy is one, and a repeat between the two is no link across."""
    links = (Said("denies", "b1", "a1"), Said("denies", "c1", "a1"), Said("repeats", "c1", "b1"))
    tally = score(_story(Tie("denies", "b1", "a1")), _answer(*links))
    assert (tally["denies/tp"], tally["denies/fp"], tally["repeats/fp"]) == (1, 0, 0)


def test_ties_inside_one_article_are_not_counted() -> None:
    """They belong to the gold of links within articles."""
    tally = score(_story(Tie("denies", "a2", "a1"), Tie("compatible", "b2", "b1")), _answer())
    assert tally["opposes/fn"] == tally["false/of"] == 0


def test_opposing_a_pair_that_goes_together_is_false() -> None:
    """Each sort of pair is counted apart, and those with both claims found once more; a repeat is no dispute."""
    story = _story(Tie("update", "b1", "a1"), Tie("compatible", "b2", "a2"), Tie("compatible", "b3", "a3"))
    answer = _answer(Said("contradicts", "b1", "a1"), Said("repeats", "b2", "a2"))
    tally = score(story, answer)
    assert (tally["false/hits"], tally["false/of"]) == (1, 3)
    assert (tally["false, update/hits"], tally["false, update/of"]) == (1, 1)
    assert (tally["false, compatible/hits"], tally["false, compatible/of"]) == (0, 2)
    assert (tally["false, both found/hits"], tally["false, both found/of"]) == (1, 2)
    assert [each.kind for each in false_pairs(story, answer)] == ["update"]


def test_a_contested_matter_is_found_where_two_of_its_sides_are_held_apart() -> None:
    """One matter of the product finds one of the gold; both claims on one side find none."""
    question = Question("contested", (frozenset(("a1",)), frozenset(("b1",))))
    story = _story(questions=(question, question))
    apart, together = (frozenset(("a1",)), frozenset(("b1",))), (frozenset(("a1", "b1")), frozenset(("b2",)))
    for contested, hits in (((apart,), 1), ((apart, apart), 2), ((together,), 0)):
        tally = score(story, _answer(contested=contested))
        assert (tally["contested matters/hits"], tally["contested matters/of"]) == (hits, 2)


def test_a_matter_within_one_article_is_not_asked_for() -> None:
    """Nor is one that is not contested."""
    inside = Question("contested", (frozenset(("a1",)), frozenset(("a2",))))
    agreed = Question("agreed", (frozenset(("a1",)), frozenset(("b1",))))
    assert score(_story(questions=(inside, agreed)), _answer())["contested matters/of"] == 0


def test_another_pair_of_the_same_dispute_is_counted_apart() -> None:
    """Two readers often link two different pairs of claims of the same two sides."""
    question = Question("contested", (frozenset(("a1", "a2")), frozenset(("b1",))))
    story = _story(Tie("denies", "b1", "a1"), questions=(question,))
    tally = score(story, _answer(Said("denies", "b1", "a2"), Said("denies", "b2", "a2")))
    assert (tally["opposes or one dispute/hits"], tally["opposes or one dispute/of"]) == (1, 2)
    assert tally["opposes/tp"] == 0


def test_an_opposing_pair_may_be_joined_by_its_matter_alone() -> None:
    """The answer may lead through a repeat: both claims then stand on two sides of one matter without a link."""
    sides = (frozenset(("a1",)), frozenset(("c1",)))
    tally = score(_story(Tie("denies", "b1", "a1")), _answer(contested=(sides,)))
    assert (tally["in one dispute/hits"], tally["in one dispute/of"], tally["opposes/tp"]) == (1, 1, 0)
