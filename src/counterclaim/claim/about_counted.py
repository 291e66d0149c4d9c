"""What a number counts: people by what became of them, forces, or a measure; a rate, an age or a thing is no toll."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claim.about_blame import harms
from counterclaim.claim.about_doers import person
from counterclaim.claim.about_mood import words
from counterclaim.model.quantity import Quantity
from counterclaim.model.reading import Reading, Token
from counterclaim.model.span import Span

# What became of those counted stands this many tokens from the number: *killed 12*, *12 people have been killed*.
BEFORE, AFTER = 5, 6
PEOPLE = frozenset({None, "", "people", "person", "bodies"})
# These are said of people only, whatever else can be destroyed, released or saved.
SAID_OF_PEOPLE = frozenset({"killed", "wounded", "casualties", "displaced"})
# *Twelve detainees were released* are held no more.
HELD = frozenset({"captured", "detained", "imprisoned", "arrested", "abducted"})
FREED = frozenset({"release", "free", "exchange", "swap"})
NOT_OF_PEOPLE = frozenset({"destroyed", "damaged", "shot down"})
AGES = frozenset({"age", "aged", "old"})
TOLLS = frozenset({"toll", "number", "count", "total", "death", "fatality", "casualty", "dead", "they", "those", "who"})
DOERS = frozenset({"nsubj"})
# *12 people*, *12 of the miners*: as far as this a noun is what the number counts.
REACH = 6


def counted_by(reading: Reading, quantity: Quantity, content: Sequence[Span]) -> tuple[str | None, str | None]:
    """The kind of frame of a quantity and what is counted; None twice where it is none of these."""
    near = _near(reading, quantity, content)
    lemmas = [token.lemma for token in near]
    measured = next((words("measure")[lemma] for lemma in lemmas if lemma in words("measure")), None)
    if measured:
        return ("measure", measured) if not _things(reading, quantity) else (None, None)
    outcome = _outcome(reading, quantity, near)
    if outcome and quantity.unit in PEOPLE:
        return "casualties", outcome
    of = (quantity.of or "").lower().split()
    if not outcome and any(word.removesuffix("s") in words("forces") for word in of) and _strength(reading, quantity):
        return "strength", " ".join(of)
    return None, None


def _strength(reading: Reading, quantity: Quantity) -> bool:
    """Whether forces are somewhere or sent there; those who do or suffer something are no strength."""
    at = _noun(reading, quantity)
    while at is not None and reading.tokens[at].pos not in ("VERB", "AUX"):
        at = reading.tokens[at].head if reading.tokens[at].head != at else None
    return at is not None and reading.tokens[at].lemma in words("strength")


def _outcome(reading: Reading, quantity: Quantity, near: Sequence[Token]) -> str | None:
    noun = _noun(reading, quantity)
    people = noun is None or person(reading, noun) or reading.tokens[noun].lemma in words("outcome")
    if quantity.outcome in NOT_OF_PEOPLE or _rate(reading, quantity) or _aged(reading, quantity):
        return None
    figure = noun is not None and (reading.tokens[noun].lemma in words("ballot") or _figurative(reading, noun))
    if figure or _is_measure(reading, quantity) or _of_kin(reading, quantity) or _by(reading, quantity):
        return None
    nearby = [words("outcome")[token.lemma] for token in near if _befalls(reading, token)]
    either = any(_joins(reading, token) for token in near)
    if either and len(set(nearby)) > 1 and people:
        return "casualties"
    if quantity.outcome:
        if noun is not None and _is_over(reading, quantity.outcome, noun):
            return None
        return quantity.outcome if people or quantity.outcome in SAID_OF_PEOPLE else None
    return next(iter(nearby), None) if people and not _does(reading, quantity) else None


def _befalls(reading: Reading, token: Token) -> bool:
    """Whether a word tells what became of people: no *death penalty*, no *missing link*."""
    if token.lemma not in words("outcome"):
        return False
    noun = reading.tokens[token.head]
    describes = token.dep in ("compound", "amod", "nmod") and noun.pos == "NOUN"
    return not describes or person(reading, noun.i) or noun.lemma in TOLLS or noun.lemma in words("outcome")


def _is_over(reading: Reading, outcome: str, noun: int) -> bool:
    """Whether the verb over the noun says that they were let go, or found."""
    ends = words("found") if outcome == "missing" else FREED if outcome in HELD else ()
    at = noun
    while reading.tokens[at].head != at and reading.tokens[at].pos != "VERB":
        at = reading.tokens[at].head
    return reading.tokens[at].lemma in ends


def _of_kin(reading: Reading, quantity: Quantity) -> bool:
    """*The father of four was killed*: those counted are whose father he is."""
    of = reading.tokens[reading.tokens[_top(reading, quantity)].head]
    kin = (of.head, *(at for at in reading.children[of.head] if reading.tokens[at].dep == "conj"))
    return of.lemma in ("of", "to") and any(reading.tokens[at].lemma in words("kin") for at in kin)


def _joins(reading: Reading, token: Token) -> bool:
    """*Killed or wounded 12*, *12 dead and wounded*: one number for both; *killed two and wounded ten* has two."""
    if token.lemma == "or":
        return _next(reading, token) in words("outcome")
    before = reading.tokens[token.i - 1].lemma if token.i else ""
    return token.lemma == "and" and before in words("outcome") and _next(reading, token) in words("outcome")


def _is_measure(reading: Reading, quantity: Quantity) -> bool:
    """*The five-justice wing*, *a twelve-man crew*: how large something is; *twenty-nine people* are counted."""
    numbers = [reading.tokens[i] for i in reading.tokens_in(quantity.span) if reading.tokens[i].pos == "NUM"]
    behind = (reading.tokens[each.i + 1 : each.i + 3] for each in numbers)
    return any(len(two) > 1 and two[0].text == "-" and two[1].pos != "NUM" for two in behind)


def _figurative(reading: Reading, noun: int) -> bool:
    """*The crisis hurt millions*: what hurts nobody's body is no cause of casualties."""
    top = noun
    while reading.tokens[top].dep in ("prep", "pobj") and reading.tokens[top].head < top:
        top = reading.tokens[top].head
    verb = reading.tokens[reading.tokens[top].head]
    if reading.tokens[top].dep != "dobj" or verb.lemma != "hurt":
        return False
    doers = [at for at in reading.children[verb.i] if reading.tokens[at].dep == "nsubj"]
    return any(not person(reading, at) and reading.tokens[at].lemma.lower() not in harms() for at in doers)


def _next(reading: Reading, token: Token) -> str:
    return reading.tokens[token.i + 1].lemma if token.i + 1 < len(reading.tokens) else ""


def _noun(reading: Reading, quantity: Quantity) -> int | None:
    """The token of the noun that is counted."""
    held = reading.tokens_in(quantity.span)
    nouns = [i for i in held if reading.tokens[i].pos in ("NOUN", "PROPN") and reading.tokens[i].dep != "compound"]
    if nouns:
        return nouns[-1]
    head = reading.tokens[held[-1]].head if held else -1
    return head if held and 0 < head - held[-1] < REACH and reading.tokens[head].pos in ("NOUN", "PROPN") else None


def _by(reading: Reading, quantity: Quantity) -> bool:
    """*Killed during protests by thousands*: those counted are who does it."""
    by = reading.tokens[reading.tokens[_top(reading, quantity)].head]
    return by.lemma == "by" and reading.tokens[_top(reading, quantity)].dep == "pobj"


def _top(reading: Reading, quantity: Quantity) -> int:
    """The noun that is counted, or the number itself where there is none: that on which the others of them hang."""
    held = reading.tokens_in(quantity.span)
    top = next((i for i in held if reading.tokens[i].head not in held), held[-1])
    noun = _noun(reading, quantity)
    return noun if noun is not None and noun not in held else top


def _does(reading: Reading, quantity: Quantity) -> bool:
    """Whether those counted do it to others: *twelve raiders killed* a guard."""
    at = _top(reading, quantity)
    if reading.tokens[at].dep not in DOERS:
        return False
    verb = reading.tokens[at].head
    return any(reading.tokens[c].dep in ("dobj", "obj") for c in reading.children[verb])


def _rate(reading: Reading, quantity: Quantity) -> bool:
    """*8 per 1,000*: a rate, or what it is taken of."""
    sentence = reading.sentence_at(reading.tokens_in(quantity.span)[0])
    return any(reading.tokens[i].lemma == "per" for i in range(sentence.first, sentence.last))


def _aged(reading: Reading, quantity: Quantity) -> bool:
    """*Aged 12 to 14*, *he was 90 and died*: an age."""
    held = reading.tokens_in(quantity.span)
    if any(reading.tokens[i].lemma in AGES for i in range(max(0, held[0] - 3), min(held[-1] + 3, len(reading.tokens)))):
        return _noun(reading, quantity) is None or "year" in (quantity.unit or "")
    token = reading.tokens[held[-1]]
    if token.dep not in ("attr", "acomp"):
        return False
    subjects = [reading.tokens[c] for c in reading.children[token.head] if reading.tokens[c].dep == "nsubj"]
    return any(subject.lemma.lower() in ("he", "she", "i") or subject.entity == "PERSON" for subject in subjects)


def _things(reading: Reading, quantity: Quantity) -> bool:
    """Whether the number counts things that have the measure: *nine tremors of magnitude 3*."""
    noun = _noun(reading, quantity)
    return noun is not None and reading.tokens[noun].tag in ("NNS", "NNPS")


def _near(reading: Reading, quantity: Quantity, content: Sequence[Span]) -> list[Token]:
    """The tokens around the quantity in the content, across its pieces, the nearest first; before it before after."""
    sentence = reading.sentence_at(reading.tokens_in(quantity.span)[0])
    inside = [i for span in content for i in reading.tokens_in(span)]
    held = [at for at, i in enumerate(inside) if i in reading.tokens_in(quantity.span)]
    if not held:
        return []
    first, last = held[0], held[-1]
    pieces = len(content) > 1
    opens = _opens(reading, inside, first)
    order = [(first - at, at) for at in range(max(opens, first - BEFORE), first)]
    order += [(max(0, at - last), at) for at in range(first, min(len(inside), last + AFTER + 1))]
    tokens = [reading.tokens[inside[at]] for _, at in sorted(order)]
    return [token for token in tokens if pieces or sentence.first <= token.i < sentence.last]


def _opens(reading: Reading, inside: Sequence[int], first: int) -> int:
    """Where the clause of a number that is its subject begins: *six were hurt and 12 had left* has two."""
    number = reading.tokens[inside[first]]
    # Of *two engineers* the engineers are the subject.
    whole = reading.tokens[number.head] if number.dep == "nummod" else number
    joins = [
        at
        for at in range(max(0, first - BEFORE), first)
        if reading.tokens[inside[at]].pos in ("CCONJ", "SCONJ") and whole.dep in ("nsubj", "nsubjpass")
    ]
    return joins[-1] if joins else 0
