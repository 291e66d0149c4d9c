"""The measure of origins: B-cubed by hand, the made texts are what they say, and copies are found as promised."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from evaluate.origins.measure import b_cubed, document_of, measured
from evaluate.origins.news import merged
from evaluate.origins.variants import PER_ARTICLE, WAYS, collection

NEWS = Path(os.environ.get("COUNTERCLAIM_NEWS", "../shared/data/news"))


def test_b_cubed_is_one_where_the_groups_are_right():
    """Whatever the groups are called."""
    assert b_cubed({"a": "x", "b": "x", "c": "y"}, {"a": "1", "b": "1", "c": "2"}) == (1, 1, 1)


def test_b_cubed_counts_each_document_by_its_group():
    """All in one group: one of the three has a third right, two have two thirds."""
    precision, recall, both = b_cubed(dict.fromkeys("abc", "x"), {"a": "1", "b": "1", "c": "2"})
    assert (precision, recall) == (pytest.approx(5 / 9), 1)
    assert both == pytest.approx(2 * 5 / 9 / (5 / 9 + 1))


def test_documents_that_are_alone_cost_recall():
    """Each has half of its class."""
    assert b_cubed({"a": "x", "b": "y"}, {"a": "1", "b": "1"})[:2] == (1, 0.5)


def test_the_made_texts_are_the_same_for_a_seed_and_others_for_another():
    """And there are more than five hundred copies of more than a hundred articles, each way of copying among them."""
    texts = collection(5)
    assert texts == collection(5)
    assert texts != collection(6)
    assert len({text.article for text in texts if text.kind == "report"}) >= 100
    assert sum(text.kind in WAYS for text in texts) >= 100 * PER_ARTICLE
    assert {text.kind for text in texts} >= {*WAYS, "next report", "own report", "quoting", "weather", "obituary"}


def test_a_made_document_quotes_its_parts():
    """Offsets are characters of the text, and two equal texts are two documents."""
    text = collection(5, articles=6)[0]
    one, other = document_of(text, 1), document_of(text, 2)
    assert one.id != other.id
    assert [one.text[part.span.start : part.span.end] for part in one.parts] == [text.title, *text.paragraphs]


def test_copies_become_one_origin_and_what_looks_like_one_does_not():
    """On a small collection of a seed on which nothing was chosen; the whole ones are measured for docs/ledger.md."""
    (precision, recall, both), joined, _ = measured(collection(7, articles=30))
    assert precision >= 0.98, joined
    assert recall >= 0.92
    assert both >= 0.95


@pytest.mark.skipif(not NEWS.is_dir(), reason=f"no folder of articles at {NEWS}; COUNTERCLAIM_NEWS names one")
def test_no_two_different_articles_share_an_origin():
    """Articles of some agencies over years, no two of them the same."""
    count, groups = merged(NEWS)
    assert count > 100
    assert groups == []
