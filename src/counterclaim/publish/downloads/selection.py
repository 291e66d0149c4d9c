"""What a download holds: a whole edition, one matter or one document, with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.publish.edition.nouns import (
    Edition,
    PublishedClaim,
    PublishedDocument,
    PublishedLink,
    PublishedMatter,
)


@dataclass(frozen=True, slots=True)
class Selection:
    """Documents, claims, links and matters that go into one file, each in the order of the edition."""

    edition: Edition
    documents: tuple[PublishedDocument, ...]
    claims: tuple[PublishedClaim, ...]
    links: tuple[PublishedLink, ...]
    matters: tuple[PublishedMatter, ...]


def whole(edition: Edition) -> Selection:
    """Everything; the claims follow the order of the documents, within one that of the text."""
    documents = tuple(edition.documents.values())
    claims = tuple(claim for document in documents for claim in document.claims)
    return Selection(edition, documents, claims, tuple(edition.links.values()), tuple(edition.matters.values()))


def of_matter(edition: Edition, matter: PublishedMatter) -> Selection:
    """A matter, its claims with those that they are nested in, the documents that hold them, the links."""
    claims = _with_outer(edition, matter.claims)
    links = tuple(edition.links[each] for each in matter.links if each in edition.links)
    held = dict.fromkeys((*matter.documents, *(claim.document for claim in claims)))
    documents = tuple(edition.documents[each] for each in held if each in edition.documents)
    return Selection(edition, documents, claims, links, (matter,))


def of_document(edition: Edition, document: PublishedDocument) -> Selection:
    """A document, its claims, the links at them and the matters that they speak to."""
    links = {link.id: link for claim in document.claims for link in edition.links_at.get(claim.id, ())}
    matters = {matter.id: matter for claim in document.claims for matter in edition.matters_at.get(claim.id, ())}
    return Selection(edition, (document,), document.claims, tuple(links.values()), tuple(matters.values()))


def _with_outer(edition: Edition, ids: Iterable[str]) -> tuple[PublishedClaim, ...]:
    """The claims, then those that a nested one stands in: without them it would be bare."""
    found = {each: edition.claims[each] for each in ids}
    waiting = list(found.values())
    while waiting:
        outer = waiting.pop().within
        if outer and outer in edition.claims and outer not in found:
            found[outer] = edition.claims[outer]
            waiting.append(found[outer])
    return tuple(found.values())
