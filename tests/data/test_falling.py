"""What fell by an amount, or fell short, was taken by nobody."""

from __future__ import annotations

import pytest

from counterclaim.data.falling import sinks


@pytest.mark.parametrize(
    "behind",
    [
        [("by", "ADP"), ("3", "NUM"), ("percent", "NOUN")],
        [("sharply", "ADV"), (",", "PUNCT"), ("by", "ADP"), ("$", "SYM")],
        [("short", "ADV")],
        [("far", "ADV"), ("behind", "ADV")],
    ],
)
def test_what_falls_by_an_amount_or_behind_only_sinks(behind: list[tuple[str, str]]) -> None:
    assert sinks(behind)


@pytest.mark.parametrize(
    "behind",
    [
        [],
        [("to", "ADP"), ("the", "DET"), ("rebels", "NOUN")],
        [("to", "ADP"), ("them", "PRON"), ("at", "ADP"), ("about", "ADV"), ("9", "NUM")],
    ],
)
def test_what_falls_to_somebody_does_not(behind: list[tuple[str, str]]) -> None:
    """A number further on tells something else."""
    assert not sinks(behind)
