"""Finds whom a report says it has its words from: *the agency said, citing two officials, that ...* holds two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from counterclaim.claim.attribution.cues import lemma_of
from counterclaim.claim.attribution.grammar import WH, ancestors, kids, spans_of, subject_of
from counterclaim.claim.attribution.sources import phrase
from counterclaim.data import table
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Reading, Token
from counterclaim.model.span import hold

RULE = "relayed.v1"
# Clauses that say where a report is from hang on its verb or on its speaker in these ways.
HANGING = frozenset({"advcl", "acl", "relcl", "conj"})
CITING = frozenset({"cite", "quote"})
NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})


def with_relayed(reading: Reading, found: Sequence[Attribution]) -> list[Attribution]:
    """
    The attributions, and beside each that is said to be from somebody else that somebody with the same words.

    What had been found with such a cue but without its speaker gives way.
    """
    relays = {relay.head: relay for outer in found for relay in _relays(reading, outer)}
    return [*(each for each in found if each.head not in relays), *relays.values()]


def _relays(reading: Reading, outer: Attribution) -> Iterator[Attribution]:
    told = {at for span in (*outer.source, *outer.cue) for at in reading.tokens_in(span)}
    if not told or not outer.content:
        return
    sentence = reading.sentence_at(min(told))
    behind = told | set(reading.tokens_in(outer.content[-1])[-1:])
    for verb in reading.tokens[sentence.first : sentence.last]:
        apart = not hold((*outer.cue, *outer.content), (verb.span,))
        if apart and _cites(reading, verb) and _is_from(reading, verb, behind):
            yield from _relay(reading, outer, verb)


def _cites(reading: Reading, verb: Token) -> bool:
    """Whether the verb says whom something is from, and its clause has nobody else who says so."""
    own = subject_of(reading, verb.i)
    alone = own is None or reading.tokens[own].text.lower() in WH
    return alone and verb.dep in HANGING and verb.pos == "VERB" and lemma_of(verb) in CITING


def _is_from(reading: Reading, verb: Token, told: set[int]) -> bool:
    """Whether the verb hangs on the words `told` or stands right behind them, wherever the parser hung it."""
    above = next((token.i for token in ancestors(reading, verb.i) if token.i in told or token.pos == "VERB"), None)
    before = verb.i - 1
    while before >= 0 and (reading.tokens[before].pos == "PUNCT" or reading.tokens[before].text.lower() in WH):
        before -= 1
    return above in told or before in told


def _relay(reading: Reading, outer: Attribution, verb: Token) -> Iterator[Attribution]:
    cited = next((at for at in kids(reading, verb.i, "dobj") if _speaks(reading.tokens[at])), None)
    own = kids(reading, verb.i, "prep", "ccomp")
    if cited is None or any(reading.tokens[at].text in ("as", "that") for at in own):
        return
    source = tuple(spans_of(reading, phrase(reading, cited)))
    if not hold(outer.content, source):
        cue = {verb.i, *kids(reading, verb.i, "aux")}
        yield Attribution(source, tuple(spans_of(reading, cue)), outer.content, None, RULE, verb.i)


def _speaks(token: Token) -> bool:
    """Whether the words can be somebody's: a name, people, a body, a document; no reason, as in *citing safety*."""
    return token.entity in NAMES or token.pos == "PROPN" or {token.lemma, token.text.lower()} & _speakers() != set()


@cache
def _speakers() -> frozenset[str]:
    return frozenset({row["word"] for row in table("bodies")} | {row["role"] for row in table("roles")})
