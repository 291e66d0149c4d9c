"""Lost: an own-voice sentence that was somebody's claim, or was hedged, where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.model.span import Span


class Missing(StrEnum):
    """What got lost."""

    ATTRIBUTION = "attribution"
    HEDGE = "hedge"


class Where(StrEnum):
    """Where it got lost: in a copy of the article, in another article, or in the headline over the body."""

    COPY = "copy"
    ARTICLE = "article"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Lost:
    """
    What `document` says in its own voice at `span`, and `origin` reports at `told` with less certainty.

    `claim` is the id of the claim there, None where only a hedge was lost; `origin` is the id of the document that
    reports it, `document` itself for a headline. `because` is one plain sentence that a reader can check.
    """

    document: str
    span: Span
    origin: str
    told: Span
    claim: str | None
    what: Missing
    where: Where
    because: str
    found_by: str
    score: float
