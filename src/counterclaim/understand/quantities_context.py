"""Reads what stands around a number: its bound, its unit, what is counted and what became of those."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from counterclaim.data import table
from counterclaim.model.quantity import Bound
from counterclaim.model.reading import Reading, Token
from counterclaim.model.span import Span
from counterclaim.understand.quantities_numbers import DASHES, Word

# *More than 200 heavily armed Ruritanian border guards*: a noun farther off than this is not what the number counts.
NOUN_REACH = 8
COUNTED_POS = frozenset({"NOUN", "PROPN"})
QUOTES = frozenset("\"”“’'")
OBJECT_DEPS = frozenset({"dobj", "nsubjpass", "obj", "attr", "oprd"})
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass"})


class Unit(NamedTuple):
    """A unit after or before a number: what the quantity carries, its factor, its kind, and the word it ends before."""

    name: str
    factor: float
    kind: str
    last: int


class Counted(NamedTuple):
    """What a number counts: its words, and the token that heads them."""

    span: Span
    head: Token


@cache
def bounds(where: str) -> tuple[tuple[tuple[str, ...], Bound], ...]:
    """The phrases that bound a number from that side, longest first."""
    rows = [row for row in table("quantity_bounds") if row["where"] == where]
    phrases = [(tuple(row["phrase"].split()), Bound(row["bound"])) for row in rows]
    return tuple(sorted(phrases, key=lambda pair: -len(pair[0])))


@cache
def units() -> dict[tuple[str, ...], tuple[str, float, str]]:
    """Unit, factor and kind of each way to write a unit, by its words."""
    found = {}
    for row in table("units"):
        for word in row["word"].split("|"):
            key = tuple(word.lower().replace("$", " $").replace("u.s.", "u.s").split())
            found[key] = (row["unit"], float(row["factor"]), row["kind"])
    return found


@cache
def outcomes() -> dict[tuple[str, str], str]:
    """The outcome for a lemma in a place: `V` over an object, `I` over a subject, `A` beside the noun, `N` the noun."""
    return {(row["lemma"], place): row["outcome"] for row in table("outcomes") for place in row["pos"]}


def bound_before(words: Sequence[Word], first: int) -> tuple[Bound, int]:
    """How the number at `first` is bounded by what stands before it, and the word that phrase begins with."""
    first -= first > 1 and words[first - 1].text in QUOTES and words[first - 2].kind == "WORD"
    for phrase, bound in bounds("before"):
        start = first - len(phrase)
        if start >= 0 and all(words[start + n].text.lower() == word for n, word in enumerate(phrase)):
            return bound, start
    return Bound.EXACT, first


def bound_after(words: Sequence[Word], last: int) -> tuple[Bound, int] | None:
    """The bound that follows, as in *60 or more*, and the word after it."""
    for phrase, bound in bounds("after"):
        if tuple(word.text.lower() for word in words[last : last + len(phrase)]) == phrase:
            return bound, last + len(phrase)
    return None


def unit_after(words: Sequence[Word], last: int) -> Unit | None:
    """The unit right after a number, or after a hyphen."""
    start = last + (last < len(words) and words[last].text in DASHES)
    for length in (3, 2, 1):
        key = tuple(word.text.lower() for word in words[start : start + length])
        if len(key) == length and key in units():
            return Unit(*units()[key], start + length)
    return None


def money_before(words: Sequence[Word], first: int) -> Unit | None:
    """The currency sign or code right before a number; `last` is the word it begins with."""
    if not first:
        return None
    word = words[first - 1]
    known = units().get(tuple(word.text.lower().replace("$", " $").replace("u.s.", "u.s").split()))
    signed = word.kind == "MONEY" or (len(word.text) == 3 and word.text.isupper())
    return Unit(*known, first - 1) if known and known[2] == "money" and signed else None


def counted(reading: Reading, span: Span) -> Counted | None:
    """What the number in `span` counts: the noun it stands before, or the one after *of*."""
    inside = reading.tokens_in(span)
    if not inside:
        return None
    token = reading.tokens[inside[-1]]
    of = _after_of(reading, token)
    if of:
        return of
    head = _noun_over(reading, token)
    if head is None:
        return None
    start = reading.tokens[token.i + 1].start
    return Counted(Span(start, head.end), head)


def _noun_over(reading: Reading, token: Token) -> Token | None:
    head = token
    for _ in range(3):
        if head.i > token.i and head.pos in COUNTED_POS:
            return head if head.i - token.i <= NOUN_REACH else None
        if head.head == head.i or reading.tokens[head.head].pos in ("VERB", "AUX"):
            return None
        head = reading.tokens[head.head]
    return None


def _after_of(reading: Reading, token: Token) -> Counted | None:
    """*Hundreds of people*, *20% of the territory*, *three of them*."""
    follow = reading.tokens[token.i + 1 : token.i + 3]
    if not follow or follow[0].text.lower() != "of":
        return None
    for index in reading.children[follow[0].i]:
        noun = reading.tokens[index]
        if noun.dep == "pobj" and noun.i - token.i <= NOUN_REACH:
            return Counted(Span(follow[0].end + 1, noun.end), noun) if noun.end > follow[0].end + 1 else None
    return None


def outcome_of(reading: Reading, span: Span, head: Token | None) -> str | None:
    """What became of those counted, where a word beside them or the verb over them says so."""
    inside = reading.tokens_in(span)
    if not inside:
        return None
    token = head or reading.tokens[inside[-1]]
    known = outcomes()
    own = known.get((token.lemma, "N"))
    # *Six of the missing miners are dead*: what stands beside the noun is of all, and the verb tells of the six.
    of_all = token.dep == "pobj" and reading.tokens[token.head].lemma == "of" and token.head == inside[-1] + 1
    told = _over(reading, token) if of_all else None
    # *Six of the murders were by night* says how many there were as little as *three of the dead were children*.
    some = of_all and any(reading.tokens[i].dep in ("det", "poss") for i in reading.children[token.i])
    return (None if some else own) or told or _beside(reading, token, inside[-1]) or _over(reading, token)


def _beside(reading: Reading, token: Token, last: int) -> str | None:
    """*Twelve dead*, *30 people wounded*, *the wounded soldiers*."""
    near = [reading.tokens[i] for i in reading.children[token.i] if reading.tokens[i].dep in ("acl", "amod", "relcl")]
    after = max(token.i, last) + 1
    near += [each for each in reading.tokens[after : after + 1] if each.tag in ("JJ", "VBN", "VBG", "VBD")]
    return next((found for each in near if not _active(reading, each) and (found := _participle(each))), None)


def _active(reading: Reading, token: Token) -> bool:
    """Whether a form that may be a participle has an object of its own: *twelve sailors killed a whale*."""
    return any(reading.tokens[i].dep in ("dobj", "obj") for i in reading.children[token.i])


def _participle(token: Token) -> str | None:
    return outcomes().get((token.lemma, "A")) or outcomes().get((token.text.lower(), "A"))


def _over(reading: Reading, token: Token) -> str | None:
    """*Killed twelve*, *twelve died*, *the murder of twelve*; *twelve gunmen killed* a man tells nothing of them."""
    for _ in range(3):
        verb = reading.tokens[token.head]
        if token.dep in OBJECT_DEPS and (found := outcomes().get((verb.lemma, "V"))):
            return found
        if token.dep in SUBJECT_DEPS and (found := outcomes().get((verb.lemma, "I"))):
            return found
        if token.dep in SUBJECT_DEPS and verb.lemma in ("be", "remain"):
            return _complement(reading, verb)
        if token.lemma == "of" and (found := outcomes().get((verb.lemma, "N"))):
            return found
        if token.dep not in ("conj", "nummod", "quantmod", "appos", "pobj", "prep") or verb.i == token.i:
            return None
        token = verb
    return None


def _complement(reading: Reading, verb: Token) -> str | None:
    """*Twelve were missing*, *30 remain in hospital*: the adjective after the verb."""
    children = (reading.tokens[i] for i in reading.children[verb.i])
    return next((found for each in children if each.i > verb.i and (found := _participle(each))), None)
