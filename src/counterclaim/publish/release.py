"""Tells which claims wait for a person to let them go: accusations against persons without a public role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Record = Mapping[str, Any]


def needs_release(claim: Record) -> bool:
    """Whether a claim is held back: it accuses somebody without a public role, and nobody has released it."""
    return not claim.get("released") and any(not each["public"] for each in claim.get("accused") or ())


def names_held(claims: Iterable[Record]) -> tuple[str, ...]:
    """The names of those whom the held ones among `claims` accuse, in order."""
    return tuple(dict.fromkeys(_names(claims)))


def _names(claims: Iterable[Record]) -> Iterator[str]:
    for claim in claims:
        if needs_release(claim):
            yield from (each["name"] for each in claim["accused"] if not each["public"])
