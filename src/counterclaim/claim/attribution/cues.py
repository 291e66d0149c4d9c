"""Loads the cue table and looks up which words signal an attribution, and what they take as content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from counterclaim.data import table
from counterclaim.model.reading import Reading, Token

VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Cue:
    """
    One row of the cue table: what a lemma takes as content, and the prepositions whose phrase can be it.

    `kind` is `speech` for words that report speech wherever they stand, `stance` for those (*thinks*, *wants*) that do
    so only in the writer's own sentences, `hearsay` for adverbs.
    """

    lemma: str
    takes: frozenset[str]
    prepositions: frozenset[str]
    kind: str

    def __contains__(self, pattern: str) -> bool:
        return pattern in self.takes


@cache
def _cues(kind: str) -> dict[str, Cue]:
    return {
        row["lemma"]: Cue(
            row["lemma"], frozenset(row["takes"].split()), frozenset(row["prepositions"].split()), row["kind"]
        )
        for row in table("cues")
        if row["pos"] == kind
    }


@cache
def _misread() -> dict[str, str]:
    """Word forms whose lemma the model gets wrong (hoped: hop), and headline verbs that it takes for nouns."""
    return {row["form"]: row["lemma"] for row in table("cue_forms")}


def lemma_of(token: Token) -> str:
    """The lemma of `token`, the model's known mistakes mended."""
    return _misread().get(token.text.lower(), token.lemma)


def verb_cue(reading: Reading, token: Token) -> Cue | None:
    """The row for a verb, its particle taken into account (*point out* is not *point*)."""
    cues, lemma = _cues("verb"), lemma_of(token)
    for child in reading.children[token.i]:
        word = reading.tokens[child]
        if word.dep in ("prt", "prep", "advmod") and (compound := cues.get(f"{lemma} {word.lemma}")):
            return compound
    return cues.get(lemma)


def noun_cue(token: Token) -> Cue | None:
    """The row for a noun such as *claim* or *denial*."""
    return _cues("noun").get(lemma_of(token)) or _cues("noun").get(token.lemma)


def adjective_cue(token: Token) -> Cue | None:
    """The row for an adjective such as *confident*."""
    return _cues("adjective").get(token.lemma)


def adverb_cue(token: Token) -> bool:
    """Whether the word is one such as *reportedly*."""
    return token.text.lower() in _cues("adverb")


@cache
def _denials(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("denials") if row["kind"] == kind)


def rejects(lemma: str) -> bool:
    """Whether the verb turns down what was said: deny, reject, dismiss."""
    return lemma in _denials("rejects")


@cache
def _denying() -> frozenset[str]:
    """The cues that deny whatever stands with them."""
    return frozenset(row["cue"] for row in table("acts") if row["act"] == "denies")


def turns_down(reading: Reading, token: Token) -> bool:
    """Whether the verb turns down what was said or wanted: *denied*, *refused*, *brushed aside*."""
    lemma, words = lemma_of(token), _denials("rejects") | _denials("declines") | _denying()
    following = reading.tokens[token.i + 1].text.lower() if token.i + 1 < len(reading.tokens) else ""
    return lemma in words or f"{lemma} {following}" in words


def of_own_words(lemma: str) -> bool:
    """Whether a verb, with its particle, tells what somebody does with words of their own: retract, stand by."""
    return lemma in _denials("withdraws") | _denials("again")


def claims(lemma: str) -> bool:
    """Whether the noun is one for something said: claim, allegation, report."""
    return lemma in _denials("claim")


def wishes(lemma: str) -> bool:
    """Whether the noun is one for something wanted: demand, proposal, request."""
    return lemma in _denials("wish")


def belittles(word: str) -> bool:
    """Whether the word is one by which claims are called untrue: unfounded, a lie."""
    return word in _denials("belittles")


def sues(lemma: str) -> bool:
    """Whether the noun is one for what is put to a court: lawsuit, petition, motion."""
    return lemma in _denials("suit")
