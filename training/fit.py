"""Fits a network to samples: AdamW, warm-up and linear decay, batches of windows of like length, fixed seeds."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

import torch

from training.network import Batch, Network, batch, dropped
from training.windowed import Sample, size


@dataclass(frozen=True)
class Plan:
    """How long and how fast to learn."""

    epochs: int
    encoder_rate: float
    head_rate: float
    seed: int = 0
    pieces: int = 2400
    warm: float = 0.1
    adversary: float = 0.0


def fit(network: Network, samples: Sequence[Sample], plan: Plan, *, device: str = "cpu") -> None:
    """Fits `network` in place, on one thread where it is a processor, so that the same seed gives the same weights."""
    torch.set_num_threads(1)
    network.to(device)
    torch.manual_seed(plan.seed)
    chance = torch.Generator().manual_seed(plan.seed)
    shuffle = random.Random(plan.seed)
    steps = plan.epochs * len(batches(samples, plan.pieces, shuffle))
    optimizer = _optimizer(network, plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, plan.warm))
    for epoch in range(plan.epochs):
        network.train()
        began, seen = time.process_time(), 0
        losses: dict[str, float] = {}
        for chosen in batches(samples, plan.pieces, shuffle):
            optimizer.zero_grad()
            parts = _learn(network, dropped(batch(chosen), chance).to(device), plan.adversary)
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            seen += sum(map(size, chosen))
            for name, value in parts.items():
                losses[name] = losses.get(name, 0.0) * 0.98 + value * 0.02 if name in losses else value
        rate = seen / (time.process_time() - began)
        print(f"epoch {epoch + 1}: {losses} {rate:.0f} pieces per CPU second", flush=True)


def _learn(network: Network, made: Batch, adversary: float) -> dict[str, float]:
    """
    Adds the gradients of a batch, and those where what is fed is shifted by `adversary` to where the loss is worst.

    The fast gradient method (Miyato, Dai and Goodfellow 2017), with one length for each window.
    """
    device = made.pieces.device.type
    with torch.autocast(device, dtype=torch.bfloat16):
        known = network.fed(made)
        known.retain_grad()
        loss, parts = network.loss(made, known)
    loss.backward()
    if adversary and known.grad is not None:
        shift = adversary * known.grad / known.grad.flatten(1).norm(dim=1).clamp(min=1e-12)[:, None, None]
        with torch.autocast(device, dtype=torch.bfloat16):
            worse, _ = network.loss(made, network.fed(made) + shift)
        worse.backward()
        parts["worse"] = worse.item()
    return parts


def batches(samples: Sequence[Sample], pieces: int, shuffle: random.Random) -> list[list[Sample]]:
    """Windows of like length together, so many as have `pieces` pieces; in random order."""
    order = sorted(samples, key=lambda sample: size(sample) + shuffle.uniform(-12, 12))
    made: list[list[Sample]] = []
    for sample in order:
        if made and (len(made[-1]) + 1) * max(size(sample), *map(size, made[-1])) <= pieces:
            made[-1].append(sample)
        else:
            made.append([sample])
    shuffle.shuffle(made)
    return made


def _optimizer(network: Network, plan: Plan) -> torch.optim.Optimizer:
    encoder = [p for n, p in network.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": encoder, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def _rate(step: int, steps: int, warm: float) -> float:
    first = max(1, math.ceil(steps * warm))
    return min((step + 1) / first, max(0.0, (steps - step) / max(1, steps - first)))
