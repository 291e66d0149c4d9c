"""Asks trained networks what they make of the windows that another learns from (Hinton, Vinyals and Dean 2015)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch

from counterclaim.claim.attribution.trained.labels import LABELS
from training.network import Network, batch
from training.windowed import Lesson, Sample, size

# Windows that a network looks at side by side.
ABREAST = 24


def with_lessons(learnt: Sequence[Sample], teachers: Sequence[Network]) -> list[Sample]:
    """
    The windows, each with the mean of what the teachers make of it.

    The mean of several networks is right more often than each; one that learns it beside the marks of the readers, of
    whom no two agree everywhere, comes near it.
    """
    order = sorted(range(len(learnt)), key=lambda n: size(learnt[n]))
    found: dict[int, Lesson] = {}
    for at in range(0, len(order), ABREAST):
        chosen = order[at : at + ABREAST]
        told = [_told(teacher, [learnt[n] for n in chosen]) for teacher in teachers]
        found.update(zip(chosen, (_mean(each) for each in zip(*told, strict=True)), strict=True))
    return [replace(sample, lesson=found[n]) for n, sample in enumerate(learnt)]


def _mean(lessons: Sequence[Lesson]) -> Lesson:
    tags = np.mean([each.tags for each in lessons], axis=0).astype(np.float32)
    return Lesson(tags, np.mean([each.labels for each in lessons], axis=0).astype(np.float16))


@torch.no_grad()
def _told(teacher: Network, samples: list[Sample]) -> list[Lesson]:
    """What one network makes of some windows, cue tags as logarithms of probabilities."""
    teacher.eval()
    made = batch(samples)
    states = teacher.states(teacher.fed(made), made.mask, made.word_of, made.features).float()
    tags = teacher.tagger(states).log_softmax(-1).numpy()
    labels = teacher.emissions(states, made.owner, made.cues, made.pairs)[0].numpy() if len(made.owner) else None
    found, at = [], 0
    for n, sample in enumerate(samples):
        words, cues = len(sample.tags), len(sample.targets)
        none = np.zeros((0, words, len(LABELS)), np.float32)
        found.append(Lesson(tags[n, :words], none if labels is None else labels[at : at + cues, :words]))
        at += cues
    return found
