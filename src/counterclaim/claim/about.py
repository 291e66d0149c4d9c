"""Reads what a claim is about: typed frames of its content, from the words that open them, never from a guess."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.claim.about_ballot import at_the_polls
from counterclaim.claim.about_blame import blamed, harmful
from counterclaim.claim.about_doers import befallen, called, doer_of, participle, person, side_of, undergoer_of
from counterclaim.claim.about_grasp import grasps
from counterclaim.claim.about_listed import is_bare, place_behind
from counterclaim.claim.about_mood import extent, words
from counterclaim.claim.about_near import when, where
from counterclaim.claim.about_numbers import numbers
from counterclaim.claim.about_own import owned
from counterclaim.claim.about_parties import SUBJECTS, agent_of, country_in, own_side, party, taken_from
from counterclaim.claim.about_places import joined_to, place_for, places_in
from counterclaim.claim.about_signs import Opening, openings
from counterclaim.claim.about_standing import REPORTED, mood
from counterclaim.model.claim import Attribution, Frame
from counterclaim.model.place import Place
from counterclaim.model.reading import Reading

# Frames that say nothing without a place.
PLACED = frozenset({"control", "capture", "withdrawal", "presence"})
# What is won and lost at the polls in the same words.
WON = frozenset({"control", "capture"})
# Who lost what others took, who is held, who is struck.
BEFALLS = frozenset({"detention", "attack"})


def find_frames(reading: Reading, attribution: Attribution) -> tuple[Frame, ...]:
    """
    The frames of the content of `attribution`, in text order; one of kind `other` where no word opens one.

    `words` are offsets into the document's text and lie inside the content. Places are taken from `reading.places`.
    """
    inside = tuple(i for span in attribution.content for i in reading.tokens_in(span))
    places = places_in(reading, attribution.content)
    own = own_side(reading, attribution)
    accused = blamed(reading, attribution, own)
    # In *accused Arvo of seizing the mill* the one who seizes is Arvo, not the speaker.
    doer = accused.actor if accused else own
    found = [frame for each in openings(reading, inside) for frame in _frame(reading, each, inside, places, doer)]
    found = [owned(reading, frame, attribution, own) for frame in found]
    found = [replace(frame, time=_when(reading, frame, attribution)) for frame in found]
    found += _placed(reading, list(numbers(reading, attribution.content, own)), places)
    if accused:
        found.append(accused)
    found.sort(key=lambda frame: (frame.words.start, frame.words.end))
    return tuple(found) or tuple(Frame("other", span) for span in attribution.content[:1])


def _frame(
    reading: Reading, each: Opening, inside: tuple[int, ...], places: list[Place], own: str | None
) -> Iterator[Frame]:
    allowed, kind = frozenset(inside), each.sign.frame
    near = place_for(reading, places, each.first, each.last)
    place = near if kind in PLACED else where(reading, each.first, places)
    if kind in PLACED and (place is None or not grasps(reading, each, place, allowed)):
        return
    if kind in WON and at_the_polls(reading, each.first, allowed):
        return
    holds, modality = mood(reading, each.first, allowed)
    # Of what somebody else is told to say, *it* is not the one who tells it.
    own = None if modality == REPORTED else own
    actor = _actor(reading, each, allowed, own)
    if not _means(reading, each, allowed, actor):
        return
    frame = Frame(
        kind=kind,
        words=reading.span_of(each.first, each.last),
        actor=actor,
        patient=_patient(reading, each, allowed, own),
        polarity=each.sign.holds == holds,
        modality=modality,
        extent=extent(reading, each.first, each.last, allowed),
    )
    for each_place in (place, *(joined_to(reading, place, places) if place and kind in PLACED else ())):
        yield _at(frame, each_place)
        yield from _turned(reading, each, own, _at(frame, each_place))


def _turned(reading: Reading, each: Opening, own: str | None, frame: Frame) -> Iterator[Frame]:
    """What one loses *to* another, the other takes: *lost Zenda to Orsa*."""
    winner = _to(reading, each.first) if each.sign.winner else None
    if winner is not None:
        actor = side_of(reading, winner, own)
        yield replace(frame, kind="capture", actor=actor, patient=frame.actor, polarity=not frame.polarity)


def _to(reading: Reading, index: int) -> int | None:
    """To whom: what follows *to* or *into the hands of*."""
    for child in reading.children[index]:
        if reading.tokens[child].lemma == "to" and reading.tokens[child].dep in ("prep", "dative"):
            return next((c for c in reading.children[child] if reading.tokens[c].dep == "pobj"), None)
    return None


def _means(reading: Reading, each: Opening, inside: frozenset[int], actor: str | None) -> bool:
    """Whether the words mean what they can mean: *ordered a strike*, not *ordered tea*."""
    token = reading.tokens[each.first]
    if token.dep == "amod" and token.pos != "NOUN" and each.sign.frame != "detention":
        return False
    undergoer = undergoer_of(reading, each.first, inside)
    if each.sign.needs == "harm":
        return harmful(reading, each, inside)
    if each.sign.needs == "person":
        return undergoer is not None and person(reading, undergoer)
    if each.sign.needs == "party":
        return actor is not None
    if each.sign.needs == "terms":
        return _agrees(reading, each.first)
    # *A great deal of* is much of something.
    great = {reading.tokens[c].lemma for c in reading.children[each.first]} & {"great", "good"}
    return not (token.lemma == "deal" and great)


def _agrees(reading: Reading, index: int) -> bool:
    """Whether something is agreed on; *I agree with him* and *he agreed that* are opinions."""
    below = [reading.tokens[c] for c in reading.children[index]]
    if any(t.dep == "prep" and t.lemma in ("on", "to", "upon") for t in below):
        return True
    alone = any(t.dep in SUBJECTS and (t.pos == "PRON" or t.entity == "PERSON") for t in below)
    return any(t.dep == "xcomp" for t in below) and not alone


def _patient(reading: Reading, each: Opening, inside: frozenset[int], own: str | None) -> str | None:
    """Who loses what is taken, who is held or struck."""
    if each.sign.frame == "capture":
        thing = undergoer_of(reading, each.first, inside)
        loser = taken_from(reading, each.first) or (taken_from(reading, thing) if thing is not None else [])
        return party(reading, loser, own) if loser else None
    if each.sign.frame in BEFALLS:
        undergoer = undergoer_of(reading, each.first, inside)
        return called(reading, undergoer) if undergoer is not None else None
    return None


def _at(frame: Frame, place: Place | None) -> Frame:
    if place is None:
        return frame
    return replace(frame, place=place.key, place_name=place.name, containers=place.containers)


def _placed(reading: Reading, frames: list[Frame], places: list[Place]) -> list[Frame]:
    """
    Frames of numbers with the place right behind each, else that of its clause; what a bare number adds to a list
    (*12 were killed, four in Zenda*) is its own alone.
    """
    held = [reading.tokens_in(frame.words) for frame in frames]
    behind = [place_behind(reading, tokens, places) for tokens in held]
    alone = [place for tokens, place in zip(held, behind, strict=True) if is_bare(reading, tokens)]
    free = [place for place in places if place not in alone]
    return [
        _at(frame, own or where(reading, tokens[-1], free))
        for frame, tokens, own in zip(frames, held, behind, strict=True)
    ]


def _when(reading: Reading, frame: Frame, attribution: Attribution) -> str | None:
    held = reading.tokens_in(frame.words)
    return when(reading, held[0], attribution.content) if held else None


def _actor(reading: Reading, each: Opening, inside: frozenset[int], own: str | None) -> str | None:
    """Who controls, took, left, attacked; None where the words do not tell."""
    if each.sign.actor == "none":
        winner = _to(reading, each.first)
        return side_of(reading, winner, own) if winner is not None else None
    if each.sign.actor == "owner":
        owner = _owner(reading, each.first)
        if owner:
            return party(reading, owner, own)
        if each.sign.frame == "agreement" and not _joins(reading, each.first):
            return None
    if each.sign.actor == "object":
        thing = undergoer_of(reading, each.first, inside)
        return side_of(reading, thing, own) if thing is not None else None
    return _subject_party(reading, each, inside, own)


def _owner(reading: Reading, index: int) -> list[int]:
    """Whose it is: *Ruritanian control*, *the rebels' retreat*, *rebel hands*, *in the hands of its army*."""
    for child in reading.children[index]:
        phrase = reading.subtree(child)
        text = reading.span_of(phrase[0], phrase[-1]).of(reading.document.text)
        named = reading.tokens[child].dep == "poss" or country_in(text) or party(reading, phrase, None)
        if child < index and named:
            return phrase
    return _holders(reading, index)


def _holders(reading: Reading, index: int) -> list[int]:
    """In whose hands and under whose control something is; *control of Zenda* names what is held."""
    token = reading.tokens[index]
    if token.lemma != "hand" and reading.tokens[token.head].lemma != "under":
        return []
    of = (child for child in reading.children[index] if reading.tokens[child].lemma == "of")
    held = (c for child in of for c in reading.children[child] if reading.tokens[c].dep == "pobj")
    return next((reading.subtree(each) for each in held), [])


def _joins(reading: Reading, index: int) -> bool:
    """Whether the verb over an agreement is one of those by which a party enters, keeps or breaks it."""
    token = reading.tokens[index]
    above = reading.tokens[token.head]
    verb = reading.tokens[above.head] if above.pos == "ADP" else above
    return verb.lemma in words("party")


def _subject_party(reading: Reading, each: Opening, inside: frozenset[int], own: str | None) -> str | None:
    token = reading.tokens[each.first]
    if befallen(reading, each.first) or participle(reading, each.first):
        return _passive_party(reading, each, inside, own)
    if token.tag in ("VBG", "NN") and token.dep in SUBJECTS:
        # *Shelling by the rebels* is the subject of another verb, whose own doer it has not.
        agent = agent_of(reading, each.first)
        return side_of(reading, agent, own) if agent is not None else None
    subject = doer_of(reading, each.first, inside)
    if subject is None:
        # The parse lost the subject: an infinitive or a fragment with which the content opens is the speaker's own.
        opens = not any(reading.tokens[i].pos in ("NOUN", "PROPN", "PRON") for i in inside if i < each.first)
        perfect = any(reading.tokens[c].lemma == "have" for c in reading.children[each.first])
        return own if opens and (perfect or token.tag in ("VB", "VBG")) else None
    return side_of(reading, subject, own)


def _passive_party(reading: Reading, each: Opening, inside: frozenset[int], own: str | None) -> str | None:
    agent = agent_of(reading, each.first)
    if agent is not None:
        return side_of(reading, agent, own)
    if each.sign.frame in ("presence", "withdrawal"):
        subject = undergoer_of(reading, each.first, inside)
        return side_of(reading, subject, own) if subject is not None else None
    # Whoever says that a place was freed *from* somebody else says that it was by their own side.
    loser = taken_from(reading, each.first)
    other = party(reading, loser, own) if loser else None
    return own if each.sign.frame == "capture" and other not in (None, own) else None
