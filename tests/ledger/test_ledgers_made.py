"""The ledgers that other tests start from are whole, and hold what they promise."""

from __future__ import annotations

from counterclaim.ledger import Ledger
from hostile_markup import PERILOUS
from ledgers_made import hostile_ledger, story_ledger


def test_the_story_is_a_whole_ledger(tmp_path) -> None:
    """Four documents, one of them not read; the claim, its denial and one matter for all."""
    with Ledger(story_ledger(tmp_path / "story.ledger")) as ledger:
        assert ledger.verify().problems == ()
        assert len([*ledger.documents()]) == 4
        assert len([*ledger.claims()]) == 9
        assert [matter["status"] for matter in ledger.matters()] == ["contested"]


def test_the_ledger_takes_every_hostile_string_and_is_whole(tmp_path) -> None:
    """One document with three claims and a matter for each; every span still quotes its text."""
    with Ledger(hostile_ledger(tmp_path / "hostile.ledger")) as ledger:
        assert ledger.verify().problems == ()
        titles = {document["title"] for document in ledger.documents()}
        assert {f"{string} A bridge" for string in PERILOUS} == titles
        assert len([*ledger.claims()]) == 3 * len(PERILOUS)
        assert len([*ledger.matters()]) == len(PERILOUS)


def test_every_hostile_string_stands_in_words_that_are_quoted(tmp_path) -> None:
    """Not in names alone: the source of each denial ends with the string."""
    with Ledger(hostile_ledger(tmp_path / "hostile.ledger", PERILOUS[:20])) as ledger:
        sources = {claim["words"]["source"][0] for claim in ledger.claims()}
    assert {f"Ferrin {string}" for string in PERILOUS[:20]} <= sources
