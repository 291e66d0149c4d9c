"""Finds every quantity in a document: its value and bounds, its unit, what is counted and what became of those."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from counterclaim.data import table
from counterclaim.model.quantity import Bound, Quantity
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.model.when import Time
from counterclaim.understand.quantities_context import (
    Counted,
    Unit,
    bound_after,
    bound_before,
    counted,
    money_before,
    outcome_of,
    unit_after,
)
from counterclaim.understand.quantities_numbers import DASHES, Number, Word, joined, number_at, words_in

# In these a number of units is a length of time as well as an expression of time: *within three days*.
LENGTHS = frozenset({"within-units.v1", "in-units.v1", "past-months.v1"})
# Years stand in digits without a comma; such a number outside an expression of time is mostly a year all the same.
YEARS = range(1900, 2101)
# Nobody older has been in the news.
OLDEST = 120
# Entities whose numbers are part of a name.
NAMES = frozenset({"LAW", "PRODUCT", "FAC", "WORK_OF_ART", "EVENT", "ORG", "PERSON", "GPE", "LOC"})
# *No* names only before digits: *no two people* counts.
NOT_NO = frozenset({"no", "nos"})
# Those that a number can open: *36 Harbour Street*.
OPENED_NAMES = frozenset({"FAC", "ORG", "WORK_OF_ART", "PRODUCT"})
# After these a lone *one* is counted and no mere article.
LONE_ONE = frozenset({"only", "just"})


class Draft(NamedTuple):
    """A number with what bounds it and its unit; `first` and `last` are words."""

    number: Number
    bound: Bound
    unit: Unit | None
    first: int
    last: int


class Text(NamedTuple):
    """One part of the document as words, and what its numbers are checked against."""

    reading: Reading
    words: Sequence[Word]
    times: Sequence[Time]


@cache
def naming() -> frozenset[str]:
    """Words after which a number is a name."""
    return frozenset(row["word"] for row in table("number_names"))


def find_quantities(reading: Reading) -> tuple[Quantity, ...]:
    """
    Every quantity in text order; dates and numbers that are names are left out. *Seven of the eleven men* holds two.

    Needs `reading.times`. A share of 20% has the value .2 and the unit `%`; a range has `low` and `high` and no value.
    """
    times = sorted(reading.times, key=lambda time: time.span)
    found: list[Quantity] = []
    for part in reading.document.parts:
        text = Text(reading, words_in(reading.document.text, part.span.start, part.span.end), times)
        found.extend(_quantity(text, draft) for draft in _drafts(text))
    return tuple(found)


def _drafts(text: Text) -> Iterator[Draft]:
    at = 0
    while at < len(text.words):
        draft = _draft_at(text, at)
        if draft is not None and _counts(text, draft):
            yield draft
        at = max(at + 1, draft.last if draft else at + 1)


def _draft_at(text: Text, at: int) -> Draft | None:
    words = text.words
    number = number_at(words, at) or _one_unit(words, at)
    if number is None:
        return None
    number = _ranged(words, number)
    bound, first = bound_before(words, number.first)
    money = money_before(words, first)
    if money:
        bound, first = bound_before(words, money.last)
    unit = unit_after(words, number.last)
    last = unit.last if unit else number.last
    if number.vague or (number.high is not None):
        bound = Bound.VAGUE if number.vague else Bound.RANGE
    if after := bound_after(words, last):
        bound, last = after
    return Draft(number, bound, _closer(unit, money), first, last)


def _one_unit(words: Sequence[Word], at: int) -> Number | None:
    """*About a year*, *within an hour*: one unit, where a bound says that it is measured."""
    if words[at].kind != "ARTICLE" or bound_before(words, at)[0] is Bound.EXACT:
        return None
    unit = unit_after(words, at + 1)
    return Number(at, at + 1, 1.0) if unit and unit.kind in ("time", "measure") else None


def _closer(unit: Unit | None, money: Unit | None) -> Unit | None:
    """A sign before the number tells its unit; what follows *$5 million* is what it buys."""
    return money or unit


def _ranged(words: Sequence[Word], number: Number) -> Number:
    """The number, or the range that it opens: *20 to 30*, *between 20 and 30*, *two or three*."""
    unit = unit_after(words, number.last)
    for here in (number.last, unit.last if unit else number.last):
        if here + 1 >= len(words) or not _opens_range(words, number, words[here].text.lower()):
            continue
        start = here + 1 + (words[here + 1].kind == "MONEY")
        second = number_at(words, start) if start < len(words) else None
        both = joined(words, number, second) if second else None
        if both and not (words[here].text in DASHES and _dashed_on(words, both.last)):
            return both
    return number


def _opens_range(words: Sequence[Word], number: Number, link: str) -> bool:
    if link == "and":
        before = [word.text.lower() for word in words[max(0, number.first - 4) : number.first]]
        return "between" in before
    return link in ("to", "or") or link in DASHES


def _dashed_on(words: Sequence[Word], last: int) -> bool:
    """Whether a chain such as *555-12-90* goes on: a number of a telephone, no range."""
    return last + 1 < len(words) and words[last].text in DASHES and words[last + 1].kind == "DIGITS"


def _counts(text: Text, draft: Draft) -> bool:
    """Whether the number counts or measures something, and is no date, name, list mark or pronoun."""
    words, number = text.words, draft.number
    word = words[number.first]
    if _in_time(text, draft) or _after_namer(words, draft):
        return False
    if word.kind == "DIGITS":
        return _digits_count(text, draft)
    if number.vague and words[number.last - 1].kind in ("FEW", "WORD"):
        return words[number.last - 1].text.lower() == "handful" or _outcome(text, draft) is not None
    if number.last - number.first == 1 and word.text.lower() in ("one", "half") and draft.unit is None:
        return draft.bound is not Bound.EXACT or _counts_noun(text, draft)
    return word.kind not in ("SCALE", "HUNDRED") or draft.unit is not None or _hyphened(words, number.last)


def _hyphened(words: Sequence[Word], last: int) -> bool:
    return last < len(words) and words[last].text in DASHES


def _counts_noun(text: Text, draft: Draft) -> bool:
    """*Half of* something, *only one* and *one* that something became of; other *ones* are articles and pronouns."""
    words, at = text.words, draft.number.first
    if words[at].text.lower() == "half":
        return at + 1 < len(words) and words[at + 1].text.lower() == "of"
    if at and words[at - 1].text.lower() in LONE_ONE:
        return True
    before = at - 2 if at > 1 and words[at - 1].text in DASHES else at - 1
    return _outcome(text, draft) is not None and not (at and words[before].text.lower() in ("no", "every"))


def _outcome(text: Text, draft: Draft) -> str | None:
    inner = Span(text.words[draft.number.first].start, text.words[draft.last - 1].end)
    noun = counted(text.reading, inner)
    return outcome_of(text.reading, inner, noun.head if noun else None)


def _after_namer(words: Sequence[Word], draft: Draft) -> bool:
    """Whether the number names what stands before it: *phase two*, *Act No. 12*; or a base: *per 100,000*."""
    at = draft.number.first - 1
    at -= at > 0 and words[at].text == "."
    if at < 0 or (draft.unit is not None and words[at].text.lower() != "per"):
        return False
    lower = words[at].text.lower()
    return lower == "per" or (lower in naming() and (words[draft.number.first].kind == "DIGITS" or lower not in NOT_NO))


def _in_time(text: Text, draft: Draft) -> bool:
    """Whether the number belongs to a date, a clock time or *two years ago*."""
    start = text.words[draft.number.first].start
    at = bisect_right(text.times, start, key=lambda time: time.span.start) - 1
    if at < 0 or text.times[at].span.end <= start:
        return False
    return not (draft.unit and draft.unit.kind == "time" and text.times[at].rule in LENGTHS)


def _digits_count(text: Text, draft: Draft) -> bool:
    words, number = text.words, draft.number
    whole = text.reading.document.text
    start, end = words[number.first].start, words[number.last - 1].end
    if _glued(whole, start, end) and draft.unit is None:
        return False
    before = words[number.first - 1] if number.first else None
    if draft.unit is None and _bare_code(words, number, before):
        return False
    if _list_mark(words, number) or _dashed_on(words, number.last):
        return False
    if number.value is not None and number.value in YEARS and "," not in words[number.first].text and not draft.unit:
        return False
    return draft.unit is not None or not _names(text, number, before)


def _bare_code(words: Sequence[Word], number: Number, before: Word | None) -> bool:
    """*0700*, *the 707* with no noun after it."""
    text = words[number.first].text
    if text.startswith("0") and len(text) > 1 and "." not in text:
        return True
    following = words[number.last].kind if number.last < len(words) else ""
    named = before is not None and before.text.lower() == "the" and following not in ("WORD", "PART", "HALF")
    return named and not _hyphened(words, number.last)


def _glued(text: str, start: int, end: int) -> bool:
    """Whether the digits are part of a longer word or code: *G7*, *B-52*, *5/6*, *19th*, *12:30*."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "#/:_@"):
        return True
    if start > 1 and text[start - 1] in "-." and text[start - 2].isalnum():
        return True
    if end < len(text) and (text[end].isalnum() or text[end] in "/:_@"):
        return True
    return end + 1 < len(text) and text[end] in ".-" and text[end + 1].isdigit()


def _list_mark(words: Sequence[Word], number: Number) -> bool:
    """*1.* or *2)* at the head of a paragraph."""
    return number.first == 0 and len(words) > 1 and number.last == 1 and words[1].text in ".)"


def _names(text: Text, number: Number, before: Word | None) -> bool:
    """*Boeing 737*, *Flight 12*: a number in a name, or right after a capitalised word without counting a noun."""
    word = text.words[number.first]
    inside = text.reading.tokens_in(Span(word.start, word.end))
    if not inside:
        return False
    token = text.reading.tokens[inside[0]]
    if token.entity in NAMES and (not token.entity_start or token.entity in OPENED_NAMES):
        return True
    if before is None or before.kind != "WORD" or not before.text[:1].isupper() or inside[0] == 0:
        return False
    last = text.reading.tokens[inside[0] - 1]
    return last.pos == "PROPN" and (token.dep != "nummod" or token.head < token.i or number.high is not None)


def _quantity(text: Text, draft: Draft) -> Quantity:
    words, number, unit = text.words, draft.number, draft.unit
    start = words[draft.first].start
    end = words[draft.last - 1].end
    inner = Span(words[number.first].start, end)
    age = _age(text, draft)
    noun = None if age or (unit and unit.kind in ("time", "measure")) else counted(text.reading, inner)
    head = noun.head if noun else None
    value, low, high = _values(draft)
    return Quantity(
        span=Span(start, _end(noun, age or end, end)),
        value=value,
        low=low,
        high=high,
        bound=draft.bound,
        unit="year" if age and unit is None else "%" if number.share and unit is None else unit.name if unit else None,
        of="age" if age else noun.span.of(text.reading.document.text) if noun else None,
        outcome=None if unit else outcome_of(text.reading, inner, head),
    )


def _end(noun: Counted | None, age: int, end: int) -> int:
    return max(noun.span.end if noun else end, age, end)


def _values(draft: Draft) -> tuple[float | None, float | None, float | None]:
    """Value, low and high, in the unit's measure: 20% is .2, two cents are .02."""
    number, factor = draft.number, draft.unit.factor if draft.unit else 1.0
    value = _times(number.value, factor)
    if number.value is None:
        return None, _times(number.low, factor), _times(number.high, factor)
    low = value if draft.bound in (Bound.EXACT, Bound.AT_LEAST) else None
    high = value if draft.bound in (Bound.EXACT, Bound.AT_MOST) else None
    return value, low, high


def _times(value: float | None, factor: float) -> float | None:
    """Rounded, so that 4.2% is .042 and not a neighbour of it."""
    return None if value is None else round(value * factor, 12)


def _age(text: Text, draft: Draft) -> int | None:
    """Where an age ends: *54-year-old*, *aged 19*, *Anna Novak, 71,*; None for other numbers."""
    words, number, unit = text.words, draft.number, draft.unit
    if unit and unit.kind == "time":
        here = unit.last + (unit.last < len(words) and words[unit.last].text in DASHES)
        after = [word.text.lower() for word in words[here : here + 2]]
        if after[:1] == ["old"]:
            return words[here].end
        return words[here + 1].end if after == ["of", "age"] else None
    if unit or number.value is None or not 0 < number.value <= OLDEST or number.value % 1:
        return None
    before = [word.text.lower() for word in words[max(0, number.first - 1) : number.first]]
    end = words[number.last - 1].end
    if before in (["aged"], ["age"]) or _both_aged(words, number) or _died_at(words, number.first):
        return end
    return end if before == [","] and _after_person(text, number) else None


def _both_aged(words: Sequence[Word], number: Number) -> bool:
    """*Anna and Per Lund, both 51, died*."""
    before, after = words[max(0, number.first - 2) : number.first], words[number.last : number.last + 1]
    return [word.text.lower() for word in (*before, *after)] == [",", "both", ","]


def _died_at(words: Sequence[Word], first: int) -> bool:
    return (
        first > 1
        and words[first - 1].text.lower() == "at"
        and words[first - 2].text.lower() in ("dies", "died", "dead")
    )


def _after_person(text: Text, number: Number) -> bool:
    """Whether a name stands before the comma and another mark after the number: *Anna Novak, 71, said*."""
    words = text.words
    if number.first < 2 or number.last >= len(words) or words[number.last].text not in ",.;)":
        return False
    name = text.reading.tokens_in(Span(words[number.first - 2].start, words[number.first - 2].end))
    return bool(name) and text.reading.tokens[name[0]].pos == "PROPN"
