"""Tells how a name or *her* is used: before a noun as in *US officials*, for a person as in *Jordan Lee*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from counterclaim.data import table
from counterclaim.data.stand_in_words import known, words_of

# Shorter words on *-ly* are nouns too: *ally*, *family*, *supply*.
SHORTEST_ADVERB = 7
STOPS = frozenset('.!?:"“”')


def before_noun(words: Sequence[str], end: int) -> bool:
    """Whether the word at `end`, behind a name, is most likely a noun or an adjective of one."""
    if end >= len(words) or not words[end].isalpha():
        return False
    word = words[end].lower()
    if word in _functions() or (word.endswith("ed") and not word.endswith("eed")):
        return False
    if word.endswith("ly") and len(word) >= SHORTEST_ADVERB:
        return False
    return not (word.endswith("s") and not word.endswith("ss") and _is_verb(words, end))


def is_person(words: Sequence[str], at: int) -> bool:
    """Whether the name at `at` is most likely a person's: beside another name that isn't a known word."""
    if at + 1 < len(words) and _is_surname(words[at + 1]):
        return True
    if not at:
        return False
    before = words[at - 1]
    if known()[0].get((before,)) == "first_name" or before.lower().rstrip(".") in _titles():
        return True
    return at > 1 and words[at - 2] not in STOPS and _is_surname(before)


def is_owner(words: Sequence[str], at: int) -> bool:
    """Whether *her* at `at` most likely stands for *his*, before what is hers, and not for *him*."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if following.lower() in words_of("of an owner"):
        return True
    adverb = following.endswith("ly") and len(following) >= SHORTEST_ADVERB
    alone = following.lower() in _functions() or following.lower() in words_of("after him")
    return following[:1].isalnum() and not adverb and not alone


def _is_verb(words: Sequence[str], at: int) -> bool:
    """Whether a word on *-s* is a verb: one of saying that is no noun, or one with an object behind it."""
    following = words[at + 1] if at + 1 < len(words) else ""
    base = words[at].lower()[:-1]
    bases = {base, base.removesuffix("e"), base.removesuffix("ie") + "y"}
    if bases & _cues("verb") and not bases & _cues("noun"):
        return True
    if following == "to":
        return bool(bases & _cues("verb"))
    of_state = words[at].islower() and known()[0].get((following,)) in ("names", "capital")
    return of_state or following.lower() in words_of("opens an object")


def _is_surname(word: str) -> bool:
    """Whether a word with a capital is a name, and none that we know but for a first name: *Smith* is one too."""
    named = known()[0].get((word,), "first_name") == "first_name"
    return word.istitle() and word.isalpha() and named and word.lower() not in _small()


@cache
def _cues(kind: str) -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("cues") if row["pos"] == kind)


@cache
def _functions() -> frozenset[str]:
    """Words that stand behind a name and belong to no noun: of grammar, and past forms of irregular verbs."""
    return frozenset(row["word"] for row in table("stopwords")) | words_of("after a name")


@cache
def _small() -> frozenset[str]:
    """Words that are no surname though a headline or a sentence opens with a capital."""
    return _functions() | _cues("verb") | _titles() | frozenset(row["role"] for row in table("roles"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["title"].rstrip(".") for row in table("titles"))
