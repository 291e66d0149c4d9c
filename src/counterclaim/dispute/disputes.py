"""Finds the links between the claims of one document, in the order of evidence, and the matters they form."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.dispute.contradict import contradictions
from counterclaim.dispute.denial import answers
from counterclaim.dispute.matters import form
from counterclaim.dispute.repeat import repeats, retractions, supports
from counterclaim.dispute.structure import held
from counterclaim.dispute.view import View, look
from counterclaim.model.claim import Claim
from counterclaim.model.document import Document
from counterclaim.model.matter import Disputes, Link


def find_disputes(document: Document, claims: Sequence[Claim]) -> Disputes:
    """
    The links between `claims`, all of one `document`, and the matters they form.

    Evidence comes in order: structure, explicit denial, frames and wording that exclude each other; then what one side
    repeats, takes back or supports. Each claim is compared with a bounded number of earlier ones.
    """
    views = look(document, claims)
    links = find_links(views)
    return Disputes(links, form(document, views, links))


def find_links(views: Sequence[View]) -> tuple[Link, ...]:
    """The links between the claims in `views`, in text order of the claims they come from; one for each pair."""
    links = list(held(views))
    links += answers(views, tuple(links))
    links += contradictions(views, tuple(links))
    links += [*retractions(views), *supports(views), *repeats(views)]
    order = {view.claim.id: view.order for view in views}
    first: dict[tuple[str, str], Link] = {}
    for link in links:
        first.setdefault((link.from_claim, link.to_claim), link)
    return tuple(sorted(first.values(), key=lambda link: (order[link.from_claim], order[link.to_claim])))
