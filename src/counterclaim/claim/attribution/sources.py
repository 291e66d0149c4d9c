"""Finds who a verb or noun ascribes its content to: the subject, the agent, the antecedent, the owner."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.claim.attribution.cues import VERBAL, verb_cue
from counterclaim.claim.attribution.grammar import (
    WH,
    agent_of,
    antecedent,
    below,
    is_passive,
    kids,
    subject_of,
)
from counterclaim.model.reading import Reading

THINGS = frozenset({"missile", "strike", "attack", "drone", "rocket", "ship", "jet", "plane", "bomb", "vote", "result"})
EXPLETIVES = frozenset({"it", "there"})
ENDING = frozenset(":;.?!")


@dataclass(frozen=True, slots=True)
class Subject:
    """The head of a source; `own` is False where it was taken over from a governing verb."""

    head: int
    own: bool


def subject(reading: Reading, verb: int) -> Subject | None:
    """Who does what the verb says: its own subject, or the one it shares with the verb it hangs on."""
    own = subject_of(reading, verb)
    token = reading.tokens[verb]
    if own is not None:
        if reading.tokens[own].text.lower() in WH and (noun := _described(reading, verb, own)) is not None:
            return Subject(noun, own=True)
        return Subject(own, own=True)
    return _shared(reading, verb) if token.head != verb else None


def _described(reading: Reading, verb: int, pronoun: int) -> int | None:
    """The noun a relative pronoun stands for: by the tree, else the noun that stands before its comma."""
    if (noun := antecedent(reading, verb)) is not None:
        return noun
    before = pronoun - 1
    while before > 0 and reading.tokens[before].pos == "PUNCT":
        # Behind a colon or a full stop *who* asks; it stands for nobody that was named.
        if reading.tokens[before].text in ENDING:
            return None
        before -= 1
    return before if before >= 0 and reading.tokens[before].pos in ("NOUN", "PROPN") else None


def _shared(reading: Reading, verb: int) -> Subject | None:
    token = reading.tokens[verb]
    governor = reading.tokens[token.head]
    if token.dep == "acl" and token.tag == "VBG" and governor.pos not in VERBAL:
        return Subject(governor.i, own=False)
    if token.dep in ("conj", "xcomp", "advcl", "dep", "parataxis", "ccomp") and governor.pos in VERBAL:
        if (above := resumed(reading, verb)) is not None:
            return subject(reading, above)
        if token.dep == "advcl" and token.tag not in ("VBG", "VBN"):
            return None
        if token.dep == "ccomp" and token.tag not in ("VBG", "VB"):
            return None
        found = _teller(reading, verb) or subject(reading, governor.i)
        return Subject(found.head, own=False) if found else None
    if token.dep == "pcomp" and token.tag == "VBG":
        return _beyond_preposition(reading, governor.i)
    return None


def _teller(reading: Reading, verb: int) -> Subject | None:
    """
    *The union said it would leave, accusing the port of lying*: who says the first says the second too.

    So where the participle of a cue of speech stands behind a comma on a clause whose subject is a pronoun or a thing.
    """
    token = reading.tokens[verb]
    clause = reading.tokens[token.head]
    above, own, cue = reading.tokens[clause.head], subject_of(reading, clause.i), verb_cue(reading, token)
    if clause.dep == "acl" and above.pos == "NOUN":
        above = reading.tokens[above.head]
    if (
        clause.dep not in ("ccomp", "acl")
        or cue is None
        or cue.kind != "speech"
        or own is None
        or verb_cue(reading, above) is None
    ):
        return None
    behind_comma = token.tag == "VBG" and reading.tokens[verb - 1].text == ","
    # Nor do things say anything: *claims that missiles had hit the mill, calling them lies*.
    mute = reading.tokens[own].pos == "PRON" or reading.tokens[own].lemma in THINGS
    return subject(reading, above.i) if behind_comma and mute else None


def resumed(reading: Reading, verb: int) -> int | None:
    """
    The cue that `verb` goes on with, where the parser hung it on the content: *said the road was open but insisted*.

    Things do not insist: a finite cue of speech without a subject, beside a clause about a thing, has the speaker's.
    Nor does a finite verb go on with a gerund or an infinitive: *denied shelling the town and blamed* is one speaker.
    """
    token = reading.tokens[verb]
    clause = reading.tokens[token.head]
    cue = verb_cue(reading, token)
    if token.dep != "conj" or clause.dep not in ("ccomp", "xcomp") or cue is None or cue.kind != "speech":
        return None
    if subject_of(reading, verb) is not None:
        return None
    above = reading.tokens[clause.head]
    same_tense = above.tag == token.tag and token.tag in ("VBD", "VBZ")
    if clause.dep == "xcomp":
        unlike = clause.tag in ("VBG", "VB")
    else:
        unlike = clause.lemma == "be" or is_passive(reading, clause.i)
    return above.i if same_tense and unlike and above.i < clause.i < verb else None


def _beyond_preposition(reading: Reading, preposition: int) -> Subject | None:
    """*In saying that ..., the minister*: the subject of the verb that the preposition hangs on."""
    verb = reading.tokens[reading.tokens[preposition].head]
    found = subject(reading, verb.i) if verb.pos in VERBAL else None
    return Subject(found.head, own=False) if found else None


def phrase(reading: Reading, head: int) -> frozenset[int]:
    """The noun phrase of `head` with its description, as far as it is one phrase: no loose relative clause."""
    if reading.tokens[head].pos == "PRON":
        return frozenset(
            {head} | {k for k in reading.children[head] if reading.tokens[k].dep in ("cc", "conj", "prep")}
        )
    loose = frozenset(
        k
        for k in kids(reading, head, "relcl", "acl", "punct", "ccomp", "parataxis", "dep", "advcl", "npadvmod")
        if _loose(reading, k)
    )
    tokens = below(reading, head, without=loose)
    return _contiguous(reading, tokens, head)


def _loose(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    if token.dep == "relcl":
        return True
    if token.dep == "acl":
        return verb_cue(reading, token) is not None and token.tag == "VBG"
    return token.dep != "punct"


def _contiguous(reading: Reading, tokens: set[int], head: int) -> frozenset[int]:
    """The stretch of tokens around `head` without gaps other than punctuation."""
    first = last = head
    while first - 1 in tokens or (first - 2 in tokens and reading.tokens[first - 1].pos == "PUNCT"):
        first -= 1
    while last + 1 in tokens or (last + 2 in tokens and reading.tokens[last + 1].pos == "PUNCT"):
        last += 1
    while (
        first < head
        and reading.tokens[first].pos in ("PUNCT", "CCONJ")
        and reading.tokens[first].text not in ("(", '"', "“")
    ):
        first += 1
    while last > head and reading.tokens[last].text in (",", "-", "–", "—", ";", ":"):
        last -= 1
    return frozenset(range(first, last + 1))


def source_of_verb(reading: Reading, verb: int) -> tuple[frozenset[int], int | None, bool]:
    """
    The tokens of the source of a verb, the head of its content subject if passive, and whether the subject is its own.

    A passive has its agent as source (*was condemned by X*), and its subject is a piece of the content.
    """
    found = subject(reading, verb)
    if is_passive(reading, verb):
        agent = agent_of(reading, verb)
        source = phrase(reading, agent) if agent is not None else frozenset()
        return source, found.head if found else None, True
    if found is None or (
        reading.tokens[found.head].text.lower() in EXPLETIVES and reading.tokens[found.head].dep == "expl"
    ):
        return frozenset(), None, False
    return phrase(reading, found.head), None, found.own
