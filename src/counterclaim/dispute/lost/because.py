"""Says in one plain sentence what was lost where, with both texts, so that a reader can check it."""

from __future__ import annotations

from counterclaim.dispute.lost.said import Record, Said
from counterclaim.model.lost import Where

PLACES = {Where.COPY: "the copy", Where.ARTICLE: "the article"}
PARTS = {"title": "the headline", "excerpt": "the excerpt"}


def because(where: Where, own: Said, told: Said, source: Record) -> str:
    """*The headline says in its own voice “...”; the body reports it as a claim of X: “...”.*"""
    here = PARTS[own.part] if where is Where.HEADLINE else PLACES[where]
    there = "the body" if where is Where.HEADLINE else "its origin" if where is Where.COPY else _named(source)
    if told.claim is None:
        return f"{_capital(here)} says plainly “{own.text}”; {there} hedges it: “{told.text}”."
    return f"{_capital(here)} says in its own voice “{own.text}”; {there} reports it as {_claim(told)}: “{told.text}”."


def _named(source: Record) -> str:
    return f"“{source['title']}”" if source.get("title") else "another article"


def _claim(told: Said) -> str:
    speaker = (told.claim or {}).get("speaker") or {}
    name = speaker.get("name") or speaker.get("role") or speaker.get("side")
    return f"a claim of {name}" if name else "a claim of somebody whom it does not name"


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
