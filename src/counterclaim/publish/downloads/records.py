"""Published nouns as JSON records, with the keys of the contract `counterclaim/1` where the same thing is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from counterclaim.publish.downloads.selection import Selection
from counterclaim.publish.edition.nouns import PublishedClaim, PublishedDocument, PublishedLink, PublishedMatter, Voice
from counterclaim.publish.imprint import Imprint
from counterclaim.publish.jsontext import one_line
from counterclaim.publish.site.addresses import path_of

Record = dict[str, Any]


def json_lines(selection: Selection, imprint: Imprint) -> Iterator[str]:
    """Each document, claim, link and matter on a line; a text only where it is open, else the quotes of its claims."""
    for document in selection.documents:
        yield one_line("document", document_record(document, imprint))
    for claim in selection.claims:
        yield one_line("claim", claim_record(claim, imprint))
    for link in selection.links:
        yield one_line("link", link_record(link))
    for matter in selection.matters:
        yield one_line("matter", matter_record(matter, selection, imprint))


def document_record(document: PublishedDocument, imprint: Imprint) -> Record:
    """A document; `text` is null and `parts` empty where only quotes may be shown."""
    same = ("id", "understood", "origin", "url", "title", "author", "language", "rights", "published")
    return {
        **{name: getattr(document, name) for name in same},
        "published_precision": document.published_precision,
        "publisher": document.source,
        "captured": list(document.captured),
        "front_matter": dict(document.front_matter),
        "categories": list(document.categories),
        "tags": list(document.tags),
        "text": document.text,
        "parts": list(document.parts),
        "removed": list(document.removed),
        "notes": list(document.notes),
        "times": list(document.times),
        "places": list(document.places),
        "quantities": list(document.quantities),
        "copies": list(document.copies),
        "extractor": document.extractor,
        "permalink": imprint.address(path_of("document", document.id)),
    }


def claim_record(claim: PublishedClaim, imprint: Imprint) -> Record:
    """A claim with its offsets and its `quote`, in which `cut` counts the words left out; `tellers` nearest first."""
    same = ("id", "document", "number", "form", "within", "addressee", "channel", "said_on", "happened", "review")
    also = ("act", "certainty", "score", "found_by", "because", "copy_of")
    quote = claim.quote
    return {
        **{name: getattr(claim, name) for name in (*same, *also)},
        "speaker": voice_record(claim.voice),
        "tellers": [voice_record(each) for each in claim.tellers],
        "chain": list(claim.chain),
        **{name: [list(span) for span in getattr(claim, name)] for name in ("source", "cue", "content")},
        "quote": {"words": quote.words, "cut": quote.cut, "before": quote.before, "after": quote.after},
        "source_words": claim.source_words,
        "cue_words": claim.cue_words,
        "about": [dict(each) for each in claim.about],
        "earlier": list(claim.earlier),
        "permalink": imprint.permalink(claim),
    }


def voice_record(voice: Voice) -> Record | None:
    """Who speaks; None where nobody is named or described."""
    if voice.name is None and voice.role is None and voice.side is None:
        return None
    return {"name": voice.name, "role": voice.role, "side": voice.side}


def link_record(link: PublishedLink) -> Record:
    """A link; its kind goes by `relation` in JSON Lines."""
    same = ("id", "kind", "basis", "because", "score", "found_by", "review")
    return {"from": link.from_claim, "to": link.to_claim, **{name: getattr(link, name) for name in same}}


def matter_record(matter: PublishedMatter, selection: Selection, imprint: Imprint) -> Record:
    """A matter; `sides` holds the claims of each side, `unattributed` those of no known side, copies left out."""
    sides = {each: _side_of(selection.edition.claims[each], matter) for each in matter.claims}
    same = ("id", "question", "status", "origins", "time", "because", "review")
    return {
        **{name: getattr(matter, name) for name in same},
        "sides": {side: [each for each, own in sides.items() if own == side] for side in matter.sides},
        "unattributed": [each for each, own in sides.items() if own is None],
        "positions": [
            {"answer": each.answer, "claims": list(each.claims), "sides": list(each.sides)} for each in matter.positions
        ],
        "links": list(matter.links),
        "unanswered_by": list(matter.unanswered_by),
        "place": {"key": matter.place_key, "name": matter.place_name} if matter.place_key else None,
        "documents": list(matter.documents),
        "again": {claim: list(documents) for claim, documents in matter.again.items()},
        "history": [dict(each) for each in matter.history],
        "earlier": list(matter.earlier),
        "permalink": imprint.address(path_of("matter", matter.id)),
    }


def _side_of(claim: PublishedClaim, matter: PublishedMatter) -> str | None:
    """On which of a matter's sides a claim stands: who speaks for nobody is a side of their own."""
    for name in (claim.voice.side, claim.voice.name):
        if name in matter.sides:
            return name
    own = [side for each in matter.positions if claim.id in each.claims for side in each.sides]
    return own[0] if len(own) == 1 else None
