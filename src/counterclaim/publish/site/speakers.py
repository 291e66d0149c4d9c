"""The pages of speakers: a list of all names, and for each what was said in that name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterclaim.publish.edition.nouns import Edition, PublishedClaim, PublishedMatter
from counterclaim.publish.site.addresses import path_of
from counterclaim.publish.site.frame import Frame
from counterclaim.publish.site.listings import Listing, Name, Section, counted, listed

SECTION = "speakers/index.html"
# Sides and roles that a speaker is said to have.
MOST = 4


def speaker_pages(frame: Frame) -> Iterator[tuple[str, bytes]]:
    """The list of speakers, by name, and a page for each."""
    texts, speakers = frame.texts, speakers_in(frame.edition)
    names = [Name(each.name, path_of("speaker", each.key), _note(frame, each)) for each in speakers]
    everybody = Listing(texts("listing.speakers"), (Section("name", names),), note=texts("listing.speakers_note"))
    yield from listed(frame, SECTION, everybody, section=SECTION)
    for each in speakers:
        yield from listed(frame, path_of("speaker", each.key), _listing(frame, each), section=SECTION)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One name with the claims that were made in it, those of the latest documents first, copies left out."""

    key: str
    name: str
    claims: list[PublishedClaim]


def speakers_in(edition: Edition) -> list[Speaker]:
    """Everybody who is named as a speaker, by name; also who only tells what others say, or speaks only in copies."""
    found: dict[str, Speaker] = {}
    for document in edition.documents.values():
        for claim in document.claims:
            for voice in (claim.voice, *claim.tellers):
                if voice.key:
                    found.setdefault(voice.key, Speaker(voice.key, str(voice.name), []))
            if claim.voice.key and not claim.copy_of:
                found[claim.voice.key].claims.append(claim)
    return sorted(found.values(), key=lambda each: each.key)


def matters_of(edition: Edition, claims: Iterable[PublishedClaim]) -> list[PublishedMatter]:
    """The matters that claims speak to, each once, in the order of the front page."""
    ids = {matter.id for claim in claims for matter in edition.matters_at.get(claim.id, ())}
    return [matter for matter in edition.matters.values() if matter.id in ids]


def _listing(frame: Frame, speaker: Speaker) -> Listing:
    texts, claims = frame.texts, speaker.claims
    sides, roles = _most(each.voice.side for each in claims), _most(each.voice.role for each in claims)
    facts = [(texts("listing.speaks_for"), texts.listed(sides))] if sides and sides != [speaker.name] else []
    facts += [(texts("listing.roles"), texts.listed(roles))] if roles else []
    return Listing(
        speaker.name,
        (
            Section("matter", matters_of(frame.edition, claims), texts("listing.matters")),
            Section("claim", claims, texts("listing.claims")),
        ),
        kicker=texts("listing.speaker"),
        note=texts("listing.speaker_note"),
        facts=tuple(facts),
    )


def _most(names: Iterable[str | None]) -> list[str]:
    """The names that are told most often, of equal ones the first: not every slip of one text."""
    return [name for name, _ in Counter(name for name in names if name).most_common(MOST)]


def _note(frame: Frame, speaker: Speaker) -> str:
    sides = (each.voice.side for each in speaker.claims)
    others = dict.fromkeys(side for side in sides if side and side != speaker.name)
    return ", ".join((counted(frame, "claims", speaker.claims), *others))
