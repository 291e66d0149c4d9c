"""Gives cues the quotations that stand beside them, and contents the whole of the quotations they were cut from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, field
from itertools import groupby

from counterclaim.claim.attribution.cues import verb_cue
from counterclaim.claim.attribution.found import Found
from counterclaim.claim.attribution.grammar import spans_of
from counterclaim.claim.attribution.led_in import led_in
from counterclaim.model.reading import Quotation, Reading
from counterclaim.model.span import Span, Spans

# Between a quotation and its cue stand the speaker, an adverb, whom it was said to and where. Longer gaps than this
# hold something else more often than not.
GAP_TOKENS = 16
GAP_CHARACTERS = 300
SENTENCE_ENDS = frozenset({".", "!", "?", ";"})
# Shorter quotations are words held at arm's length, not speech, and never stand as a content alone.
SPEECH_TOKENS = 3
# How many attributions that end before a quotation are looked at to find the one it goes on with.
LOOK_BACK = 6


def with_quotations(reading: Reading, found: list[Found]) -> list[tuple[Found, Spans]]:
    """Each Found with its content as spans, quotations taken into account; those that stay empty have no spans."""
    desk = _Desk(reading, outermost(reading), found)
    desk.take_whole()
    taken = desk.taken()
    desk.give_to_cues(taken)
    desk.run_on(taken)
    return list(zip(found, desk.contents, strict=True))


def outermost(reading: Reading) -> list[Quotation]:
    """The quotations that stand in no other one."""
    found: list[Quotation] = []
    for quotation in reading.quotations:
        if not found or found[-1].pieces[-1].end <= quotation.pieces[0].start:
            found.append(quotation)
    return found


@dataclass
class _Desk:
    """The quotations and contents of one document while they are matched; made and dropped inside one call."""

    reading: Reading
    quotations: list[Quotation]
    found: list[Found]
    contents: list[Spans] = field(default_factory=list)
    starts: list[int] = field(init=False)
    ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [quotation.pieces[0].start for quotation in self.quotations]
        self.ends = [quotation.pieces[-1].end for quotation in self.quotations]

    def head(self, k: int) -> Span:
        """The characters of the cue's head."""
        return self.reading.tokens[self.found[k].head].span

    def near(self, span: Span) -> range:
        """The numbers of the quotations that share a character with `span`."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def take_whole(self) -> None:
        """Every content that begins or ends inside a quotation, its cue outside, gets the whole quotation."""
        for k, each in enumerate(self.found):
            spans: list[Span] = []
            for span in spans_of(self.reading, each.content):
                spans.extend(self._widened(span, self.head(k)))
            self.contents.append(_joined(spans))

    def _widened(self, span: Span, cue: Span) -> list[Span]:
        widened = [span]
        for q in self.near(span):
            quotation = self.quotations[q]
            if not quotation.holds(cue) and not all(span.holds(piece) for piece in quotation.pieces):
                widened.extend(quotation.pieces)
        return widened

    def taken(self) -> set[int]:
        """The numbers of the quotations that stand in some content whose cue is outside of them."""
        return {
            q
            for k, content in enumerate(self.contents)
            for span in content
            for q in self.near(span)
            if span.holds(self.quotations[q].pieces[0]) and not self.quotations[q].holds(self.head(k))
        }

    def give_to_cues(self, taken: set[int]) -> None:
        """A cue of speech beside a quotation that nobody has gets it; one between two pieces gets both."""
        for k, each in enumerate(self.found):
            cue = verb_cue(self.reading, self.reading.tokens[each.head]) if each.rule.startswith("verb") else None
            if cue is None or not {"clause", "quotation"} & cue.takes:
                continue
            for q in self._neighbours(k, taken):
                self.contents[k] = _joined([*self.contents[k], *self.quotations[q].pieces])
                taken.add(q)
            if not self.contents[k]:
                self.contents[k] = self._led_in(each)

    def _led_in(self, each: Found) -> Spans:
        """What a colon leads in, a span for each paragraph."""
        told = sorted(led_in(self.reading, each.cue or {each.head}))
        parts = groupby(told, key=lambda i: self.reading.sentence_at(i).part)
        return tuple(span for _, tokens in parts for span in spans_of(self.reading, tokens))

    def _neighbours(self, k: int, taken: set[int]) -> list[int]:
        """The free quotations right before and right after the cue's clause."""
        content, head = self.contents[k], self.head(k)
        after = bisect_left(self.starts, head.end)
        chosen = []
        if after > 0 and after - 1 not in taken and not content and self._before(k, after - 1):
            chosen.append(after - 1)
        between_two = bool(chosen) or not content or any(span.end <= head.start for span in content)
        if after < len(self.starts) and after not in taken and between_two and self._after(k, after):
            chosen.append(after)
        return chosen

    def _before(self, k: int, q: int) -> bool:
        end, head = self.ends[q], self.head(k)
        return end <= head.start and self._is_speech(q) and self._gap(end, head.start, k) is not None

    def _after(self, k: int, q: int) -> bool:
        if not self._is_speech(q):
            return False
        gap = self._gap(self.head(k).end, self.starts[q], k)
        # A short gap may be anything; in a longer one the writer announces the quotation with a mark.
        return gap is not None and (len(gap) <= 2 or gap[-1] in (",", ":"))

    def _is_speech(self, q: int) -> bool:
        piece = self.quotations[q].pieces[0]
        words = len(self.reading.tokens_in(piece)) - 2
        return words >= SPEECH_TOKENS or self.reading.document.text[piece.end - 2] in ",.!?"

    def _gap(self, start: int, end: int, k: int) -> list[str] | None:
        """The words between a quotation and its cue, its source aside; None where they cannot belong together."""
        part = self.reading.document.part_at(max(start - 1, 0))
        if part is None or end - start > GAP_CHARACTERS or not part.span.start <= end <= part.span.end:
            return None
        between = self.reading.tokens_in(Span(start, end)) if start < end else range(0)
        loose = [self.reading.tokens[i].text for i in between if i not in self.found[k].source]
        return loose if len(loose) <= GAP_TOKENS and not SENTENCE_ENDS & set(loose) else None

    def run_on(self, taken: set[int]) -> None:
        """A quotation that is a sentence of its own, right after a quoted sentence with its cue, goes on with that."""
        spoken = sorted((self._end(k), k) for k, content in enumerate(self.contents) if self._is_quoted(k, content))
        for q, quotation in enumerate(self.quotations):
            k = None if q in taken or not self._stands_alone(q) else self._before_it(quotation.pieces[0].start, spoken)
            if k is not None:
                self.contents[k] = _joined([*self.contents[k], *quotation.pieces])
                insort(spoken, (self._end(k), k))

    def _end(self, k: int) -> int:
        return max(self.head(k).end, self.contents[k][-1].end)

    def _is_quoted(self, k: int, content: Spans) -> bool:
        quoted = any(self.reading.quoted(span.start) for span in content)
        return quoted and not self.reading.quoted(self.head(k).start)

    def _stands_alone(self, q: int) -> bool:
        """Whether the quotation begins after the end of a sentence and ends as one."""
        start, end = self.starts[q], self.ends[q]
        text = self.reading.document.text
        part = self.reading.document.part_at(start)
        before = text[max(part.span.start, start - 5) : start].rstrip() if part else ""
        return text[start:end].rstrip("”\"'’").endswith((".", "!", "?")) and before.endswith((".", "!", "?", "”", '"'))

    def _before_it(self, start: int, spoken: list[tuple[int, int]]) -> int | None:
        """The attribution with a quoted content whose sentence ends right before `start`, in the same part."""
        part = self.reading.document.part_at(start)
        last = bisect_right(spoken, (start, len(self.found)))
        for end, k in reversed(spoken[max(0, last - LOOK_BACK) : last]):
            if part is None or self.head(k).start < part.span.start or start - end > GAP_CHARACTERS:
                continue
            between = self.reading.document.text[end:start]
            if sum(between.count(mark) for mark in ".!?") <= 1:
                return k
        return None


def _joined(spans: list[Span]) -> Spans:
    joined: list[Span] = []
    for span in sorted(set(spans)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = joined[-1].to(span)
        else:
            joined.append(span)
    return tuple(joined)
