"""Found: an attribution while it is being put together, as sets of tokens rather than spans."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Token numbers of source, cue and content; `head` is the token the cue hangs on, `rule` what found it."""

    head: int
    rule: str
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
