"""A claim as the linking rules look at it: its side, its place in the text, and the terms of its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from counterclaim.dispute.names import parties, side_of
from counterclaim.dispute.terms import is_name, negated, term, terms, tokens
from counterclaim.model.claim import Claim
from counterclaim.model.document import Document, PartKind
from counterclaim.model.span import Span, words_of

# *neither confirmed nor denied*, *would not confirm or deny*: the negation stands this near before the cue.
LEAD, WORDS = 40, 4
# An excerpt that is cut from the body begins with its words; so many characters are no chance.
COPIED = 40
SENTENCE = re.compile(r"[.!?][\"'”’]?\s+(?=[\"'“‘]?[^\W\d_a-z])")
NOT = re.compile(r"\bconfirm\w*\s+n?or\b|\b(?:not|never|neither|nor|cannot)\b|n['’]t\b", re.I)

# *Declined to deny* is silence too; *to confirm or deny* is, whoever is asked to.
SHIED = re.compile(NOT.pattern + r"|\b(?:declin|refus)\w*", re.I)

# What stands behind the word for somebody without a name: *an engineer at Norwind*, *owners of the trawler*.
BEHIND = re.compile(r"\s(?:of|at|for|in|from|with|on|to|near)\s", re.I)


@dataclass(frozen=True, slots=True)
class View:
    """
    One claim with what is compared: `side` is its key or empty, `terms` of its content, `heard` of source, cue and
    content, `called` the words by which its speaker can be named, `paragraph` the index of its part,
    `unsaid` whether the cue itself is negated (*would neither confirm nor deny*), `sentence` its sentence's number,
    `copied` whether it stands in an excerpt that only repeats the body.
    """

    claim: Claim
    order: int
    start: int
    paragraph: int
    part: PartKind
    side: frozenset[str]
    content: str
    cue: str
    words: tuple[str, ...]
    terms: frozenset[str]
    called: frozenset[str]
    negated: bool
    unsaid: bool = False
    sentence: int = 0
    copied: bool = False
    holds: tuple[str, ...] = field(default=())


def look(document: Document, claims: Sequence[Claim]) -> list[View]:
    """The views of `claims` in the order in which they stand in the text, outer before inner."""
    starts = [part.span.start for part in document.parts]
    inner: dict[str, list[str]] = {}
    for claim in claims:
        if claim.within:
            inner.setdefault(claim.within, []).append(claim.id)
    breaks = sorted({*starts, *(found.end() for found in SENTENCE.finditer(document.text))})
    copied = _copied(document)
    placed = sorted(claims, key=lambda claim: (_start(claim), -_end(claim), claim.id))
    return [
        replace(
            _view(document, claim, order, max(0, bisect_right(starts, _start(claim)) - 1), inner),
            sentence=bisect_right(breaks, _start(claim)),
            copied=any(span.start <= _start(claim) < span.end for span in copied),
        )
        for order, claim in enumerate(placed)
    ]


def _copied(document: Document) -> list[Span]:
    """The excerpts whose first words stand in the body again."""
    body = " ".join(document.quote(part.span) for part in document.parts if part.kind is PartKind.BODY)
    spans = [part.span for part in document.parts if part.kind is PartKind.EXCERPT]
    return [span for span in spans if document.quote(span)[:COPIED] in body]


def meet(view: View, other: View) -> bool:
    """Whether one may bear on the other by where they stand: an excerpt of its own words answers the title only."""
    if view.part is PartKind.EXCERPT and other.part is PartKind.TITLE:
        return not view.copied
    return (view.part is PartKind.EXCERPT) == (other.part is PartKind.EXCERPT)


def _start(claim: Claim) -> int:
    return min(span.start for span in (*claim.source, *claim.cue, *claim.content))


def _end(claim: Claim) -> int:
    return max(span.end for span in (*claim.source, *claim.cue, *claim.content))


def _view(document: Document, claim: Claim, order: int, paragraph: int, inner: dict[str, list[str]]) -> View:
    start = claim.cue[0].start if claim.cue else 0
    said = Wording(
        words_of(claim.content, document.text),
        words_of(claim.cue, document.text),
        document.text[max(0, start - LEAD) : start],
        document.parts[paragraph].kind if document.parts else PartKind.BODY,
    )
    view = alone(claim, said)
    return replace(view, order=order, paragraph=paragraph, holds=tuple(inner.get(claim.id, ())))


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a claim where its document is not at hand: content, cue, what stands before it; and the part."""

    content: str
    cue: str
    before: str
    part: PartKind


def alone(claim: Claim, said: Wording) -> View:
    """A claim by itself, as if no other stood in its document."""
    side = side_of(claim)
    return View(
        claim=claim,
        order=0,
        start=_start(claim),
        paragraph=0,
        part=said.part,
        side=parties(side) if side else frozenset(),
        content=said.content,
        cue=said.cue,
        words=tokens(said.content),
        terms=terms(said.content),
        called=_called(claim),
        negated=negated(said.content),
        unsaid=_unsaid(said),
    )


def _unsaid(said: Wording) -> bool:
    """Whether a negation stands in the cue or right before it: then nothing was denied or confirmed."""
    if not said.cue:
        return False
    before = re.split(r"[.!?;,:\"“”\n]", said.before[-LEAD:])[-1]
    return NOT.search(said.cue) is not None or SHIED.search(" ".join(before.split()[-WORDS:])) is not None


def _called(claim: Claim) -> frozenset[str]:
    """
    The terms by which a text can point at the speaker: the side's name, and the last word of the person's own.

    *An engineer at Norwind* is the engineer.
    """
    speaker = claim.speaker
    if speaker is None:
        return frozenset()
    of_side = terms(speaker.side or "")
    name = BEHIND.split(speaker.name or "", maxsplit=1)
    last = tokens(speaker.name or "")[-1:] + tokens(name[0])[-1:]
    return of_side | {term(word) for word in last}


def own_name(view: View) -> frozenset[str]:
    """The last word of a person's name as a term; nothing where the speaker is the side itself, whichever it is."""
    speaker = view.claim.speaker
    if speaker is None or not speaker.name or (speaker.side and parties(speaker.name) == parties(speaker.side)):
        return frozenset()
    return frozenset(found for word in tokens(speaker.name)[-1:] if not is_name(found := term(word)))


def opposed(one: View, other: View) -> bool:
    """Whether the two speak for sides that are known and share no party."""
    return bool(one.side and other.side) and not one.side & other.side


def same(one: View, other: View) -> bool:
    """Whether the two speak for the same side, and it is known."""
    return bool(one.side) and one.side == other.side
