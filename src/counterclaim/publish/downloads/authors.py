"""Tells which kind of schema.org agent a speaker is, where role or name says so, and nothing where they do not."""

from __future__ import annotations

from functools import cache

from counterclaim.data import table
from counterclaim.publish.edition.nouns import Voice

PERSON, BODY, STATE_BODY = "Person", "Organization", "GovernmentOrganization"
# Of the words for bodies: those that organise themselves; people, groups and documents are no organisation.
ORGANISED = frozenset({"own", "court", "local", "school", "media", "public"})
# Who calls themselves a state may be one or not: that is not told here.
CONTESTED = frozenset({"state"})


def agent_type(voice: Voice) -> str | None:
    """
    Person, Organization or GovernmentOrganization; None for somebody not named, and where nothing tells.

    Somebody with a role beside the name is a person; a name that ends with one word for a body, or has it before *of*,
    is that body. Descriptions (*local officials*, *a newspaper*) are neither.
    """
    name = voice.name
    if name is None or not _is_name(name):
        return None
    if voice.role:
        return PERSON if voice.role != name and _roles() & set(_words(voice.role)) else None
    head = (name.partition(" of ")[0].split() or [""])[-1]
    kind = None if head.casefold() in CONTESTED else _bodies().get(head.casefold())
    if kind == "state" and voice.side and voice.side != name and not _several(head):
        return STATE_BODY
    return BODY if kind in ORGANISED and head[:1].isupper() and not _several(name) else None


def _is_name(name: str) -> bool:
    """Whether this begins like a name: in capitals, and not with *some* or *a*."""
    first = name.split()[:1]
    return (
        bool(first) and first[0][0].isupper() and (first[0].casefold() == "the" or first[0].casefold() not in _small())
    )


def _several(words: str) -> bool:
    """Whether these may be more than one: *officials*, *Committee and Service*."""
    return words.casefold().endswith("s") or " and " in words.partition(" of ")[0]


def _words(text: str) -> list[str]:
    return text.casefold().split()


@cache
def _small() -> frozenset[str]:
    return frozenset(row["word"] for row in table("stopwords"))


@cache
def _roles() -> frozenset[str]:
    return frozenset(row["role"] for row in table("roles"))


@cache
def _bodies() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in table("bodies")}
