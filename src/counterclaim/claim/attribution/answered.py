"""Finds denials told behind what they deny: *Sundmark says that X, which Orsa denies*; both have one content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.claim.attribution.cues import VERBAL, claims, lemma_of, rejects
from counterclaim.claim.attribution.grammar import agent_of, kids, spans_of, subject_of, words
from counterclaim.claim.attribution.sources import phrase
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Reading, Token
from counterclaim.model.span import Spans

RULE = "answered.v1"
POINTING = frozenset({"which", "that", "this", "something"})


def with_answers(reading: Reading, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, and behind them the denials of one of them that were not found."""
    taken = {at for each in found for span in each.cue for at in reading.tokens_in(span)}
    return [*found, *_answers(reading, found, taken)]


def _answers(reading: Reading, found: Sequence[Attribution], taken: set[int]) -> Iterator[Attribution]:
    for verb in words(reading):
        if verb.i in taken or verb.pos not in VERBAL or not rejects(lemma_of(verb)) or reading.quoted(verb.start):
            continue
        at = _denier(reading, verb)
        content = _before(reading, found, verb) if at is not None else ()
        if at is not None and content:
            cue = {verb.i, *kids(reading, verb.i, "aux", "auxpass", "neg")}
            source = tuple(spans_of(reading, phrase(reading, at)))
            yield Attribution(source, tuple(spans_of(reading, cue)), content, None, RULE, verb.i)


def _denier(reading: Reading, verb: Token) -> int | None:
    """Who denies, where what is denied is only pointed at; None where the verb tells what it is in words of its own."""
    objects = kids(reading, verb.i, "dobj", "nsubjpass", "ccomp", "xcomp")
    pointed = [at for at in objects if reading.tokens[at].text.lower() in POINTING]
    # *A charge Orsa has denied*.
    charged = (
        verb.dep == "relcl" and reading.tokens[verb.head].dep == "appos" and claims(lemma_of(reading.tokens[verb.head]))
    )
    if len(pointed) != len(objects) or not (pointed or charged):
        return None
    passive = any(reading.tokens[at].dep == "nsubjpass" for at in pointed)
    return agent_of(reading, verb.i) if passive else subject_of(reading, verb.i)


def _before(reading: Reading, found: Sequence[Attribution], verb: Token) -> Spans:
    """What was said last before the verb in its sentence, up to the clause of the verb."""
    sentence = reading.sentence_at(verb.i)
    first, clause = reading.tokens[sentence.first].start, min(reading.subtree(verb.i))
    end = reading.tokens[clause].start
    told = [each for each in found if each.content and each.content[0].start >= first and each.content[0].start < end]
    told = [each for each in told if each.cue and each.cue[-1].end <= end]
    if not told:
        return ()
    last = max(told, key=lambda each: (each.content[0].start, each.head or 0))
    tokens = [at for span in last.content for at in reading.tokens_in(span) if reading.tokens[at].end <= end]
    return tuple(spans_of(reading, tokens)) if tokens else ()
