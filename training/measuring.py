"""Measures what was found on our gold with the project's own scoring, and which proposals a reader has marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from evaluate.intervals import Figure, figures
from evaluate.scoring import Tally, score

from counterclaim.claim.attribution.trained.features import Roles, roles_of
from counterclaim.model.claim import Attribution
from counterclaim.model.document import Document
from counterclaim.model.span import Spans
from training.folds import Unseen
from training.readings import Prepared

ROLES = ("source", "cue", "content")
MEASURED = ("attribution relaxed", "attribution strict", "nested")
UNMEASURED: dict[str, Any] = {"times": [], "places": [], "quantities": []}


def open_tally(gold: dict[str, Any], document: Document, found: Sequence[Attribution]) -> Tally:
    """The tally of one article of the open news."""
    claims = [
        {"id": str(i), "within": None if a.within is None else str(a.within), "act": None, **spans_of(a)}
        for i, a in enumerate(found)
    ]
    parts = [{"kind": p.kind, "start": p.span.start, "end": p.span.end} for p in document.parts]
    record = {"text": document.text, "parts": parts, "claims": claims, **UNMEASURED}
    only = {"attributions": gold["attributions"]}
    return score(only, {"documents": [record], "links": [], "matters": []})


def open_figures(tallies: Sequence[Tally]) -> dict[str, Figure]:
    """Relaxed, strict and nested F1 with 95% intervals by bootstrap over articles."""
    return {each.name: each for each in figures(list(tallies)) if each.name in MEASURED}


def spans_of(attribution: Attribution) -> dict[str, list[list[int]]]:
    """The spans of each role as pairs of offsets."""
    return {role: _pairs(getattr(attribution, role)) for role in ROLES}


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def right_ones(text: Prepared, found: Unseen) -> Iterator[tuple[float, bool, bool]]:
    """For each proposal its score, whether a rule agreed, and whether a reader marked it (optional ones count)."""
    every = (Attribution(each.source, each.cue, each.content, None, "") for each in text.example.marked)
    marked = [roles_of(text.view.reading, each) for each in every]
    for each in found.proposals:
        yield each.score, each.agreed, any(_same(each.roles, other) for other in marked)


def _same(one: Roles, other: Roles) -> bool:
    """The relaxed match: cues and sources overlap, contents share half their tokens."""
    sources = bool(one.source & other.source) or not (one.source or other.source)
    shared = 2 * len(one.content & other.content)
    return bool(one.cue & other.cue) and sources and shared >= (len(one.content) + len(other.content)) / 2
