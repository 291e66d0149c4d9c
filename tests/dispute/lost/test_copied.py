"""A document is a copy of what it shares its origin or a third of its runs of words with."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from papers import paper

from counterclaim.dispute.lost.copied import Copies
from counterclaim.dispute.lost.said import Page

TEXT = "The ferry to Kelm left at noon with forty sheep and a brass band on board."
OTHER = "Nobody in Harrow has seen rain since the first week of a long and very dry spring."


@dataclass(frozen=True)
class Sheet:
    """A page and its origin."""

    page: Page
    origin: str


def sheet(identifier: str, text: str, origin: str | None = None) -> Sheet:
    """A document of one line."""
    return Sheet(Page(paper(identifier, "News", text)[0]), origin or identifier)


@pytest.mark.parametrize(
    ("text", "origin", "copied"),
    [(OTHER, "a", True), (OTHER, "b", False), (f"{TEXT} Nobody waved.", "b", True), ("Nobody waved.", "b", False)],
)
def test_a_copy_shares_the_origin_or_a_third_of_the_words(text: str, origin: str, copied: bool) -> None:
    """And the answer is the same when it is asked for again."""
    copies, first = Copies(), sheet("a", TEXT)
    assert [copies.copied(sheet("b", text, origin), first) for _ in range(2)] == [copied, copied]


def test_each_two_documents_have_an_answer_of_their_own() -> None:
    """A short text may be made of a long one that is not made of it."""
    copies, short, long = Copies(), sheet("a", TEXT), sheet("b", " ".join((TEXT, OTHER, OTHER.upper(), *OTHER, *TEXT)))
    assert (copies.copied(short, long), copies.copied(long, short)) == (True, False)
