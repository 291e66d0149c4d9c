"""Likeness: compares two prints word by word and says whether they are one article, or one a piece of the other."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from counterclaim.ledger.prints import FEWEST, LEAD, Print

# The curves behind these figures are in docs/ledger.md, measured with evaluate/origins.py on its dev seeds.
# Two texts with so much of each in the other are copies, however the rest of either begins.
NEAR = 0.8
# A rewriting keeps seven sentences of ten and words the others anew; reports that only share a background have less,
# and no other report has the facts of its beginning.
REWRITTEN = 0.52
# So much of the shorter text must be in the longer one for a shortened rewriting.
SHORTENED = 0.62
# So much of an excerpt is in its article: who cuts one smooths its ends.
CUT = 0.85
# What is shorter than so much of another is at most a piece of it: several may have it, and it joins one of them alone.
LIKE_LENGTH = 0.75
# What is shorter has too few runs for shares to say anything: there one must stand in the other word for word.
SHORT = 60
# So much of the facts of a beginning the other text has, where it begins with the same news.
SAME_NEWS = 0.5
# Each of two statements made from one template has names and numbers that the other lacks; a copy only leaves some out.
OWN_FACTS = 0.3
# What a publisher puts before an article is no longer than this.
PREFIX = 15
# A piece that begins its article does so within so many words.
OPENING = 40
TRACE = 6


class Kin(StrEnum):
    """What one text is to another."""

    SAME = "same"
    PIECE = "piece"
    WHOLE = "whole"


TURNED = {Kin.SAME: Kin.SAME, Kin.PIECE: Kin.WHOLE, Kin.WHOLE: Kin.PIECE}


def kinship(one: Print, other: Print) -> Kin | None:
    """
    What `one` is to `other`: the same article, a piece of it, the whole that `other` is a piece of, or None.

    Turning the two round turns the answer.
    """
    if (len(one.words), one.words) > (len(other.words), other.words):
        found = _of_shorter(other, one)
        return TURNED[found] if found else None
    return _of_shorter(one, other)


def _of_shorter(short: Print, long: Print) -> Kin | None:
    if short.words == long.words and len(short.words) >= FEWEST:
        return Kin.SAME
    if short.told == long.told:
        return Kin.SAME if own_facts(short, long) <= OWN_FACTS else None
    if len(short.words) < FEWEST:
        return None
    return _of_few_words(short, long) if len(short.words) < SHORT else _of_many_words(short, long)


def _of_few_words(short: Print, long: Print) -> Kin | None:
    """A short text counts where it stands in the other word for word, whatever a publisher put before either."""
    if short.line in long.line:
        return _piece(short, long) if len(long.words) > len(short.words) + PREFIX else Kin.SAME
    ending = _common_ending(short, long)
    heads = len(short.words) - ending, len(long.words) - ending
    if ending >= FEWEST and max(heads) <= PREFIX and ending >= NEAR * len(short.words) and own_facts(short, long) == 0:
        return Kin.SAME
    return None


def _of_many_words(short: Print, long: Print) -> Kin | None:
    shared = len(np.intersect1d(short.runs, long.runs, assume_unique=True))
    within, around = shared / len(short.runs), shared / len(long.runs)
    if within < REWRITTEN or own_facts(short, long) > OWN_FACTS:
        return None
    if around >= NEAR or (around >= REWRITTEN and same_news(short, long)):
        return Kin.SAME if len(short.words) >= LIKE_LENGTH * len(long.words) else Kin.PIECE
    if within >= CUT:
        return _piece(short, long)
    return Kin.PIECE if within >= SHORTENED and same_news(short, long) else None


def _piece(short: Print, long: Print) -> Kin | None:
    """A piece is cut from its article: what somebody printed earlier, and another took up amid more, is none."""
    return Kin.PIECE if begins(short, long) or not _later(long, short) else None


def _later(one: Print, other: Print) -> bool:
    size = min(len(one.day), len(other.day))
    return one.day[:size] > other.day[:size]


def begins(short: Print, long: Print) -> bool:
    """Whether the beginning of one text stands in the beginning of the other."""
    opening = f" {' '.join(long.words[:OPENING])} "
    starts = range(0, min(LEAD // 2, len(short.words)), 2)
    return any(f" {' '.join(short.words[at : at + TRACE])} " in opening for at in starts)


def own_facts(one: Print, other: Print) -> float:
    """The share of names and numbers that both texts have for themselves: the smaller of the two counts it."""
    own = min(len(one.facts - other.facts), len(other.facts - one.facts))
    return own / max(1, min(len(one.facts), len(other.facts)))


def same_news(one: Print, other: Print) -> bool:
    """Whether each text has most of the names and numbers that the other begins with."""
    pairs = ((one.lead_facts, other.facts), (other.lead_facts, one.facts))
    return all(len(lead & facts) >= SAME_NEWS * len(lead) for lead, facts in pairs)


def _common_ending(one: Print, other: Print) -> int:
    count = 0
    for mine, theirs in zip(reversed(one.words), reversed(other.words), strict=False):
        if mine != theirs:
            break
        count += 1
    return count
