"""Finds the words that open a frame: a token by whose lemma, and a few lemmas after it, a table knows what is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from counterclaim.data import table
from counterclaim.model.reading import Reading, Token

# *hold [their old] positions*, *conducting [ground] operations*: more words between are another phrase.
GAP = 3
POS = {"verb": ("VERB", "AUX"), "noun": ("NOUN", "PROPN"), "adj": ("ADJ",), "any": ()}


class Sign(NamedTuple):
    """A row of the table of frames."""

    words: tuple[str, ...]
    pos: str
    frame: str
    actor: str
    holds: bool
    needs: str
    winner: bool


class Opening(NamedTuple):
    """A sign met in the text: the sign, its first token and its last."""

    sign: Sign
    first: int
    last: int


@cache
def _signs() -> dict[str, tuple[Sign, ...]]:
    """The rows by their first lemma, those of more words first."""
    found: dict[str, list[Sign]] = {}
    for row in table("frames"):
        words = tuple(row["words"].split())
        sign = Sign(
            words, row["pos"], row["frame"], row["actor"], row["sign"] == "+", row["needs"], row["winner"] == "to"
        )
        found.setdefault(words[0], []).append(sign)
    return {word: tuple(sorted(signs, key=lambda sign: -len(sign.words))) for word, signs in found.items()}


def openings(reading: Reading, inside: Sequence[int]) -> Iterator[Opening]:
    """The signs among the tokens `inside`, in text order; a token opens at most one frame."""
    allowed, taken = frozenset(inside), set[int]()
    for index in inside:
        if index in taken:
            continue
        token = reading.tokens[index]
        for sign in _signs().get(token.lemma, ()):
            last = _last(reading, sign, index, allowed) if _fits(sign, token) and not _joined(reading, index) else None
            if last is not None:
                # *Lost control* opens one frame, not another one with *control*.
                taken.update(i for i in range(index, last + 1) if reading.tokens[i].lemma in sign.words)
                yield Opening(sign, index, last)
                break


def _fits(sign: Sign, token: Token) -> bool:
    return not POS[sign.pos] or token.pos in POS[sign.pos]


def _joined(reading: Reading, index: int) -> bool:
    """Whether the token is the second half of a compound adjective (*rebel-held*), which states nothing."""
    return index > 0 and reading.tokens[index - 1].text == "-"


def _last(reading: Reading, sign: Sign, index: int, allowed: frozenset[int]) -> int | None:
    """The token of the sign's last word, or None where its words are not all there."""
    at = index
    for word in sign.words[1:]:
        window = range(at + 1, at + 2 + GAP)
        at_next = next((i for i in window if i in allowed and reading.tokens[i].lemma == word), None)
        if at_next is None:
            return None
        at = at_next
    return at
