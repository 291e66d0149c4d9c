"""Rights: tells whether a text may be shown whole; unknown rights mean quotes only."""

from __future__ import annotations

import re
from functools import cache

from counterclaim.data import table

# Letters and figures are words of their own: in *BY-NC4.0* as well as in *CC0*.
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SCHEME = re.compile(r"https?://(www\.)?|www\.")


@cache
def _rows() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((_words(row["pattern"]), frozenset(row["not"].split("|")) - {""}) for row in table("rights"))


def _words(text: str) -> str:
    return " ".join(_WORD.findall(_SCHEME.sub("", text.casefold().strip())))


def is_open(rights: str | None) -> bool:
    """
    Whether what a source says of its rights lets others show the whole text, also for money and in parts.

    >>> is_open("CC-BY-SA-4.0"), is_open("CC BY-NC 4.0"), is_open("all rights reserved"), is_open(None)
    (True, False, False, False)
    """
    if not rights:
        return False
    said = _words(rights)
    told = set(said.split())
    return any(_begins(said, pattern) and not told & barred for pattern, barred in _rows())


def _begins(said: str, pattern: str) -> bool:
    return said == pattern or said.startswith(f"{pattern} ")
