"""Arranges the matters of a post: each with its sides in the order of their appearance, the post's own claims first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.publish.edition.nouns import Edition, PublishedClaim, PublishedMatter
from counterclaim.publish.jekyll.posts import Post

# A matter may have hundreds of claims in other reports; a post tells the first of each side.
ELSEWHERE = 3


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says on a matter, and how many claims of other reports are left out; `name` is empty for none."""

    name: str
    claims: tuple[PublishedClaim, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Section:
    """A matter as a post tells it."""

    matter: PublishedMatter
    sides: tuple[Side, ...]


def sections(post: Post, edition: Edition) -> tuple[Section, ...]:
    """The matters of a post, in the order of the edition."""
    return tuple(Section(matter, tuple(_sides(matter, post, edition))) for matter in post.matters)


def claims_told(post: Post, edition: Edition) -> tuple[str, ...]:
    """The ids of all claims that a post tells, its own first, then those of other reports."""
    others = (claim.id for each in sections(post, edition) for side in each.sides for claim in side.claims)
    return tuple(dict.fromkeys((*(claim.id for claim in post.claims), *others)))


def _sides(matter: PublishedMatter, post: Post, edition: Edition) -> Iterator[Side]:
    own = {each.id for each in post.claims}
    found: dict[str, list[PublishedClaim]] = {side: [] for side in matter.sides}
    for each in matter.claims:
        found.setdefault(_side_of(edition.claims[each], matter), []).append(edition.claims[each])
    for name, claims in found.items():
        here = [each for each in claims if each.id in own]
        elsewhere = [each for each in claims if each.id not in own]
        if claims:
            yield Side(name, (*here, *elsewhere[:ELSEWHERE]), len(elsewhere[ELSEWHERE:]))


def _side_of(claim: PublishedClaim, matter: PublishedMatter) -> str:
    if claim.voice.side in matter.sides:
        return str(claim.voice.side)
    return next((each.sides[0] for each in matter.positions if claim.id in each.claims and each.sides), "")
