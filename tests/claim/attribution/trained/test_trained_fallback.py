"""What works where the trained network does not: the rules alone, and a line that says so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from counterclaim.claim import find_claims
from counterclaim.claim.attribution import by_rules, find_attributions
from counterclaim.claim.attribution.trained.network import VARIABLE
from counterclaim.pipeline.extractor import extractor
from counterclaim.understand import understand
from read_made import post
from stories_made import document

pytestmark = pytest.mark.model

TEXT = "The mayor said the bridge was closed. Norland denies that the dam has burst. Rain fell, according to Birk."
RULES = ("verb.", "noun.", "adjective.", "adverb.", "according.", "colon.")
REMEDY = "pip install onnxruntime"
# The command as it is where ONNX Runtime is not installed.
BARE = """
from importlib import import_module
import_module("counterclaim.claim.attribution.trained.network").find_spec = lambda name: None
from counterclaim.cli import main
main()
"""


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """A folder with two posts."""
    folder = tmp_path / "posts"
    folder.mkdir()
    for name in ("one.md", "two.md"):
        (folder / name).write_text(post(TEXT, title=f'"Rain {name}"'), encoding="utf-8")
    return folder


def run(*arguments: object, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """The command with these arguments, or `code` in its place."""
    command = [sys.executable, *(("-c", code) if code else ("-m", "counterclaim")), *map(str, arguments)]
    surroundings = os.environ | {"PYTHONIOENCODING": "utf-8"} | environment
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=surroundings, check=False)


def found_by(answer: str) -> set[str]:
    """What found the claims of a JSON answer."""
    return {claim["found_by"] for each in json.loads(answer)["documents"] for claim in each["claims"]}


def test_none_leaves_the_rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims name the rule that found them, and have no score."""
    monkeypatch.setenv(VARIABLE, "none")
    reading = understand(document(TEXT))
    assert find_attributions(reading) == by_rules(reading)
    claims = find_claims(reading)
    assert len(claims) >= 3
    assert all(claim.found_by.startswith(RULES) and claim.score is None for claim in claims)


def test_the_network_is_at_work_where_nobody_asks_for_less(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name stands in each claim."""
    monkeypatch.delenv(VARIABLE, raising=False)
    claims = find_claims(understand(document(TEXT)))
    assert claims
    assert all(claim.found_by.startswith("network.") for claim in claims)


def test_the_extractor_is_named_for_what_is_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that documents read by rules alone are read again when the network is there."""
    monkeypatch.delenv(VARIABLE, raising=False)
    by_network = extractor.__wrapped__()
    monkeypatch.setenv(VARIABLE, "none")
    alone = extractor.__wrapped__()
    assert by_network.startswith("network-")
    assert alone.startswith("rules-")
    assert by_network.split("-")[1] != alone.split("-")[1]


def test_the_command_reads_by_rules_where_none_is_asked_for(posts: Path) -> None:
    """Nobody is told, since it was asked for."""
    done = run("read", posts, "--format", "json", **{VARIABLE: "none"})
    assert done.returncode == 0
    assert REMEDY not in done.stderr
    assert all(name.startswith(RULES) for name in found_by(done.stdout))


def test_a_folder_without_weights_is_told_in_one_line(posts: Path, tmp_path: Path) -> None:
    """With the folder and the remedy, without a traceback, once and not for each of the files."""
    empty = tmp_path / "empty"
    empty.mkdir()
    done = run("read", posts, **{VARIABLE: str(empty)})
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, lines
    assert str(empty) in lines[0]
    assert "make train" in lines[0]


def test_damaged_weights_are_told_without_a_traceback(posts: Path, tmp_path: Path) -> None:
    """What is in the files is no network."""
    for name in ("extractor.onnx", "extractor.npz", "extractor.json"):
        (tmp_path / name).touch()
    done = run("read", posts, **{VARIABLE: str(tmp_path)})
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert str(tmp_path) in done.stderr
    assert "damaged" in done.stderr


def test_without_the_runtime_the_command_says_so_once_and_answers(posts: Path) -> None:
    """On stderr, with the remedy; the answer is that of the rules."""
    done = run("read", posts, "--format", "json", code=BARE, **{VARIABLE: ""})
    assert done.returncode == 0
    assert done.stderr.count(REMEDY) == 1
    assert "Traceback" not in done.stderr
    names = found_by(done.stdout)
    assert names
    assert all(name.startswith(RULES) for name in names)
