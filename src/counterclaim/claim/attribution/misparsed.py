"""Finds the content of a cue of speech where the parser hung it elsewhere: parentheses, receivers with a clause."""

from __future__ import annotations

from counterclaim.claim.attribution.cues import VERBAL, Cue, verb_cue
from counterclaim.claim.attribution.grammar import CLOSING, below, kids, subject_of
from counterclaim.model.reading import Reading, Token

# What a content clause begins with when it stands right behind its cue.
OPENERS = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "SCONJ"})
# Prepositions before what something is said in.
VEHICLES = frozenset({"in", "on", "during", "at"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def misparsed(reading: Reading, verb: Token, cue: Cue) -> set[int]:
    """The content of `verb`, or nothing: tried in the order of how sure each way is."""
    if "clause" not in cue or cue.kind != "speech" or subject_of(reading, verb.i) is None:
        return set()
    found = _of_receiver(reading, verb, cue) or _of_vehicle(reading, verb)
    return found or _around(reading, verb) or following(reading, verb)


def _of_vehicle(reading: Reading, verb: Token) -> set[int]:
    """*said in a statement that ...*: a clause with *that* which was hung on what it was said in."""
    for preposition in kids(reading, verb.i, "prep"):
        for noun in kids(reading, preposition, "pobj"):
            for clause in kids(reading, noun, "acl", "ccomp", "relcl"):
                if is_vehicle(reading, reading.tokens[noun]) and _opens_with_that(reading, clause):
                    return below(reading, clause)
    return set()


def _opens_with_that(reading: Reading, clause: int) -> bool:
    return any(reading.tokens[k].text.lower() == "that" for k in kids(reading, clause, "mark"))


def is_vehicle(reading: Reading, noun: Token) -> bool:
    """Whether the noun is only what something was said in: *said in a statement*, *told them in an interview*."""
    preposition = reading.tokens[noun.head]
    verb = reading.tokens[preposition.head]
    if noun.dep != "pobj" or preposition.lemma not in VEHICLES or verb.pos not in VERBAL:
        return False
    cue = verb_cue(reading, verb)
    return cue is not None and cue.kind == "speech" and "clause" in cue


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


def following(reading: Reading, verb: Token) -> set[int]:
    """
    *The mayor said the damage because of the flood is ...*: what follows the cue, where it has a finite verb.

    Long subjects and lists make the parser lose the clause; what stands between a cue of speech and the end of its
    sentence is then its content, if no punctuation or phrase stands between the two.
    """
    sentence = reading.sentence_at(verb.i)
    subject = subject_of(reading, verb.i)
    first = verb.i + 1
    if subject is None or subject > verb.i or first >= sentence.last or _behind_quotation(reading, subject):
        return set()
    opener = reading.tokens[first]
    if opener.pos not in OPENERS or opener.tag in ("TO", "VBD", "VBZ"):
        return set()
    stretch = range(first, sentence.last)
    return set(stretch) if any(reading.tokens[i].tag in FINITE for i in stretch) else set()


def _behind_quotation(reading: Reading, subject: int) -> bool:
    """Whether what stands before the subject is a quotation that has just closed: that is the content."""
    before = min(below(reading, subject)) - 1
    return before >= 0 and reading.tokens[before].text in CLOSING


def precedes_wrongly(reading: Reading, verb: Token, clause: int, cue: Cue) -> bool:
    """
    Whether the parser took a sentence before the cue for its content although the content follows.

    That is so where another clause follows the cue at once, and where the cue has an object: *X claims the dam, Y
    denies it*.
    """
    objects = [k for k in kids(reading, verb.i, "dobj") if k > verb.i]
    if clause < verb.i and objects and "receiver" not in cue and not reading.quoted(reading.tokens[clause].start):
        return True
    subject = subject_of(reading, verb.i)
    if clause > verb.i or subject is None or subject > verb.i or _is_mark(reading, min(below(reading, subject)) - 1):
        return False
    return bool(following(reading, verb))
