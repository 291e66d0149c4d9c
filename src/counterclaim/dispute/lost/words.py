"""The words of a clause as sets of stems that are the same however a retelling forms or chooses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from counterclaim.data import table
from counterclaim.dispute.names import fold
from counterclaim.dispute.terms import SHORTEST, WORD, stem, stopwords, words_of_kind

# *Veldaria*, *Veldarian*; *Orsa*, *Orsan*: a name and its adjective by what stays.
DEMONYM = re.compile(r"(?<=\w{3})(?:ian|an|ia|a)$")
FORMS = (("s", ""), ("es", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"), ("ies", "y"), ("ied", "y"))
SHORT = re.compile(r"([a-z]?[aeiou][b-df-hj-np-tvz])(?:ed|es|ing)")
POSSESSIVE = re.compile(r"['’]s?(?!\w)")
# A capital after one of these begins a sentence and tells nothing.
OPENS = re.compile(r"(?:^|[.!?:;“\"‘(\n]\s*)$")


@cache
def _same() -> dict[str, str]:
    """For each word in the table of same words, and for those that others stand for, the one that stands for all."""
    found = {row["word"]: row["as"] for row in table("same_words")}
    return {word: word for word in found.values()} | found


def _bases(word: str) -> Iterator[str]:
    """What `word` may be a form of: *seizing*, *seized* and *seizes* of *seize*."""
    yield word
    for ending, left in FORMS:
        if word.endswith(ending):
            yield word.removesuffix(ending) + left


@cache
def distances(kind: str) -> frozenset[str]:
    """The terms of one kind in the table of distances."""
    words = (row["word"] for row in table("distances") if row["kind"] == kind)
    return frozenset(term for word in words for term in terms(word))


@cache
def _empty() -> frozenset[str]:
    """Words without weight here; *take* has it: *the army takes Zenda*."""
    kept = {row[column] for row in table("same_words") for column in ("word", "as")}
    return (stopwords() | words_of_kind("negates")) - kept


def _short(word: str) -> str:
    """*Saved*, *saves* and *saving* as *save*, which the stem of a longer word does not reach."""
    found = SHORT.fullmatch(word)
    return found[1] + "e" if found else word


@lru_cache(maxsize=65536)
def term(word: str) -> str:
    """A word, in lower case, as it is compared."""
    if word[0] == "@":
        return word
    found = next((_same()[base] for base in _bases(word) if base in _same()), _short(word))
    return DEMONYM.sub("", _root(found))


def _root(word: str) -> str:
    """The stem without what only some forms of a word have: *destroy* its *y*, *cancelled* its second *l*."""
    found = stem(word)
    short = found[:-1] if found[-1] in "yi" and len(found) > SHORTEST else found
    return short[:-1] if short[-1:] == short[-2:-1] and short[-1:].isalpha() else short


@lru_cache(maxsize=16384)
def terms(text: str) -> frozenset[str]:
    """The terms of the words that carry what `text` says; countries as tokens; no negations, no helpers."""
    words = (word.lower() for word in WORD.findall(_plain(text)))
    return frozenset(term(word) for word in words if word not in _empty())


def _plain(text: str) -> str:
    return POSSESSIVE.sub("", fold(text))


def names(text: str) -> frozenset[str]:
    """The terms that `text` writes with a capital inside a sentence and never without one; countries as tokens."""
    upper, lower = set(), set()  # of words as they are written: most stand there often
    plain = _plain(text)
    for found in WORD.finditer(plain):
        word = found[0]
        if not (word[0].isupper() or word[0] == "@"):
            lower.add(word)
        elif word[0] == "@" or not OPENS.search(plain, max(0, found.start() - 3), found.start()):
            upper.add(word)
    return frozenset(map(_lowered, upper)) - frozenset(map(_lowered, lower))


def _lowered(word: str) -> str:
    return term(word.lower())
