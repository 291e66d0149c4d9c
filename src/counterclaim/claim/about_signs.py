"""Finds the words that open a frame: a token by whose lemma, and a few lemmas after it, a table knows what is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from counterclaim.claim.about_doers import person
from counterclaim.claim.about_mood import words
from counterclaim.data import table
from counterclaim.data.falling import NEAR, sinks
from counterclaim.model.reading import Reading, Token

# *hold [their old] positions*, *conducting [ground] operations*: more words between are another phrase.
GAP = 3
POS = {"verb": ("VERB", "AUX"), "noun": ("NOUN", "PROPN"), "adj": ("ADJ",), "any": ()}
# *In*, *into* or *out of* whose hands something is.
HOLDING = frozenset({"in", "into", "from", "of", "to"})
# *To*, *off* and *over* what a person or thing falls; a town falls *to* people or *to* their attack.
FALLING = frozenset({"to", "off", "on", "onto", "over", "from"})


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
            opens = _fits(sign, token) and not _joined(reading, index) and _takes(reading, index)
            last = _last(reading, sign, index, allowed) if opens else None
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


def _takes(reading: Reading, index: int) -> bool:
    """Whether *fall* and *hand*, which tell of much else, can tell here that somebody takes or holds something."""
    lemma = reading.tokens[index].lemma
    return _taken(reading, index) if lemma == "fall" else lemma != "hand" or _in_hands(reading, index)


def _in_hands(reading: Reading, hand: int) -> bool:
    """Whether hands are those *in* which something is: none *at* which somebody suffers, and no boxer's."""
    return reading.tokens[reading.tokens[hand].head].lemma in HOLDING


def _taken(reading: Reading, fell: int) -> bool:
    """Whether what falls is taken: not by an amount, not short or behind, and not to the ground or off a roof."""
    behind = [(token.text, token.pos) for token in reading.tokens[fell + 1 : fell + 1 + NEAR]]
    onto = (noun for at in reading.children[fell] for noun in _fallen_onto(reading, at))
    return not sinks(behind) and not any(_is_thing(reading, noun) for noun in onto)


def _fallen_onto(reading: Reading, preposition: int) -> list[int]:
    """What something falls to, off or over."""
    if reading.tokens[preposition].lemma not in FALLING:
        return []
    return [at for at in reading.children[preposition] if reading.tokens[at].dep == "pobj"]


def _is_thing(reading: Reading, noun: int) -> bool:
    """Whether a noun is nobody, nobody's forces and no way of taking."""
    token = reading.tokens[noun]
    taker = token.lemma in words("forces") or token.lemma in words("taking")
    return token.pos == "NOUN" and not taker and not person(reading, noun)


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
