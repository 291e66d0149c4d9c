"""Whether the words that open a frame take hold of a place: *captured Zenda*, not *captured fighters in Zenda*."""

from __future__ import annotations

from counterclaim.claim.about_doers import person
from counterclaim.claim.about_mood import words
from counterclaim.claim.about_parties import SUBJECTS, passive, subject_of
from counterclaim.claim.about_signs import Opening
from counterclaim.model.place import Place, Precision
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span

# *holding their old positions along the river in Zenda*: as far as this a place still hangs on the words before it.
REACH = 9
WHERE = frozenset(
    {"in", "at", "inside", "on", "near", "across", "within", "around", "throughout", "along", "to", "into"}
)
WHENCE = frozenset({"from", "of", "out"})
# Nouns before *control* or *presence* that make it another thing: *gun control*, *police presence* is left.
# *Took Zenda* is a capture; *take the north out of the union* is not.
SMALL = frozenset({Precision.POINT, Precision.SETTLEMENT, Precision.UNRESOLVED})
PLACED = frozenset(words("unit")) | frozenset(words("extent")) | frozenset(words("part"))
KIND = frozenset({"compound"})
DESCRIBING = frozenset({"compound", "amod", "nmod"})


def grasps(reading: Reading, each: Opening, place: Place, inside: frozenset[int]) -> bool:
    """Whether the frame opened by `each` is about `place`."""
    if _of_people(reading, place):
        return False
    after = place.span.start >= reading.tokens[each.last].end
    between = _between(reading, each, place) if after else None
    if after and (between is None or len(between) > REACH):
        return False
    if each.sign.frame == "presence":
        return _present(reading, each, between, inside)
    if each.sign.frame == "withdrawal":
        return _left(reading, each, between, inside)
    if each.sign.words[-1] in ("control", "hand") and each.sign.pos == "noun":
        return _controlled(reading, each, between, place, inside)
    return _taken(reading, each, between, place, inside)


def _of_people(reading: Reading, place: Place) -> bool:
    """*Held the Zenda fighter*: the name says where somebody is from."""
    held = reading.tokens_in(place.span)
    last = reading.tokens[held[-1]] if held else None
    return last is not None and last.dep in DESCRIBING and last.head > last.i and person(reading, last.head)


def _between(reading: Reading, each: Opening, place: Place) -> list[int]:
    first = reading.tokens_in(place.span)
    return list(range(each.last + 1, first[0] if first else each.last + 1))


def _prepositions(reading: Reading, between: list[int]) -> list[str]:
    return [reading.tokens[i].lemma for i in between if reading.tokens[i].pos in ("ADP", "SCONJ", "PART")]


def _acts(reading: Reading, between: list[int]) -> bool:
    """Whether another verb stands between: then the place is that verb's."""
    return any(reading.tokens[i].pos == "VERB" for i in between)


def _present(reading: Reading, each: Opening, between: list[int] | None, inside: frozenset[int]) -> bool:
    """Forces are *in* a place; a bare verb of being needs forces, or the speaker's own, for its subject."""
    if between is None or _acts(reading, between):
        return False
    if each.sign.words[0] == "enter":
        return not _prepositions(reading, between)
    if not set(_prepositions(reading, between)) & WHERE:
        return False
    if len(each.sign.words) > 1 or each.sign.pos != "verb" or each.sign.words[0] in ("station", "deploy"):
        return not _compound(reading, each.first)
    if each.sign.words[0] == "be" and (reading.tokens[each.first].dep in ("aux", "auxpass") or len(between) > 4):
        return False
    return _is_forces(reading, each, inside)


def _is_forces(reading: Reading, each: Opening, inside: frozenset[int]) -> bool:
    subject = subject_of(reading, each.first, inside)
    return subject is not None and (reading.tokens[subject].lemma in words("forces"))


def _left(reading: Reading, each: Opening, between: list[int] | None, inside: frozenset[int]) -> bool:
    """Somebody leaves *from* or *out of* a place, or vacates it."""
    if between is None or _acts(reading, between) or _compound(reading, each.first):
        return False
    found = _prepositions(reading, between)
    if each.sign.words[0] in ("flee", "vacate", "abandon", "leave"):
        return not set(found) - {"of", "from"} and (each.sign.words[0] != "leave" or _is_forces(reading, each, inside))
    return "out" in each.sign.words or bool(set(found) & WHENCE)


def _controlled(
    reading: Reading, each: Opening, between: list[int] | None, place: Place, inside: frozenset[int]
) -> bool:
    """*control of P*, *control over P*; or *P is under their control*."""
    if each.sign.words[-1] == "control" and _compound(reading, each.last):
        return False
    if between is not None:
        found = set(_prepositions(reading, between))
        return not _acts(reading, between) and bool(found & {"of", "over", "in"}) and not found & {"from"}
    under = any(reading.tokens[i].lemma in ("under", "in") for i in range(max(0, each.first - 4), each.first))
    subject = subject_of(reading, each.first, inside)
    return under and subject is not None and place.span.meets(_phrase_span(reading, subject))


def _taken(reading: Reading, each: Opening, between: list[int] | None, place: Place, inside: frozenset[int]) -> bool:
    """The place is the object, or the subject of a passive or of *fall*."""
    if each.sign.words[0] == "fall" and between is not None:
        return False
    if between is not None:
        if any(reading.tokens[i].pos == "NOUN" and not _places(reading, i) for i in between):
            return False
        if each.sign.words == ("take",) and place.precision not in SMALL:
            return False
        straight = not set(_prepositions(reading, between)) - {"of"} and not _acts(reading, between)
        return straight and not any(reading.tokens[i].lemma == "control" for i in between)
    if not passive(reading, each.first) and each.sign.words[0] != "fall":
        return False
    subject = next((c for c in reading.children[each.first] if reading.tokens[c].dep in SUBJECTS and c in inside), None)
    return subject is not None and _is(reading, subject, place)


def _places(reading: Reading, index: int) -> bool:
    """Whether a noun is one for a place or its part, or describes such a one: *the mining town of Zenda*."""
    token = reading.tokens[index]
    described = token.dep in KIND and reading.tokens[token.head].lemma in PLACED
    return token.lemma in PLACED or described


def _is(reading: Reading, subject: int, place: Place) -> bool:
    """Whether the noun is the place, or a part of it: *parts of Zenda fell*, not *the Zenda election was held*."""
    held = reading.tokens_in(place.span)
    if subject in held or any(c in held and reading.tokens[c].dep == "appos" for c in reading.children[subject]):
        return True
    known = reading.tokens[subject].lemma in PLACED
    return known and place.span.meets(_phrase_span(reading, subject))


def _phrase_span(reading: Reading, index: int) -> Span:
    below = reading.subtree(index)
    return reading.span_of(below[0], below[-1])


def _compound(reading: Reading, index: int) -> bool:
    """Whether a plain noun stands before the noun and makes it a word of another meaning."""
    return any(
        reading.tokens[c].dep in KIND and reading.tokens[c].lemma not in words("forces")
        for c in reading.children[index]
        if reading.tokens[c].pos == "NOUN"
    )
