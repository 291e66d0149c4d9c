"""Tells who speaks and under what circumstances in the words of a language; a nested claim is never told bare."""

from __future__ import annotations

from counterclaim.publish.dates import spoken
from counterclaim.publish.edition.nouns import PublishedClaim, Voice
from counterclaim.publish.neutral import visible
from counterclaim.publish.texts import Texts


def named(voice: Voice, texts: Texts) -> str:
    """The speaker with their side: *General staff (Veldaria)*, *spokesman (Orsa)*, *unknown speaker*."""
    if voice.name is None and voice.role is None and voice.side is None:
        return texts("voice.unknown")
    if voice.name is None and voice.role is None:
        return texts("voice.unnamed_of", side=visible(voice.side or ""))
    name = voice.name or voice.role or ""
    if voice.side and voice.side != name:
        return texts("voice.with_side", name=visible(name), side=visible(voice.side))
    return visible(name)


def who(claim: PublishedClaim, texts: Texts) -> str:
    """The speaker, never bare where somebody else tells it: *Sundmark, as Veldaria tells it*."""
    told = named(claim.voice, texts)
    for teller in claim.tellers:
        told = texts("voice.as_told", who=told, teller=named(teller, texts))
    return told


def circumstances(claim: PublishedClaim, texts: Texts) -> str:
    """The day it was said, to whom and by what channel, as far as the text tells; empty where it tells none."""
    parts = (
        spoken(claim.said_on, texts) if claim.said_on else "",
        texts("voice.to", addressee=visible(claim.addressee)) if claim.addressee else "",
        texts("voice.via", channel=visible(claim.channel)) if claim.channel else "",
    )
    return texts.template("voice.between").join(part for part in parts if part)
