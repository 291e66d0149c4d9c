"""Marks a text with its claims: cuts it where sources, cues and contents begin and end, nested ones inside others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from counterclaim.publish.edition.nouns import PublishedClaim, PublishedDocument

# Deeper than this a reader tells no line from another.
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Segment:
    """
    A stretch of text under the same marks.

    `depth` counts the contents that it stands in; `role` is source, cue or empty; `opens` are the numbers of the claims
    whose content begins with it.
    """

    text: str
    depth: int
    role: str
    opens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One part of a text: its kind (title, excerpt, heading, body, caption) and its segments in order."""

    kind: str
    segments: tuple[Segment, ...]


def marked(document: PublishedDocument) -> Iterator[Paragraph]:
    """The paragraphs of a document whose text may be shown; nothing for one that is quoted from only."""
    if document.text is None:
        return
    for part in document.parts:
        yield Paragraph(part["kind"], tuple(_segments(document.text, part, document.claims)))


def _segments(text: str, part: Any, claims: Sequence[PublishedClaim]) -> Iterator[Segment]:
    start, end = part["start"], part["end"]
    here = [each for each in claims if any(a < end and start < b for a, b in _spans(each))]
    cuts = sorted({start, end, *(at for each in here for span in _spans(each) for at in span if start < at < end)})
    for first, last in pairwise(cuts):
        inside = [each for each in here if _covers(each.content, first, last)]
        opens = tuple(each.number for each in inside if each.content[0][0] == first)
        yield Segment(text[first:last], min(len(inside), DEEPEST), _role(here, first, last), opens)


def _spans(claim: PublishedClaim) -> Iterator[tuple[int, int]]:
    yield from claim.content
    yield from claim.source
    yield from claim.cue


def _covers(spans: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    return any(start <= first and last <= end for start, end in spans)


def _role(claims: Sequence[PublishedClaim], first: int, last: int) -> str:
    """A cue before a source: where one word is both (*Russian claims*), the cue is the shorter."""
    if any(_covers(each.cue, first, last) for each in claims):
        return "cue"
    return "source" if any(_covers(each.source, first, last) for each in claims) else ""
