"""Whether one article is made of another's text, though a few of its sentences were changed."""

from __future__ import annotations

from typing import Protocol

from counterclaim.dispute.lost.said import Page

# With a third of its runs of five words from another text, an article is made of that text.
SHARED = 0.35


class Sheet(Protocol):
    """What is known of a document here: its page and its origin."""

    @property
    def page(self) -> Page:
        """The document."""

    @property
    def origin(self) -> str:
        """What its copies share."""


class Copies:
    """Answers which documents are copies of which, once for each two of them."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bool] = {}

    def copied(self, paper: Sheet, source: Sheet) -> bool:
        """Whether `paper` is a copy: of the same origin, or with a third of its runs of words from `source`."""
        if paper.origin == source.origin:
            return True
        both = (paper.page.id, source.page.id)
        if both not in self._known:
            self._known[both] = _made_of(paper.page, source.page)
        return self._known[both]


def _made_of(paper: Page, source: Page) -> bool:
    mine, theirs = paper.runs, source.runs
    least = SHARED * len(mine)
    return bool(mine) and len(theirs) >= least and len(mine & theirs) >= least
