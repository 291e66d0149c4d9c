"""Cuts paragraphs out of what the program itself says of claims: reasons, questions and answers quote them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from counterclaim.publish.edition.documents import Opened
from counterclaim.publish.edition.nouns import PublishedClaim, PublishedLink, PublishedMatter
from counterclaim.publish.quoting import Terms

Documents = Mapping[str, Opened]


def links_retold(
    links: Mapping[str, PublishedLink], claims: Mapping[str, PublishedClaim], documents: Documents
) -> dict[str, PublishedLink]:
    """The links with no whole paragraph in their reasons, unless its text is open."""
    return {key: _link(each, claims, documents) for key, each in links.items()}


def _link(link: PublishedLink, claims: Mapping[str, PublishedClaim], documents: Documents) -> PublishedLink:
    ends = (claims[each].document for each in (link.from_claim, link.to_claim))
    return replace(link, because=_thinned(link.because, _terms(ends, documents)))


def matters_retold(matters: Mapping[str, PublishedMatter], documents: Documents) -> dict[str, PublishedMatter]:
    """The matters with no whole paragraph in their questions, answers and reasons, unless its text is open."""
    return {key: _matter(each, _terms(each.documents, documents)) for key, each in matters.items()}


def _matter(matter: PublishedMatter, terms: Iterable[Terms]) -> PublishedMatter:
    closed = tuple(terms)
    answers = (replace(each, answer=_thinned(each.answer, closed)) for each in matter.positions)
    question, because = (_thinned(each, closed) for each in (matter.question, matter.because))
    return replace(matter, question=question, because=because, positions=tuple(answers))


def _terms(ids: Iterable[str], documents: Documents) -> tuple[Terms, ...]:
    return tuple(documents[each].terms for each in dict.fromkeys(ids))


def _thinned(words: str, terms: Iterable[Terms]) -> str:
    for each in terms:
        words = each.thinned(words)
    return words
