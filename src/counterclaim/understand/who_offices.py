"""Tells which states can have the office that somebody is called by: the United States have no prime minister."""

from __future__ import annotations

import re
from functools import cache

from counterclaim.data import table
from counterclaim.data.countries import packaged


@cache
def _offices() -> tuple[tuple[str, bool, frozenset[str]], ...]:
    """Each office of the table, whether only the states listed have it, and those states; the longest first."""
    names = {country.iso2: country.name for country in packaged()}
    rows = (
        (row["office"], row["has"] == "only", frozenset(names[code] for code in row["states"].split()))
        for row in table("offices")
    )
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def office_in(role: str | None) -> str:
    """The office of the table that a description names, in small letters; empty where it names none."""
    words = " ".join(re.findall(r"[^\W\d_]+", (role or "").lower()))
    return next((office for office, _, _ in _offices() if f" {office} " in f" {words} "), "")


def can_have(state: str, office: str) -> bool:
    """Whether a state may have an office so called: one that a reader added may, and any where the table has no row."""
    found = next((row for row in _offices() if row[0] == office), None)
    if found is None or state not in _states():
        return True
    _, only, states = found
    return (state in states) == only


def is_held(state: str, role: str) -> bool:
    """Whether a description names an office that few states have, and the state is one of them."""
    office = office_in(role)
    return any(only and office == name and state in states for name, only, states in _offices())


@cache
def _states() -> frozenset[str]:
    return frozenset(country.name for country in packaged())
