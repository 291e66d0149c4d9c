"""Makes published cases of attribution lost: both texts as they may be quoted, none with something held back in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from counterclaim.model.lost import Lost
from counterclaim.model.span import Span
from counterclaim.publish.edition.documents import Opened
from counterclaim.publish.edition.nouns import PublishedClaim, PublishedLost
from counterclaim.publish.quoting import Quote, quote


def published_lost(
    found: Iterable[Lost], documents: Mapping[str, Opened], claims: Mapping[str, PublishedClaim]
) -> Iterator[PublishedLost]:
    """The cases whose claim and both texts may be published, in the order in which they were found."""
    for each in found:
        own, told = _quoted(documents[each.document], each.span), _quoted(documents[each.origin], each.told)
        if own and told and (each.claim is None or each.claim in claims):
            where, what = str(each.where), str(each.what)
            yield PublishedLost(each.document, own, each.origin, told, each.claim, what, where, each.found_by)


def _quoted(document: Opened, span: Span) -> Quote | None:
    if document.gate.hides(span, text=document.terms.text):
        return None
    return quote((span,), None, document.terms)
