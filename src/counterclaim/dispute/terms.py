"""What a stretch of text is about, as a set of stems; and whether it is negated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from counterclaim.data import table
from counterclaim.dispute.names import fold

WORD = re.compile(r"@?[^\W_][\w.,]*[^\W_]|@?[^\W_]|n['’]t\b")
# The longest first. A stem need not be a word; it need only be the same for the forms of one word.
ENDINGS = re.compile(
    r"(?:ations|ation|erings|ering|ered|ings|edli|isms|ists|ions|ism|ist|ing|ion|ers|ed|es|er|li|s|e|i)$"
)  # *y*, *ies* and *ied* are *i* by then
# *Guns*, *laws*: of four letters only these end in what more than one thing ends in.
PLURAL = re.compile(r"(?<=^[^\W\d]{2}[^\W\dsui])s$")
DOUBLED = re.compile(r"(?<=\w\w)([^\W\daeiou])\1$")
# A shorter stem would make *sea* of *season*, *us* of *using*.
SHORTEST = 4
# *Voted the old law on dams down*: words between a verb and its particle.
FAR = 5
BOUNDS = frozenset({"more", "fewer", "less", "later", "earlier"})


@cache
def stopwords() -> frozenset[str]:
    """Words that say nothing on what a claim is about."""
    return frozenset(row["word"] for row in table("stopwords"))


@cache
def words_of_kind(kind: str) -> frozenset[str]:
    """The words of one kind in the table of denials."""
    return frozenset(row["word"] for row in table("denials") if row["kind"] == kind)


@cache
def stems_of_kind(kind: str) -> frozenset[str]:
    """The stems of the words of one kind in the table of denials."""
    return frozenset(stem(word) for word in words_of_kind(kind))


@cache
def nouns_of_kind(kind: str) -> frozenset[str]:
    """The nouns of one kind in the table of denials, in both numbers."""
    return frozenset(form for word in words_of_kind(kind) for form in (word, word + "s", word[:-1] + "ies"))


@cache
def _forms() -> dict[str, str]:
    """For each irregular form, and noun of a verb, the word whose form it is."""
    return {row["word"]: row["of"] for row in table("word_forms")}


@cache
def stem(word: str) -> str:
    """`word` without its ending, as far as four letters are left; *deny*, *denies* and *denial* are one."""
    word = PLURAL.sub("", _forms().get(word, word))
    word = re.sub(r"(?<=\w\w)(?:y|ies|ied)$", "i", word)
    ending = ENDINGS.search(word, SHORTEST)
    # *dismissed* loses two letters and *dismiss* one: they meet where a doubled letter counts once.
    return DOUBLED.sub(r"\1", word[: ending.start()] if ending else word)


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """The words of `text` in lower case, countries folded to their tokens, possessive endings gone."""
    plain = re.sub(r"['’]s\b", "", fold(text).replace("’", "'"))
    plain = re.sub(r"n't\b", " not", plain)
    return tuple(word.lower() for word in WORD.findall(plain))


@lru_cache(maxsize=4096)
def cued(text: str, *kinds: str) -> bool:
    """Whether a cue's text has a word of one of these kinds in the table of denials, whatever its form."""
    stems = tuple(stem(word) for word in tokens(text))
    words = frozenset((*stems, *(" ".join(pair) for pair in pairwise(stems))))
    return any(words & _cues_of_kind(kind) for kind in kinds)


@cache
def _cues_of_kind(kind: str) -> frozenset[str]:
    """The same for cues, which may be of two words: *brushed aside*."""
    return frozenset(" ".join(stem(part) for part in word.split()) for word in words_of_kind(kind))


def term(word: str) -> str:
    """A word as it is compared: its stem; a country's token as it is."""
    return word if word[0] == "@" else stem(word)


def terms(text: str) -> frozenset[str]:
    """The stems of the words that carry what `text` is about; countries as tokens; no negations."""
    empty = stopwords() | words_of_kind("negates")
    return frozenset(term(word) for word in in_one_word(tokens(text)) if word not in empty)


def in_one_word(words: Sequence[str]) -> Iterator[str]:
    """The words, with each verb of two as the one that says the same: *vote the law down* is *reject the law*."""
    stems, gone = [stem(word) for word in words], set[int]()
    for at, word in enumerate(words):
        if at in gone:
            continue
        found = None
        for particle, (one, apart) in _phrases().get(stems[at], {}).items():
            reach = words[at + 1 : at + 2 + (FAR if apart else 0)]
            if found is None and particle in reach:
                found = one
                gone.add(at + 1 + reach.index(particle))
        yield found or word


@cache
def _phrases() -> dict[str, dict[str, tuple[str, bool]]]:
    """By the stem of a verb its particles: the word that says the same, and whether other words may stand between."""
    found: dict[str, dict[str, tuple[str, bool]]] = {}
    for row in table("phrases"):
        for form in _forms_of(row["verb"]):
            found.setdefault(stem(form), {})[row["particle"]] = (row["as"], row["apart"] == "yes")
    return found


def _forms_of(verb: str) -> Iterator[str]:
    """A verb with its endings, of which a short word's stem keeps some."""
    yield verb
    bare = verb.removesuffix("e")
    yield from (f"{bare}{ending}" for ending in ("es", "ed", "ing"))
    yield from (f"{verb}{ending}" for ending in ("s", f"{verb[-1]}ing", f"{verb[-1]}ed"))


def negated(text: str) -> bool:
    """Whether an odd number of negating words stands in `text`; *no more than nine* bounds a number."""
    words = tokens(text)
    bounding = sum(one in ("no", "not") and two in BOUNDS and three == "than" for one, two, three in _triples(words))
    return (sum(word in words_of_kind("negates") for word in words) - bounding) % 2 == 1


def _triples(words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    return zip(words, words[1:], words[2:], strict=False)


def is_name(term: str) -> bool:
    """Whether a term stands for a country: it tells who, not what."""
    return term[0] == "@"


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """The terms both hold, as a share of the smaller set; 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
