"""The swap test: two sides that exchange their names exchange the answer, and nothing else changes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
MOST = 0.01
# What the project aims at (docs/swap.md).
MOST_SPANS = 0.005
FEWEST_TEMPLATES = 100
FEWEST_FILLED = 1000
FEWEST_SENTENCES = 200
FEWEST_DECISIONS = {"Example posts": 300, "Sentences from templates": 1000}


@pytest.fixture(scope="module")
def compared() -> dict[str, Any]:
    """What the whole comparison gives, run as its own process so that it sees the examples' own gazetteer."""
    return printed_by("run.py")


@pytest.fixture(scope="module")
def spans() -> dict[str, Any]:
    """What the comparison of spans gives."""
    return printed_by("spans.py")


def printed_by(name: str) -> dict[str, Any]:
    """The JSON that a script of evaluate/swap prints."""
    command = [sys.executable, str(ROOT / "evaluate" / "swap" / name), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def causes(differences: list[dict[str, str]]) -> str:
    """Each difference on a line, with its cause."""
    return "\n".join(
        f"{each['what']}: {each['words']}: {each['before']!r} became {each['after']!r}; {each['cause']}"
        for each in differences
    )


@pytest.mark.model
@pytest.mark.parametrize("name", FEWEST_DECISIONS)
def test_at_most_one_decision_in_a_hundred_depends_on_the_names(compared: dict[str, Any], name: str) -> None:
    """Claims found, source, content, speaker, side, act, links and matters, by their words."""
    found = compared[name]
    assert found["decisions"] >= FEWEST_DECISIONS[name]
    assert len(found["differences"]) <= MOST * found["decisions"], causes(found["differences"])


@pytest.mark.model
def test_there_are_two_hundred_sentences(compared: dict[str, Any]) -> None:
    """Every template with every pair of sides."""
    assert compared["Sentences from templates"]["texts"] >= FEWEST_SENTENCES


@pytest.mark.model
def test_few_sentences_have_spans_that_depend_on_the_names(spans: dict[str, Any]) -> None:
    """Source, cue and content by their words, and whether an attribution is found at all."""
    assert spans["changed"] <= MOST_SPANS * spans["sentences"], "\n".join(
        f"{each['group']}: {each['text']}: {each['what']} {each['before']!r} became {each['after']!r}; {each['cause']}"
        for each in spans["differences"]
    )


@pytest.mark.model
def test_spans_are_compared_in_a_thousand_sentences_of_a_hundred_templates(spans: dict[str, Any]) -> None:
    """In each of the four groups some."""
    assert spans["sentences"] >= FEWEST_FILLED
    assert spans["templates"] >= FEWEST_TEMPLATES
    assert all(group["sentences"] for group in spans["groups"].values())
