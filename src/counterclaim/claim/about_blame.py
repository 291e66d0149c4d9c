"""On whom a saying lays a deed: whom it accuses or blames, and who claims responsibility."""

from __future__ import annotations

from functools import cache

from counterclaim.claim.about_doers import side_of, undergoer_of
from counterclaim.claim.about_mood import words
from counterclaim.claim.about_signs import Opening
from counterclaim.data import table
from counterclaim.model.claim import Attribution, Frame
from counterclaim.model.reading import Reading

BLAMING = frozenset({"accuse", "blame"})
REACH = 8


@cache
def harms() -> frozenset[str]:
    """Nouns for what does harm: of these somebody can be responsible, or be behind them."""
    events = {row["word"] for row in table("events") if row["part"] == "noun" and row["family"] != "number"}
    wrongs = {row["words"] for row in table("wrongs") if row["accused"] != "nobody" and row["pos"] in ("", "noun")}
    return frozenset(events | wrongs).union(words("harm"))


def blamed(reading: Reading, attribution: Attribution, own: str | None) -> Frame | None:
    """The responsibility that the cue itself lays on somebody: *accused Arvo of*, *blamed it on Arvo*, *claimed it*."""
    cue = [i for span in attribution.cue for i in reading.tokens_in(span)]
    held = reading.tokens_in(attribution.content[0]) if attribution.content else range(0)
    if not held:
        return None
    words_of = reading.span_of(held[0], held[-1])
    if any(reading.tokens[i].lemma == "responsibility" for i in cue):
        return Frame("responsibility", words_of, actor=own) if own else None
    if not any(reading.tokens[i].lemma in BLAMING for i in cue):
        return None
    head = _laid_on(reading, cue, held)
    actor = side_of(reading, head, None) if head is not None else None
    return Frame("responsibility", words_of, actor=actor) if actor else None


def _laid_on(reading: Reading, cue: list[int], held: range) -> int | None:
    """Whom the cue blames: what follows its own *on*, else the noun with which the content opens."""
    for i in held:
        token = reading.tokens[i]
        if token.lemma == "on" and token.head in cue:
            return next((c for c in reading.children[i] if reading.tokens[c].dep == "pobj"), None)
    first = reading.tokens[held[0]]
    at = first.i
    while reading.tokens[at].head in held and reading.tokens[at].dep in ("det", "amod", "compound", "poss", "nummod"):
        at = reading.tokens[at].head
    return at if reading.tokens[at].pos in ("NOUN", "PROPN", "PRON") else None


def harmful(reading: Reading, each: Opening, inside: frozenset[int]) -> bool:
    """Whether what somebody is said to have done, ordered or to be behind is something that does harm."""
    near = [c for i in (each.first, each.last) for c in reading.children[i]]
    tops = [c for c in near if c in inside and reading.tokens[c].dep in ("dobj", "pobj")]
    tops += [d for c in near if reading.tokens[c].lemma == "for" for d in reading.children[c]]
    undergoer = undergoer_of(reading, each.first, inside)
    tops += [undergoer] if undergoer is not None else []
    found = {i for top in tops for i in (top, *_beside(reading, top))}
    return any(reading.tokens[i].lemma.lower() in harms() for i in found)


def _beside(reading: Reading, top: int) -> list[int]:
    """The other nouns of one phrase: *the killing and looting*, *a wave of attacks*; no *review of the attack*."""
    kinds = ("conj", "pobj") if reading.tokens[top].lemma in words("many") else ("conj",)
    nouns = (i for i in reading.subtree(top) if reading.tokens[i].pos == "NOUN" and i - top < REACH)
    return [i for i in nouns if reading.tokens[i].dep in kinds]
