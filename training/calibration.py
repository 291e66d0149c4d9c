"""Chooses how likely a cue has to be, and learns how often a cue of a score is right, on texts kept aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
from evaluate.scoring import Tally, f1

from counterclaim.claim.attribution.trained.network import Limits

# Around what folds preferred: alone and agreed. A higher limit where a rule agrees gains nothing on the news and
# loses set phrases that the rules know (*put the toll at 12*).
GRID = ((0.8, 0.85, 0.9), (0.3, 0.4, 0.5))
NESTED = (0.97, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4)
# The points at which the learnt curve is kept: denser where most scores lie.
POINTS = np.array([*np.linspace(0, 0.9, 19), 0.93, 0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.993, 0.996, 0.998, 0.999, 1])
# A few hundred right ones in a row do not make the next one certain.
SUREST = 0.98
# Readers want to see who says that somebody said so; half of the nested ones found may be what a reader of gold left
# unmarked, since on opinions inside quotations readers don't agree. Below it they would be in the way.
NESTED_PRECISION = 0.47


def chosen_limits(tally: Callable[[Limits], Tally]) -> Limits:
    """The limits with the best relaxed and strict F1, then the lowest for nested ones that keeps their precision."""

    def worth(limits: Limits) -> float:
        found = tally(limits)
        return f1(found, "attribution relaxed")[2] + f1(found, "attribution strict")[2]

    best = max((Limits(*each, nested=NESTED[0]) for each in product(*GRID)), key=worth)
    lower = [replace(best, nested=nested) for nested in NESTED]
    precise = [each for each in lower if f1(tally(each), "nested")[0] >= NESTED_PRECISION]
    return precise[-1] if precise else best


def summed(tallies: Sequence[Tally]) -> Tally:
    """All tallies together."""
    total: Tally = Counter()
    for each in tallies:
        total.update(each)
    return total


def curves(scored: Sequence[tuple[float, bool, bool]]) -> dict[str, Any]:
    """
    For score, whether a rule agreed, and whether it was right: the share right by score, never falling (isotonic
    regression, Zadrozny and Elkan 2002), as points for each of *agreed* and *alone*.
    """
    from sklearn.isotonic import IsotonicRegression  # noqa: PLC0415 - only whoever trains has it installed

    found = {}
    for name, side in (("agreed", True), ("alone", False)):
        mine = [(score, right) for score, agreed, right in scored if agreed is side]
        if not mine:
            raise SystemExit(f"no cue was proposed that stands {name}: the networks of the folds learnt nothing")
        curve = IsotonicRegression(y_min=0, y_max=SUREST, out_of_bounds="clip").fit(*zip(*mine, strict=True))
        found[name] = [[round(float(x), 3) for x in POINTS], [round(float(y), 3) for y in curve.predict(POINTS)]]
    return found


def calibration_error(scored: Sequence[tuple[float, bool]], *, bins: int = 10) -> float:
    """The expected calibration error: the mean distance of score and share right over bins of equal width."""
    total = 0.0
    for n in range(bins):
        inside = [(score, right) for score, right in scored if n <= min(score * bins, bins - 1e-9) < n + 1]
        if inside:
            total += abs(sum(score for score, _ in inside) - sum(right for _, right in inside))
    return total / max(len(scored), 1)


__all__ = ["Mapping", "calibration_error", "chosen_limits", "curves", "summed"]
