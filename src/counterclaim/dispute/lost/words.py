"""The words of a clause as sets of stems that are the same however a retelling forms or chooses them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from counterclaim.data import table
from counterclaim.dispute.names import fold
from counterclaim.dispute.terms import WORD, stem, stopwords, words_of_kind

# *Veldaria*, *Veldarian*; *Orsa*, *Orsan*: a name and its adjective by what stays.
DEMONYM = re.compile(r"(?<=\w{3})(?:ian|an|ia|a)$")
POSSESSIVE = re.compile(r"['’]s?(?!\w)")
# A capital after one of these begins a sentence and tells nothing.
OPENS = re.compile(r"(?:^|[.!?:;“\"‘(\n]\s*)$")


@cache
def _same() -> dict[str, str]:
    """For each stem in the table of same words the stem that stands for its group."""
    return {stem(row["word"]): stem(row["as"]) for row in table("same_words")}


@cache
def _empty() -> frozenset[str]:
    """Words without weight here; *take* has it: *the army takes Zenda*."""
    kept = {row[column] for row in table("same_words") for column in ("word", "as")}
    return (stopwords() | words_of_kind("negates")) - kept


@lru_cache(maxsize=65536)
def term(word: str) -> str:
    """A word, in lower case, as it is compared."""
    if word[0] == "@":
        return word
    found = stem(word)
    found = _same().get(found, found)
    return DEMONYM.sub("", found)


@lru_cache(maxsize=16384)
def terms(text: str) -> frozenset[str]:
    """The terms of the words that carry what `text` says; countries as tokens; no negations, no helpers."""
    words = (word.lower() for word in WORD.findall(_plain(text)))
    return frozenset(term(word) for word in words if word not in _empty())


def _plain(text: str) -> str:
    return POSSESSIVE.sub("", fold(text))


def names(text: str) -> frozenset[str]:
    """The terms that `text` writes with a capital inside a sentence and never without one; countries as tokens."""
    upper, lower = set(), set()
    plain = _plain(text)
    for found in WORD.finditer(plain):
        word = found[0]
        if word[0] == "@":
            upper.add(word)
        elif not word[0].isupper():
            lower.add(term(word.lower()))
        elif not OPENS.search(plain, max(0, found.start() - 3), found.start()):
            upper.add(term(word.lower()))
    return frozenset(upper - lower)
