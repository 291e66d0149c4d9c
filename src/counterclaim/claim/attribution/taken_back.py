"""Finds who takes back or stands by own words that were not found: *took back her claim that X*, *stood by it*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.claim.attribution.cues import VERBAL, claims, lemma_of, of_own_words
from counterclaim.claim.attribution.grammar import below, kids, spans_of, words
from counterclaim.claim.attribution.sources import source_of_verb
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Reading, Token

RULE = "taken_back.v1"
OWN = frozenset({"his", "her", "its", "their", "my", "our"})


def with_taken_back(reading: Reading, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, and behind them what somebody takes back or stands by where no cue was found there."""
    taken = {at for each in found for span in each.cue for at in reading.tokens_in(span)}
    return [*found, *(each for verb in words(reading) if verb.i not in taken for each in _told(reading, verb))]


def _told(reading: Reading, verb: Token) -> Iterator[Attribution]:
    if verb.pos not in VERBAL or reading.quoted(verb.start):
        return
    particle = _particle(reading, verb)
    noun = _own_words(reading, verb, particle)
    source, _, named = source_of_verb(reading, verb.i)
    if noun is not None and source and named:
        cue = {verb.i, *particle, *kids(reading, verb.i, "aux", "neg")}
        content = (below(reading, noun) | _behind(reading, verb, noun)) - cue
        yield Attribution(
            tuple(spans_of(reading, source)),
            tuple(spans_of(reading, cue)),
            tuple(spans_of(reading, content)),
            None,
            RULE,
            verb.i,
        )


def _particle(reading: Reading, verb: Token) -> list[int]:
    """The second word of *take back* or *stand by*; nothing for *retract*."""
    second = kids(reading, verb.i, "prt", "prep", "advmod")
    return [at for at in second if of_own_words(f"{lemma_of(verb)} {reading.tokens[at].lemma}")][:1]


def _behind(reading: Reading, verb: Token, noun: int) -> set[int]:
    """The clause right behind the noun that the parser hung on the verb: *took back his claim [that he paid]*."""
    last = max(below(reading, noun))
    clauses = (below(reading, at) for at in kids(reading, verb.i, "ccomp", "relcl"))
    return {at for clause in clauses if min(clause) == last + 1 for at in clause}


def _own_words(reading: Reading, verb: Token, particle: list[int]) -> int | None:
    """The noun for something said that is the verb's object and the speaker's own; None where there is none."""
    if not particle and not of_own_words(lemma_of(verb)):
        return None
    objects = [at for head in (verb.i, *particle) for at in kids(reading, head, "dobj", "pobj")]
    for at in objects:
        owners = (reading.tokens[each].text.lower() for each in kids(reading, at, "poss"))
        if claims(lemma_of(reading.tokens[at])) and any(owner in OWN for owner in owners):
            return at
    return None
