"""Five-fold cross-validation by article: each article is read by a network that has not seen it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.claim.attribution.completion import completed
from counterclaim.claim.attribution.trained import decided
from counterclaim.claim.attribution.trained.features import roles_of
from counterclaim.claim.attribution.trained.finder import Proposal, proposals
from counterclaim.claim.attribution.trained.network import Limits, Network
from counterclaim.model.claim import Attribution
from training.readings import Prepared

FOLDS = 5
# Cues less likely than this are never kept, whatever the limits come to be.
LEAST = 0.15


@dataclass(frozen=True)
class Unseen:
    """What a network proposes for a text it was not trained on."""

    name: str
    proposals: tuple[Proposal, ...]


def parted(texts: Sequence[Prepared], fold: int) -> tuple[list[Prepared], list[Prepared]]:
    """Texts to learn from and texts kept aside, for one of the folds; every fifth text is in the same fold."""
    kept = [text for n, text in enumerate(texts) if n % FOLDS != fold]
    return kept, [text for n, text in enumerate(texts) if n % FOLDS == fold]


def unseen(text: Prepared, trained: Network) -> Unseen:
    """All that `trained` proposes for one text."""
    seen = text.view.reading
    told = [roles_of(seen, each) for each in text.ruled]
    return Unseen(text.example.name, tuple(proposals(seen, told, trained, LEAST)))


def kept(text: Prepared, found: Unseen, limits: Limits, trained: Network) -> tuple[Attribution, ...]:
    """The attributions that the limits leave, as the product would give them."""
    return completed(text.reading, decided(text.view, found.proposals, limits, trained))
