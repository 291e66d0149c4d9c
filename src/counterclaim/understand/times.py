"""Finds every expression of time in a document and resolves it against the day of publication."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.model.when import Time
from counterclaim.understand import times_anchored, times_calendar, times_clock, times_relative
from counterclaim.understand.times_found import Found, Reader, Scene, Value
from counterclaim.understand.times_values import days, published, timex3
from counterclaim.understand.times_words import Rule, Word, grammar, words_of_time

READERS: dict[str, Reader] = {
    **times_calendar.READERS,
    **times_relative.READERS,
    **times_anchored.READERS,
    **times_clock.READERS,
}
# What is counted from other times of the document is read when those are known.
READ_LATER = frozenset({"anchored"})
# What this one reads is a name, and nothing inside it is a time.
NO_TIME = "no_time"
# The words of a clause between two commas: no expression of time is longer, and a bound keeps hostile text cheap.
LONGEST = 24


def find_times(reading: Reading) -> tuple[Time, ...]:
    """
    Every expression of time, in text order, none overlapping another.

    `value` is EDTF against `document.published`, None where that is needed and not known, and for a vague one.
    """
    document = reading.document
    scene = Scene(reading, published(document.published, document.published_precision))
    waiting: list[tuple[Rule, Found]] = []
    for part in document.parts:
        words = words_of_time(document.text, part.span.start, part.span.end)
        after = 0
        for start, end, rule in _matches(words):
            if start >= after:
                found = Found(scene, tuple(words[start:end]))
                after = end if _taken(rule, found, waiting) else after
    for rule, found in waiting:
        if (value := READERS[rule.reader](found)) is not None:
            scene.late.append(_time(found, rule, value))
    return tuple(sorted([*scene.earlier, *scene.late], key=lambda time: time.span))


def _taken(rule: Rule, found: Found, waiting: list[tuple[Rule, Found]]) -> bool:
    """Whether these words are done with; where a reader finds no time in them a shorter match may still hold one."""
    if rule.reader in READ_LATER:
        waiting.append((rule, found))
        return True
    value = READERS[rule.reader](found)
    if value is not None:
        found.scene.earlier.append(_time(found, rule, value))
    return value is not None or rule.reader == NO_TIME


def _matches(words: list[Word]) -> Iterator[tuple[int, int, Rule]]:
    """The matches of the grammar, leftmost longest first; of two equally long ones the rule that stands first."""
    codes = "".join(word.code for word in words)
    spans = [
        (match.start(), -match.end(), order, rule)
        for order, rule in enumerate(grammar()[1])
        for match in rule.pattern.finditer(codes)
        if 0 < match.end() - match.start() <= LONGEST
    ]
    for start, negative_end, _, rule in sorted(spans, key=lambda span: span[:3]):
        yield start, -negative_end, rule


def _time(found: Found, rule: Rule, value: Value) -> Time:
    first, last = days(value.edtf)
    day = found.published.edtf if found.published else "unknown"
    return Time(
        span=Span(found.words[0].start, found.words[-1].end),
        value=value.edtf,
        timex3=value.timex3 or timex3(value.edtf, value.part),
        first=first,
        last=last,
        rule=f"{rule.name}.v1",
        because=value.because or rule.because.format(published=day),
    )
