"""Vocabulary: cuts words into the pieces that the encoder knows (WordPiece, Schuster and Nakajima 2012, as in BERT)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"
# The reference tokenizer takes a longer word for unknown too.
LONGEST_WORD = 100
# Signs and syllables strung together without a blank can have more pieces than the encoder has positions.
MOST_PIECES = 100


# Some 20 MB of words; a process that reads for months meets more spellings than that.
MOST_KEPT = 100_000


class Vocabulary:
    """Piece numbers by piece; each word that was cut once is kept, since a few thousand words make up most text."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self._cut: dict[str, tuple[int, ...]] = {}
        self.first, self.last = self._numbers[FIRST], self._numbers[LAST]

    def cut(self, word: str) -> tuple[int, ...]:
        """The numbers of the pieces of `word`, at least one and at most MOST_PIECES."""
        if len(self._cut) > MOST_KEPT:
            self._cut.clear()
        known = self._cut.get(word)
        if known is None:
            pieces = [number for part in _parts(word) for number in self._greedy(part)]
            known = self._cut[word] = tuple(pieces[:MOST_PIECES]) or (self._numbers[UNKNOWN],)
        return known

    def _greedy(self, part: str) -> list[int]:
        """The longest known piece first; unknown as a whole where a rest is left."""
        found: list[int] = []
        start = 0
        while start < len(part):
            end = len(part) if len(part) <= LONGEST_WORD else start
            lead = "##" if start else ""
            while end > start and lead + part[start:end] not in self._numbers:
                end -= 1
            if end == start:
                return [self._numbers[UNKNOWN]]
            found.append(self._numbers[lead + part[start:end]])
            start = end
        return found


def _parts(word: str) -> list[str]:
    """Small letters without accents; punctuation and Chinese characters stand alone, control characters are dropped."""
    plain = unicodedata.normalize("NFD", word.lower())
    parts: list[str] = []
    joins = False
    for letter in plain:
        kind = unicodedata.category(letter)
        if kind == "Mn" or kind.startswith("C") or letter.isspace():
            continue
        alone = _is_punctuation(letter, kind) or _is_ideograph(letter)
        if joins and not alone:
            parts[-1] += letter
        else:
            parts.append(letter)
        joins = not alone
    return parts


def _is_punctuation(letter: str, kind: str) -> bool:
    return kind.startswith("P") or (letter.isascii() and not letter.isalnum())


def _is_ideograph(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff" or "\U00020000" <= letter <= "\U0002fa1f"


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the encoder, loaded once."""
    return Vocabulary((files(__package__) / "pieces.txt").read_text(encoding="utf-8").split("\n"))
