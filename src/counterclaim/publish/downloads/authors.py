"""Tells which kind of schema.org agent a speaker is, where role or name says so, and nothing where they do not."""

from __future__ import annotations

from functools import cache

from counterclaim.data import table
from counterclaim.publish.edition.nouns import Voice

PERSON, BODY, STATE_BODY = "Person", "Organization", "GovernmentOrganization"
# Of the words for bodies: those that organise themselves; people, groups and documents are no organisation.
ORGANISED = frozenset({"own", "court", "local", "media", "public"})


def agent_type(voice: Voice) -> str | None:
    """
    Person, Organization or GovernmentOrganization; None for somebody not named, and where nothing tells.

    Somebody with a role is a person; a name that ends with a word for a body, or has one before *of*, is that body.
    """
    if voice.name is None:
        return None
    if voice.role and _roles() & set(_words(voice.role)):
        return PERSON
    kind = _bodies().get((_words(voice.name.partition(" of ")[0]) or [""])[-1])
    if kind == "state" and voice.side and voice.side != voice.name:
        return STATE_BODY
    return BODY if kind in ORGANISED else None


def _words(text: str) -> list[str]:
    return text.casefold().split()


@cache
def _roles() -> frozenset[str]:
    return frozenset(row["role"] for row in table("roles"))


@cache
def _bodies() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in table("bodies")}
