"""Link and Matter: how claims bear on each other, and the question they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class LinkKind(StrEnum):
    """How one claim bears on another."""

    DENIES = "denies"
    CONTRADICTS = "contradicts"
    SUPPORTS = "supports"
    REPEATS = "repeats"
    CORRECTS = "corrects"
    WITHDRAWS = "withdraws"


class Basis(StrEnum):
    """What a link rests on, strongest first; `possible` is a guess and never counts in a status."""

    STRUCTURE = "structure"
    EXPLICIT = "explicit"
    DERIVED = "derived"
    POSSIBLE = "possible"


class Status(StrEnum):
    """Where a matter stands between its sides; never who is right."""

    ONE_SIDED = "one-sided"
    CONTESTED = "contested"
    AGREED = "agreed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Link:
    """From a later or answering claim to the claim it bears on; `because` is one plain sentence a reader can check."""

    id: str
    from_claim: str
    to_claim: str
    kind: LinkKind
    basis: Basis
    because: str
    found_by: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to a matter's question, the claims that give it and the sides that take it."""

    answer: str
    claims: tuple[str, ...]
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """
    One question on which claims were made.

    `sides` maps a side to its claims; claims of unknown speakers are in `unattributed`, never on a side.
    `links` are ids; `place` is the key of the place; `time` EDTF; `origins` counts independent origins.
    """

    id: str
    question: str
    status: Status
    sides: Mapping[str, tuple[str, ...]]
    positions: tuple[Position, ...] = ()
    links: tuple[str, ...] = ()
    unattributed: tuple[str, ...] = ()
    unanswered_by: tuple[str, ...] = ()
    place: str | None = None
    place_name: str | None = None
    time: str | None = None
    origins: int = 1
    because: str = ""
    history: tuple[Mapping[str, object], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Disputes:
    """What `find_disputes` gives: links between claims, and the matters they form."""

    links: tuple[Link, ...] = ()
    matters: tuple[Matter, ...] = ()
