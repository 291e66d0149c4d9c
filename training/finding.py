"""What a network in training finds, as the product would: for measuring between and after epochs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch

from counterclaim.claim.attribution.trained.decoding import best_rows, cue_runs
from counterclaim.claim.attribution.trained.features import Features, Labels, Roles
from counterclaim.claim.attribution.trained.labels import roles_from
from counterclaim.claim.attribution.trained.windows import Window, windows
from counterclaim.model.reading import Reading
from training.network import Network, batch
from training.windowed import Sample

AT_ONCE = 8


@torch.no_grad()
def found_in(
    network: Network, shown: Sequence[tuple[Sample, Window]], features: Features, threshold: float
) -> Iterator[tuple[Roles, float]]:
    """The attributions of one document with the probability of each cue."""
    network.eval()
    moves = (network.transitions + network.allowed).numpy()
    edges = (network.starts.numpy(), network.ends.numpy())
    for sample, window in shown:
        made = batch([sample])
        states = network.states(made.pieces, made.mask, made.word_of, made.features)
        tags = network.tagger(states).softmax(-1)[0].numpy()
        core = slice(window.core_first - window.first, window.core_last - window.first)
        runs = [(a + core.start, b + core.start, p) for a, b, p in cue_runs(tags[core], threshold)]
        if not runs:
            continue
        pairs = torch.stack(
            [
                torch.from_numpy(features.pairs(range(a + window.first, b + window.first), window.first, window.last))
                for a, b, _ in runs
            ]
        )
        owner = torch.zeros(len(runs), dtype=torch.long)
        scores, _ = network.emissions(states, owner, torch.tensor([run[:2] for run in runs]), pairs)
        for row, (a, b, p) in zip(best_rows(list(scores.numpy()), moves, edges), runs, strict=True):
            roles = roles_from(row, window.first)
            cue = roles.cue | frozenset(range(a + window.first, b + window.first))
            if roles.content - cue:
                yield Roles(roles.source - cue, cue, roles.content - cue), p


__all__ = ["Labels", "Reading", "found_in", "windows"]
