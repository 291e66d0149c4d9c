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


def copied(paper: Sheet, source: Sheet) -> bool:
    """Whether `paper` is a copy: of the same origin, or with a third of its runs of words from `source`."""
    if paper.origin == source.origin:
        return True
    mine, theirs = paper.page.runs, source.page.runs
    return bool(mine) and len(mine & theirs) >= SHARED * len(mine)
