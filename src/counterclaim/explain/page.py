"""Puts the explanation of one document together: what was left out, then each sentence with its marks and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterclaim.errors import CounterclaimError
from counterclaim.explain.marks import Mark, drawn_under, in_text_order, lines_of
from counterclaim.explain.notes import claim_lines, findings, link_line, lost_lines, matter_lines, statement_line
from counterclaim.model.analysis import Analysis
from counterclaim.model.claim import Claim
from counterclaim.model.document import Document, Part
from counterclaim.model.span import Span
from counterclaim.publish.neutral import visible

# Column at which text begins: the part's kind and the offset stand left of it.
MARGIN = 16
NARROWEST = 20


class NoSuchClaim(CounterclaimError):
    """A number of a claim that the document does not have."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What is shown of an analysis: `claims` of all of them, or the one that was asked for with those it nests with."""

    analysis: Analysis
    claims: tuple[Claim, ...]
    numbers: dict[str, int]
    room: int
    whole: bool


def explain(analysis: Analysis, *, claim: int | None = None, width: int = 100) -> Iterator[str]:
    """
    Lines that show what each stage saw in one document, at most about `width` columns where text is drawn.

    `claim` is the number of one claim, counted from 1 in the text's order: then only it, what it stands in and what
    stands in it is shown. Raises NoSuchClaim where the document has no such claim.
    """
    page = _page(analysis, claim, width)
    if page.whole:
        yield from _head(analysis.document)
    for span, part in _stretches(analysis):
        yield from _stretch(page, span, part)
    yield from _tail(page)


def _page(analysis: Analysis, claim: int | None, width: int) -> _Page:
    numbers = {each.id: number for number, each in enumerate(analysis.claims, 1)}
    shown = analysis.claims if claim is None else _family(analysis, claim)
    return _Page(analysis, shown, numbers, max(NARROWEST, width - MARGIN), claim is None)


def _family(analysis: Analysis, number: int) -> tuple[Claim, ...]:
    """The claim of that number, what it stands in and what stands directly in it, in the text's order."""
    claims = analysis.claims
    if not 1 <= number <= len(claims):
        name = analysis.document.path or analysis.document.id
        raise NoSuchClaim(f"{name}: has no claim {number}; it has {len(claims)}, counted from 1")
    asked = claims[number - 1]
    return tuple(each for each in claims if each is asked or each.id == asked.within or each.within == asked.id)


def _head(document: Document) -> Iterator[str]:
    size = f"{len(document.text)} characters, {len(document.parts)} parts"
    name = document.path or document.url or document.id
    yield "  ".join((name, document.published or "no date", document.language or "unknown language", size))
    for removed in document.removed:
        yield f"  left out of the {removed.where}: {removed.text!r}  {removed.why}"
    yield from (f"  note: {note}" for note in document.notes)
    if not document.understood:
        yield "  not understood: only English is read; the text is kept"
    yield ""


def _stretches(analysis: Analysis) -> Iterator[tuple[Span, Part | None]]:
    """Each sentence with its part, or, where there are none, each part."""
    document, sentences = analysis.document, analysis.reading.sentences
    if sentences:
        return ((sentence.span, document.parts[sentence.part]) for sentence in sentences)
    return ((part.span, part) for part in document.parts)


def _starting_in(span: Span, claims: Iterable[Claim]) -> list[Claim]:
    """The claims whose first mark, be it source, cue or content, stands in `span`."""
    return [each for each in claims if span.start <= min(_places(each)) < span.end]


def _places(claim: Claim) -> list[int]:
    return [span.start for span in (*claim.source, *claim.cue, *claim.content)]


def _stretch(page: _Page, span: Span, part: Part | None) -> Iterator[str]:
    here = _starting_in(span, page.claims)
    others = {each.id: each for each in page.analysis.claims}
    touching = [each for each in page.claims if any(piece.meets(span) for piece in each.content)]
    if not (page.whole or here or touching):
        return
    yield from _drawn(page, span, part, {each.id: each for each in (*here, *touching)}.values())
    for claim in here:
        for line in claim_lines(claim, page.analysis.document, page.numbers, others):
            yield f"    {line}"
    for line in findings(page.analysis.reading, span):
        yield f"    {line}"
    for statement in page.analysis.statements:
        if span.holds(statement.span):
            yield f"    {statement_line(statement, page.analysis.document)}"
    yield ""


def _drawn(page: _Page, span: Span, part: Part | None, claims: Iterable[Claim]) -> Iterator[str]:
    """The text of a sentence with the marks of its claims under it, one band of rows for each claim."""
    text, marks = visible(page.analysis.document.text), [_marks(claim, page.numbers) for claim in claims]
    label = f"  {part.kind if part else ''}".ljust(MARGIN - 7)
    for line in lines_of(text, span, page.room):
        yield f"{label}{line.start:>5}  {line.of(text)}"
        for each in marks:
            yield from (f"{'':{MARGIN}}{row}" for row in drawn_under(text, line, each))


def _marks(claim: Claim, numbers: dict[str, int]) -> list[Mark]:
    number = numbers[claim.id]
    contents = (Mark(span, f"{number} content {span.start}-{span.end}", bar=True) for span in claim.content)
    sources = (Mark(span, "source") for span in claim.source)
    return in_text_order((*sources, *(Mark(span, "cue") for span in claim.cue), *contents))


def _tail(page: _Page) -> Iterator[str]:
    """What the headline lost, and the links and matters of the claims shown."""
    ids, disputes = {claim.id for claim in page.claims}, page.analysis.disputes
    for lost in page.analysis.lost:
        if page.whole or lost.claim in ids:
            yield from lost_lines(lost, page.analysis.document, page.numbers)
    for link in disputes.links:
        if link.from_claim in ids or link.to_claim in ids:
            yield link_line(link, page.numbers)
    for matter in disputes.matters:
        named = {each for claims in matter.sides.values() for each in claims} | set(matter.unattributed)
        if page.whole or named & ids:
            yield from matter_lines(matter, page.numbers)
