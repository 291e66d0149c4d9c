"""Bearings: the links at a claim as its page tells them: denies, denied by, with the other claim and the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.publish.edition.nouns import Edition, PublishedClaim, PublishedLink

# What a link is called from its other end.
CONVERSE = {
    "denies": "denied_by",
    "contradicts": "contradicted_by",
    "supports": "supported_by",
    "repeats": "repeated_by",
    "corrects": "corrected_by",
    "withdraws": "withdrawn_by",
}


@dataclass(frozen=True, slots=True)
class Bearing:
    """A link seen from one claim: its kind from there, the other claim, and why; `guess` where it is only possible."""

    kind: str
    other: PublishedClaim
    because: str
    guess: bool


def bearings(claim: PublishedClaim, edition: Edition) -> Iterator[Bearing]:
    """The links at a claim, those that begin at it first."""
    own = edition.links_at.get(claim.id, ())
    for link in sorted(own, key=lambda each: (each.from_claim != claim.id, each.kind, each.id)):
        outward = link.from_claim == claim.id
        other = edition.claims[link.to_claim if outward else link.from_claim]
        yield Bearing(link.kind if outward else CONVERSE[link.kind], other, link.because, is_guess(link))


def is_guess(link: PublishedLink) -> bool:
    """Whether a link is only possible: it is never shown as more."""
    return link.basis == "possible"
