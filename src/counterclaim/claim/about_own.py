"""Whose taking or losing is told without an owner: *claimed control of Zenda*, *denied the loss of the bridge*."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.claim.about_mood import words
from counterclaim.model.claim import Attribution, Frame
from counterclaim.model.reading import Reading

HELD = frozenset({"control", "capture", "withdrawal"})


def owned(reading: Reading, frame: Frame, attribution: Attribution, own: str | None) -> Frame:
    """
    The frame with the speaker's side for its actor, where its noun is the object of a cue that tells of oneself.

    What somebody *reports* or *denies* to have been taken may be anybody's; what they *claim* or *boast* is theirs, and
    what they admit or deny to have lost.
    """
    if own is None or frame.actor or frame.kind not in HELD:
        return frame
    noun = reading.tokens[reading.tokens_in(frame.words)[0]]
    cue = {i for span in attribution.cue for i in reading.tokens_in(span)}
    if noun.pos != "NOUN" or noun.dep != "dobj" or noun.head not in cue:
        return frame
    kind = "lost" if noun.lemma == "loss" else "boast"
    return replace(frame, actor=own) if reading.tokens[noun.head].lemma in words(kind) else frame
