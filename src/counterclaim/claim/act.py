"""Decides what is done by saying something: the cue decides where it can, else the words said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.claim.clause import Saying
from counterclaim.claim.contents import RULES, SPECIAL, acts_openly
from counterclaim.claim.cuewords import Row, cues
from counterclaim.claim.wording import Wording
from counterclaim.model.claim import Act
from counterclaim.model.reading import Token

NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
NOTHING: Row = {"cue": "", "act": "asserts", "content": "open", "certainty": "", "addressee": ""}
# What can be cut from a word form where the tagger gave the form itself or a wrong lemma (*hop* for *hoped*).
ENDINGS = ("ing", "ed", "es", "d", "s")
# Cues whose act the words said do not change, but for the special rule of that name.
FIXED = frozenset({"fixed", "request", "name", "agree"})


@dataclass(frozen=True, slots=True)
class Ruling:
    """An act and what decided it, in words that fit after *because*; `row` is the cue's row of `acts.tsv`."""

    act: Act
    why: str
    row: Row


def lemmas(text: str, lemma: str) -> list[str]:
    """What a word may be listed under: its lemma, its form, its form with an ending cut."""
    lower = text.lower()
    cut = [lower[: -len(end)] for end in ENDINGS if lower.endswith(end) and len(lower) > len(end) + 2]
    return [lemma, lower, *cut, *(c + "e" for c in cut)]


def cue_row(saying: Saying) -> Row:
    """
    The row of `acts.tsv` that fits the cue best: the head before the other words, two words before one.

    A light verb (*express*, *make*) leaves it to the word it goes with: the rest of the cue, or the content's head.
    """
    head = [saying.token(saying.head)] if saying.head is not None else []
    rest = [saying.token(i) for i in reversed(saying.cue) if i != saying.head]
    light = NOTHING
    beside = _beside(saying)
    for token in [*head, *rest]:
        row = _row_of(token, beside)
        if row and row["content"] != "light":
            return row
        light = row if row and light is NOTHING else light
    if light is NOTHING:
        return NOTHING
    return next(
        (row for token in _first_words(saying) if (row := _row_of(token, ())) and row["content"] != "light"), light
    )


def _row_of(token: Token, beside: Sequence[str]) -> Row | None:
    for lemma in lemmas(token.text, token.lemma):
        rows = cues().get(lemma)
        if rows:
            second = next((word for word in beside if word in rows), "")
            if second in rows:
                return rows[second]
    return None


def _first_words(saying: Saying) -> list[Token]:
    """The content's head where it is a noun or adjective: *concern* of *deep concern that ...*."""
    inside = saying.inside
    heads = (saying.token(i) for i in saying.content if i in inside and saying.token(i).head not in inside)
    return [token for token in heads if token.pos in {"NOUN", "ADJ", "PROPN"}][:1]


def _beside(saying: Saying) -> list[str]:
    """The words that may decide with the cue's head: the rest of the cue, the content's first word and its head."""
    rest = [saying.token(i).lemma for i in saying.cue if i != saying.head]
    content = [i for i in saying.content if saying.token(i).pos != "PUNCT"]
    first = [saying.token(i).lemma for i in content[:1]]
    heads = [saying.token(i).lemma for i in content if saying.token(i).head == saying.head]
    return [*rest, *first, *heads]


def decide(saying: Saying) -> Ruling:
    """What is done by this saying, and what decided it."""
    row, wording = cue_row(saying), Wording(saying)
    act = Act(row["act"])
    named = f"the cue is listed as one that {act}" if row["cue"] else "the cue is in no list"
    if act is Act.ADMITS and _negated(saying):
        return Ruling(Act.DENIES, "a fault is not admitted", row)
    special = SPECIAL.get(row["content"])
    found = special(wording) if special else None
    if found:
        return Ruling(found[0], found[1], row)
    if row["content"] in FIXED:
        return Ruling(act, named, row)
    found = acts_openly(wording)
    if found:
        return Ruling(found[0], found[1], row)
    for other, rule in RULES:
        why = rule(wording)
        if why and other is Act.ACCUSES and _negated(saying):
            return Ruling(Act.DENIES, f"not said: {why}", row)
        if why:
            return Ruling(other, why, row)
    return Ruling(act, named, row)


def _negated(saying: Saying) -> bool:
    """*Did not admit*, *has never conceded*, *pleaded not guilty*."""
    first = [i for i in saying.content if saying.token(i).pos != "PUNCT"][:1]
    return any(saying.token(i).lemma in NEGATIONS for i in [*saying.cue, *first])
