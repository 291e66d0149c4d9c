"""Finds the content of a cue of speech where the parser hung it elsewhere: parentheses, receivers with a clause."""

from __future__ import annotations

from counterclaim.claim.cues import VERBAL, Cue
from counterclaim.claim.grammar import below, kids, subject_of
from counterclaim.model.reading import Reading, Token


def misparsed(reading: Reading, verb: Token, cue: Cue) -> set[int]:
    """The content of `verb`, or nothing: tried in the order of how sure each way is."""
    if "clause" not in cue or cue.kind != "speech" or subject_of(reading, verb.i) is None:
        return set()
    return _of_receiver(reading, verb, cue) or _around(reading, verb)


def _of_receiver(reading: Reading, verb: Token, cue: Cue) -> set[int]:
    """*told the paper she feared ...*: a clause without a relative pronoun that was hung on whom it was said to."""
    for receiver in kids(reading, verb.i, "dobj", "dative") if "receiver" in cue else []:
        for clause in kids(reading, receiver, "relcl", "acl"):
            pronouns = (reading.tokens[k].tag for k in kids(reading, clause, "nsubj", "dobj", "nsubjpass"))
            if subject_of(reading, clause) is not None and not {"WDT", "WP"} & set(pronouns):
                return below(reading, clause)
    return set()


def _around(reading: Reading, verb: Token) -> set[int]:
    """*The road, the mayor said, was open*: the cue in parentheses, the sentence around it is the content."""
    governor = reading.tokens[verb.head]
    if verb.dep not in ("parataxis", "ccomp", "advcl", "dep") or governor.pos not in VERBAL or governor.i == verb.i:
        return set()
    own = below(reading, verb.i)
    if not _between_commas(reading, own):
        return set()
    return below(reading, governor.i) - own


def _between_commas(reading: Reading, own: set[int]) -> bool:
    """Whether the cue's clause is set off by punctuation on both sides, or ends the sentence after one."""
    sentence = reading.sentence_at(min(own))
    before, after = min(own) - 1, max(own) + 1
    opened = before >= sentence.first and _is_mark(reading, before)
    closed = after >= sentence.last or _is_mark(reading, after) or _is_mark(reading, max(own))
    return (opened or _is_mark(reading, min(own))) and closed


def _is_mark(reading: Reading, i: int) -> bool:
    return reading.tokens[i].pos == "PUNCT"
