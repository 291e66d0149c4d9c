"""Lays the words of a window out as the numbers of pieces that the encoder reads."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from counterclaim.claim.attribution.trained.features import Numbers
from counterclaim.claim.attribution.trained.vocabulary import vocabulary
from counterclaim.claim.attribution.trained.windows import Window
from counterclaim.model.reading import Reading

MARK = -1


def laid_out(reading: Reading, window: Window, cuts: Sequence[Sequence[int]]) -> tuple[Numbers, Numbers]:
    """
    The pieces of a window, and for each piece the word it is of, counted from the window's start, or MARK.

    A mark opens the window, parts its paragraphs and closes it.
    """
    known = vocabulary()
    pieces, word_of = [known.first], [MARK]
    for i in range(window.first, window.last):
        if i > window.first and _opens_part(reading, i):
            pieces.append(known.last)
            word_of.append(MARK)
        pieces.extend(cuts[i])
        word_of.extend([i - window.first] * len(cuts[i]))
    return np.array([*pieces, known.last], dtype=np.int64), np.array([*word_of, MARK], dtype=np.int64)


def _opens_part(reading: Reading, i: int) -> bool:
    sentence = reading.sentence_at(i)
    return sentence.first == i and sentence.part != reading.sentence_at(i - 1).part
