"""Finds the token that stands for the one who speaks a quotation, so that *I* and *we* in it have somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from counterclaim.data import table
from counterclaim.model.reading import Quotation, Reading
from counterclaim.model.span import Span

# A verb further from the marks than this many characters belongs to something else.
NEAR = 160


@cache
def saying() -> frozenset[str]:
    """Verbs that can stand with a quotation."""
    takes = ((row["lemma"], row["takes"].split()) for row in table("cues") if row["pos"] == "verb")
    return frozenset(lemma for lemma, kinds in takes if "clause" in kinds or "quotation" in kinds)


def quoted_tokens(reading: Reading) -> dict[int, int]:
    """For each token inside a quotation the number of that quotation; of nested ones the inner."""
    found: dict[int, int] = {}
    for number, quotation in enumerate(reading.quotations):
        for piece in quotation.pieces:
            found.update((at, number) for at in reading.tokens_in(piece))
    return found


def speaking_tokens(reading: Reading, quoted: Mapping[int, int]) -> dict[int, int]:
    """For each quotation, by its number, the token of its speaker: the subject of the nearest verb of saying."""
    found: dict[int, int] = {}
    for number, quotation in enumerate(reading.quotations):
        near = min(_subjects(reading, quotation, quoted), default=None)
        if near is not None:
            found[number] = near[2]
        elif number - 1 in found and _follows(reading, number):
            found[number] = found[number - 1]
    return found


def left_open(reading: Reading, token: int) -> int | None:
    """The number of the quotation that no mark closed at the end of the paragraph before that of the token."""
    parts, part = reading.document.parts, reading.sentence_at(token).part
    for number, quotation in enumerate(reading.quotations):
        last = quotation.pieces[-1]
        if (
            part
            and not quotation.closed
            and last.end >= parts[part - 1].span.end
            and last.end <= parts[part].span.start
        ):
            return number
    return None


def _follows(reading: Reading, number: int) -> bool:
    """Whether only a paragraph's end, or little more, parts the quotation from the one before."""
    before, here = reading.quotations[number - 1].pieces[-1], reading.quotations[number].pieces[0]
    return here.start - before.end < NEAR


def _subjects(reading: Reading, quotation: Quotation, quoted: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    """Subjects of verbs of saying outside the quotation, each after how loosely it is joined and how far it stands."""
    text, first, last = reading.document.text, quotation.pieces[0], quotation.pieces[-1]
    part = reading.document.part_at(first.start)
    low = max(first.start - NEAR, part.span.start if part else 0)
    before = _spoken(reading, quoted, low, first.start)
    joined = text[low : first.start].rstrip()[-1:] in (",", ":")
    for verb, subject in before:
        yield (0 if joined else 1), first.start - reading.tokens[verb].end, subject
    # A full stop inside the marks ends the sentence: what follows is then said of the next one.
    ended = text[last.start : last.end].rstrip("\"”’'» ")[-1:] == "."
    for verb, subject in _spoken(reading, quoted, last.end, min(len(text), last.end + NEAR)):
        new = part is not None and reading.tokens[verb].start >= part.span.end
        yield (3 if new else 2 if ended else 0), reading.tokens[verb].start - last.end, subject


def _spoken(reading: Reading, quoted: Mapping[int, int], low: int, high: int) -> Iterator[tuple[int, int]]:
    """The verbs of saying between two offsets that stand outside quotations, each with its subject."""
    for at in reading.tokens_in(Span(low, high)) if low < high else ():
        token = reading.tokens[at]
        if token.lemma in saying() and token.pos == "VERB" and at not in quoted:
            for child in reading.children[at]:
                if reading.tokens[child].dep == "nsubj" and child not in quoted:
                    yield at, child
