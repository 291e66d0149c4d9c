"""Numbers in a list, each with a place of its own: *three deaths in Zenda, two in Strelsau and four in Hentzau*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.claim.about_mood import words
from counterclaim.claim.about_near import LOCATIVE
from counterclaim.model.claim import Frame
from counterclaim.model.place import Place
from counterclaim.model.quantity import Quantity
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span

# Between a number and its place stands no more than who they are and what became of them: *14 people dead in Zenda*.
BETWEEN = 3
LISTS = frozenset({",", ";", "and", "or", "plus", "another", "with"})


def place_behind(reading: Reading, number: Sequence[int], places: Sequence[Place]) -> Place | None:
    """The place that stands right behind a number and its noun: that of the number, whatever else the clause names."""
    preposition = _preposition(reading, number[-1])
    if preposition is None:
        return None
    tokens = reading.tokens
    first = preposition + 1
    first += first < len(tokens) and tokens[first].pos == "DET"
    beside = (
        p for p in places if first < len(tokens) and p.span.start in (tokens[first].start, tokens[first - 1].start)
    )
    return next((place for place in beside if place.span.start > tokens[preposition].start), None)


def is_bare(reading: Reading, number: Sequence[int]) -> bool:
    """Whether a number stands before its place with no noun and no word for what became of those it counts."""
    plain = all(reading.tokens[i].pos == "NUM" for i in number)
    return plain and _preposition(reading, number[-1]) == number[-1] + 1


def _preposition(reading: Reading, last: int) -> int | None:
    """The *in* or *near* behind a number, past its noun and what became of those counted."""
    for at in range(last + 1, min(last + 2 + BETWEEN, len(reading.tokens))):
        token = reading.tokens[at]
        if token.lemma.lower() in LOCATIVE:
            return at
        if token.pos not in ("NOUN", "ADJ", "ADV") and token.lemma not in words("outcome"):
            return None
    return None


def carried_on(reading: Reading, quantity: Quantity, before: tuple[Span, Frame]) -> Frame | None:
    """The frame of the number before for one that only adds a place: *two in Strelsau*; None where it does not."""
    held, (span, frame) = reading.tokens_in(quantity.span), before
    if quantity.unit or quantity.of or not held or _preposition(reading, held[-1]) != held[-1] + 1:
        return None
    earlier = reading.tokens_in(span)
    between = reading.tokens[earlier[-1] + 1 : held[0]]
    listed = bool(between) and between[-1].text.lower() in LISTS
    apart = any(token.pos == "VERB" and token.lemma not in words("outcome") for token in between)
    same = reading.sentence_at(earlier[-1]).first == reading.sentence_at(held[0]).first
    named = reading.tokens[min(held[-1] + 2, len(reading.tokens) - 1)]
    if not (listed and same) or apart or named.pos not in ("PROPN", "DET"):
        return None
    return replace(frame, words=quantity.span)
