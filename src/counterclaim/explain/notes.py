"""Puts what was understood of a stretch of text into lines: claims, links, times, places, quantities, quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from counterclaim.model.claim import Claim, Frame
from counterclaim.model.document import Document
from counterclaim.model.lost import Lost
from counterclaim.model.matter import Link, Matter
from counterclaim.model.place import Place
from counterclaim.model.quantity import Quantity
from counterclaim.model.reading import Quotation, Reading
from counterclaim.model.span import Span, Spans, words_of
from counterclaim.model.speaker import Speaker
from counterclaim.model.statement import Statement
from counterclaim.model.when import Time

GAP = "  "


def _joined(parts: Iterable[str]) -> str:
    return GAP.join(part for part in parts if part)


def _quoted(spans: Spans, document: Document) -> str:
    return f'"{words_of(spans, document.text)}"' if spans else "none"


def _speaker(speaker: Speaker | None) -> str:
    if speaker is None:
        return "unknown speaker"
    name = speaker.name or speaker.role or "not named"
    return f"{name} ({speaker.side})" if speaker.side and speaker.side != name else name


def _who(claim: Claim, others: Mapping[str, Claim]) -> str:
    """The speaker, never bare where somebody else tells it: *Orsa, as Ferrin tells it*."""
    told, outer, seen = _speaker(claim.speaker), claim.within, {claim.id}
    while outer and outer in others and outer not in seen:
        seen.add(outer)
        if others[outer].speaker is None or others[outer].speaker != claim.speaker:
            told += f", as {_speaker(others[outer].speaker)} tells it"
        outer = others[outer].within
    return told


def claim_lines(
    claim: Claim, document: Document, numbers: Mapping[str, int], others: Mapping[str, Claim]
) -> Iterator[str]:
    """A claim: who does what by saying it, in which form, what found it and why; then what it is about."""
    inside = f"inside claim {numbers[claim.within]}" if claim.within and claim.within in numbers else ""
    cue = f"cue {_quoted(claim.cue, document)}"
    form = (str(claim.form), str(claim.certainty))
    yield f"claim {numbers[claim.id]}  {_joined((_who(claim, others), str(claim.act), *form, cue, inside))}"
    yield f"  found by {claim.found_by}: {claim.because}"
    if claim.score is not None:
        yield f"  how sure: of 100 attributions that looked like this, {round(100 * claim.score)} were right"
    if claim.speaker and claim.speaker.because:
        yield f"  speaker: {claim.speaker.because}"
    said = (
        f"said on {claim.said_on}" if claim.said_on else "",
        f"happened {claim.happened}" if claim.happened else "",
        f"to {claim.addressee}" if claim.addressee else "",
        f"via {claim.channel}" if claim.channel else "",
    )
    if any(said):
        yield f"  {_joined(said)}"
    yield from (f"  about {_frame(frame, document)}" for frame in claim.about)


def _frame(frame: Frame, document: Document) -> str:
    amount = "" if frame.low is None and frame.high is None else f"{frame.low}..{frame.high} {frame.unit or ''}".strip()
    parts = (
        frame.kind if frame.polarity else f"not {frame.kind}",
        f"by {frame.actor}" if frame.actor else "",
        f"whom {frame.patient}" if frame.patient else "",
        f"of {frame.place_name or frame.place}" if frame.place else "",
        f"extent {frame.extent}" if frame.extent else "",
        f"{amount} {frame.counted or ''}".strip() if amount else "",
        frame.time or "",
        "" if frame.modality == "asserted" else frame.modality,
    )
    return f"{_joined(parts)}  from {_quoted((frame.words,), document)}"


def statement_line(statement: Statement, document: Document) -> str:
    """What the article says in its own voice."""
    return f"statement  {_frame(statement.frame, document)}"


def lost_lines(lost: Lost, document: Document, numbers: Mapping[str, int]) -> Iterator[str]:
    """Attribution or a hedge that a headline dropped: both texts, and why."""
    yield f"lost  {lost.what}  in the {lost.where}  ({lost.found_by})"
    yield f"  {lost.where} {lost.span.start}-{lost.span.end}: {_quoted((lost.span,), document)}"
    named = f"claim {numbers[lost.claim]}" if lost.claim and lost.claim in numbers else "body"
    yield f"  {named} {lost.told.start}-{lost.told.end}: {_quoted((lost.told,), document)}"
    yield f"  because {lost.because}"


def link_line(link: Link, numbers: Mapping[str, int]) -> str:
    """A link with its basis and its because."""
    ends = [f"claim {numbers[each]}" if each in numbers else each for each in (link.from_claim, link.to_claim)]
    return f"link  {ends[0]} {link.kind} {ends[1]}  ({link.basis}, {link.found_by})  because {link.because}"


def matter_lines(matter: Matter, numbers: Mapping[str, int]) -> Iterator[str]:
    """A matter with the answers given and who gives them."""
    yield f"matter  {matter.question}  {matter.status}"
    for position in matter.positions:
        sides = ", ".join(position.sides) or "unknown speaker"
        yield f"  {sides}: {position.answer}  {_claims(position.claims, numbers)}"
    if not matter.positions:
        yield from (f"  {side}: {_claims(claims, numbers)}" for side, claims in matter.sides.items())
    if matter.because:
        yield f"  because {matter.because}"


def _claims(ids: Iterable[str], numbers: Mapping[str, int]) -> str:
    return "claims " + ", ".join(str(numbers.get(each, each)) for each in ids)


def _inside(span: Span, within: Span) -> bool:
    return within.start <= span.start < within.end


def findings(reading: Reading, within: Span) -> Iterator[str]:
    """What begins inside `within`: quotations, times, places, quantities, in that order, each in the text's order."""
    document = reading.document
    for quotation in reading.quotations:
        if _inside(quotation.pieces[0], within):
            yield _quotation(quotation, document)
    yield from (_time(time, document) for time in reading.times if _inside(time.span, within))
    yield from (_place(place, document) for place in reading.places if _inside(place.span, within))
    yield from (_quantity(quantity, document) for quantity in reading.quantities if _inside(quantity.span, within))


def _quotation(quotation: Quotation, document: Document) -> str:
    note = "" if quotation.closed else "  never closed"
    return f"quotation  {words_of(quotation.pieces, document.text)}{note}"


def _time(time: Time, document: Document) -> str:
    value = time.value or "unresolved"
    return f"time  {_joined((_quoted((time.span,), document), value, time.rule, time.because))}"


def _place(place: Place, document: Document) -> str:
    at = f"{place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else "no coordinates"
    others = "or " + ", ".join(name for name, _ in place.candidates) if place.candidates else ""
    parts = (_quoted((place.span,), document), place.name, str(place.precision), at, place.because, others)
    return f"place  {_joined(parts)}"


def _quantity(quantity: Quantity, document: Document) -> str:
    low, high = quantity.low, quantity.high
    value = f"{quantity.value:g}" if quantity.value is not None else "vague" if low is None else f"{low:g}..{high}"
    parts = (_quoted((quantity.span,), document), str(quantity.bound), value, quantity.unit or "", quantity.of or "")
    return f"quantity  {_joined((*parts, quantity.outcome or ''))}"
