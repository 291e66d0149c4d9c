"""by_network: the attributions that the trained network makes of a reading and of what the rules found in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources.abc import Traversable

from counterclaim.claim.attribution.trained.features import Roles, head_of, roles_of
from counterclaim.claim.attribution.trained.finder import Proposal, likely, proposals
from counterclaim.claim.attribution.trained.mending import mended
from counterclaim.claim.attribution.trained.network import Limits, Network, missing, network, weights
from counterclaim.claim.attribution.trained.shown import Shown, shown
from counterclaim.claim.attribution.trained.spans import content_spans, role_spans, speakers_of
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Reading

__all__ = ["attribution", "by_network", "decided", "missing", "shown", "weights"]


def by_network(reading: Reading, ruled: Sequence[Attribution], folder: Traversable) -> list[Attribution]:
    """
    The attributions in text order of their cues, each with its score; `within` is not set yet.

    Raises WeightsError where the weights of `folder` cannot be loaded.
    """
    trained = network(folder)
    view = shown(reading)
    told = [roles_of(view.reading, each) for each in ruled]
    found = list(proposals(view.reading, told, trained, trained.limits.least))
    return decided(view, found, trained.limits, trained)


def decided(view: Shown, found: Sequence[Proposal], limits: Limits, trained: Network) -> list[Attribution]:
    """The attributions that `limits` leave of what a network proposes, mended."""
    left = mended(view.reading, likely(found, limits), nests=trained.nests)
    speakers = speakers_of(view.reading, [each.roles for each in left])
    made = [attribution(view, each, trained, speakers) for each in left]
    return [each for each in made if each.content]


def attribution(view: Shown, each: Proposal, trained: Network, speakers: Mapping[int, Roles]) -> Attribution:
    """The spans of a proposal, with how likely it is right; `speakers` are all who say something in the document."""
    reading = view.reading
    return Attribution(
        source=role_spans(reading, each.roles.source),
        cue=role_spans(reading, each.roles.cue),
        content=content_spans(reading, each.roles, speakers),
        within=None,
        rule=trained.name,
        head=view.ends[head_of(reading, each.roles.cue)],
        score=trained.calibrated(each.score, agreed=each.agreed),
    )
