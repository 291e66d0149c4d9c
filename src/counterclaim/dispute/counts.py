"""Whether two claims give figures for one thing that cannot both hold, read from the words around the numbers."""

from __future__ import annotations

import re
from functools import cache
from math import inf
from typing import NamedTuple

from counterclaim.data import table
from counterclaim.dispute.apart import MONTHS, SELF, of_others, of_self, of_themselves, period
from counterclaim.dispute.terms import stem, stems_of_kind, stopwords, words_of_kind
from counterclaim.dispute.view import View
from counterclaim.dispute.wording import hedged
from counterclaim.model.document import PartKind

# Paragraphs and sentences between two figures of one event.
NEAR, CLOSE = 3, 12
# Words between a number and what tells what it counts; the noun right behind it stands nearer.
REACH, BEHIND = 4, 2
# *About a hundred* says no more than that it is within a fifth of it.
LOOSE = 0.2
# A claim with more numbers than this is a breakdown: its words do not say which is the total.
MANY = 3
BOUNDED = 3
LEAST = frozenset({"least", "more", "over", "exceeded", "exceeds", "exceed", "above", "topped", "minimum"})
MOST = frozenset({"most", "fewer", "less", "under", "below", "up", "many", "maximum"})
ABOUT = frozenset({"about", "around", "some", "approximately", "nearly", "almost", "roughly", "estimated", "close"})
# *Seven more*, *including three*, *three of them*, *a further six*: a part of another figure, or beside it.
ASIDE = frozenset({"more", "others", "them", "whom", "whose", "percent", "per", "years", "year", "hours", "days"})
PART = frozenset({"including", "another", "further", "additional", "among", "with", "rose", "risen", "climbed", "from"})
CLOCK = frozenset({"a.m", "p.m", "a.m.", "p.m.", "am", "pm", "o'clock"})
# *A 34-year-old herder*, word by word.
AGES = ("year", "old")
# One dot only: *3.4*, not a version or a date.
DECIMAL = re.compile(r"\d{1,3}\.\d{1,3}")
SCALE = {"hundred": 100.0, "thousand": 1000.0, "million": 1e6, "billion": 1e9}
SCALES = frozenset(stem(word) for word in SCALE)


class Count(NamedTuple):
    """
    A number in a claim: between what and what it lies, and the stem or class of what is counted; of the dead and the
    like `noun` is who they were (*passengers*), empty where that is not told.
    """

    low: float
    high: float
    what: str
    noun: str = ""


def counted_apart(view: View, other: View) -> str | None:
    """Why the figures of the two cannot both hold, as a clause; None where they can or count different things."""
    near = abs(view.paragraph - other.paragraph) <= NEAR and abs(view.sentence - other.sentence) <= CLOSE
    return figures_apart(view, other, one_thing=_one_thing_next_to(view, other)) if near else None


def _one_thing_next_to(view: View, other: View) -> bool:
    """
    Whether two figures that stand side by side need no other word in common: two prices (*it was worth 4,000*, *put its
    value at 41,000*), or what neither says of itself, the one in the other's words (*9,000 people came to the
    rally*, *400 people came*).
    """
    together = view.paragraph == other.paragraph and abs(view.sentence - other.sentence) <= 1
    priced = all(words_of_kind("priced") & frozenset(each.words) for each in (view, other))
    one, two = (frozenset(term for term in each.terms if not term[0].isdigit()) for each in (view, other))
    itself = any(SELF & frozenset(each.words) for each in (view, other))
    return together and (priced or (not itself and (one <= two or two <= one)))


def figures_apart(view: View, other: View, *, one_thing: bool = False) -> str | None:
    """The same wherever the two stand; whether they are of one event, and of one thing in it, the caller must know."""
    stated = not any(each.part is PartKind.TITLE or each.negated or hedged(each) for each in (view, other))
    if not stated or _elsewhere(view, other):
        return None
    one, two = counts(view), counts(other)
    for count in one:
        rivals = [each for each in two if _one_kind(each.what, count.what)]
        alone = len(rivals) == 1 and sum(_one_kind(each.what, count.what) for each in one) == 1
        if (
            alone
            and (one_thing or _of_one_thing(count.what, view, other))
            and (count.low > rivals[0].high or rivals[0].low > count.high)
            and not _part_of(count, rivals[0])
        ):
            return f"the two numbers ({_shown(count.what)}) cannot both hold"
    return None


def _part_of(one: Count, two: Count) -> bool:
    """Whether one counts some of whom the other counts: *88 passengers* may be among *94 people*, not the reverse."""
    if one.noun == two.noun:
        return False
    if one.noun and two.noun:
        return True
    some, every = (one, two) if one.noun else (two, one)
    return some.low <= every.high


def _one_kind(one: str, two: str) -> bool:
    """Whether two are counted alike: *barrels* may be *barrels of oil*, not of wine."""
    shorter, longer = sorted((one.split(), two.split()), key=len)
    return longer[: len(shorter)] == shorter


def _of_one_thing(what: str, view: View, other: View) -> bool:
    """The dead of an event are; sums of money and the like are only where more than their unit is in both."""
    return what in _kinds().values() or bool((view.terms & other.terms) - {what} - SCALES)


def recounted(view: View, other: View) -> bool:
    """Whether both have one figure for one thing and the figures differ: eight dead, and then twelve."""
    one, two = counts(view), counts(other)
    return len(one) == len(two) == 1 and one[0].what == two[0].what and one[0][:2] != two[0][:2]


def compatible(view: View, other: View) -> bool:
    """Whether figures of one kind stand in both and can hold together: *two hundred*, *exceeded eighty*."""
    pairs = [(one, two) for one in counts(view) for two in counts(other) if one.what == two.what]
    return bool(pairs) and all(one.low <= two.high and two.low <= one.high for one, two in pairs)


def _shown(what: str) -> str:
    return what if what in _kinds().values() else "of one thing"


def _elsewhere(view: View, other: View) -> bool:
    """Whether the two name places, times or a scope that differ: a toll of one is none of the other."""
    if (
        period(view) != period(other)
        or scoped(view) != scoped(other)
        or of_others(view, other)
        or _own(view, other)
        or of_self(view, other)
    ):
        return True
    for slot in ("place", "time"):
        one = {getattr(frame, slot) for frame in view.claim.about} - {None}
        two = {getattr(frame, slot) for frame in other.claim.about} - {None}
        if one and two and not one & two:
            return True
    return False


def _own(view: View, other: View) -> bool:
    """Whether each counts what it has itself: *it had sent five lorries*; a price is that of something else."""
    priced = any(words_of_kind("priced") & frozenset(each.words) for each in (view, other))
    return not priced and of_themselves(view, other)


def scoped(view: View) -> frozenset[str]:
    """
    What the figure is of: *one chapel* is a part where another claim has the whole, *nationwide* is all of it.

    *Its own toll* is of one side, and whom one hospital has received are not all.
    """
    pairs = zip(view.words, view.words[1:], strict=False)
    part = any(one in ("in", "at") and two in ("one", "a", "another", "each") for one, two in pairs)
    return words_of_kind("scope") & frozenset(view.words) | (frozenset({"part"}) if part else frozenset())


def counts(view: View) -> list[Count]:
    """The figures in the words of a claim; none where there are so many that they are a breakdown."""
    words = view.words
    found = [each for at in range(len(words)) if (each := _count(words, at))]
    return found if len(found) <= MANY else []


def tolls(view: View) -> list[Count]:
    """The figures of a claim that count the dead, the hurt and the like."""
    return [count for count in counts(view) if count.what in _kinds().values()]


def ranges(view: View) -> list[tuple[float, float]]:
    """All numbers of a claim as intervals, whatever they count; how old somebody is counts nothing."""
    words = view.words
    found = [
        (number(word), words[max(0, at - BOUNDED) : at])
        for at, word in enumerate(words)
        if words[at + 1 : at + 3] != AGES
    ]
    return [_bounds(value, before) for value, before in found if value is not None]


def _count(words: tuple[str, ...], at: int) -> Count | None:
    # *A single boat* is one.
    value = 1.0 if words[max(0, at - 1) : at + 1] == ("a", "single") else number(words[at])
    if value is None or (at and number(words[at - 1]) is not None) or _is_date(words, at):
        return None
    after = words[at + 1 : at + 1 + BEHIND]
    before = words[max(0, at - BOUNDED) : at]
    if after[:1] and after[0] in SCALE:
        value *= SCALE[after[0]]
    shares = after[:1] == ("percent",) and after[1:2] == ("of",)
    if (ASIDE & frozenset(after) and not shares) or PART & frozenset(before) or CLOCK & frozenset(after[:1]):
        return None
    what = _what(words, at)
    return Count(*_bounds(value, before), what, _noun(words, at, what)) if what else None


def _is_date(words: tuple[str, ...], at: int) -> bool:
    """Whether a number stands beside a month: *31 December* counts nobody."""
    return bool(MONTHS & frozenset((*words[max(0, at - 1) : at], *words[at + 1 : at + 2])))


def _noun(words: tuple[str, ...], at: int, what: str) -> str:
    """Who the counted were, where the word behind the number says more than *people* or *bodies*."""
    if what not in _kinds().values():
        return ""
    behind = words[at + 1] if at + 1 < len(words) else ""
    plain = behind in stopwords() or stem(behind) in stems_of_kind("light") or stem(behind) in _kinds()
    return "" if plain or not behind.endswith("s") or number(behind) is not None else stem(behind)


def number(word: str) -> float | None:
    """The value of a number in figures or in one word; a year is none."""
    plain = word.replace(",", "")
    if DECIMAL.fullmatch(plain):
        return float(plain)
    if plain.isdigit():
        return None if len(plain) == 4 and plain == word and plain[:2] in ("19", "20") else float(plain)
    return _numbers().get(word)


def _bounds(value: float, before: tuple[str, ...]) -> tuple[float, float]:
    near = frozenset(before)
    # *No more than nine* are at most nine, *no fewer than nine* at least.
    bounded = len(before) == BOUNDED and before[0] in ("no", "not") and before[2] == "than"
    if bounded and before[1] in ("more", "fewer", "less"):
        return (0.0, value) if before[1] == "more" else (value, inf)
    if near & LEAST:
        return value, inf
    if near & MOST:
        return 0.0, value
    if near & ABOUT:
        return value * (1 - LOOSE), value * (1 + LOOSE)
    return value, value


def _what(words: tuple[str, ...], at: int) -> str | None:
    """The class of the nearest word that has one, else the stem of the noun behind it, or behind *the number of*."""
    if (of := _numbered(words, at)) is not None:
        return of
    around = [(abs(i - at), i) for i in range(max(0, at - REACH), min(len(words), at + REACH + 1)) if i != at]
    for _, i in sorted(around):
        kind = _kinds().get(stem(words[i]))
        if kind and not any(number(word) is not None for word in words[min(i, at) + 1 : max(i, at)]):
            return kind
    behind = [stem(word) for word in words[at + 1 : at + 1 + BEHIND] if word not in stopwords() and word not in SCALE]
    # *Litres of oil* are no litres of acid.
    measured = words[at + 2 : at + 3] == ("of",) and words[at + 3 : at + 4]
    return " ".join((*behind[-1:], *map(stem, measured or ()))) if behind else None


def _numbered(words: tuple[str, ...], at: int) -> str | None:
    """What *the number of inmates killed at the prison* counts that somebody puts *at four*, or that *was four*."""
    if words[at - 1 : at] not in (("at",), ("was",), ("is",), ("be",)) or "number" not in words[: at - 1]:
        return None
    start = words.index("number")
    told = [word for word in words[start + 2 : at - 1] if word not in stopwords()]
    known = [kind for word in told if (kind := _kinds().get(stem(word)))]
    return next(iter((*known, *map(stem, told))), None) if words[start + 1] == "of" else None


@cache
def _kinds() -> dict[str, str]:
    return {stem(row["word"]): row["what"] for row in table("counted")}


@cache
def _numbers() -> dict[str, float]:
    return {
        row["word"]: float(row["value"])
        for row in table("number_words")
        if row["class"] in ("UNIT", "TEN") and row["word"] not in ("one", "a", "an")
    }
