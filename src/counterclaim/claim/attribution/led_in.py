"""What a colon leads in: the words that follow *He said:* where they stand in a paragraph or a window of their own."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.model.document import PartKind
from counterclaim.model.reading import Quotation, Reading

# Between a verb and its colon stand whom it was said to, where and when. Longer gaps hold something else.
GAP_TOKENS = 16


def led_in(reading: Reading, cue: Iterable[int]) -> frozenset[int]:
    """
    The tokens that a colon behind a cue leads in: a quotation, or a sentence, or the next paragraph without marks.

    *He said:*, and in the next paragraph *"We left."* Nothing where no colon closes the clause of the cue.
    """
    after = _behind_colon(reading, max(cue))
    if after is None or reading.document.parts[reading.sentence_at(after).part].kind is not PartKind.BODY:
        return frozenset()
    quotation = _opening_at(reading, after)
    if quotation is not None:
        return frozenset(i for piece in quotation.pieces for i in reading.tokens_in(piece))
    sentence = reading.sentence_at(after)
    if sentence.part == reading.sentence_at(after - 1).part:
        return frozenset(range(after, sentence.last))
    paragraph = reading.document.parts[sentence.part].span
    return frozenset(reading.tokens_in(paragraph))


def _behind_colon(reading: Reading, cue: int) -> int | None:
    """The first token behind the colon that ends what is said around the cue; None where there is none near."""
    for at in range(cue, min(cue + 2 + GAP_TOKENS, len(reading.tokens) - 1)):
        word = reading.tokens[at].text
        if word == ":":
            return at + 1
        if word in {".", "!", "?", ";"} or reading.quoted(reading.tokens[at].start):
            return None
    return None


def _opening_at(reading: Reading, at: int) -> Quotation | None:
    """The outermost quotation that opens with a token, or right before it."""
    start = reading.tokens[at].start
    return next((each for each in reading.quotations if each.pieces[0].start <= start < each.pieces[0].start + 2), None)
