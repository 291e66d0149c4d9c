"""An attribution anywhere in a very long paragraph is found: the edges of the windows lose nothing."""

from __future__ import annotations

from functools import cache
from itertools import cycle, islice

import pytest

from counterclaim.claim.attribution import find_attributions
from counterclaim.model.claim import Attribution
from counterclaim.model.document import Document
from counterclaim.understand import understand
from stories_made import document

pytestmark = pytest.mark.model

PLAIN = (
    "The river runs from the hills to the sea.",
    "Boats lay at the quay, and nets were hung along the wall.",
    "It rained.",
    "A cart with two wheels stood in the yard behind the mill, full of wet straw and broken tiles.",
    "The road is narrow.",
    "On Monday the market opened at five and closed at two.",
    "Eleven houses were painted white in the spring, and nine in the summer of the same year.",
)
SAYINGS = (
    ("The mayor", "said", "the bridge was closed"),
    ("Norland", "denied", "that the dam had burst"),
    ("The harbour office", "says", "two ships have sunk"),
)
SENTENCES = 200
EVERY = 5


@cache
def long_paragraph(offset: int) -> tuple[Document, tuple[tuple[tuple[str, str, str], int], ...]]:
    """Some 2,000 words with a saying behind each fifth plain sentence, and where each saying begins."""
    sentences, places, at = [], [], 0
    sayings = cycle(SAYINGS)
    for number, plain in enumerate(islice(cycle(PLAIN), SENTENCES)):
        sentences.append(plain)
        at += len(plain) + 1
        if number % EVERY == offset:
            saying = next(sayings)
            places.append((saying, at))
            sentences.append(f"{' '.join(saying)}.")
            at += len(sentences[-1]) + 1
    return document(" ".join(sentences)), tuple(places)


@cache
def found_in(offset: int) -> tuple[Attribution, ...]:
    """The attributions of that paragraph."""
    return find_attributions(understand(long_paragraph(offset)[0]))


@pytest.mark.parametrize("offset", range(EVERY))
def test_a_saying_is_found_behind_every_sentence(offset: int) -> None:
    """Whole: its source, its cue and its content, at its place."""
    text, places = long_paragraph(offset)[0].text, long_paragraph(offset)[1]
    by_place = {each.cue[0].start: each for each in found_in(offset)}
    lost = []
    for (source, cue, content), at in places:
        each = by_place.get(at + len(source) + 1)
        words = each and tuple(" ".join(s.of(text) for s in spans) for spans in (each.source, each.cue, each.content))
        if words != (source, cue, content):
            lost.append((at, words))
    assert lost == []


@pytest.mark.parametrize("offset", range(EVERY))
def test_nothing_else_is_found(offset: int) -> None:
    """No sentence is found twice, in two windows, and no plain one is found at all."""
    _, places = long_paragraph(offset)
    assert len(found_in(offset)) == len(places)
