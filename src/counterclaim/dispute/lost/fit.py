"""Which clauses are fit to be compared: not what is cut off, nor what is so by being announced."""

from __future__ import annotations

import re
from functools import cache

from counterclaim.data import table
from counterclaim.dispute.lost.said import SMALL, WORD, Page, Said
from counterclaim.dispute.lost.words import distances, term, terms

# *The attack*, *the burnt bakery*: what is spoken of as known, up to two words on.
THE = frozenset({"the", "this", "that", "these", "those"})
DEFINITE = re.compile(r"\b(the|this|that|these|those|his|her|its|their|\w+['’]s)\s+(\w+(?:\s+\w+)?)")
ENDS = (".", "!", "?", "…", "”", "’", '"', "'", ")")


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
    found = [(whose, word) for whose, words in DEFINITE.findall(own.text.lower()) for word in words.split()]
    words = frozenset(word for _, word in found)
    if words & _nouns(said.verb, "number") or (_all_told(said) and words & _nouns(said.verb)):
        return True
    if own.verb == said.verb:
        return _again(own, said)
    # *Their dead* are dead, by whom and how many is open.
    return any(term(word) == said.verb and whose in THE and not _counted(said) for whose, word in found)


def _again(own: Said, said: Said) -> bool:
    """Whether a clause says the same of the same: *the slide buried the cars*, after *a slide buried three*."""
    if own.polarity != said.polarity or not (own.actor and own.object and said.actor and said.object):
        return False
    pairs = ((own.actor, said.actor), (own.object, said.object))
    return all(mine.terms and mine.terms <= theirs.terms for mine, theirs in pairs)


def _all_told(said: Said) -> bool:
    """
    Whether the event is all that a clause tells: *the attack* takes for so that a man was stabbed, but neither who
    stabbed him nor how many were.
    """
    return not (said.actor and said.object) and not _counted(said)


def _counted(said: Said) -> bool:
    return any(said.page.inside("quantities", party.span) for party in (said.actor, said.object) if party)


@cache
def _nouns(verb: str, part: str = "noun") -> frozenset[str]:
    """The nouns by which an event that `verb`, a term, reports is spoken of later."""
    families = {row["family"] for row in table("events") if row["part"] == "verb" and term(row["word"]) == verb}
    return frozenset(row["word"] for row in table("events") if row["part"] == part and row["family"] in families)


def decided(page: Page, told: Said) -> bool:
    """Whether a claim is so by being announced: *announced that the match was cancelled*, *announced the death of*."""
    return bool(_cue(page, told) & distances("announces")) and (told.verb is None or told.verb in distances("decides"))


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
    # *In Kelm* names no governor of Kelm.
    towns = [terms(each["name"]) for each in here.inside("places", own.sentence) if each["precision"] in SMALL]
    return bool(speaker & terms(here.words(own.sentence)) - told.terms - frozenset().union(*parties, *towns))


def unnamed(told: Said, page: Page) -> bool:
    """Whether nothing but an adverb makes it a claim: *allegedly*, *reportedly*; what is lost then is a hedge."""
    return not (told.claim or {}).get("source") and bool(_cue(page, told) & distances("hedge"))


def _cue(page: Page, told: Said) -> frozenset[str]:
    return frozenset().union(*(terms(page.words(span)) for span in (told.claim or {}).get("cue", ())))
