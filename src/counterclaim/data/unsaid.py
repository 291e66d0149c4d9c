"""unsaid: whether a cue says that something was not said, so that its act is told by its own words."""

from __future__ import annotations

import re
from functools import cache

from counterclaim.data import table

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SHORTENED = ("n't", "n’t")


def unsaid(cue: str) -> bool:
    """Whether the words of a cue hold a negation or a refusal: *has not confirmed*, *wouldn't say*, *declined*."""
    words = WORD.findall(cue.lower())
    return any(word in _words() or word.endswith(SHORTENED) for word in words)


@cache
def _words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("unsaid"))
