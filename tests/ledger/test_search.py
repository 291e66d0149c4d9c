"""Search: any string is words, and the order of answers is always the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.ledger.search import expression
from hostile_strings import HOSTILE


def test_search_finds_claims_and_titles(ledger, story):
    """By the words of the quote, the speaker, the cue, the sentence and the title."""
    analysis = story.whole()
    ledger.add(analysis)

    assert {hit.kind for hit in ledger.search("bridge")} == {"claim", "document"}
    assert [hit.id for hit in ledger.search("Velden denied")] == [analysis.claims[1].id]
    assert [hit.id for hit in ledger.search('"on Monday"')] == [analysis.claims[0].id]
    assert ledger.search('"Monday on"') == ()


def test_search_can_be_narrowed_to_an_act_or_a_side(ledger, story):
    """A side is written as people write it."""
    analysis = story.whole()
    ledger.add(analysis)

    assert [hit.id for hit in ledger.search("bridge", act="denies")] == [analysis.claims[1].id]
    assert [hit.id for hit in ledger.search("bridge", side="marrow")] == [analysis.claims[0].id]
    assert len(ledger.search("bridge", limit=1)) == 1
    assert ledger.search("bridge", limit=0) == ()


def test_equal_answers_come_in_the_order_of_their_ids(ledger, story):
    """Ties are broken by id, so two ledgers answer alike."""
    for number in range(4):
        ledger.add(story.whole(path=f"{number}.md", title=f"{TITLES[number]}"))

    hits = ledger.search("Velden")

    assert [hit.id for hit in hits] == sorted(hit.id for hit in hits)


TITLES = ("One view", "Two views", "Six views", "Ten views")


@pytest.mark.parametrize(
    "query", ['"', '""', "*", "NEAR(", "a AND", "NOT", "title:x", "^", "-", "\x00", "\ud800", "{a b}: c"]
)
def test_operators_and_odd_quotes_are_only_words(ledger, story, query):
    """No query raises."""
    ledger.add(story.whole())
    assert isinstance(ledger.search(query, act=query, side=query), tuple)


def test_hostile_strings_are_only_words(ledger, story):
    """The list of strings that all outputs are tried with."""
    ledger.add(story.whole())
    for each in HOSTILE:
        ledger.search(each)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=40))
def test_no_text_is_a_bad_query(ledger, query):
    """Any string at all."""
    assert ledger.search(query) == ()


def test_a_query_without_words_is_empty():
    """Punctuation finds nothing rather than everything."""
    assert expression('"!!" ?? -') == ""
    assert expression("x" * 5 + " y" * 500).count('"') == 128
