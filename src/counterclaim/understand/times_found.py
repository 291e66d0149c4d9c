"""What a rule of the grammar found, where, and what a reader of rules makes of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from counterclaim.model.reading import Reading, Token
from counterclaim.model.span import Span
from counterclaim.model.when import Time
from counterclaim.understand.times_tense import tense_at
from counterclaim.understand.times_values import Published
from counterclaim.understand.times_words import Word

# *Since the ceasefire between the two sides began in March*: eight words between; farther off it opens another clause.
SINCE_TOKENS = 9
# What stands farther back than this is hardly meant by *that day*; the bounds keep hostile text cheap.
LOOK_BACK = 40
DATED_EVENTS = 200
# An event is described within a clause or two; beyond that the words belong to something else.
EVENT_TOKENS = 14
# Reports quote what was said within the last days.
SPEECH_DAYS = 14
EVENT_POS = frozenset({"NOUN", "VERB"})
LIGHT_LEMMAS = frozenset({"be", "have", "do", "say", "tell", "make", "take", "get", "go", "come", "begin", "start"})


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression stands for: EDTF, None where vague; TIMEX3 and `because` where they are not the rule's."""

    edtf: str | None = None
    timex3: str | None = None
    part: str | None = None
    because: str | None = None


@dataclass
class Scene:
    """
    What the expressions of one document are read against.

    `earlier` grows as they are read, in text order; what needs the whole of it is read last and goes to `late`.
    """

    reading: Reading
    published: Published | None
    earlier: list[Time] = field(default_factory=list)
    late: list[Time] = field(default_factory=list)

    def before(self, position: int) -> Iterator[Time]:
        """The nearest times that end at or before `position`, nearest first."""
        at = bisect_right(self.earlier, position, key=_start)
        for time in reversed(self.earlier[max(0, at - LOOK_BACK) : at]):
            if time.span.end <= position:
                yield time

    def first_inside(self, span: Span) -> Time | None:
        """The first time inside `span` that has a value."""
        at = bisect_left(self.earlier, span.start, key=_start)
        inside = (time for time in self.earlier[at : at + LOOK_BACK] if span.holds(time.span))
        return next((time for time in inside if time.value), None)

    def speech_day(self, position: int) -> date | None:
        """
        The day on which the words at `position` were spoken; None outside quotations and where no day is told.

        It is the nearest day that the writer names before the quotation, in its paragraph or the one before, within
        two weeks of publication: a day named farther back is that of an event, hardly that of the speech.
        """
        at = bisect_right(self._pieces, position, key=lambda piece: piece.start) - 1
        if at < 0 or self._pieces[at].end <= position or self.published is None or self.published.grain != "day":
            return None
        quote = self._pieces[at].start
        for time in self.before(quote):
            if time.first is None or time.first != time.last or self._inside_quotation(time.span.start):
                continue
            near = self._paragraphs_between(time.span.start, quote) <= 1
            lag = (self.published.day - time.first).days
            return time.first if near and 0 <= lag <= SPEECH_DAYS else None
        return None

    def _inside_quotation(self, position: int) -> bool:
        at = bisect_right(self._pieces, position, key=lambda piece: piece.start) - 1
        return at >= 0 and position < self._pieces[at].end

    def _paragraphs_between(self, one: int, other: int) -> int:
        return bisect_right(self._starts, other) - bisect_right(self._starts, one)

    @cached_property
    def _starts(self) -> list[int]:
        return [part.span.start for part in self.reading.document.parts]

    @cached_property
    def _pieces(self) -> list[Span]:
        return sorted(piece for quotation in self.reading.quotations for piece in quotation.pieces)

    @cached_property
    def events(self) -> tuple[tuple[Time, int, frozenset[str]], ...]:
        """For each dated time the sentence it stands in and the event words beside it; asked once all are read."""
        dated = [time for time in self.earlier if time.value and "/" not in time.value][:DATED_EVENTS]
        return tuple((time, *self._beside(time)) for time in dated)

    def _beside(self, time: Time) -> tuple[int, frozenset[str]]:
        inside = self.reading.tokens_in(time.span)
        if not inside:
            return -1, frozenset()
        sentence = self.reading.sentence_at(inside[0])
        first, last = max(sentence.first, inside[0] - EVENT_TOKENS), min(sentence.last, inside[-1] + EVENT_TOKENS)
        return sentence.first, event_words(self.reading.tokens[first:last])


def event_words(tokens: Iterable[Token]) -> frozenset[str]:
    """The lemmas that tell one event from another."""
    return frozenset(token.lemma for token in tokens if token.pos in EVENT_POS and token.lemma not in LIGHT_LEMMAS)


def _start(time: Time) -> int:
    return time.span.start


@dataclass(frozen=True)
class Found:
    """One match of a rule: its words, and the scene they are read in."""

    scene: Scene
    words: tuple[Word, ...]

    @property
    def span(self) -> Span:
        """The characters of the match."""
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def published(self) -> Published | None:
        """The day of publication."""
        return self.scene.published

    @cached_property
    def tense(self) -> str | None:
        """The tense of the verb that governs the match."""
        return tense_at(self.scene.reading, self.span)

    @cached_property
    def since(self) -> bool:
        """Whether the match ends a clause that *since* opens: *since the crisis began in March*."""
        reading = self.scene.reading
        inside = reading.tokens_in(self.span)
        if not inside:
            return False
        first = max(reading.sentence_at(inside[0]).first, inside[0] - SINCE_TOKENS)
        for token in reversed(reading.tokens[first : inside[0]]):
            if token.pos in ("PUNCT", "CCONJ") or token.text.lower() == "since":
                return token.text.lower() == "since"
        return False

    @cached_property
    def texts(self) -> frozenset[str]:
        """The words of the match in small letters."""
        return frozenset(word.text for word in self.words)

    def says(self, *words: str) -> bool:
        """Whether any of `words` stands in the match."""
        return not self.texts.isdisjoint(words)

    def all(self, *kinds: str) -> list[Word]:
        """The words of these classes, in text order."""
        return [word for word in self.words if word.kind in kinds]

    def first(self, *kinds: str) -> Word | None:
        """The first word of these classes."""
        return next((word for word in self.words if word.kind in kinds), None)

    @property
    def part(self) -> str | None:
        """The part of the day, as TIMEX3 writes it."""
        word = self.first("PART", "TONIGHT")
        return word.value if word else None

    @property
    def unit(self) -> str:
        """The unit that is counted, as `time_words.tsv` has it; empty without one."""
        words = self.all("UNIT")
        return words[-1].value if words else ""

    @property
    def count(self) -> int | None:
        """How many units: None where the text says *several*; a half counts as none, so that the grain carries it."""
        if self.first("VAGUE"):
            return None
        numbers = [int(word.value) for word in self.all("NUM", "DAYNO", "COUNT")]
        if numbers:
            return numbers[0] + (numbers[1] if len(numbers) > 1 and numbers[0] >= 20 > numbers[1] else 0)
        return 1 if self.first("A") else None

    @property
    def today(self) -> date | None:
        """The day that *today* means here: that of the speech inside a quotation, else that of publication."""
        spoken = self.scene.speech_day(self.span.start)
        if spoken or self.published is None:
            return spoken
        return self.published.day if self.published.grain == "day" else None

    @property
    def earlier(self) -> Iterator[Time]:
        """The nearest times that stand before the match, nearest first."""
        return self.scene.before(self.span.start)

    @property
    def day_before(self) -> date | None:
        """The day that stands before the match anywhere near, the day of publication failing that."""
        for time in self.earlier:
            if time.first and time.first == time.last:
                return time.first
        return self.published.day if self.published and self.published.grain == "day" else None

    @property
    def before(self) -> date | None:
        """The day of the last dated expression that stands before the match in its part of the text."""
        part = self.scene.reading.document.part_at(self.span.start)
        for time in self.earlier:
            if part and time.span.start < part.span.start:
                return None
            if time.first and time.last:
                return time.first if (time.last - time.first).days <= 1 else None
        return None


Reader = Callable[[Found], Value | None]
