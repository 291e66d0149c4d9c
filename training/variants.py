"""The two variants of the extractor: what each is trained on, for how long, and in which stages."""

from __future__ import annotations

from dataclasses import dataclass

from training.fit import Plan

VERSION = 1


@dataclass(frozen=True)
class Variant:
    """
    `first` is learnt on PolNeAR before `then` on the open texts; the open variant has no first stage. Where there are
    `teachers`, a network learns PolNeAR by each of these plans, with a seed of its own, and what is kept learns from
    them, an epoch longer.

    Rates and epochs are from trials on one fold of the open news: longer than seven epochs raised recall and lowered
    precision by as much; half the rate lost a point; tuning after PolNeAR wants a lower rate and fewer epochs. Shifts
    of a tenth while training gave half a point relaxed and strict and two of nested recall, for twice the time.
    """

    name: str
    first: Plan | None
    then: Plan
    teachers: tuple[Plan, ...] = ()


OPEN = Variant("open", None, Plan(epochs=7, encoder_rate=1.5e-4, head_rate=1e-3, adversary=0.1))
RESEARCH = Variant(
    "research",
    Plan(epochs=6, encoder_rate=1.5e-4, head_rate=1e-3),
    Plan(epochs=3, encoder_rate=8e-5, head_rate=4e-4),
    teachers=tuple(Plan(epochs=5, encoder_rate=1.5e-4, head_rate=1e-3, seed=seed) for seed in range(3)),
)
VARIANTS = {each.name: each for each in (OPEN, RESEARCH)}
