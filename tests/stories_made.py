"""Makes small documents, claims and analyses by hand, so that a test needs neither parser nor files."""

from __future__ import annotations

from counterclaim.model.analysis import Analysis
from counterclaim.model.claim import Act, Certainty, Claim, Form
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.identity import identity, identity_of_bytes
from counterclaim.model.matter import Basis, Disputes, Link, LinkKind, Matter, Position, Status
from counterclaim.model.quantity import Quantity
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker

# Invented: neither Ferrin nor Orsa exists.
TEXT = "Ferrin denies Orsan claims that 40 guards fled the bridge. Orsa hopes for rain."


def document_of(text: str = TEXT, *, path: str = "post.md", understood: bool = True) -> Document:
    """A document of one paragraph."""
    part = Part(PartKind.BODY, Span(0, len(text)))
    return Document(identity_of_bytes("d", text.encode()), text, "A bridge", (part,), path=path, understood=understood)


def document(text: str) -> Document:
    """One body part for each paragraph of `text`."""
    parts, at = [], 0
    for paragraph in text.split("\n\n"):
        parts.append(Part(PartKind.BODY, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Document("d1", text, "", tuple(parts))


def span_of(words: str, text: str = TEXT) -> Span:
    """Where `words` stand for the first time in a text of ours."""
    start = text.index(words)
    return Span(start, start + len(words))


def claim_of(document: Document, source: str, cue: str, content: str, act: Act, **rest: object) -> Claim:
    """A claim by the words of its parts; the speaker is called as its source."""
    spans = [(span_of(words, document.text),) for words in (source, cue, content)]
    made = identity("c", document.id, source, cue, content)
    told = {"speaker": Speaker(source, side=source), "found_by": "hand.v1", "because": "made by hand"} | rest
    return Claim(made, document.id, *spans, Form.INDIRECT, act, Certainty.CERTAIN, **told)  # type: ignore[arg-type]


def analysis_of(document: Document | None = None, **rest: object) -> Analysis:
    """The bridge: Ferrin denies what Orsa claims, with a number in it; and Orsa hopes for rain."""
    page = document or document_of()
    if page.text != TEXT:
        return Analysis(page, Reading(page), (), Disputes(), **rest)  # type: ignore[arg-type]
    content = "Orsan claims that 40 guards fled the bridge"
    denial = claim_of(page, "Ferrin", "denies", content, Act.DENIES, channel="Telegram", said_on="2031-05-02")
    orsa = Speaker("Orsa", side="Orsa")
    claim = claim_of(
        page, "Orsan", "claims", "that 40 guards fled the bridge", Act.ASSERTS, within=denial.id, speaker=orsa
    )
    hope = claim_of(page, "Orsa", "hopes", "for rain", Act.HOPES, speaker=orsa)
    quantities = (Quantity(span_of("40 guards"), value=40, of="guards"),)
    reading = Reading(page, quantities=quantities)
    return Analysis(page, reading, (denial, claim, hope), _disputes(denial, claim), **rest)  # type: ignore[arg-type]


def _disputes(denial: Claim, claim: Claim) -> Disputes:
    ends = (denial.id, claim.id)
    link = Link(identity("l", *ends), *ends, LinkKind.DENIES, Basis.STRUCTURE, "the denial holds the claim.", "hand.v1")
    matter = Matter(
        identity("m", "bridge"),
        "Did guards flee the bridge?",
        Status.CONTESTED,
        {"Ferrin": (denial.id,), "Orsa": (claim.id,)},
        (Position("yes", (claim.id,), ("Orsa",)), Position("no", (denial.id,), ("Ferrin",))),
        (link.id,),
    )
    return Disputes((link,), (matter,))
