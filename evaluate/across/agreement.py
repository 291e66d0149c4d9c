"""How far a second reader, who saw articles and pairs but no answers, agrees with the gold of the stories."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluate.across.stories import APART, OWN, Story

READING = OWN / "second_reading.tsv"
FAMILIES = {
    **dict.fromkeys(APART, "apart"),
    **dict.fromkeys(("denies", "contradicts"), "opposes"),
    **dict.fromkeys(("supports", "repeats"), "agrees"),
    **dict.fromkeys(("corrects", "withdraws"), "takes back"),
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """The decisions two readers share, of how many, and Cohen's kappa; None where both always decide one thing."""

    shared: int
    of: int
    kappa: float | None


def second_reading(path: Path = READING) -> dict[str, str]:
    """Pair id to decision, from the columns `pair` and `decision`; *none* is what the gold calls unrelated."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))
    said = {row["pair"].strip(): row["decision"].strip() for row in rows}
    return {name: "unrelated" if decision == "none" else decision for name, decision in said.items()}


def decisions(stories: Sequence[Story]) -> dict[str, str]:
    """Pair id to the gold's decision, for every pair across two articles."""
    return {f"{story.name}/{tie.later}-{tie.earlier}": tie.kind for story in stories for tie in story.across()}


def agreement(first: Mapping[str, str], second: Mapping[str, str], *, families: bool = False) -> Agreement:
    """
    How far two readings of the same pairs agree.

    With `families` kinds count as the same that oppose, agree, take back or leave apart; KeyError where the second
    decides something that has no family.
    """
    pairs = [(first[name], second[name]) for name in sorted(first.keys() & second.keys())]
    if families:
        pairs = [(FAMILIES[one], FAMILIES[other]) for one, other in pairs]
    shared = sum(one == other for one, other in pairs)
    return Agreement(shared, len(pairs), _kappa(pairs, shared))


def _kappa(pairs: Sequence[tuple[str, str]], shared: int) -> float | None:
    if not pairs:
        return None
    mine, theirs = (Counter(each[k] for each in pairs) for k in (0, 1))
    chance = sum(mine[kind] * theirs[kind] for kind in mine) / len(pairs) ** 2
    return None if chance == 1 else (shared / len(pairs) - chance) / (1 - chance)
