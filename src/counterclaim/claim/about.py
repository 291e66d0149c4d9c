"""Reads what a claim is about: typed frames of its content, from the words that open them, never from a guess."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.claim.about_grasp import grasps
from counterclaim.claim.about_mood import beside, extent, modality, negated
from counterclaim.claim.about_numbers import numbers
from counterclaim.claim.about_parties import (
    agent_of,
    country_in,
    object_of,
    own_side,
    party,
    passive,
    subject_of,
    taken_from,
)
from counterclaim.claim.about_places import place_for, places_in
from counterclaim.claim.about_signs import Opening, openings
from counterclaim.model.claim import Attribution, Frame
from counterclaim.model.place import Place
from counterclaim.model.reading import Reading

# Frames that say nothing without a place.
PLACED = frozenset({"control", "capture", "withdrawal", "presence"})


def find_frames(reading: Reading, attribution: Attribution) -> tuple[Frame, ...]:
    """
    The frames of the content of `attribution`, in text order; one of kind `other` where no word opens one.

    `words` are offsets into the document's text and lie inside the content. Places are taken from `reading.places`.
    """
    inside = tuple(i for span in attribution.content for i in reading.tokens_in(span))
    places = places_in(reading, attribution.content)
    own = own_side(reading, attribution)
    blamed = _blamed(reading, attribution)
    # In *accused Arvo of seizing the mill* the one who seizes is Arvo, not the speaker.
    doer = blamed.actor if blamed else own
    found = [frame for each in openings(reading, inside) for frame in _frame(reading, each, inside, places, doer)]
    found += [_placed(reading, frame, places) for frame in numbers(reading, attribution.content, own)]
    if blamed:
        found.append(blamed)
    found.sort(key=lambda frame: (frame.words.start, frame.words.end))
    return tuple(found) or tuple(Frame("other", span) for span in attribution.content[:1])


def _frame(
    reading: Reading, each: Opening, inside: tuple[int, ...], places: list[Place], own: str | None
) -> Iterator[Frame]:
    allowed = frozenset(inside)
    place = place_for(reading, places, each.first, each.last)
    if each.sign.frame in PLACED and (place is None or not grasps(reading, each, place, allowed)):
        return
    lemmas = beside(reading, each.first, inside[0])
    polarity = each.sign.holds != negated(lemmas)
    frame = Frame(
        kind=each.sign.frame,
        words=reading.span_of(each.first, each.last),
        actor=_actor(reading, each, allowed, own),
        polarity=polarity,
        modality=modality(reading, lemmas, each.first, inside[0]),
        extent=extent(reading, each.first, each.last, allowed),
    )
    yield _at(frame, place)


def _at(frame: Frame, place: Place | None) -> Frame:
    if place is None:
        return frame
    return replace(frame, place=place.key, place_name=place.name, containers=place.containers)


def _placed(reading: Reading, frame: Frame, places: list[Place]) -> Frame:
    """A number's frame with the place of its sentence."""
    held = reading.tokens_in(frame.words)
    return _at(frame, place_for(reading, places, held[0], held[-1]) if held else None)


def _actor(reading: Reading, each: Opening, inside: frozenset[int], own: str | None) -> str | None:
    """Who controls, took, left, attacked; None where the words do not tell."""
    if each.sign.actor == "none":
        return None
    if each.sign.actor == "owner":
        owner = _owner(reading, each.first)
        if owner:
            return party(reading, owner, own)
    if each.sign.actor == "object":
        return _object_party(reading, each, inside, own)
    return _subject_party(reading, each, inside, own)


def _owner(reading: Reading, index: int) -> list[int]:
    """A possessive or an adjective of a country before a noun: *Ruritanian control*, *the rebels' retreat*."""
    for child in reading.children[index]:
        phrase = reading.subtree(child)
        text = reading.span_of(phrase[0], phrase[-1]).of(reading.document.text)
        if child < index and (reading.tokens[child].dep == "poss" or country_in(text)):
            return phrase
    return []


def _object_party(reading: Reading, each: Opening, inside: frozenset[int], own: str | None) -> str | None:
    thing = object_of(reading, each.first, inside)
    if thing is None and passive(reading, each.first):
        thing = subject_of(reading, each.first, inside)
    return party(reading, reading.subtree(thing), own) if thing is not None else None


def _subject_party(reading: Reading, each: Opening, inside: frozenset[int], own: str | None) -> str | None:
    if passive(reading, each.first):
        agent = agent_of(reading, each.first)
        if agent is not None:
            return party(reading, reading.subtree(agent), own)
        if each.sign.frame in ("presence", "withdrawal"):
            subject = subject_of(reading, each.first, inside)
            return party(reading, reading.subtree(subject), own) if subject is not None else None
        # Whoever says that a place was freed *from* somebody else says that it was by their own side.
        loser = taken_from(reading, each.first)
        other = party(reading, loser, own) if loser else None
        return own if each.sign.frame == "capture" and other not in (None, own) else None
    subject = subject_of(reading, each.first, inside)
    if subject is None:
        # The parse lost the subject: an infinitive or a fragment is the speaker's own.
        return own if reading.tokens[each.first].tag in ("VB", "VBG") else None
    return party(reading, reading.subtree(subject), own)


def _blamed(reading: Reading, attribution: Attribution) -> Frame | None:
    """Whom an accusation names first: *blamed* or *accused* and a name."""
    cue = {reading.tokens[i].lemma for span in attribution.cue for i in reading.tokens_in(span)}
    if not cue & {"accuse", "blame"} or not attribution.content:
        return None
    first = attribution.content[0]
    held = reading.tokens_in(first)
    country = country_in(first.of(reading.document.text)[:60])
    names = [reading.tokens[i].text for i in held[:4] if reading.tokens[i].pos == "PROPN"]
    actor = country or " ".join(names) or None
    return Frame("responsibility", reading.span_of(held[0], held[-1]), actor=actor) if actor and held else None
