"""Mapped: a stretch of text that knows, for each character, where in the decoded file it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.model.document import Run

# The place of a character that the reader made: decoded from an entity or an escape, or put between two pieces.
MADE = -1

# Escapes and character references can name what is no character; one for one, so that offsets stay.
NO_CHARACTERS = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Mapped:
    """
    `text` and, for each of its characters, the offset in the decoded file it came from, or MADE.

    `at` is a `range` where the characters stand side by side in the file, which costs nothing to slice.

    >>> Mapped.from_file("a *b*", 2, 5)[1:2]
    Mapped(text='b', at=range(3, 4))
    """

    text: str
    at: Sequence[int]

    @classmethod
    def from_file(cls, content: str, start: int, end: int) -> Mapped:
        """The characters `start` up to `end` of the decoded file, as they stand there."""
        return cls(content[start:end], range(start, end))

    @classmethod
    def made(cls, text: str) -> Mapped:
        """Text that stands nowhere in the file as it is."""
        return cls(sound(text), (MADE,) * len(text))

    def __getitem__(self, part: slice) -> Mapped:
        return Mapped(self.text[part], self.at[part])

    def __len__(self) -> int:
        return len(self.text)

    def stripped(self) -> Mapped:
        """Without the blanks at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : start + len(self.text.strip())]


def sound(text: str) -> str:
    """`text` with U+FFFD for NUL and for halves of surrogate pairs, which no file can hold."""
    return NO_CHARACTERS.sub("\ufffd", text)


def joined(pieces: Iterable[Mapped]) -> Mapped:
    """The pieces one after the other."""
    kept = [piece for piece in pieces if piece.text]
    text = "".join(piece.text for piece in kept)
    ranges = [piece.at for piece in kept if isinstance(piece.at, range)]
    if kept and len(ranges) == len(kept) and all(one.stop == other.start for one, other in pairwise(ranges)):
        return Mapped(text, range(ranges[0].start, ranges[-1].stop))
    return Mapped(text, tuple(at for piece in kept for at in piece.at))


def runs_of(words: Mapped, text_start: int) -> Iterator[Run]:
    """The stretches of `words` that stand unchanged in the file, for a text in which they begin at `text_start`."""
    if isinstance(words.at, range):
        if words.at:
            yield Run(text_start, words.at.start, len(words.at))
        return
    first = 0
    for i in range(1, len(words.at) + 1):
        if i < len(words.at) and _follows(words.at[i - 1], words.at[i]):
            continue
        if words.at[first] != MADE:
            yield Run(text_start + first, words.at[first], i - first)
        first = i


def _follows(before: int, after: int) -> bool:
    return after == MADE if before == MADE else after == before + 1
