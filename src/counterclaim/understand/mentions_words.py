"""The word lists for mentions: roles, titles, kinds of bodies, members of parties."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from counterclaim.data import table

# Endings that a role may have beside its word in the table.
PREFIXES = ("ex-", "co-", "vice-", "deputy-", "then-", "then–", "non-")


@cache
def roles() -> Mapping[str, str]:
    """For each role word in small letters, for whom such a person speaks."""
    return {row["role"]: row["speaks_for"] for row in table("roles")}


@cache
def genders() -> Mapping[str, str]:
    """For each role, title and first name in small letters that tells it, f or m."""
    found = {row["role"]: row["gender"] for row in table("roles") if row["gender"]}
    found.update({row["title"]: row["gender"] for row in table("titles") if row["gender"]})
    found.update({row["name"]: row["gender"] for row in table("first_names")})
    return found


@cache
def first_names() -> frozenset[str]:
    """First names in small letters."""
    return frozenset(row["name"] for row in table("first_names"))


@cache
def name_genders() -> Mapping[str, str]:
    """For each first name in small letters that is a woman's or a man's only, f or m."""
    return {row["name"]: row["gender"] for row in table("name_genders")}


@cache
def titles() -> frozenset[str]:
    """Forms of address in small letters."""
    return frozenset(row["title"] for row in table("titles"))


@cache
def bodies() -> Mapping[str, str]:
    """For each word for a body, group or document, its kind."""
    return {row["word"]: row["kind"] for row in table("bodies")}


@cache
def parties() -> Mapping[str, str]:
    """For each word for a party's members, the party."""
    return {row["word"]: row["party"] for row in table("parties")}


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """The word in small letters without a plural's ending, as the tables of roles have it."""
    small = word.lower()
    for prefix in PREFIXES:
        small = small.removeprefix(prefix)
    if small in roles():
        return small
    if small.endswith("men") and small[:-3] + "man" in roles():
        return small[:-3] + "man"
    if small.endswith("women") and small[:-5] + "woman" in roles():
        return small[:-5] + "woman"
    if small.endswith("ies") and small[:-3] + "y" in roles():
        return small[:-3] + "y"
    return small[:-1] if small.endswith("s") and small[:-1] in roles() else small


@lru_cache(maxsize=20_000)
def role_kind(word: str) -> str:
    """For whom a person of this role speaks; empty where the word is no role."""
    return roles().get(singular(word), "")


@lru_cache(maxsize=20_000)
def opens_role(word: str) -> bool:
    """Whether a role of several words begins with this one, so that those behind it are worth a look."""
    return singular(word) in _openings() or any(word.lower().removeprefix(each) in _openings() for each in PREFIXES)


@cache
def _openings() -> frozenset[str]:
    return frozenset(role.partition(" ")[0] for role in roles() if " " in role)


@cache
def side_words(says: str) -> frozenset[str]:
    """Words in small letters that say this of whom somebody speaks for."""
    return frozenset(row["word"] for row in table("side_words") if row["says"] == says)


@cache
def movements() -> frozenset[str]:
    """Movements that go by one word, in small letters."""
    return frozenset(row["name"] for row in table("movements"))


def body_kind(word: str) -> str:
    """The kind of body, group or document the word is for; empty where it is for none."""
    return bodies().get(word.lower(), "")
