"""The gold of stories is whole: claims stand in their articles, pairs name claims, and a second reader is blind."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from evaluate.across.agreement import FAMILIES, READING, agreement, decisions, second_reading
from evaluate.across.blind import EVERY, lines
from evaluate.across.scoring import KINDS
from evaluate.across.stories import APART, OWN, Story, Tie, open_news, own
from evaluate.anchoring import parts_of, placed

STORIES = own()


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_each_marked_claim_stands_in_its_article(story: Story) -> None:
    """Content and cue are found in the words of the post, and every id is given once."""
    for article in story.articles:
        text = article.read_text(encoding="utf-8").split("---\n", 2)[2].replace("\n", " ")
        parts = parts_of({"parts": [{"kind": "body", "start": 0, "end": len(text)}]})
        assert all(placed(each, text, parts) for each in story.marked[article])
    names = [each["id"] for marked in story.marked.values() for each in marked]
    assert len(names) == len(set(names)) > 0


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_ties_and_matters_name_claims_that_are_marked_and_run_back_in_time(story: Story) -> None:
    """No pair is listed twice, and of two articles the later answers the earlier."""
    homes, order = story.homes, list(story.articles)
    pairs = [frozenset((tie.later, tie.earlier)) for tie in story.ties]
    assert len(pairs) == len(set(pairs))
    assert all(tie.kind in (*KINDS, *APART) for tie in story.ties)
    assert all(order.index(homes[tie.later]) > order.index(homes[tie.earlier]) for tie in story.across())
    assert all(name in homes for each in story.questions for side in each.sides for name in side)


def test_at_least_two_in_five_pairs_go_together() -> None:
    """Else a program that sees disputes everywhere would look good."""
    ties = [tie for story in STORIES for tie in story.across()]
    assert sum(tie.kind in ("compatible", "update") for tie in ties) >= 0.4 * len(ties)


def test_the_gold_of_the_open_news_holds_none_of_their_words() -> None:
    """File names, ids and kinds, and nothing that reads as a sentence."""
    told = json.loads((OWN / "news.json").read_text(encoding="utf-8"))["stories"]
    words = re.findall(r'"([^"]*)"', json.dumps(told))
    assert words
    assert all(re.fullmatch(r"[\w:.-]*", word) for word in words)


def test_open_news_that_are_not_there_give_no_story(tmp_path: Path) -> None:
    """The corpus is no part of this repository."""
    assert open_news(tmp_path) == []


def test_a_second_reader_gets_every_pair_of_a_third_of_the_stories_and_no_answer() -> None:
    """Whatever the gold says of the pairs and of its matters, the page is the same."""
    chosen = STORIES[::EVERY]
    page = list(lines(chosen))
    assert sorted(re.findall(r"^- pair `(.*)`$", "\n".join(page), re.MULTILINE)) == sorted(decisions(chosen))
    others = [replace(each, ties=tuple(Tie("repeats", t.later, t.earlier) for t in each.ties)) for each in chosen]
    assert list(lines([replace(each, questions=()) for each in others])) == page


def test_agreement_is_a_share_and_what_is_left_of_it_after_chance() -> None:
    """Two of four the same where chance alone gives three of eight: kappa is one fifth."""
    first = dict(zip("abcd", ("denies", "denies", "update", "update"), strict=True))
    second = dict(zip("abcd", ("denies", "update", "update", "compatible"), strict=True))
    found = agreement(first, second)
    assert (found.shared, found.of) == (2, 4)
    assert found.kappa == pytest.approx(0.2)


def test_kinds_of_one_family_agree_where_families_are_asked_for() -> None:
    """A pair that is an update to one reader and compatible to the other is no dispute to either."""
    first, second = {"a": "update", "b": "denies"}, {"a": "compatible", "b": "contradicts", "c": "repeats"}
    assert agreement(first, second).shared == 0
    assert agreement(first, second, families=True).shared == 2
    assert set(FAMILIES) == {*KINDS, *APART}


def test_readers_who_always_decide_one_thing_have_no_kappa() -> None:
    """Nothing is left of their agreement once chance is taken away; nor is there any of no pairs."""
    assert agreement({"a": "denies"}, {"a": "denies"}).kappa is None
    assert agreement({}, {}).kappa is None


def test_a_second_reading_is_read_from_two_columns(tmp_path: Path) -> None:
    """Lines that begin with a number sign are remarks, and a reader's *none* is what the gold calls unrelated."""
    path = tmp_path / "second.tsv"
    path.write_text("# read blind\npair\tdecision\ndam/b1-a1\tdenies\ndam/b2-a1\tnone\n", encoding="utf-8")
    assert second_reading(path) == {"dam/b1-a1": "denies", "dam/b2-a1": "unrelated"}


@pytest.mark.skipif(not READING.is_file(), reason="nobody has read the pairs a second time yet")
def test_the_second_reading_decides_pairs_of_the_gold() -> None:
    """Every pair of it is one of the stories', with a word that has a family."""
    second = second_reading()
    assert second.keys() <= decisions(STORIES).keys()
    assert set(second.values()) <= set(FAMILIES)
