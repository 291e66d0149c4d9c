"""The table of cues: what each does by itself, looked up by one word or by two."""

from __future__ import annotations

from functools import cache

from counterclaim.data import table

Row = dict[str, str]


@cache
def cues() -> dict[str, dict[str, Row]]:
    """Rows of `acts.tsv` by first word, then by the second, empty where the cue is one word."""
    found: dict[str, dict[str, Row]] = {}
    for row in table("acts"):
        first, _, second = row["cue"].partition(" ")
        found.setdefault(first, {})[second] = row
    return found
