"""A network that learns from others is told their mean, and loses nothing where it says what they say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="only who trains the extractor has torch")
transformers = pytest.importorskip("transformers", reason="only who trains the extractor has transformers")

from training.network import HIDDEN, Network, batch  # noqa: E402
from training.teaching import with_lessons  # noqa: E402
from training.windowed import Sample, Target  # noqa: E402

from counterclaim.claim.attribution.trained.features import Labels  # noqa: E402 - what it needs may be missing
from counterclaim.claim.attribution.trained.labels import LABELS  # noqa: E402

KINDS = Labels(("NN",), ("ROOT",), ("GPE",))


def network(seed: int) -> Network:
    """A network of one layer whose weights are drawn by chance."""
    torch.manual_seed(seed)
    shape = transformers.BertConfig(
        vocab_size=20, hidden_size=HIDDEN, num_hidden_layers=1, num_attention_heads=4, intermediate_size=8
    )
    return Network(transformers.BertModel(shape, add_pooling_layer=False), KINDS).eval()


def window(words: int, *cues: int) -> Sample:
    """A window of so many words of one piece each, with a target for each cue."""
    row = np.arange(words)
    targets = tuple(
        Target((at, at + 1), np.zeros((words, 5), np.int64), np.zeros(words, np.int64), -100) for at in cues
    )
    width = len(KINDS.word_sizes())
    return Sample(row % 19 + 1, row, np.zeros((words, width), np.int64), np.zeros(words, np.int64), targets)


def test_a_lesson_is_the_mean_of_what_the_teachers_say() -> None:
    """Windows of any length, with cues and without, keep their order."""
    samples, teachers = [window(7, 2, 4), window(3), window(5, 1)], [network(1), network(2)]
    both = with_lessons(samples, teachers)
    alone = [with_lessons(samples, [each]) for each in teachers]

    for sample, told, one, other in zip(samples, both, *alone, strict=True):
        assert told.lesson.tags.shape == (len(sample.tags), 3)
        assert told.lesson.labels.shape == (len(sample.targets), len(sample.tags), len(LABELS))
        assert np.allclose(told.lesson.tags, (one.lesson.tags + other.lesson.tags) / 2, atol=1e-4)


def test_who_says_what_was_told_is_not_apart_from_it() -> None:
    """Half of the loss is left: what the readers marked."""
    sample, own = window(7, 2, 4), network(1)
    made, plain = batch(with_lessons([sample], [own])), batch([sample])
    with torch.no_grad():
        taught, _ = own.loss(made, own.fed(made))
        marked, _ = own.loss(plain, own.fed(plain))
    assert float(taught) == pytest.approx(float(marked) / 2, rel=1e-2)


def test_windows_without_lessons_are_learnt_as_they_are_marked() -> None:
    """Nothing is told where one of a batch has none."""
    told = with_lessons([window(4, 1)], [network(1)])
    assert batch([*told, replace(told[0], lesson=None)]).told_tags.numel() == 0
