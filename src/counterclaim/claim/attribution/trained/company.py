"""Finds which attributions of a document may bear on each other, so that no step looks at all pairs."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claim.attribution.trained.features import Roles
from counterclaim.model.reading import Reading


def companions(reading: Reading, every: Sequence[Roles]) -> list[list[Roles]]:
    """For each attribution the others that have a token in a sentence with it, in their order."""
    spread = [{reading.sentence_at(i).first for i in each.tokens} for each in every]
    here: dict[int, list[int]] = {}
    for n, sentences in enumerate(spread):
        for sentence in sentences:
            here.setdefault(sentence, []).append(n)
    found = (sorted({m for sentence in sentences for m in here[sentence]} - {n}) for n, sentences in enumerate(spread))
    return [[every[m] for m in numbers] for numbers in found]
