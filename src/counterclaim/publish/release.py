"""Tells which claims wait for a person to let them go: accusations against persons without a public role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Record = Mapping[str, Any]

# Behind a last name; nobody is called by these alone.
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def needs_release(claim: Record) -> bool:
    """
    Whether a claim is held back: it accuses somebody without a public role, and nobody has released it.

    A record without `accused` was made before anybody looked for that: it waits too.
    """
    if claim.get("released"):
        return False
    accused = claim.get("accused")
    return accused is None or any(not each["public"] for each in accused)


def names_held(claims: Iterable[Record]) -> tuple[str, ...]:
    """The names of those whom the held ones among `claims` accuse, each whole and as the last name alone, in order."""
    return tuple(dict.fromkeys(_names(claims)))


def _names(claims: Iterable[Record]) -> Iterator[str]:
    for claim in claims:
        if needs_release(claim):
            for each in claim.get("accused") or ():
                if not each["public"]:
                    yield each["name"]
                    yield from _last(each["name"])


def _last(name: str) -> list[str]:
    """What titles call somebody."""
    return [word for word in name.split() if word.lower() not in SUFFIXES][-1:]
