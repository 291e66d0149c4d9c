"""What question a claim answers: a key of fixed referents from its frames, and its words by template."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from counterclaim.data import table
from counterclaim.dispute.bond import cue_words, plainly, who
from counterclaim.dispute.slots import HOLDING, NUMBERED, hold
from counterclaim.dispute.structure import turns_down
from counterclaim.dispute.terms import stem, tokens
from counterclaim.dispute.view import View
from counterclaim.model.claim import Frame

# Before an answer that has no opposite of its own, such as a number.
NOT = "not "


class Key(NamedTuple):
    """
    What a question is about. `kind` is held, toll, measure, strength, or claim; `place` a place's key or empty;
    `what` who or what is counted, or the id of the claim a question quotes; `day` the day or the document it is of.
    """

    kind: str
    place: str
    what: str
    day: str


@cache
def _templates() -> dict[str, str]:
    return {row["kind"]: row["question"] for row in table("questions")}


def key_of(frame: Frame, day: str, document: str) -> Key | None:
    """The key of the question that a frame answers; None where it answers none with fixed referents."""
    if frame.kind in HOLDING and frame.modality == "asserted" and frame.place:
        return Key("held", frame.place, "", day or document)
    if frame.kind in NUMBERED and frame.modality == "asserted" and frame.counted:
        kind = "toll" if frame.kind == "casualties" else frame.kind
        # A toll without a place is one only within its own document.
        when = (frame.time or day or document) if frame.place else document
        return Key(kind, frame.place or "", "|".join((frame.patient or "", frame.counted)), when)
    return None


def keys(view: View, day: str) -> tuple[Key, ...]:
    """The keys of all questions that the claim answers by its frames, in text order, each once."""
    found = (key_of(frame, day, view.claim.document) for frame in view.claim.about)
    return tuple(dict.fromkeys(key for key in found if key))


def framed(view: View, key: Key, day: str) -> list[Frame]:
    """The frames of the claim that answer the question of `key`."""
    return [frame for frame in view.claim.about if key_of(frame, day, view.claim.document) == key]


def ask(key: Key, frames: Sequence[Frame], day: str) -> str:
    """The words of a question with fixed referents; `frames` are those that answer it."""
    on = f" on {day}" if day else ""
    place = next((frame.place_name for frame in frames if frame.place_name), "")
    if key.kind == "held":
        actors = {frame.actor for frame in frames}
        taken = all(frame.kind == "capture" for frame in frames) and len(actors) == 1 and None not in actors
        form = _templates()["taken" if taken else "held"]
        return form.format(place=place, actor=next(iter(actors)), day=on)
    where = f" in {place}" if place else ""
    group, _, counted = key.what.rpartition("|")
    return _templates()[key.kind].format(counted=counted, group=f" ({group})" if group else "", where=where, day=on)


def ask_of(view: View) -> str:
    """The words of the question whether it is as the claim says."""
    act, of_somebody = view.claim.act.value, f"{view.claim.act.value} of somebody"
    bare = view.content[:5].lower() != "that " and bool(_objects(act) & {stem(word) for word in tokens(view.cue)})
    kind = of_somebody if bare else act
    return _templates()[kind].format(who=who(view), cue=cue_words(view), words=plainly(view))


@cache
def _objects(act: str) -> frozenset[str]:
    """The stems of verbs that do nothing else than accuse or judge, and take whom or what as their object."""
    rows = (row for row in table("acts") if row["act"] == act and row["content"] in {"fixed", "name"})
    return frozenset(stem(row["cue"]) for row in rows if f"{act} of somebody" in _templates())


def answer(view: View, frame: Frame, text: str) -> str:
    """What the claim answers by this frame, in words that are the same for every side."""
    if frame.kind in NUMBERED:
        return frame.words.of(text)
    held = hold(frame, turns_down(view))
    if held is None:
        kept, rejected = answers()[frame.kind]
        return (kept if frame.polarity != turns_down(view) else rejected).format(place=frame.place_name)
    ruling = held.rules or held.is_there is None
    yes, no = answers()["rules" if ruling else "there"]
    so = held.rules if ruling else held.is_there
    return (yes if so else no).format(actor=frame.actor, place=frame.place_name)


@cache
def answers() -> dict[str, tuple[str, str]]:
    """The forms of answers by kind, each with its opposite."""
    return {row["kind"]: (row["answer"], row["opposite"]) for row in table("answers")}


@cache
def _turns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """For each form of an answer a pattern that reads it, and the opposite form; the longer forms first."""
    pairs = [pair for one, other in answers().values() for pair in ((one, other), (other, one))]
    pairs.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return tuple((re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>.+)", one)), other) for one, other in pairs)


def opposite(text: str) -> str:
    """The answer that rejects `text`; of a rejection, what it rejects."""
    for form, other in _turns():
        if found := form.fullmatch(text):
            return other.format(**found.groupdict())
    return text.removeprefix(NOT) if text.startswith(NOT) else NOT + text
