"""Finds the words that open a frame: a token by whose lemma, and a few lemmas after it, a table knows what is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from counterclaim.claim.about_doers import person
from counterclaim.claim.about_mood import words
from counterclaim.data import table
from counterclaim.model.reading import Reading, Token

# *hold [their old] positions*, *conducting [ground] operations*: more words between are another phrase.
GAP = 3
# *Fell sharply, by 3 percent*: words between the verb and its amount.
NEAR = 4
POS = {"verb": ("VERB", "AUX"), "noun": ("NOUN", "PROPN"), "adj": ("ADJ",), "any": ()}


# *In*, *into* or *out of* whose hands something is.
HOLDING = frozenset({"in", "into", "from", "of", "to"})


# *To*, *off* and *over* what a person or thing falls; a town falls to people, or under or into their control and hands.
FALLING = frozenset({"to", "off", "on", "onto", "over", "from"})
TAKING = frozenset({"hand", "control", "force", "army", "troop", "attack", "assault"})


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
            opens = _fits(sign, token) and not _joined(reading, index) and _holds(reading, index)
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


def _holds(reading: Reading, index: int) -> bool:
    """
    Whether hands are those *in* which something is, and what falls is taken: it does not fall short or to the ground.

    None *at* which somebody suffers, and no boxer's.
    """
    token = reading.tokens[index]
    if token.lemma == "fall":
        things = (_thing(reading, noun) for at in reading.children[index] for noun in _under(reading, at))
        return not _sinks(reading, index) and not any(things)
    return token.lemma != "hand" or reading.tokens[token.head].lemma in HOLDING


def _sinks(reading: Reading, verb: int) -> bool:
    """Whether something falls by an amount, or falls short, ill or behind."""
    behind = reading.tokens[verb + 1 : verb + 1 + NEAR]
    number = any(token.pos in ("NUM", "SYM") for token in behind)
    return number or any(token.text.lower() in words("sunk") for token in behind[:2])


def _under(reading: Reading, preposition: int) -> list[int]:
    """What somebody falls to, off or over."""
    falls = reading.tokens[preposition].lemma in FALLING
    return [at for at in reading.children[preposition] if falls and reading.tokens[at].dep == "pobj"]


def _thing(reading: Reading, noun: int) -> bool:
    token = reading.tokens[noun]
    return token.pos == "NOUN" and token.lemma not in TAKING and not person(reading, noun)


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
