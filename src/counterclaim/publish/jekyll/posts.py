"""Chooses what becomes a post: each report with claims once; a copy only for what it says beyond the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.publish.edition.nouns import Edition, PublishedClaim, PublishedDocument, PublishedMatter


@dataclass(frozen=True, slots=True)
class Post:
    """
    A document with the claims that are told in its post, in the text's order.

    `matters` are those that these claims speak to, in the edition's order. `copies` are documents that say the same
    and have no post of their own.
    """

    document: PublishedDocument
    claims: tuple[PublishedClaim, ...]
    matters: tuple[PublishedMatter, ...]
    copies: tuple[PublishedDocument, ...]


def posts_of(edition: Edition) -> tuple[Post, ...]:
    """The posts of an edition, in the order of its documents; none for a document that says nothing of its own."""
    own = {each.id: tuple(_own(each, edition)) for each in edition.documents.values()}
    return tuple(
        _post(document, own[document.id], edition, own) for document in edition.documents.values() if own[document.id]
    )


def _own(document: PublishedDocument, edition: Edition) -> Iterator[PublishedClaim]:
    """Neither what another report says already, nor what somebody says again inside their own words."""
    for claim in document.claims:
        outer = edition.claims.get(claim.within or "")
        again = outer is not None and outer.voice == claim.voice and claim.quote.words in outer.quote.words
        if claim.copy_of not in edition.claims and not again:
            yield claim


def _post(
    document: PublishedDocument,
    claims: tuple[PublishedClaim, ...],
    edition: Edition,
    own: dict[str, tuple[PublishedClaim, ...]],
) -> Post:
    ids = {each.id for each in claims}
    matters = tuple(each for each in edition.matters.values() if ids & set(each.claims))
    copies = tuple(edition.documents[each] for each in document.copies if each in edition.documents and not own[each])
    return Post(document, claims, matters, copies)
