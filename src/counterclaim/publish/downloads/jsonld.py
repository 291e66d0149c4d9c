"""Claims as JSON-LD: schema.org `Claim`, the offsets as W3C selectors, the rule as PROV; no review and no rating."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from counterclaim.publish.downloads.authors import agent_type
from counterclaim.publish.downloads.selection import Selection
from counterclaim.publish.edition.nouns import PublishedClaim, PublishedDocument, PublishedMatter, Voice
from counterclaim.publish.imprint import Imprint, urn
from counterclaim.publish.jsontext import for_script
from counterclaim.publish.quoting import CUT
from counterclaim.publish.site.addresses import path_of
from counterclaim.publish.telling import named

Node = dict[str, Any]

# schema.org has no words for denying and contradicting a claim, nor for who has not answered: these are ours.
BEARINGS = ("denies", "contradicts", "supports", "repeats", "corrects", "withdraws")
CONTEXT: list[Any] = [
    "https://schema.org",
    {
        "oa": "http://www.w3.org/ns/oa#",
        "prov": "http://www.w3.org/ns/prov#",
        "cc": "urn:counterclaim:term:",
        **{f"cc:{kind}": {"@type": "@id"} for kind in (*BEARINGS, "within", "copyOf", "claim")},
        "prov:used": {"@type": "@id"},
    },
]
GUESSED = "possible"
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?")


def json_ld(selection: Selection, imprint: Imprint) -> Iterator[str]:
    """One JSON-LD document in pieces, a node a line, that may stand in a script element."""
    yield f'{{"@context":{for_script(CONTEXT)},"@graph":['
    sign = "\n"
    for node in _nodes(selection, imprint):
        yield sign + for_script(_known(node))
        sign = ",\n"
    yield "\n]}\n"


def _nodes(selection: Selection, imprint: Imprint) -> Iterator[Node]:
    for matter in selection.matters:
        yield _matter(matter, imprint)
    for document in selection.documents:
        yield _work(document)
    for claim in selection.claims:
        yield _claim(claim, selection, imprint)


def _matter(matter: PublishedMatter, imprint: Imprint) -> Node:
    """A question on which claims were made, with each answer and who gives it; no answer is marked as right."""
    answers = (
        {"cc:answer": each.answer, "cc:side": list(each.sides), "cc:claim": [urn(one) for one in each.claims]}
        for each in matter.positions
    )
    return {
        "@type": ["CreativeWork", "cc:Matter"],
        "@id": urn(matter.id),
        "identifier": matter.id,
        "url": imprint.address(path_of("matter", matter.id)),
        "name": matter.question,
        "cc:status": matter.status,
        "cc:because": matter.because,
        "cc:position": [_known(each) for each in answers],
        "cc:unansweredBy": list(matter.unanswered_by),
        "cc:origins": matter.origins,
        "hasPart": [{"@id": urn(each)} for each in matter.claims],
    }


def _work(document: PublishedDocument) -> Node:
    """The text that claims were read in; an article in the news where a publisher is known."""
    publisher = {"@type": "Organization", "name": document.source} if document.source else None
    return {
        "@type": "NewsArticle" if document.source and document.url else "CreativeWork",
        "@id": urn(document.id),
        "identifier": document.id,
        "url": document.url,
        "headline": document.title or None,
        "datePublished": _date(document.published),
        "publisher": publisher,
        "inLanguage": document.language,
    }


def _claim(claim: PublishedClaim, selection: Selection, imprint: Imprint) -> Node:
    return {
        "@type": "Claim",
        "@id": urn(claim.id),
        "identifier": claim.id,
        "url": imprint.permalink(claim),
        "text": claim.quote.words,
        "dateCreated": _date(claim.said_on),
        "author": _author(claim.voice),
        "appearance": {"@id": urn(claim.document)},
        **_ours(claim, imprint),
        **_bearings(claim, selection),
        "oa:hasTarget": _target(claim),
        "prov:wasGeneratedBy": _generated(claim, imprint),
    }


def _author(voice: Voice) -> Node | None:
    """Who speaks, where it is known whether that is a person or a body."""
    kind = agent_type(voice)
    if kind is None:
        return None
    if kind == "Person":
        return _known({"@type": kind, "name": voice.name, "jobTitle": voice.role})
    return {"@type": kind, "name": voice.name}


def _ours(claim: PublishedClaim, imprint: Imprint) -> Node:
    """What schema.org has no word for; `cc:toldBy` names who tells a nested claim, the nearest first."""
    return {
        "cc:speaker": named(claim.voice, imprint.texts),
        "cc:side": claim.voice.side,
        "cc:toldBy": {"@list": [named(each, imprint.texts) for each in claim.tellers]} if claim.tellers else None,
        "cc:within": urn(claim.within) if claim.within else None,
        "cc:copyOf": urn(claim.copy_of) if claim.copy_of else None,
        "cc:act": claim.act,
        "cc:certainty": claim.certainty,
        "cc:form": claim.form,
        "cc:channel": claim.channel,
        "cc:saidOn": claim.said_on,
        "cc:happened": claim.happened,
        "cc:wordsCut": claim.quote.cut or None,
        "cc:review": claim.review,
    }


def _bearings(claim: PublishedClaim, selection: Selection) -> Node:
    """The claims that this one denies, contradicts, supports ...; guesses are left out."""
    found: Node = {}
    for link in selection.edition.links_at.get(claim.id, ()):
        if link.from_claim == claim.id and link.basis != GUESSED and link.kind in BEARINGS:
            found.setdefault(f"cc:{link.kind}", []).append(urn(link.to_claim))
    return found


def _target(claim: PublishedClaim) -> Node:
    """Where the words stand: each piece by its offsets, which count code points of the text, and by its words."""
    selectors: list[Node] = [
        {"@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end} for start, end in claim.content
    ]
    if len(claim.content) == 1:
        selectors.append(_quoted(claim))
    return {"oa:hasSource": {"@id": urn(claim.document)}, "oa:hasSelector": selectors}


def _quoted(claim: PublishedClaim) -> Node:
    """The exact words; of a quotation that is cut its beginning, and then nothing stands behind it."""
    quote = claim.quote
    exact = quote.words.removesuffix(CUT).rstrip() if quote.cut else quote.words
    prefix = None if quote.before.startswith(CUT) else quote.before or None
    suffix = None if quote.cut or quote.after.endswith(CUT) else quote.after or None
    return _known({"@type": "oa:TextQuoteSelector", "oa:exact": exact, "oa:prefix": prefix, "oa:suffix": suffix})


def _generated(claim: PublishedClaim, imprint: Imprint) -> Node:
    """Which rules of which version of the program found the claim, and in which text."""
    agent = {"@type": "prov:SoftwareAgent", "name": imprint.program}
    return {
        "@type": "prov:Activity",
        "name": claim.found_by,
        "prov:used": urn(claim.document),
        "prov:wasAssociatedWith": agent,
    }


def _date(value: str | None) -> str | None:
    """A day, month, year or moment; None for stretches of time and what is no date."""
    return value if value and _DATE.fullmatch(value) else None


def _known(node: Node) -> Node:
    """A node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, [], "")}
