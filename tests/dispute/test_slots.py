"""Two frames exclude each other by the slots they fill, never by topic alone."""

from __future__ import annotations

import pytest
from debates import frame

from counterclaim.dispute.slots import exclude
from counterclaim.model.claim import Frame


def toll(low: float, high: float | None, counted: str = "killed", of: str | None = None) -> Frame:
    """A number of people and what became of them."""
    return frame("casualties", low=low, high=high, counted=counted, patient=of)


FULL = frame("control", "Vargen", "Norway", extent="full")
CITY = {"containers": ("Vargen",)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (frame("presence", "Vargen", "Sweden"), FULL),
        (frame("presence", "Ulvby", "Sweden", **CITY), FULL),
        (frame("control", "Vargen", "Sweden"), FULL),
        (frame("capture", "Ulvby", "Sweden", **CITY), FULL),
        (frame("capture", "Ulvby", "Norway", polarity=False), frame("capture", "Ulvby", "Norway")),
        (frame("presence", "Vargen", "Sweden"), frame("withdrawal", "Vargen", "Sweden")),
        (
            toll(190, 190),
            toll(12, 12),
        ),
        (frame("responsibility", None, "Norway"), frame("responsibility", None, "Sweden")),
    ],
    ids=["forces", "forces in a part", "two rulers", "a part of the whole", "not taken", "left", "tolls", "blame"],
)
def test_these_exclude_each_other_whichever_comes_first(one: Frame, other: Frame) -> None:
    """The reason is given as a clause."""
    assert exclude(one, other) and exclude(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (frame("presence", "Ulvby", "Sweden"), FULL),
        (frame("presence", "Vargen", "Norway"), FULL),
        (frame("presence", "Vargen", "Sweden"), frame("control", "Vargen", "Norway", extent="most")),
        (frame("presence", "Vargen", "Sweden"), frame("capture", "Ulvby", "Norway", **CITY)),
        (frame("presence", "Vargen", "Sweden", modality="possible"), FULL),
        (frame("presence", "Vargen", "Sweden", modality="question"), FULL),
        (frame("presence", "Vargen", "Sweden", modality="predicted"), FULL),
        (frame("presence", "Vargen", "Sweden", time="2031-04"), frame("control", "Vargen", "Norway", time="2031-05")),
        (frame("presence", "Vargen", None), FULL),
        (toll(10, None), toll(12, 12)),
        (toll(10, 10), toll(12, 12, "wounded")),
        (toll(2, 2, of="miner"), toll(12, 12)),
        (frame("attack", "Vargen", "Sweden"), FULL),
    ],
    ids=[
        "another place", "the same party", "partial control", "a part taken", "possible", "question", "predicted",
        "another time", "nobody named", "at least", "another outcome", "a part of the dead", "another kind",
    ],
)  # fmt: skip
def test_these_can_both_be_so(one: Frame, other: Frame) -> None:
    """Most apparent contradictions are none."""
    assert exclude(one, other) is None and exclude(other, one) is None


def test_a_denied_frame_is_turned_round() -> None:
    """Denying to have left is being there."""
    left = frame("withdrawal", "Vargen", "Sweden")
    assert exclude(left, FULL) is None
    assert exclude(left, FULL, (True, False))
