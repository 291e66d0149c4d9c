"""Gives all prefix variants of one article the same origin, whatever was put before its first word or its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.model.identity import identity

# A lead-in that no table knows stands in the first sentence, so that does not count; where the first paragraph is one
# sentence, its last letters do.
FIRST_SENTENCE = re.compile(r"[^.!?…]*[.!?…]+[\"'”’)]*\s+")
LAST_LETTERS = 50
SIGNS = re.compile(r"[\W_]+")
# Two different reports may share a sentence or a line of credits; with fewer letters each is an origin of its own.
FEWEST_LETTERS = 200


def origin_of(paragraphs: Sequence[str]) -> str | None:
    """
    The key of the article whose body these paragraphs are; None where there is too little text to tell.

    Title, excerpt, case, blanks and signs do not count.
    """
    if not paragraphs:
        return None
    key = "".join((_without_first_sentence(paragraphs[0]), *map(_letters, paragraphs[1:])))
    return identity("o", key) if len(key) >= FEWEST_LETTERS else None


def _without_first_sentence(paragraph: str) -> str:
    first = FIRST_SENTENCE.match(paragraph)
    return _letters(paragraph[first.end() :]) if first else _letters(paragraph)[-LAST_LETTERS:]


def _letters(text: str) -> str:
    return SIGNS.sub("", text.casefold())
