"""Where a frame is: the place among those of the content that its words hang together with."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claim.about_mood import words
from counterclaim.model.place import Place, Precision
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span

FINE = (Precision.POINT, Precision.SETTLEMENT, Precision.ADMIN2, Precision.ADMIN1, Precision.REGION, Precision.COUNTRY)
# A region is a province or an oblast here and a district there.
AREAS = (Precision.ADMIN1, Precision.ADMIN2, Precision.REGION)
# A definite *the region* takes up a place named in the last sentences, not one from the other end of the text.
BACK = 1500


def places_in(reading: Reading, content: Sequence[Span]) -> list[Place]:
    """The places named in `content`, and those that a definite noun in it points back at; in text order."""
    named = [place for place in reading.places_in(*content) if any(span.holds(place.span) for span in content)]
    named = [place for place in named if not _owns_next(reading, place, named)]
    pointed = [place for span in content for place in _pointed(reading, span, named)]
    return sorted((*named, *pointed), key=lambda place: (place.span.start, place.span.end))


def _owns_next(reading: Reading, place: Place, others: Sequence[Place]) -> bool:
    """Whether the place only owns the next (*Ruritania's Strelsau region*), or lies in the span of another."""
    if any(other.span.holds(place.span) and other.span != place.span for other in others):
        return True
    after = reading.document.text[place.span.end : place.span.end + 3]
    return after in ("'s ", "’s ") and any(0 < other.span.start - place.span.end <= 4 for other in others)


def _pointed(reading: Reading, span: Span, named: Sequence[Place]) -> list[Place]:
    """Places that *the region*, *the border town* point back at."""
    found = []
    for index in reading.tokens_in(span):
        token = reading.tokens[index]
        unit = words("unit").get(token.lemma)
        if unit and _definite(reading, index) and not any(place.span.meets(token.span) for place in named):
            place = _before(reading, token.start, unit, token.lemma)
            if place and not _named_beside(reading, index):
                found.append(Place(token.span, place.name, place.key, place.precision, containers=place.containers))
    return found


def _definite(reading: Reading, index: int) -> bool:
    """Whether *the* or *this* opens the noun's phrase, whatever stands between: *the eastern mining town*."""
    return any(reading.tokens[c].lemma in ("the", "this") for c in reading.children[index] if c < index)


def _named_beside(reading: Reading, index: int) -> bool:
    """Whether a name stands with the noun (*the Strelsau region*, *the city of Zenda*): then that is the place."""
    before = reading.tokens[index - 1] if index else None
    after = reading.tokens[index + 1] if index + 1 < len(reading.tokens) else None
    beyond = reading.tokens[index + 2] if index + 2 < len(reading.tokens) else None
    named = bool(after and beyond and after.text == "," and beyond.pos == "PROPN")
    return named or bool((before and before.pos == "PROPN") or (after and after.lemma == "of"))


def _before(reading: Reading, position: int, unit: str, word: str) -> Place | None:
    """The last place of that precision before `position`; None where two different ones stand equally near."""
    kinds = AREAS if unit in AREAS else (unit,)
    back = max(0, position - BACK)
    near = [p for p in reading.places_in(Span(back, position)) if p.span.start >= back] if position else []
    fit = [p for p in near if p.precision in kinds or _called(reading, p, word)]
    return fit[-1] if fit and not _unknown_between(reading, fit[-1], near, position) else None


def _unknown_between(reading: Reading, place: Place, near: Sequence[Place], position: int) -> bool:
    """Whether a name of a place that no gazetteer has stands nearer: *the town* means that one, wherever it is."""
    start = max(place.span.end, reading.sentence_at(reading.tokens_in(Span(position, position + 1))[0]).span.start)
    for index in reading.tokens_in(Span(start, position)) if start < position else ():
        token = reading.tokens[index]
        named = token.dep in ("dobj", "pobj") and token.pos == "PROPN" and token.entity in ("GPE", "LOC")
        if named and not any(other.span.meets(token.span) for other in near):
            return True
    return False


def _called(reading: Reading, place: Place, word: str) -> bool:
    """Whether the text calls the place by that noun: *Zenda district* is a district whatever the gazetteer has."""
    return word in reading.document.text[place.span.start : place.span.end + len(word) + 1].lower()


def place_for(reading: Reading, places: Sequence[Place], first: int, last: int) -> Place | None:
    """
    The place of the frame opened by the tokens from `first` to `last`: the first after them in their sentence, else
    the finest before them; None where the content names none in that sentence.
    """
    sentence = reading.sentence_at(first).span
    here = [place for place in places if sentence.holds(place.span)]
    end, start = reading.tokens[last].end, reading.tokens[first].start
    after = [place for place in here if place.span.start >= end]
    before = [place for place in here if place.span.end <= start]
    near = [place for place in after if place.precision is not Precision.COUNTRY]
    if near:
        return near[0]
    if before:
        return min(before, key=lambda place: (_fineness(place), -place.span.start))
    return after[0] if after else None


def _fineness(place: Place) -> int:
    return FINE.index(place.precision) if place.precision in FINE else len(FINE)


def joined_to(reading: Reading, place: Place, places: Sequence[Place]) -> list[Place]:
    """The places named along with one: *Zenda and Strelsau*."""
    tokens = reading.tokens_in(place.span)
    waiting, found = list(tokens), set[int]()
    while waiting:
        at = waiting.pop()
        conjoined = (c for c in reading.children[at] if reading.tokens[c].dep == "conj" and c not in tokens)
        more = [c for c in conjoined if c not in found]
        found.update(more)
        waiting += more
    return [other for other in places if other is not place and found & set(reading.tokens_in(other.span))]
