"""`explain` shows what each claim is about, with who does it to whom and how it is put forward."""

from __future__ import annotations

from pathlib import Path

import pytest

import counterclaim
from counterclaim.model.analysis import Analysis

POSTS = Path(__file__).parents[2] / "examples" / "posts"

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def shown() -> list[str]:
    """The lines on frames that `explain` gives for all examples."""
    found = (each for each in counterclaim.analyse_all([POSTS]) if isinstance(each, Analysis))
    lines = (line for each in found for line in counterclaim.explain(each))
    return [line.strip() for line in lines if line.strip().startswith(("about ", "statement "))]


@pytest.mark.parametrize(
    "words",
    [
        ("about control", "by Veldaria", "of Brenholm", "extent full"),
        ("about capture", "of Brenholm"),
        ("about casualties", "12.0..12.0", "killed", "2031-03-13"),
        ("about casualties", "19.0..19.0", "of Brenholm"),
        ("about agreement", "promised", "ceasefire"),
        ("about responsibility", "by Sundmark"),
        ("about presence", "by Sundmark", "of Brenholm"),
    ],
)
def test_each_of_the_first_frames_is_shown_on_an_example(shown: list[str], words: tuple[str, ...]) -> None:
    """In one line, with its slots."""
    assert any(all(word in line for word in words) for line in shown), shown
