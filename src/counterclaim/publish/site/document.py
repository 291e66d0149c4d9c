"""The page of a document: its text or its quotations, claims with their links, what was left out, copies, places."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from counterclaim.publish.citing import citation
from counterclaim.publish.downloads import document_json_ld
from counterclaim.publish.edition.nouns import PublishedClaim, PublishedDocument
from counterclaim.publish.site.addresses import claim_path, path_of, relative
from counterclaim.publish.site.bearings import bearings
from counterclaim.publish.site.frame import Frame
from counterclaim.publish.site.marking import marked
from counterclaim.publish.telling import who

# A copy that differs in more says so by the number; the rest is a click away.
SHOWN = 6


def document_page(frame: Frame, document: PublishedDocument) -> tuple[str, bytes]:
    """The page of one document; the permalinks of its claims are anchors on it."""
    path = path_of("document", document.id)
    edition, lost = frame.edition, frame.edition.lost_at.get(document.id, ())
    values = {
        "document": document,
        "paragraphs": list(marked(document)),
        "ids": {claim.number: claim.id for claim in document.claims},
        "bearings": {claim.id: list(_bearings(frame, claim, path)) for claim in document.claims},
        "citations": {claim.id: citation(claim, document, frame.imprint) for claim in document.claims},
        "lost": [each for each in lost if each.document == document.id],
        "lost_elsewhere": [each for each in lost if each.document != document.id],
        "copies": list(_copies(frame, document)),
        "places": list({place["key"]: place for place in document.places}.values()),
        "json_ld": Markup("".join(document_json_ld(document, edition, frame.imprint))),
    }
    return frame.page(path, "document.html", "archive/index.html", values)


def _bearings(frame: Frame, claim: PublishedClaim, path: str) -> Iterator[dict[str, Any]]:
    for each in bearings(claim, frame.edition):
        other = each.other
        label = frame.texts("claim.number", number=other.number) if other.document == claim.document else ""
        yield {
            "kind": each.kind,
            "href": relative(path, claim_path(other.document, other.id)),
            "label": label or f"{who(other, frame.texts)}: “{other.quote.words}”",
            "because": each.because,
            "guess": each.guess,
        }


def _copies(frame: Frame, document: PublishedDocument) -> Iterator[dict[str, Any]]:
    """The other copies of the article, each with how it differs from this one."""
    for identifier in document.copies:
        copy = frame.edition.documents[identifier]
        told = {"id": copy.id, "title": copy.title, "published": copy.published}
        yield {**told, "differences": list(_differences(frame, document, copy))}


def _differences(
    frame: Frame, document: PublishedDocument, copy: PublishedDocument
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is other in a copy: in words, and with the words that it is other by."""
    texts, own, other = frame.texts, _said(document), _said(copy)
    more, less = _only_in(other, own), _only_in(own, other)
    added = _only_in(_left_out(copy), _left_out(document))
    if copy.title != document.title:
        yield texts("document.copy_title"), (copy.title,) if copy.title else ()
    if added:
        yield texts("document.copy_removed", count=len(added)), added[:SHOWN]
    if more:
        yield texts("document.copy_more", count=len(more)), more[:SHOWN]
    if less:
        yield texts("document.copy_less", count=len(less)), less[:SHOWN]
    if not more and not less:
        yield texts("document.copy_same"), ()


def _only_in(one: Mapping[Hashable, str], other: Mapping[Hashable, str]) -> tuple[str, ...]:
    return tuple(words for key, words in one.items() if key not in other)


def _said(document: PublishedDocument) -> dict[Hashable, str]:
    """The words of each claim by what makes two claims of copies the same: who does what in which words."""
    return {(each.voice.key, each.act, _bare(each.quote.words)): each.quote.words for each in document.claims}


def _left_out(document: PublishedDocument) -> dict[Hashable, str]:
    return {(each["where"], _bare(each["text"])): each["text"].strip() for each in document.removed}


def _bare(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())
