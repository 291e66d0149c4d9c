"""Runs the trained network: the encoder by ONNX Runtime in 8-bit whole numbers, the small scorers in numpy."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from counterclaim.claim.attribution.trained.features import Labels, Numbers
from counterclaim.errors import WeightsError

Scores = npt.NDArray[np.float32]

# Kernels differ between processors in the last bits of a sum. Scores are compared with two decimals, so that such a
# difference decides only where two readings are as good as equal, and then the rule of the decoder does.
DECIMALS = 2
VARIABLE = "COUNTERCLAIM_WEIGHTS"
FILES = ("extractor.onnx", "extractor.npz", "extractor.json")


@dataclass(frozen=True, slots=True)
class Limits:
    """How likely a cue has to be: one that no rule has, one that a rule has too, one inside what somebody else says."""

    alone: float
    agreed: float
    nested: float

    @property
    def least(self) -> float:
        """What is less likely is never kept."""
        return min(self.alone, self.agreed, self.nested)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the encoder makes of the words of a window: scores of tags, each word as a cue, each word beside one."""

    tags: Scores
    near: Scores
    far: Scores


def weights() -> Traversable | None:
    """
    The folder of the weights to use: those that are shipped, or those that $COUNTERCLAIM_WEIGHTS names.

    None where ONNX Runtime is missing or the variable is `none`: then the rules work alone. Raises WeightsError for a
    folder without weights.
    """
    named = os.environ.get(VARIABLE, "")
    if named == "none" or missing():
        return None
    folder = Path(named) if named else files(__package__)
    absent = [name for name in FILES if not (folder / name).is_file()]
    if absent:
        raise WeightsError(f"{folder}: found no {absent[0]}; expected {', '.join(FILES)}, as `make train` writes them")
    return folder


def missing() -> str | None:
    """What keeps the trained network from working, and the remedy; None where nothing does."""
    if find_spec("onnxruntime") is None and os.environ.get(VARIABLE) != "none":
        return "onnxruntime is not installed; `pip install onnxruntime` adds it"
    return None


def network(folder: Traversable) -> Network:
    """The network of a folder, loaded once for each process; raises WeightsError where its files are damaged."""
    return _loaded(str(folder))


@cache
def _loaded(folder: str) -> Network:
    try:
        return Network(Path(folder))
    except Exception as error:
        # Each library that reads one of the files has errors of its own for what is no such file.
        raise WeightsError(
            f"{folder}: the weights are damaged ({type(error).__name__}); install counterclaim again, or `make train`"
        ) from error


class Network:
    """One trained network; its scores do not depend on what was seen before."""

    def __init__(self, folder: Traversable) -> None:
        with (folder / "extractor.npz").open("rb") as file:
            held = np.load(file, allow_pickle=False)
            self._heads: dict[str, Any] = {name: held[name] for name in held.files}
        self.card: dict[str, Any] = json.loads((folder / "extractor.json").read_text(encoding="utf-8"))
        self.labels = Labels(*(tuple(self.card["labels"][kind]) for kind in ("tags", "deps", "entities")))
        # The score of each label after each, and of the first and the last label of a window.
        self.moves: Scores = self._heads["moves"]
        self.edges: tuple[Scores, Scores] = (self._heads["starts"], self._heads["ends"])
        # All columns of features share one table; its last row is that of a mark, which has none.
        ends = np.cumsum(self.labels.word_sizes())
        self._offsets = np.concatenate([[0], ends[:-1]])
        self._nothing = np.full(len(ends), ends[-1])
        self._session = _session((folder / "extractor.onnx").read_bytes())

    @property
    def name(self) -> str:
        """What the network is called in what it finds: its variant and the version of its training."""
        return f"network.{self.card['variant']}.v{self.card['version']}"

    @property
    def limits(self) -> Limits:
        """How likely a cue has to be."""
        return Limits(**self.card["limits"])

    @property
    def nests(self) -> bool:
        """Whether it learnt from texts in which attributions inside others' words are marked."""
        return bool(self.card.get("nests", True))

    def calibrated(self, score: float, *, agreed: bool) -> float:
        """How often a cue of this score was right on texts the network had not seen, rules agreeing or not."""
        edges, shares = self.card["calibration"]["agreed" if agreed else "alone"]
        return round(float(np.interp(score, edges, shares)), 2)

    def look(self, pieces: Numbers, word_of: Numbers, features: Numbers) -> Seen:
        """Runs the encoder over one window; `features` are those of its words."""
        numbered = np.vstack([features + self._offsets, self._nothing])[word_of]
        # The state of a word is the mean of its pieces'; a mark is of no word.
        pool = (word_of == np.arange(len(features))[:, None]).astype(np.float32)
        pool /= pool.sum(1, keepdims=True)
        (out,) = self._session.run(None, {"pieces": pieces, "features": numbered, "pool": pool})
        return Seen(*np.split(out, np.cumsum(self.card["widths"])[:-1], axis=1))

    def emissions(self, seen: Seen, cues: Sequence[tuple[int, int]], pairs: Numbers) -> Scores:
        """The score of each label for each word as seen from each cue, [cues, words, labels]."""
        heads, wide = self._heads, self._heads["bilinear"].shape[1]
        near = np.stack([seen.near[first:last].mean(0) for first, last in cues])
        toward = (near[:, :wide] @ heads["bilinear"]).transpose(1, 2, 0)
        scores = seen.far[:, :wide] @ toward
        mixed = near[:, None, wide:] + seen.far[None, :, wide:]
        mixed += heads["pairs"][pairs + heads["pair_offsets"]].sum(2)
        scores += np.maximum(mixed, 0) @ heads["out"] + heads["out_bias"]
        found: Scores = np.round(scores, DECIMALS)
        return found


def probabilities(scores: Scores) -> Scores:
    """The softmax over the last axis, with four decimals."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    found: Scores = np.round(raised / raised.sum(-1, keepdims=True), 4)
    return found


def _session(model: bytes) -> Any:
    import onnxruntime  # noqa: PLC0415 - an installation may be without it

    options = onnxruntime.SessionOptions()
    # Documents are spread over processes; a second thread in each would only wait.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
