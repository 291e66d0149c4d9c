"""Takes articles through the stages one by one and keeps the CPU seconds that each of them takes for each article."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ParamSpec, TypeVar

from counterclaim import Analysis, Document, Ledger, Reading, find_disputes, read
from counterclaim.claim import find_statements
from counterclaim.claim.accused import with_accused
from counterclaim.claim.attribution import find_attributions
from counterclaim.claim.interpret import interpret
from counterclaim.model.claim import Attribution, Claim
from counterclaim.understand.mentions import find_mentions
from counterclaim.understand.parse import parse
from counterclaim.understand.places import find_places
from counterclaim.understand.quantities import find_quantities
from counterclaim.understand.quotations import find_quotations
from counterclaim.understand.times import find_times

Given = ParamSpec("Given")
Made = TypeVar("Made")

# In the order of the pipeline; from `parse` to `mentions` the parts of `understand`, the next three those of `claim`.
STAGES = (
    *("read", "parse", "quotations", "times", "quantities", "places", "mentions"),
    *("attributions", "meaning", "statements", "dispute", "ledger"),
)
# What tells who, when, where, how many and what a claim is of, apart from finding it.
MEANING = ("times", "quantities", "places", "mentions", "meaning", "statements")
CAPTURED = "2031-01-01T00:00:00Z"


@dataclass
class Costs:
    """For each article and each stage the CPU seconds, and how much there was to read."""

    articles: list[dict[str, float]] = field(default_factory=list)
    characters: int = 0
    words: int = 0
    claims: int = 0
    failures: list[str] = field(default_factory=list)

    def timed(self, stage: str, work: Callable[Given, Made], /, *args: Given.args, **kwargs: Given.kwargs) -> Made:
        """What `work` gives, its CPU seconds put down to `stage` of the last article."""
        began = time.process_time()
        try:
            return work(*args, **kwargs)
        finally:
            spent = time.process_time() - began
            self.articles[-1][stage] = self.articles[-1].get(stage, 0.0) + spent

    def of(self, stage: str) -> float:
        """CPU seconds of all articles in one stage."""
        return sum(article.get(stage, 0.0) for article in self.articles)

    def totals(self) -> list[float]:
        """CPU seconds of each article, all stages together, least first."""
        return sorted(sum(article.values()) for article in self.articles)


def measure(paths: Iterable[Path], ledger: Ledger) -> Costs:
    """The costs of the articles at `paths`, one after the other, each written into `ledger`."""
    costs = Costs()
    for path in paths:
        costs.articles.append({})
        for found in costs.timed("read", list, read([path])):
            if isinstance(found, Document):
                _take(found, ledger, costs)
            else:
                costs.failures.append(f"{found.path}: {found.reason}")
    return costs


def _take(document: Document, ledger: Ledger, costs: Costs) -> None:
    if not document.understood:
        return
    costs.characters += len(document.text)
    costs.words += len(document.text.split())
    tokens, sentences = costs.timed("parse", parse, document)
    quotations = costs.timed("quotations", find_quotations, document)
    reading = Reading(document, tokens, sentences, quotations)
    reading = replace(reading, times=costs.timed("times", find_times, reading))
    reading = replace(reading, quantities=costs.timed("quantities", find_quantities, reading))
    reading = replace(reading, places=costs.timed("places", find_places, reading))
    reading = replace(reading, mentions=costs.timed("mentions", find_mentions, reading))
    attributions = costs.timed("attributions", find_attributions, reading)
    claims = costs.timed("meaning", _meant, reading, attributions)
    costs.timed("statements", find_statements, reading, claims)
    disputes = costs.timed("dispute", find_disputes, document, claims)
    costs.claims += len(claims)
    costs.timed("ledger", ledger.add, Analysis(document, reading, claims, disputes, "bench"), captured=CAPTURED)


def _meant(reading: Reading, attributions: Sequence[Attribution]) -> tuple[Claim, ...]:
    """The claims that attributions make, with whom they accuse."""
    return with_accused(reading, interpret(reading, attributions))
