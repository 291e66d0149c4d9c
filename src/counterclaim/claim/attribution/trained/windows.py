"""Cuts a reading into windows that the encoder sees at once: whole paragraphs where they fit, else whole sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from counterclaim.model.document import PartKind
from counterclaim.model.reading import Reading

# In pieces of words. News paragraphs have 40 to 80; attention costs the square, so that longer ones pay less and less.
ROOM = 224
# What stands around the core of a window that had to be cut inside a paragraph.
CONTEXT = 48
# The encoder knows 512 positions: a core of one longest unit, its context and the marks between paragraphs fit.
LONGEST_UNIT = 400
# A title or an excerpt breaks off and starts anew; the others are one text.
APART = frozenset({PartKind.TITLE, PartKind.EXCERPT})


class Window(NamedTuple):
    """Tokens `first` up to `last` are seen; a cue is looked for in `core_first` up to `core_last` only."""

    first: int
    last: int
    core_first: int
    core_last: int


class _Unit(NamedTuple):
    """A sentence, or a piece of one that is too long; `cost` in pieces."""

    first: int
    last: int
    part: int
    cost: int


def windows(reading: Reading, costs: Sequence[int]) -> Iterator[Window]:
    """
    The windows of a document in text order; `costs` are the pieces of each token.

    Each token is in the core of exactly one window, and no window holds more than 512 pieces.
    """
    units = list(_units(reading, costs))
    for _, run in groupby(units, key=lambda unit: _series(reading, unit)):
        yield from _packed([list(paragraph) for _, paragraph in groupby(run, key=lambda unit: unit.part)])


def _series(reading: Reading, unit: _Unit) -> int:
    """Title and excerpt are a series of their own."""
    return unit.part if reading.document.parts[unit.part].kind in APART else -1


def _units(reading: Reading, costs: Sequence[int]) -> Iterator[_Unit]:
    for sentence in reading.sentences:
        first, cost = sentence.first, 0
        for at in range(sentence.first, sentence.last):
            if cost and cost + costs[at] > LONGEST_UNIT:
                yield _Unit(first, at, sentence.part, cost)
                first, cost = at, 0
            cost += costs[at]
        yield _Unit(first, sentence.last, sentence.part, cost)


def _packed(paragraphs: list[list[_Unit]]) -> Iterator[Window]:
    held: list[_Unit] = []
    for paragraph in paragraphs:
        if held and _cost(held) + _cost(paragraph) > ROOM:
            yield Window(held[0].first, held[-1].last, held[0].first, held[-1].last)
            held = []
        if _cost(paragraph) > ROOM:
            yield from _cut(paragraph)
        else:
            held = [*held, *paragraph]
    if held:
        yield Window(held[0].first, held[-1].last, held[0].first, held[-1].last)


def _cut(paragraph: list[_Unit]) -> Iterator[Window]:
    """The windows of a paragraph that does not fit, each with what stands before and after its core."""
    start = 0
    while start < len(paragraph):
        end = start + 1
        while end < len(paragraph) and _cost(paragraph[start : end + 1]) <= ROOM - CONTEXT:
            end += 1
        core, before, after = paragraph[start:end], paragraph[:start], paragraph[end:]
        first = _reach(core[0].first, list(reversed(before)), -1)
        last = _reach(core[-1].last, after, 1)
        yield Window(first, last, core[0].first, core[-1].last)
        start = end


def _reach(edge: int, units: list[_Unit], step: int) -> int:
    """How far the context goes: whole units, the nearest first."""
    left = CONTEXT
    for unit in units:
        if unit.cost > left:
            break
        edge, left = (unit.first if step < 0 else unit.last), left - unit.cost
    return edge


def _cost(units: Sequence[_Unit]) -> int:
    """The pieces of the units with a mark after each."""
    return sum(unit.cost + 1 for unit in units)
