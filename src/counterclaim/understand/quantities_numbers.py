"""Cuts text into words and reads the numbers in it: digits, words, ranges, dozens and hundreds, shares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from counterclaim.data import table

LEXER = re.compile(
    r"(?P<NUMBER>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<MONEY>(?:US|U\.S\.|AU|CA|NZ|HK|[ACS])?\$|[€£¥₹₽₴₪₩₦])"
    r"|(?P<WORD>[^\W\d_]+(?:\.[^\W\d_]+)*\.?(?=\$)|[^\W\d_]+)"
    r"|(?P<OTHER>\S)"
)
# Beyond this a number in digits counts nothing that a report would count; it is a key or a hash.
MOST_DIGITS = 15
DASHES = frozenset("-–—")
# *One in a thousand* is the smallest share that a report writes this way.
LARGEST_WHOLE = 1000
# The words of *out of*.
OUT_OF = 2
# Before these words *a quarter* or *a third* is a share even without *of*.
SHARE_LEADS = frozenset({"about", "around", "nearly", "almost", "over", "than", "roughly", "approximately", "under"})
# A vague plural is at least twice its word: *dozens* is two dozen or more.
VAGUE_TIMES = 2


class Word(NamedTuple):
    """One word or mark: where it stands, how it is written, and its class and value in `number_words.tsv`."""

    start: int
    end: int
    text: str
    kind: str
    value: float


class Number(NamedTuple):
    """
    A number as words `first` up to, but not including, `last`.

    `value` is None for a range and a vague one; `vague` tells those apart; `share` is a part of a whole (*a third*).
    """

    first: int
    last: int
    value: float | None
    low: float | None = None
    high: float | None = None
    vague: bool = False
    share: bool = False


@cache
def lexicon() -> dict[str, tuple[str, float]]:
    """Class and value of each number word."""
    rows = table("number_words")
    return {word: (row["class"], float(row["value"])) for row in rows for word in row["word"].split("|")}


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of `text[start:end]`."""
    return [_word(match) for match in LEXER.finditer(text, start, end)]


def _word(match: re.Match[str]) -> Word:
    text, kind = match[0], str(match.lastgroup)
    value = 0.0
    if kind == "NUMBER":
        kind, value = ("DIGITS", float(text.replace(",", ""))) if len(text) <= MOST_DIGITS else ("OTHER", 0.0)
    elif kind == "WORD":
        kind, value = lexicon().get(text.lower(), ("WORD", 0.0))
    return Word(match.start(), match.end(), text, kind, value)


def number_at(words: Sequence[Word], at: int) -> Number | None:
    """The number that begins with word `at`; None where none does."""
    kind = words[at].kind
    if kind in ("DIGITS", "UNIT", "TEN"):
        return _share_of_number(words, at) or _mixed(words, _plain(words, at))
    if kind == "ARTICLE":
        return _after_article(words, at)
    if kind == "HALF":
        return _half(words, at)
    if kind == "PLURAL":
        return _plural(words, at)
    if kind in ("FEW", "SCALE", "DOZEN"):
        return _few(words, at)
    return None


def _kind(words: Sequence[Word], at: int) -> str:
    return words[at].kind if 0 <= at < len(words) else ""


def _text(words: Sequence[Word], at: int) -> str:
    return words[at].text.lower() if 0 <= at < len(words) else ""


def _plain(words: Sequence[Word], at: int) -> Number:
    """Digits or number words with their scales: *3.7 million*, *two hundred and fifty*, *thirty-one*."""
    total, current, here = 0.0, words[at].value, at + 1
    after_ten = words[at].kind == "TEN"
    while here < len(words):
        step = here + 1 if words[here].text in DASHES or words[here].text.lower() == "and" else here
        kind = _kind(words, step)
        if after_ten and kind == "UNIT" and 0 < words[step].value < 10 and words[here].text.lower() != "and":
            current, here, after_ten = current + words[step].value, step + 1, False
        elif step == here and kind in ("HUNDRED", "SCALE", "DOZEN"):
            current, total = _scaled(current, total, words[step])
            here, after_ten = step + 1, False
        elif _goes_on(words, here, step, kind):
            total, current, here, after_ten = total + current, words[step].value, step + 1, kind == "TEN"
        else:
            break
    return Number(at, here, total + current)


def _scaled(current: float, total: float, scale: Word) -> tuple[float, float]:
    """*two hundred thousand* multiplies all that stands before the scale."""
    if scale.kind == "SCALE" and 0 < total < scale.value:
        return (total + current) * scale.value, 0.0
    return current * scale.value, total


def _goes_on(words: Sequence[Word], here: int, step: int, kind: str) -> bool:
    """Whether a smaller number continues the one before it: *hundred and fifty*, *two thousand three hundred*."""
    if kind not in ("UNIT", "TEN") or _kind(words, here - 1) not in ("HUNDRED", "SCALE"):
        return False
    return words[step].value < words[here - 1].value and words[here].text not in DASHES


def _mixed(words: Sequence[Word], number: Number) -> Number:
    """*Two and a half*, *two-and-a-half*: the number with its half."""
    here = number.last
    here += _text(words, here) in DASHES
    if _text(words, here) != "and" or number.value is None:
        return number
    here += 1
    here += _text(words, here) in DASHES
    here += _kind(words, here) == "ARTICLE"
    here += _text(words, here) in DASHES
    return Number(number.first, here + 1, number.value + 0.5) if _kind(words, here) == "HALF" else number


def _share_of_number(words: Sequence[Word], at: int) -> Number | None:
    """*Two thirds*, *three-quarters*, *one in five*, *one out of seven*; *six out of twenty people* counts people."""
    here = at + 1 + (_text(words, at + 1) in DASHES)
    if _kind(words, here) == "PART":
        return Number(at, here + 1, words[at].value / words[here].value, share=True)
    outward = OUT_OF if _text(words, at + 1) == "out" and _text(words, at + 2) == "of" else _text(words, at + 1) == "in"
    of = at + 1 + int(outward)
    if not outward or _kind(words, of) not in ("UNIT", "TEN", "DIGITS"):
        return None
    whole, part = _plain(words, of), words[at].value
    if not whole.value or not part < whole.value <= LARGEST_WHOLE or _is_year(words[of]):
        return None
    if part == 1 and words[at].kind == "UNIT":
        return Number(at, whole.last, part / whole.value, share=True)
    return Number(at, whole.last, part) if outward == OUT_OF else None


def _is_year(word: Word) -> bool:
    return word.kind == "DIGITS" and 1000 <= word.value <= 2100


def _after_article(words: Sequence[Word], at: int) -> Number | None:
    """*A hundred*, *a dozen*, *a third*, *a few*, *a quarter of*."""
    kind = _kind(words, at + 1)
    if kind in ("HUNDRED", "SCALE"):
        return _plain(words, at)
    if kind == "DOZEN":
        return Number(at, at + 2, 12.0)
    if kind == "PART" and (_text(words, at + 2) == "of" or _text(words, at - 1) in SHARE_LEADS):
        return Number(at, at + 2, 1 / words[at + 1].value, share=True)
    if kind == "HALF":
        half = _half(words, at + 1)
        return half._replace(first=at) if half else None
    if kind == "FEW":
        few = _few(words, at + 1)
        return few._replace(first=at) if few else None
    if _text(words, at + 1) in ("number", "limited") and _text(words, at + 2) in ("of", "number"):
        return Number(at, at + 2, None, low=2.0, vague=True)
    return None


def _half(words: Sequence[Word], at: int) -> Number | None:
    """*Half a million*, *half a dozen*, *half-dozen*, *half of*."""
    here = at + 1 + (_kind(words, at + 1) == "ARTICLE" or _text(words, at + 1) in DASHES)
    if _kind(words, here) in ("SCALE", "DOZEN"):
        return Number(at, here + 1, words[here].value / 2)
    return Number(at, at + 1, 0.5, share=True)


def _plural(words: Sequence[Word], at: int) -> Number:
    """*Hundreds*, *dozens*, *tens of thousands*: vague, from twice the word on."""
    low, here = words[at].value * VAGUE_TIMES, at + 1
    if _text(words, here) == "of" and _kind(words, here + 1) == "PLURAL":
        low, here = low * words[here + 1].value, here + 2
    return Number(at, here, None, low=low, vague=True)


def _few(words: Sequence[Word], at: int) -> Number | None:
    """*Several*, *several hundred*, *a few thousand*; a bare *dozen* is twelve, a bare *million* a million."""
    if words[at].kind != "FEW":
        return Number(at, at + 1, words[at].value) if words[at].kind != "HUNDRED" else None
    low, here = words[at].value, at + 1
    while _kind(words, here) in ("HUNDRED", "SCALE", "DOZEN"):
        low, here = low * words[here].value, here + 1
    return Number(at, here, None, low=low, vague=True)


def joined(words: Sequence[Word], first: Number, second: Number) -> Number | None:
    """
    The range from `first` to `second`; None where they make none.

    *Two to three hundred* and *$5 to $7 billion* take the scale of the second for both.
    """
    if first.value is None or second.value is None:
        return None
    low = first.value
    scale = words[second.last - 1]
    has_own = words[first.last - 1].kind in ("HUNDRED", "SCALE")
    if scale.kind in ("HUNDRED", "SCALE") and not has_own and low < second.value / scale.value:
        low *= scale.value
    if low >= second.value:
        return None
    return Number(first.first, second.last, None, low=low, high=second.value, share=first.share or second.share)
