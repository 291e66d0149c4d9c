"""The nouns of a matter's history: acts of saying with their days, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from counterclaim.model.matter import Link, Matter, Status


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its bounds, None where open: so many `counted` of a `unit`, in what a frame is about."""

    frame: str
    low: float | None
    high: float | None
    unit: str | None = None
    counted: str | None = None

    @property
    def scale(self) -> tuple[str, str, str]:
        """What two numbers share that count the same things."""
        return self.frame, (self.unit or "").casefold(), (self.counted or "").casefold()

    def excludes(self, other: Figure) -> bool:
        """Whether no number lies within the bounds of both."""
        return _below(self, other) or _below(other, self)


def _below(one: Figure, other: Figure) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def figures_of(about: Iterable[Mapping[str, Any]]) -> tuple[Figure, ...]:
    """The numbers in records of what a claim is about, once each; one denied or asked after is nobody's number."""
    found = (
        Figure(each["frame"], each["low"], each["high"], each["unit"], each["counted"])
        for each in about
        if each["polarity"] and each["modality"] == "asserted" and (each["low"], each["high"]) != (None, None)
    )
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Saying:
    """
    One act of saying as a history looks at it.

    `day` is the ISO day by which it had been said, None where nothing tells; `exact` whether it was that very day.
    `speaker` is their name or role, empty where unknown; `origin` the independent origin it was read in.
    """

    claim: str
    day: str | None = None
    exact: bool = True
    speaker: str = ""
    side: str | None = None
    words: str = ""
    origin: str | None = None
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """A matter with its links and what is known of its claims, as it stood at one time."""

    matter: Matter
    links: tuple[Link, ...]
    sayings: Mapping[str, Saying] = field(default_factory=dict)

    def claims(self) -> tuple[str, ...]:
        """All claims of the matter, in the order of its sides."""
        return tuple(dict.fromkeys(self._claims()))

    def _claims(self) -> Iterator[str]:
        for claims in self.matter.sides.values():
            yield from claims
        yield from self.matter.unattributed

    def saying(self, claim: str) -> Saying:
        """What is known of a claim; nothing but its id where it was withheld."""
        return self.sayings.get(claim) or Saying(claim)

    def dated(self) -> list[Saying]:
        """The acts of saying by their days, those without one last."""
        found = [self.saying(claim) for claim in self.claims()]
        return sorted(found, key=lambda each: (each.day is None, each.day or ""))


@dataclass(frozen=True, slots=True)
class Turn:
    """From `day` on (None: nothing tells the day) a matter stood so, because of this claim."""

    day: str | None
    exact: bool
    status: Status
    because: str
    claim: str | None


@dataclass(frozen=True, slots=True)
class Silence:
    """Who has not answered, in how many documents of how many sources, and the day until which these were read."""

    sides: tuple[str, ...]
    documents: int
    sources: int
    until: str | None


@dataclass(frozen=True, slots=True)
class Shift:
    """A side that gave one set of answers and on a later day another."""

    side: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    last_day: str
    day: str
    claim: str


@dataclass(frozen=True, slots=True)
class Backing:
    """How often an answer was given: claims, acts of saying among them (one quoted twice is one), and origins."""

    answer: str
    sides: tuple[str, ...]
    claims: int
    utterances: int
    origins: int


@dataclass(frozen=True, slots=True)
class History:
    """
    How a matter came to stand as it does, by the days on which things were said, never those on which they were read.

    `clashes` holds, for each thing counted on which speakers differ, who gave which number.
    """

    matter: str
    turns: tuple[Turn, ...]
    silence: Silence | None = None
    clashes: tuple[tuple[tuple[Saying, Figure], ...], ...] = ()
    shifts: tuple[Shift, ...] = ()
    backing: tuple[Backing, ...] = ()
