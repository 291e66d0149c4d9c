"""Who tells a claim, nearest first: its speaker, the speaker of the claim it stands in, and so on to the publisher."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model.claim import Attribution
from counterclaim.model.document import Document
from counterclaim.model.speaker import Speaker

UNNAMED = "somebody unnamed"
PUBLISHER = "the publisher"


def chain_of(
    index: int, attributions: Sequence[Attribution], speakers: Sequence[Speaker | None], document: Document
) -> tuple[str, ...]:
    """The names from the claim's own speaker outwards; the last is the publisher, the author, or *the publisher*."""
    told: list[str] = []
    seen: set[int] = set()
    at: int | None = index
    while at is not None and at not in seen:
        seen.add(at)
        told.append(_called(speakers[at]))
        at = attributions[at].within
    return (*told, document.publisher or document.author or PUBLISHER)


def _called(speaker: Speaker | None) -> str:
    if speaker is None:
        return UNNAMED
    return speaker.name or (f"{UNNAMED} for {speaker.side}" if speaker.side else UNNAMED)
