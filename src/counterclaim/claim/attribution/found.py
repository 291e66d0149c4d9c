"""Found: an attribution while it is being put together, as sets of tokens rather than spans."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Found:
    """
    Token numbers of source, cue and content; `head` is the token the cue hangs on, `rule` what found it.

    `weak` says that the cue alone does not make an attribution, so that a stronger one over the same words wins.
    """

    head: int
    rule: str
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    weak: bool = field(default=False)
