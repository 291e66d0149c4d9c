"""Which clauses are fit to be compared: not what is cut off, nor what is so by being announced."""

from __future__ import annotations

import re
from functools import cache

from counterclaim.data import table
from counterclaim.dispute.lost.said import WORD, Page, Said
from counterclaim.dispute.lost.words import term, terms

# *The attack*, *the burnt bakery*: what is spoken of as known, up to two words on.
DEFINITE = re.compile(r"\b(?:the|this|that|these|those)\s+(\w+(?:\s+\w+)?)")
ENDS = (".", "!", "?", "…", "”", "’", '"', "'", ")")


@cache
def _kind(kind: str) -> frozenset[str]:
    words = (row["word"] for row in table("distances") if row["kind"] == kind)
    return frozenset(term for word in words for term in terms(word))


def whole(page: Page, own: Said) -> bool:
    """Whether a clause is all there: an excerpt that breaks off in a sentence of the body may have cut who says it."""
    if own.part != "excerpt":
        return True
    start, end = own.sentence
    words = page.text[start:end].rstrip()
    return words.endswith(ENDS) or page.text.count(words) < 2


def takes_for_so(own: Said, said: Said) -> bool:
    """Whether a clause speaks of what is said as of a known thing: *the attack* after *hackers attack a bank*."""
    if said.verb is None:
        return False
    found = DEFINITE.findall(own.text.lower())
    return any(term(word) == said.verb for words in found for word in words.split())


def decided(page: Page, told: Said) -> bool:
    """Whether a claim is so by being announced: *announced that the match was cancelled*, *announced the death of*."""
    return bool(_cue(page, told) & _kind("announces")) and (told.verb is None or told.verb in _kind("decides"))


def attributed_alike(own: Said, told: Said, here: Page, there: Page) -> bool:
    """Whether the sentence of the own clause has the claim's source and cue as well: one parse saw it, one did not."""
    claim = told.claim or {}
    spans = (*claim.get("source", ()), *claim.get("cue", ()))
    said_by = {word for span in spans for word in WORD.findall(there.words(span).lower())}
    return bool(claim.get("cue")) and said_by <= set(WORD.findall(here.words(own.sentence).lower()))


def names_speaker(own: Said, told: Said, here: Page, there: Page) -> bool:
    """Whether the own sentence names whoever claims it, though they do nothing in it: *in the governor's eyes*."""
    spans = (told.claim or {}).get("source", ())
    speaker = frozenset().union(*(terms(there.words(span)) for span in spans))
    parties = [party.terms for party in (own.actor, own.object) if party]
    return bool(speaker & terms(here.words(own.sentence)) - told.terms - frozenset().union(*parties))


def unnamed(told: Said, page: Page) -> bool:
    """Whether nothing but an adverb makes it a claim: *allegedly*, *reportedly*; what is lost then is a hedge."""
    return not (told.claim or {}).get("source") and bool(_cue(page, told) & _kind("hedge"))


def _cue(page: Page, told: Said) -> frozenset[str]:
    return frozenset().union(*(terms(page.words(span)) for span in (told.claim or {}).get("cue", ())))
