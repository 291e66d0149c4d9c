"""by_network: the attributions that the trained network makes of a reading and of what the rules found in it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources.abc import Traversable

from counterclaim.claim.attribution.trained.features import roles_of
from counterclaim.claim.attribution.trained.finder import Proposal, likely, proposals
from counterclaim.claim.attribution.trained.network import Network, missing, network, weights
from counterclaim.claim.attribution.trained.spans import content_spans, role_spans
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Reading

__all__ = ["attribution", "by_network", "missing", "weights"]


def by_network(reading: Reading, ruled: Sequence[Attribution], folder: Traversable) -> list[Attribution]:
    """
    The attributions in text order of their cues, each with its score; `within` is not set yet.

    Raises WeightsError where the weights of `folder` cannot be loaded.
    """
    trained = network(folder)
    told = [roles_of(reading, each) for each in ruled]
    found = list(proposals(reading, told, trained, trained.limits.least))
    made = [attribution(reading, each, trained) for each in likely(found, trained.limits)]
    return [each for each in made if each.content]


def attribution(reading: Reading, each: Proposal, trained: Network) -> Attribution:
    """The spans of a proposal, with how likely it is right."""
    return Attribution(
        source=role_spans(reading, each.roles.source),
        cue=role_spans(reading, each.roles.cue),
        content=content_spans(reading, each.roles),
        within=None,
        rule=trained.name,
        head=_head(reading, each.roles.cue),
        score=trained.calibrated(each.score, agreed=each.agreed),
    )


def _head(reading: Reading, cue: frozenset[int]) -> int:
    """The first token of the cue that hangs on none of the others."""
    heads = (i for i in sorted(cue) if reading.tokens[i].head not in cue or reading.tokens[i].head == i)
    return next(heads, min(cue))
