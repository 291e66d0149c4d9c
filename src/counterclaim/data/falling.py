"""falling: whether something that fell went down by an amount, or short, ill or behind, so that nobody took it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from counterclaim.data import table

# *Fell sharply, by 3 percent*: words between the verb and its amount.
NEAR = 4
# *Fell far behind*: words up to the one that goes with the verb.
NEXT = 2


def sinks(behind: Sequence[tuple[str, str]]) -> bool:
    """Whether the words behind *fall*, each with its part of speech, tell by how much it fell or that it only sank."""
    by_amount = any(pos in ("NUM", "SYM") for _, pos in behind[:NEAR])
    return by_amount or any(word.lower() in _sunk() for word, _ in behind[:NEXT])


@cache
def _sunk() -> frozenset[str]:
    return frozenset(row["word"] for row in table("frame_words") if row["kind"] == "sunk")
