"""Frames of numbers: tolls, strengths and measures, with bounds and with what is counted."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.claim.about_counted import counted_by
from counterclaim.claim.about_listed import carried_on
from counterclaim.claim.about_mood import words
from counterclaim.claim.about_near import when
from counterclaim.claim.about_parties import country_in
from counterclaim.claim.about_standing import mood
from counterclaim.model.claim import Frame
from counterclaim.model.quantity import Bound, Quantity
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span

# *12 of its border guards*: tokens after the number that can still say of whom it is.
OF = 4
GROUP = frozenset({"ADJ", "NOUN", "PROPN", "ADP", "PRON", "DET", "PART"})
# *Killed three people today*: a day is no group.
WHEN = frozenset({"npadvmod", "advmod"})
# *About 500* is taken to reach this share up and down; a narrower band would make 500 and 540 a dispute.
ABOUT = 0.2


def numbers(reading: Reading, content: Sequence[Span], own: str | None) -> Iterator[Frame]:
    """A frame for each quantity in `content` that counts people by what became of them, forces, or is a measure."""
    before: tuple[Span, Frame] | None = None
    for quantity in reading.quantities_in(*content):
        if any(span.holds(quantity.span) for span in content):
            frame = _frame(reading, quantity, content, own)
            listed = carried_on(reading, quantity, before) if before else None
            if listed and (frame is None or frame.counted == listed.counted):
                low, high = bounds(quantity)
                frame = replace(listed, low=low, high=high) if low is not None or high is not None else None
            if frame:
                yield frame
            before = (quantity.span, frame) if frame else None


def _frame(reading: Reading, quantity: Quantity, content: Sequence[Span], own: str | None) -> Frame | None:
    low, high = bounds(quantity)
    held = reading.tokens_in(quantity.span)
    if (low is None and high is None) or not held:
        return None
    kind, counted = counted_by(reading, quantity, content)
    if kind is None:
        return None
    inside = frozenset(i for span in content for i in reading.tokens_in(span))
    holds, modality = mood(reading, _verb(reading, held[-1], inside), inside)
    return Frame(
        kind,
        quantity.span,
        patient=None if kind == "measure" else _group(reading, quantity, own),
        polarity=holds,
        modality=modality,
        low=low,
        high=high,
        unit=None if kind == "measure" else quantity.unit,
        counted=counted,
        time=when(reading, held[-1], content),
    )


def _verb(reading: Reading, index: int, inside: frozenset[int]) -> int:
    """The verb over the number, by whose words it is put forward; the number itself where the content has none."""
    at = index
    while reading.tokens[at].pos not in ("VERB", "AUX"):
        head = reading.tokens[at].head
        if head == at or head not in inside:
            return index
        at = head
    return at


def _group(reading: Reading, quantity: Quantity, own: str | None) -> str | None:
    """
    Of whom the number is, where it is not just people: *six miners* are some of the dead, not the toll.

    A country or the speaker's own side before the noun is kept as its name, so that *12 of its* and *40 Ruritanian
    soldiers* are of one group.
    """
    held = reading.tokens_in(quantity.span)
    if not held:
        return None
    nouns: list[str] = []
    whose: str | None = None
    for i in range(held[0], min(held[-1] + 1 + OF, reading.sentence_at(held[-1]).last)):
        token = reading.tokens[i]
        if i > held[-1] and (token.pos not in GROUP or (nouns and token.pos not in ("NOUN", "PROPN"))):
            break
        if i > held[-1] and (token.dep in WHEN or (token.pos == "ADP" and token.lemma != "of")):
            break
        # *Off-duty soldiers* are soldiers.
        described = reading.tokens[i - 1].text == "-"
        if token.pos in ("NOUN", "PROPN") and not country_in(token.text) and not described:
            nouns.append(token.lemma)
        whose = whose or (own if token.lemma in words("own") else country_in(token.text))
    named = [word for word in nouns if word not in words("anybody") and word not in words("outcome")]
    return " ".join(filter(None, (whose, *named))) if named else None


def bounds(quantity: Quantity) -> tuple[float | None, float | None]:
    """The lowest and highest number that the words allow; None for an open end."""
    value = quantity.value
    if quantity.bound is Bound.AT_LEAST:
        return (quantity.low if quantity.low is not None else value), None
    if quantity.bound is Bound.AT_MOST:
        return None, (quantity.high if quantity.high is not None else value)
    if quantity.bound is Bound.ABOUT and value is not None:
        return value - ABOUT * abs(value), value + ABOUT * abs(value)
    if quantity.bound in (Bound.RANGE, Bound.VAGUE) or value is None:
        return quantity.low, quantity.high
    return value, value


def apart(one: Frame, other: Frame) -> bool:
    """Whether the two numbers cannot both hold: one ends below where the other begins."""
    low, high = _ends(one)
    other_low, other_high = _ends(other)
    return high < other_low or other_high < low


def _ends(frame: Frame) -> tuple[float, float]:
    low = -math.inf if frame.low is None else frame.low
    return low, math.inf if frame.high is None else frame.high
