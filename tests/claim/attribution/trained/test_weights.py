"""Which weights are used, what is said where there are none, and what loads: without the weights themselves."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.claim.attribution.trained.network import (
    FILES,
    VARIABLE,
    missing,
    network,
    probabilities,
    weights,
)
from counterclaim.errors import CounterclaimError, WeightsError


def without_runtime(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on ONNX Runtime is not installed."""
    module = import_module("counterclaim.claim.attribution.trained.network")
    monkeypatch.setattr(module, "find_spec", lambda name: None)


def test_none_asks_for_the_rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """And then nothing is missing, since nobody wants it."""
    monkeypatch.setenv(VARIABLE, "none")
    assert weights() is None
    assert missing() is None
    without_runtime(monkeypatch)
    assert weights() is None
    assert missing() is None


def test_without_the_runtime_there_are_no_weights_and_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a folder is named or not."""
    without_runtime(monkeypatch)
    for named in ("", "/nowhere"):
        monkeypatch.setenv(VARIABLE, named)
        assert weights() is None
        assert missing() == "onnxruntime is not installed; `pip install onnxruntime` adds it"


def test_a_folder_with_all_files_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is in them is looked at when they are loaded."""
    for name in FILES:
        (tmp_path / name).touch()
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert weights() == tmp_path


@pytest.mark.parametrize("absent", FILES)
def test_a_folder_without_one_of_the_files_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, absent: str
) -> None:
    """In one line that names the folder, the file and the remedy."""
    for name in set(FILES) - {absent}:
        (tmp_path / name).touch()
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    with pytest.raises(WeightsError) as refused:
        weights()
    line = str(refused.value)
    assert all(words in line for words in (str(tmp_path), absent, "make train"))
    assert "\n" not in line
    assert isinstance(refused.value, CounterclaimError)


@pytest.mark.parametrize("place", ["nothing/here", "a file"])
def test_what_is_no_folder_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: str) -> None:
    """A folder that does not exist, and a file."""
    (tmp_path / "a file").touch()
    monkeypatch.setenv(VARIABLE, str(tmp_path / place))
    with pytest.raises(WeightsError, match=place):
        weights()


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    """Empty files are no weights; the line names the folder and the remedy."""
    for name in FILES:
        (tmp_path / name).touch()
    with pytest.raises(WeightsError) as refused:
        network(tmp_path)
    line = str(refused.value)
    assert all(words in line for words in (str(tmp_path), "damaged", "make train"))
    assert "\n" not in line


rows = st.lists(st.lists(st.floats(-80, 80, width=32), min_size=3, max_size=3), min_size=1, max_size=5)


@settings(deadline=None)
@given(rows)
def test_probabilities_lie_between_0_and_1_and_make_one_in_all(drawn: list[list[float]]) -> None:
    """To four decimals; the best score has the greatest."""
    scores = np.array(drawn, dtype=np.float32)
    found = probabilities(scores)
    assert ((found >= 0) & (found <= 1)).all()
    assert np.allclose(found.sum(-1), 1, atol=2e-4)
    assert (found.max(-1) == found[np.arange(len(scores)), scores.argmax(-1)]).all()
