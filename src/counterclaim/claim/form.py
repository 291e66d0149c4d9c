"""Whether the words of a claim are wholly, partly or not at all quoted."""

from __future__ import annotations

from counterclaim.model.claim import Attribution, Form
from counterclaim.model.reading import Quotation, Reading
from counterclaim.model.span import Span

# Single marks are apostrophes as often as not, so that alone they mark nothing.
MARKS = frozenset('"“”„‟«»')
INNER = frozenset("'‘’“”\"")
FIRST_PERSON = frozenset({"i", "we"})


def form_of(reading: Reading, attribution: Attribution) -> Form:
    """Direct where each letter and digit of the content is quoted, indirect where none is, else mixed."""
    text = reading.document.text
    near = reading.quotations_in(*attribution.content)
    quoted, plain = _parted(text, near, attribution)
    if not near and _marked(text, attribution):
        return Form.DIRECT
    if not _spoken(quoted) or (_frames(near, attribution) and not _own_words(text, attribution)):
        return Form.INDIRECT
    return Form.MIXED if _spoken(plain) else Form.DIRECT


def _parted(text: str, near: list[Quotation], attribution: Attribution) -> tuple[str, str]:
    """The words of the content that are quoted, and those that are not."""
    pieces = sorted(piece for quotation in near for piece in quotation.pieces)
    quoted, plain = [], []
    for span in attribution.content:
        at = span.start
        for piece in pieces:
            start, end = max(piece.start, at), min(piece.end, span.end)
            if start < end:
                plain.append(text[at:start])
                quoted.append(text[start:end])
                at = end
        plain.append(text[at : span.end])
    return "".join(quoted), "".join(plain)


def _spoken(words: str) -> bool:
    return any(map(str.isalnum, words))


def _own_words(text: str, attribution: Attribution) -> bool:
    """Inside somebody's quotation: *I think that ...* and a quotation within it are words as they were said."""
    source = " ".join(span.of(text) for span in attribution.source).lower()
    first = attribution.content[0].start
    return source in FIRST_PERSON or any(mark in INNER for mark in text[max(first - 1, 0) : first + 1])


def _marked(text: str, attribution: Attribution) -> bool:
    """Whether the content itself opens or closes with a mark whose partner the text has lost."""
    first, last = attribution.content[0], attribution.content[-1]
    return text[first.start] in MARKS or text[last.end - 1] in MARKS


def _frames(quotations: list[Quotation], attribution: Attribution) -> bool:
    """Whether one quotation holds cue and content: somebody else is quoted there, not this speaker."""
    spans: tuple[Span, ...] = (*attribution.cue, *attribution.content)
    return any(all(quotation.holds(span) for span in spans) for quotation in quotations) and bool(attribution.cue)
