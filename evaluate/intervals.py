"""Figures with their intervals: the bootstrap over documents."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evaluate.scoring import DECIDED, FOUND, Tally, f1, share

# 1,000 resamples give a 95% interval whose ends move by less than a point from seed to seed.
RESAMPLES = 1000
SEED = 20250426


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name, its value, the ends of its 95% interval, and how many things it was measured on."""

    name: str
    value: float
    low: float
    high: float
    asked: int

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


def figures(tallies: Sequence[Tally]) -> list[Figure]:
    """All figures of a set, from the tallies of its documents; what was never asked is left out."""
    resamples = _resamples(tallies)
    found = [_figure(name, tallies, resamples, _f1_of(name)) for name in FOUND]
    found += [_figure(name, tallies, resamples, _share_of(name)) for name in DECIDED]
    return [each for each in found if each.asked and not math.isnan(each.value)]


def _f1_of(name: str) -> Callable[[Tally], float]:
    return lambda tally: f1(tally, name)[2]


def _share_of(name: str) -> Callable[[Tally], float]:
    return lambda tally: share(tally, name)


def _resamples(tallies: Sequence[Tally]) -> list[Tally]:
    dice = random.Random(SEED)
    return [_sum(dice.choices(tallies, k=len(tallies))) for _ in range(RESAMPLES if len(tallies) > 1 else 1)]


def _sum(tallies: Sequence[Tally]) -> Tally:
    total: Tally = Counter()
    for tally in tallies:
        total.update(tally)
    return total


def _figure(name: str, tallies: Sequence[Tally], resamples: list[Tally], value: Callable[[Tally], float]) -> Figure:
    total = _sum(tallies)
    drawn = sorted(each for each in map(value, resamples) if not math.isnan(each))
    low, high = (drawn[int(len(drawn) * 0.025)], drawn[int(len(drawn) * 0.975)]) if drawn else (math.nan, math.nan)
    asked = sum(total[f"{name}/{what}"] for what in ("tp", "fn", "asked"))
    return Figure(name, value(total), low, high, asked)
