"""What the ledger answers with: Receipt, Record, Decision, Step, Hit, Tombstone and Report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Receipt:
    """
    What one `add` did; all of it is on disk.

    `withheld` is True for a document that was taken out and stays out; `note` says why nothing was updated where that
    is not plain. `claims_kept` counts those that stand as they stood.
    """

    document: str
    withheld: bool = False
    new_document: bool = False
    new_capture: bool = False
    claims_added: int = 0
    claims_kept: int = 0
    claims_revised: int = 0
    claims_superseded: int = 0
    links_added: int = 0
    links_superseded: int = 0
    matters_added: int = 0
    matters_revised: int = 0
    note: str = ""

    @property
    def changed(self) -> bool:
        """Whether the ledger knows anything now that it did not know before."""
        claims = self.claims_added + self.claims_revised + self.claims_superseded
        rest = self.links_added + self.links_superseded + self.matters_added + self.matters_revised
        return self.new_document or self.new_capture or claims + rest > 0


@dataclass(frozen=True, slots=True)
class Decision:
    """
    What a person decided; `on` is the id it was said of.

    `decision` is accepted, corrected or rejected, or, on publishing a claim, released or held.
    """

    seq: int
    at: str
    on: str
    decision: str
    by: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a record, as the log has it."""

    seq: int
    at: str
    kind: str
    payload: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Record:
    """
    What an id stands for.

    `kind` is document, capture, reading, origin, claim, link or matter; `state` current, superseded or withheld;
    `payload` what it says (empty where withheld); `successor` the id that it lives on in, the last of a chain;
    `origin` the id of a document's origin; `decisions` include those on the records it came from; `released` is True
    for a claim that a person let out as it reads now; `reason` is why it was withheld.
    """

    id: str
    kind: str
    state: str
    payload: Mapping[str, Any]
    document: str | None = None
    successor: str | None = None
    copy_of: str | None = None
    origin: str | None = None
    review: str = "unreviewed"
    released: bool = False
    reason: str | None = None
    decisions: tuple[Decision, ...] = ()
    history: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer of a search; `score` is bm25, lower is better; `quote` is empty for a document's title."""

    id: str
    kind: str
    document: str
    score: float
    title: str
    speaker: str
    side: str | None
    act: str | None
    cue: str
    quote: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Tombstone:
    """
    What is left of something withheld: its id, why and when.

    `also` are the ids that went with it; `copies` other documents of the same origin, which still hold such a text.
    """

    id: str
    kind: str
    reason: str
    at: str
    also: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What `verify` found: problems, one line each, and how much was checked."""

    problems: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether the ledger agrees with itself and every span quotes its source."""
        return not self.problems
