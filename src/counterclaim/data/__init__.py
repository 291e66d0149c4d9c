"""Tables of knowledge (cue words, roles, sides, places, patterns) as data, each named with its source in SOURCES.md."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """
    The rows of `data/NAME.tsv` as dictionaries keyed by its header line.

    Lines that begin with `#` are comments. Empty cells are empty strings.
    """
    lines = (files(__name__) / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    kept = (line for line in lines if line.strip() and not line.startswith("#"))
    return tuple(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE))
