"""Gives cues the quotations that stand beside them, and contents the whole of the quotations they were cut from."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from counterclaim.claim.cues import verb_cue
from counterclaim.claim.found import Found
from counterclaim.claim.grammar import spans_of
from counterclaim.model.reading import Quotation, Reading
from counterclaim.model.span import Span, Spans

# Between a quotation and its cue stand the speaker, an adverb, whom it was said to and where. Longer gaps than this
# hold something else more often than not.
GAP_TOKENS = 16
ENDS = frozenset({".", "!", "?", ";"})
# Shorter quotations are words held at arm's length, not speech, and never stand as a content alone.
SPEECH_TOKENS = 3


def with_quotations(reading: Reading, found: list[Found]) -> list[tuple[Found, Spans]]:
    """Each Found with its content as spans, quotations taken into account; those that stay empty have no spans."""
    desk = _Desk(reading, outermost(reading), found)
    desk.take_whole()
    desk.give_to_cues()
    desk.run_on()
    return [(each, desk.contents[k]) for k, each in enumerate(found)]


def outermost(reading: Reading) -> list[Quotation]:
    """The quotations that stand in no other one."""
    found: list[Quotation] = []
    for quotation in reading.quotations:
        if not found or not found[-1].pieces[-1].holds(quotation.pieces[0]):
            found.append(quotation)
    return found


@dataclass
class _Desk:
    """The quotations and contents of one document while they are matched; made and dropped inside one call."""

    reading: Reading
    quotations: list[Quotation]
    found: list[Found]
    contents: list[Spans] = field(default_factory=list)

    def take_whole(self) -> None:
        """Every content that begins or ends inside a quotation, its cue outside, gets the whole quotation."""
        for each in self.found:
            spans = list(spans_of(self.reading, each.content))
            cue = self.reading.tokens[each.head].span
            for quotation in self.quotations:
                if not quotation.holds(cue):
                    spans = _with(spans, quotation)
            self.contents.append(_joined(spans))

    def taken(self) -> set[int]:
        """The numbers of the quotations that stand in some content whose cue is outside of them."""
        return {
            q
            for q, quotation in enumerate(self.quotations)
            for k, content in enumerate(self.contents)
            if any(span.holds(quotation.pieces[0]) for span in content)
            and not quotation.holds(self.reading.tokens[self.found[k].head].span)
        }

    def give_to_cues(self) -> None:
        """A cue of speech beside a quotation that nobody has gets it; one between two pieces gets both."""
        taken = self.taken()
        for k, each in enumerate(self.found):
            cue = verb_cue(self.reading, self.reading.tokens[each.head]) if each.rule.startswith("verb") else None
            if cue is None or not {"clause", "quotation"} & cue.takes:
                continue
            for q in self._neighbours(k, taken):
                self.contents[k] = _joined([*self.contents[k], *self.quotations[q].pieces])
                taken.add(q)

    def _neighbours(self, k: int, taken: set[int]) -> list[int]:
        """The free quotations right before and right after the cue's clause."""
        head, content = self.reading.tokens[self.found[k].head], self.contents[k]
        starts = [quotation.pieces[0].start for quotation in self.quotations]
        after = bisect_left(starts, head.end)
        chosen = []
        if after > 0 and after - 1 not in taken and self._before(k, after - 1) and not content:
            chosen.append(after - 1)
        has_before = bool(chosen) or any(span.end <= head.start for span in content)
        if after < len(starts) and after not in taken and self._after(k, after) and (not content or has_before):
            chosen.append(after)
        return chosen

    def _before(self, k: int, q: int) -> bool:
        quotation, head = self.quotations[q], self.reading.tokens[self.found[k].head]
        end = quotation.pieces[-1].end
        return end <= head.start and self._speech(quotation) and self._gap(end, head.start, k, closing=True)

    def _after(self, k: int, q: int) -> bool:
        quotation, head = self.quotations[q], self.reading.tokens[self.found[k].head]
        start = quotation.pieces[0].start
        return self._speech(quotation) and self._gap(head.end, start, k, closing=False)

    def _speech(self, quotation: Quotation) -> bool:
        piece = quotation.pieces[0]
        tokens = self.reading.tokens_in(piece)
        return len(tokens) - 2 >= SPEECH_TOKENS or self.reading.document.text[piece.end - 2] in ",.!?"

    def _gap(self, start: int, end: int, k: int, *, closing: bool) -> bool:
        """Whether the stretch between quotation and cue is short, in one part, and holds no end of a sentence."""
        document = self.reading.document
        part = document.part_at(max(start - 1, 0))
        if part is None or not part.span.start <= end <= part.span.end:
            return False
        if start >= end:
            return True
        between = [self.reading.tokens[i] for i in self.reading.tokens_in(Span(start, end))]
        source = self.found[k].source
        loose = [token for token in between if token.i not in source]
        if len(loose) > GAP_TOKENS or any(token.text in ENDS for token in loose):
            return False
        return closing or not between or between[-1].text in (",", ":") or len(loose) <= 2

    def run_on(self) -> None:
        """A quotation that is a sentence of its own, right after a quoted sentence with its cue, goes on with that."""
        taken = self.taken()
        for q, quotation in enumerate(self.quotations):
            if q in taken or not self._alone(quotation):
                continue
            k = self._speaker_before(quotation.pieces[0].start)
            if k is not None:
                self.contents[k] = _joined([*self.contents[k], *quotation.pieces])

    def _alone(self, quotation: Quotation) -> bool:
        """Whether the quotation begins after the end of a sentence and ends as one."""
        first, last = quotation.pieces[0], quotation.pieces[-1]
        text = self.reading.document.text
        part = self.reading.document.part_at(first.start)
        before = text[part.span.start : first.start].rstrip() if part else ""
        inside = text[first.start : last.end].rstrip("”\"'’")
        return inside.endswith((".", "!", "?")) and before.endswith((".", "!", "?", "”", '"'))

    def _speaker_before(self, start: int) -> int | None:
        """The attribution with a quoted content whose sentence ends right before `start`, in the same part."""
        part = self.reading.document.part_at(start)
        best = None
        for k, content in enumerate(self.contents):
            if not content or not any(self.reading.quoted(span.start) for span in content):
                continue
            head = self.reading.tokens[self.found[k].head]
            end = max(head.end, content[-1].end)
            if end > start or part is None or head.start < part.span.start or self.reading.quoted(head.start):
                continue
            between = self.reading.document.text[end:start]
            if sum(between.count(mark) for mark in ".!?") <= 1 and (best is None or end >= best[0]):
                best = (end, k)
        return None if best is None else best[1]


def _with(spans: list[Span], quotation: Quotation) -> list[Span]:
    """The spans, those that cross an edge of the quotation or nearly fill it widened to the whole of it."""
    mended = list(spans)
    for piece in quotation.pieces:
        for k, span in enumerate(mended):
            crosses = piece.meets(span) and not piece.holds(span) and not span.holds(piece)
            if crosses or (piece.holds(span) and piece != span):
                mended[k] = span.to(piece)
                mended.extend(quotation.pieces)
    return mended


def _joined(spans: list[Span]) -> Spans:
    joined: list[Span] = []
    for span in sorted(set(spans)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = joined[-1].to(span)
        else:
            joined.append(span)
    return tuple(joined)
