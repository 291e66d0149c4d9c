"""Statement and Clause: what an article says in its own voice, and every clause of it with whose words it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.model.claim import Frame
from counterclaim.model.span import Span


class Voice(StrEnum):
    """Whose words a clause is: the article's own, its own with a hedge, or those of a claim."""

    OWN = "own"
    HEDGED = "hedged"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Statement:
    """What the article says in its own voice, where it has a frame: the `span` of the clause; never a side's claim."""

    span: Span
    frame: Frame


@dataclass(frozen=True, slots=True)
class Clause:
    """
    One clause as far as it is compared with another: only spans and marks, no words of its own.

    `actor` is who does it (the agent of a passive), `object` whom it befalls, None where the clause names none;
    `claim` is the id of the innermost claim whose content it stands in; `modality` is that of a Frame.
    """

    span: Span
    sentence: Span
    voice: Voice
    verb: Span | None = None
    actor: Span | None = None
    object: Span | None = None
    polarity: bool = True
    modality: str = "asserted"
    claim: str | None = None
