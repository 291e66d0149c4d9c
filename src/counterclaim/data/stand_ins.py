"""Tells which word models see in place of a name of a state, a person or a party: one for all of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.data.stand_in_use import before_noun, is_owner, is_person
from counterclaim.data.stand_in_words import both, genders, known, shown, words_of

# What may stand with an article: *the Gambia*, *the Kremlin*, *the DUP*.
WITH_ARTICLE = frozenset({"names", "capital", "cities", "seats", "party"})
ARTICLES = frozenset({"the", "The"})
# What the name of a party is made of between *the* and *Party*, besides words with a capital; it has hardly ever more.
LINKS = frozenset({"and", "for", "of", "the", "-", "'s", "’s", "'", "’"})
LONGEST_PARTY = 9


class Name(NamedTuple):
    """A name found in a text: its kind, where it begins, and where the next word does."""

    kind: str
    start: int
    end: int


def one_for_each(words: Sequence[str]) -> list[tuple[str, int]]:
    """
    The words that models see in place of those of a text, each with how many it stands for.

    A name of several words is seen as one word, with its article, like any other of its kind: *the United States
    refused* and *South Korea refused* are *Germany refused*, *the US navy* is *the German navy*.
    """
    seen: list[tuple[str, int]] = []
    at = 0
    while at < len(words):
        name = _with_article(words, at) or _name(words, at) or Name("kept", at, at + 1)
        end = name.end
        if name.kind == "kept":
            seen.extend((_gendered(words, i), 1) for i in range(at, end))
        else:
            seen.append((_seen(words, name), end - at))
        at = end
    return seen


def _name(words: Sequence[str], at: int) -> Name | None:
    """The longest known name that begins at word `at`; none where it stays as it is."""
    if at and words[at - 1] in ARTICLES and (party := _party(words, at)):
        return party
    names, openers = known()
    for length in range(openers.get(words[at], 0), 0, -1):
        own = tuple(words[at : at + length])
        if len(own) == length and (kind := names.get(own)):
            name = Name(kind, at, at + length)
            return None if length == 1 and _stays(words, name) else name
    return None


def _with_article(words: Sequence[str], at: int) -> Name | None:
    """The name behind an article at `at`, where the article belongs to it and not to a noun behind the name."""
    if words[at] not in ARTICLES or at + 1 == len(words) or not words[at + 1][0].isupper():
        return None
    name = _name(words, at + 1)
    if name is None or name.kind not in WITH_ARTICLE or before_noun(words, name.end) or _hyphened(words, name.end):
        return None
    return name


def _party(words: Sequence[str], at: int) -> Name | None:
    """A name of words with capitals that ends in *Party*."""
    for end in range(at, min(at + LONGEST_PARTY, len(words))):
        if words[end] == "Party" and end > at:
            return Name("party", at, end + 1)
        if not words[end][0].isupper() and words[end] not in LINKS:
            return None
    return None


def _stays(words: Sequence[str], name: Name) -> bool:
    """Whether a name of one word keeps it: as a person's, or because its full stop may end a sentence."""
    own = words[name.start]
    if name.kind == "kept" or (own in words_of("kept of persons") and is_person(words, name.start)):
        return True
    last = name.end == len(words) or (words[name.end][0].isupper() and not before_noun(words, name.end))
    return own.endswith(".") and last


def _hyphened(words: Sequence[str], end: int) -> bool:
    return end < len(words) and words[end] == "-"


def _gendered(words: Sequence[str], at: int) -> str:
    """The word at `at`; of a woman's pronoun and title that of a man."""
    own = words[at]
    if own.lower() == "her":
        other = "his" if is_owner(words, at) else "him"
        return other if own.islower() else other.upper() if own.isupper() else other.capitalize()
    return genders().get(own, own)


def _seen(words: Sequence[str], name: Name) -> str:
    """The word that stands in for a name: before a noun that of an adjective, where such a name is used as one."""
    own = " ".join(words[name.start : name.end])
    if name.kind == "party" and before_noun(words, name.end):
        return shown("member")
    if name.kind == "names" and own in words_of("used as adjective") and before_noun(words, name.end):
        return shown("adjectives")
    if own in both() and name.start and words[name.start - 1] in ARTICLES and not before_noun(words, name.end):
        return shown("people")
    return shown(name.kind)
