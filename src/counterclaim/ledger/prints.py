"""Prints: a document's words without what publishers put around them, and the numbers by which its copies are found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from counterclaim.data import table
from counterclaim.ledger.canonical import sha256
from counterclaim.ledger.store import Payload

Numbers = NDArray[np.uint64]

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ENDS = re.compile(r"[.!?…:]+[\"'”’)\]]*\s*$|\n")
# A longer paragraph says something even where it begins as a credit does.
LONGEST_LINE = 40
# Fewer words than two sentences have are in too many texts to show that one is a copy of the other.
FEWEST = 20
# What an article is about stands in about so many words.
LEAD = 40
# Runs of three words tell a rewriting from another report of the same event: see the curve in docs/ledger.md.
RUN = 3
# Of each twelve runs of five words in a row the least is kept: any sixteen words that two texts share give a key.
GRAM, WINDOW = 5, 12
# Twenty bands of four minima: who shares half of the runs is found seven times in ten, three quarters nearly always, a
# twentieth once in ten thousand; what shares whole sentences is found by its grams.
BANDS, ROWS = 20, 4
# Keys of 46 bits, and two more for their kind, take seven bytes in the file.
BITS, KINDS = 46, 4
GRAM_KEY, BAND_KEY, TOLD_KEY = range(3)
ODD = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Print:
    """
    A document as it is compared.

    `facts` are its names and numbers, `lead_facts` those of its beginning, `told` the key that its reader gave it,
    `day` the day it was published as far as known.
    """

    words: tuple[str, ...]
    facts: frozenset[str]
    lead_facts: frozenset[str]
    told: str
    day: str

    @cached_property
    def line(self) -> str:
        """The words in one line, with a blank around each."""
        return f" {' '.join(self.words)} "

    @cached_property
    def runs(self) -> Numbers:
        """The different runs of words, as sorted numbers."""
        return np.unique(_runs(_numbers(self.words), RUN))

    @cached_property
    def keys(self) -> frozenset[int]:
        """The keys under which the ledger's index knows the document."""
        told = {_key(_mixed(np.array([crc32(self.told.encode())], np.uint64)), TOLD_KEY)}
        if len(self.words) < FEWEST:
            return frozenset(told)
        numbers = _numbers(self.words)
        grams = {_key(each, GRAM_KEY) for each in _winnowed(_runs(numbers, GRAM))}
        bands = {_key(each, BAND_KEY) for each in _bands(self.runs)}
        return frozenset(told | grams | bands)


def print_of(document: Payload, told: str) -> Print:
    """The print of a document's payload; `told` is the origin that its reader told."""
    found = _tokens(cleaned(document))
    words = tuple(word for word, _ in found)
    facts = frozenset(word for word, fact in found if fact)
    lead = frozenset(word for word, fact in found[:LEAD] if fact)
    return Print(words, facts, lead, told, day_of(document))


LENGTHS = {"year": 4, "month": 7}


def day_of(document: Payload) -> str:
    """The day, month or year a document was published; empty where that is not known."""
    return (document["published"] or "")[: LENGTHS.get(document["published_precision"] or "", 10)]


def cleaned(document: Payload) -> str:
    """The paragraphs of a document, or its excerpt where it has none, without bylines, datelines and the like."""
    by_kind: dict[str, list[str]] = {}
    for part in document["parts"]:
        by_kind.setdefault(part["kind"], []).append(document["text"][part["start"] : part["end"]])
    paragraphs = by_kind.get("body") or by_kind.get("excerpt") or []
    kept = [each for each in paragraphs if not _is_credit(each)]
    text = "\n".join(kept).strip()
    for pattern in _patterns("start"):
        text = pattern.sub("", text, count=1)
    for pattern in _patterns("end"):
        text = _cut(text, pattern)
    return text


def _is_credit(paragraph: str) -> bool:
    line = paragraph.strip()
    return len(line.split()) <= LONGEST_LINE and any(each.fullmatch(line) for each in _patterns("line"))


def _cut(text: str, pattern: re.Pattern[str]) -> str:
    """The text without an ending of this kind; a word before an ellipsis may be half of one and goes too."""
    found = pattern.search(text[-LONGEST_LINE:])
    if found is None:
        return text
    kept = text[: len(text) - min(LONGEST_LINE, len(text)) + found.start()]
    return kept.rpartition(" ")[0] if kept and kept[-1].isalnum() and "…" in found[0].replace("...", "…") else kept


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    around = {"line": "{}", "start": "\\A(?:{})", "end": "(?:{})\\Z"}[kind]
    flags = 0 if kind == "start" else re.IGNORECASE
    return tuple(re.compile(around.format(row["pattern"]), flags) for row in table("credits") if row["kind"] == kind)


def _tokens(text: str) -> list[tuple[str, bool]]:
    """Each word in lower case, and whether it is a number or a name; the first of a sentence is no name for sure."""
    counting = _number_words()
    found, last = [], 0
    for match in WORD.finditer(text):
        word = match[0]
        folded = word.casefold()
        fact = folded in counting or word[0].isdigit() or (word[0].isupper() and not _begins(text, last, match.start()))
        found.append((folded, fact))
        last = match.end()
    return [(word.replace("’", "'"), fact) for word, fact in found]


def _begins(text: str, last: int, start: int) -> bool:
    """Whether a sentence begins at `start`; the word before ends at `last`."""
    return last == 0 or ENDS.search(text, last, start) is not None


@cache
def _number_words() -> frozenset[str]:
    counting = {"UNIT", "TEN", "HUNDRED", "SCALE"}
    return frozenset(row["word"] for row in table("number_words") if row["class"] in counting) - {"one"}


def _numbers(words: Sequence[str]) -> Numbers:
    return np.array([crc32(word.encode("utf-8", "surrogatepass")) for word in words], np.uint64)


def _mixed(numbers: Numbers) -> Numbers:
    """Numbers as if drawn by chance, the same for the same ones (the finalizer of splitmix64)."""
    z = numbers * ODD
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def _runs(numbers: Numbers, size: int) -> Numbers:
    """A number for each run of so many words."""
    count = len(numbers) - size + 1
    if count < 1:
        return np.empty(0, np.uint64)
    run = np.zeros(count, np.uint64)
    for at in range(size):
        run = _mixed(run + numbers[at : at + count])
    return run


def _winnowed(grams: Numbers) -> Numbers:
    """The least of each window: two texts with a window in common have its least in common, wherever it stands."""
    if len(grams) <= WINDOW:
        return grams[:0] if not len(grams) else np.array([grams.min()], np.uint64)
    return np.unique(np.lib.stride_tricks.sliding_window_view(grams, WINDOW).min(axis=1))


@cache
def _factors() -> tuple[Numbers, Numbers]:
    drawn = _mixed(np.arange(1, 2 * BANDS * ROWS + 1, dtype=np.uint64))
    return drawn[::2] | np.uint64(1), drawn[1::2]


def _bands(runs: Numbers) -> list[Numbers]:
    """A number for each band of the MinHash signature: equal where all minima of the band are."""
    factors, addends = _factors()
    signature = ((runs[:, None] * factors + addends) >> np.uint64(16)).min(axis=0).reshape(BANDS, ROWS)
    band = np.arange(1, BANDS + 1, dtype=np.uint64)
    for row in range(ROWS):
        band = _mixed(band + signature[:, row])
    return list(band)


def _key(number: Numbers | np.uint64, kind: int) -> int:
    return (int(np.asarray(number).reshape(-1)[0]) >> (64 - BITS)) * KINDS + kind


def kind_of(key: int) -> int:
    """What a key is of: GRAM_KEY, BAND_KEY or TOLD_KEY."""
    return key % KINDS


def number_of(document: str) -> int:
    """The number by which the index knows a document: made of its id, so that no order of adding shows in it."""
    return int(sha256(document)[:15], 16)
