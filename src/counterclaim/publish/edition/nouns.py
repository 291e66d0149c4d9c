"""The nouns of an edition: what may be published of a ledger, and nothing else, so that no page can show more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from counterclaim.data.unsaid import unsaid
from counterclaim.publish.quoting import Quote

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, as pages name them: `key` is equal for one speaker over documents; `name` None where not named."""

    key: str | None
    name: str | None
    role: str | None
    side: str | None


@dataclass(frozen=True, slots=True)
class PublishedClaim:
    """
    A claim as it may be shown.

    `number` counts the claims of its document from 1, in the text's order. `tellers` are who tells a nested one,
    nearest first. `earlier` are ids of former readings that live on in this one. `copy_of` is the claim that this one
    only says again in a copy or excerpt. Offsets (`content`, `source`, `cue`) count in the source's text.
    """

    id: str
    document: str
    number: int
    voice: Voice
    tellers: tuple[Voice, ...]
    act: str
    certainty: str
    form: str
    quote: Quote
    source_words: str
    cue_words: str
    addressee: str | None
    channel: str | None
    said_on: str | None
    happened: str | None
    chain: tuple[str, ...]
    within: str | None
    about: tuple[Record, ...]
    content: tuple[tuple[int, int], ...]
    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    found_by: str
    because: str
    review: str
    score: float | None
    copy_of: str | None
    earlier: tuple[str, ...] = ()

    @property
    def unsaid(self) -> bool:
        """Whether the cue says that something was not said: its words are then shown in place of the act."""
        return unsaid(self.cue_words)


@dataclass(frozen=True, slots=True)
class PublishedDocument:
    """
    A document as it may be shown.

    `text` is None where only quotes may be; then `parts` are empty too. `source` is the name of who published it, None
    where nothing tells. `url` is an http(s) address or None. `unreviewed` and `unreleased` count the claims that wait
    for a person to accept them, or to let them go.
    """

    id: str
    title: str
    source: str | None
    host: str | None
    url: str | None
    author: str | None
    published: str | None
    published_precision: str | None
    captured: tuple[str, ...]
    rights: str | None
    language: str | None
    understood: bool
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    front_matter: Record
    removed: tuple[Record, ...]
    notes: tuple[str, ...]
    text: str | None
    parts: tuple[Record, ...]
    places: tuple[Record, ...]
    times: tuple[Record, ...]
    quantities: tuple[Record, ...]
    origin: str
    copies: tuple[str, ...]
    claims: tuple[PublishedClaim, ...]
    extractor: str | None
    unreviewed: int = 0
    unreleased: int = 0


@dataclass(frozen=True, slots=True)
class PublishedLink:
    """How one claim bears on another, with the sentence that says why."""

    id: str
    from_claim: str
    to_claim: str
    kind: str
    basis: str
    because: str
    found_by: str
    review: str
    score: float | None


@dataclass(frozen=True, slots=True)
class PublishedPosition:
    """One answer to a matter's question: the sides that give it, and its claims, copies left out."""

    answer: str
    sides: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedMatter:
    """
    A matter as it may be shown.

    `claims` are all of its claims that are no copies of one another, in the order of its positions; `again` leads from
    one of them to the documents that only say it once more; `sides` are in the order of their appearance, which gives
    each its neutral colour. `earlier` are ids of former readings that live on in this one.
    """

    id: str
    question: str
    status: str
    because: str
    positions: tuple[PublishedPosition, ...]
    sides: tuple[str, ...]
    unanswered_by: tuple[str, ...]
    claims: tuple[str, ...]
    again: Mapping[str, tuple[str, ...]]
    links: tuple[str, ...]
    documents: tuple[str, ...]
    place_key: str | None
    place_name: str | None
    time: str | None
    origins: int
    review: str
    history: tuple[Record, ...] = ()
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedLost:
    """
    Attribution or a hedge lost: what `document` says in its own voice, and `origin` reports with less certainty.

    `claim` is the claim there, None where only a hedge was lost; `where` is copy, article or headline, `what` is
    attribution or hedge; `own` and `told` are both texts, as they may be quoted.
    """

    document: str
    own: Quote
    origin: str
    told: Quote
    claim: str | None
    what: str
    where: str
    found_by: str


@dataclass(frozen=True, slots=True)
class Held:
    """How much is held back, and why; never whose words."""

    unreviewed: int = 0
    unreleased: int = 0
    matters: int = 0
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class MatterChange:
    """How a matter changed on a day: its status `before`, None where it is new, and how many claims it gained."""

    matter: str
    before: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What the last `day` on which something was taken in has brought; on the `first_day` everything is new."""

    day: str
    first_day: bool
    documents: int
    claims: int
    links: int
    matters: tuple[MatterChange, ...]


@dataclass(frozen=True)
class Edition:
    """
    Everything of a ledger that may be published, each thing by its id and in an order that its content alone tells.

    `documents` run from the latest to the earliest, `matters` from those in dispute to those that nobody answered.
    """

    documents: Mapping[str, PublishedDocument]
    claims: Mapping[str, PublishedClaim]
    links: Mapping[str, PublishedLink]
    matters: Mapping[str, PublishedMatter]
    lost: tuple[PublishedLost, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    held: Held = field(default=Held())
    changes: Changes | None = None
    read_last: str | None = None

    @cached_property
    def links_at(self) -> Mapping[str, tuple[PublishedLink, ...]]:
        """The links that begin or end at each claim, by its id."""
        found: dict[str, list[PublishedLink]] = {}
        for link in self.links.values():
            for end in dict.fromkeys((link.from_claim, link.to_claim)):
                found.setdefault(end, []).append(link)
        return {claim: tuple(links) for claim, links in found.items()}

    @cached_property
    def lost_at(self) -> Mapping[str, tuple[PublishedLost, ...]]:
        """Where attribution was lost, by each document that it concerns."""
        found: dict[str, list[PublishedLost]] = {}
        for each in self.lost:
            for document in dict.fromkeys((each.document, each.origin)):
                found.setdefault(document, []).append(each)
        return {document: tuple(cases) for document, cases in found.items()}

    @cached_property
    def matters_at(self) -> Mapping[str, tuple[PublishedMatter, ...]]:
        """The matters that each claim speaks to, by its id."""
        found: dict[str, list[PublishedMatter]] = {}
        for matter in self.matters.values():
            for claim in matter.claims:
                found.setdefault(claim, []).append(matter)
        return {claim: tuple(matters) for claim, matters in found.items()}
