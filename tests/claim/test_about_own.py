"""Whose holding or losing is told where the noun has no owner; several places; and parts of one."""

from __future__ import annotations

import pytest
from test_about import REGION, TOWN, frames, only, reading

pytestmark = pytest.mark.model
ZENDA, VARGEN = ("Zenda", TOWN), ("Vargen", REGION)


@pytest.mark.parametrize(
    ("cue", "content", "actor"),
    [
        ("claimed", "control of Zenda", "Norway"),
        ("announced", "the capture of Zenda", "Norway"),
        ("acknowledged", "the loss of Zenda", "Norway"),
        ("denied", "the loss of Zenda", "Norway"),
        ("reported", "the capture of Zenda", None),
        ("denied", "the capture of Zenda", None),
    ],
)
def test_what_one_claims_or_admits_is_ones_own(cue: str, content: str, actor: str | None) -> None:
    """What is reported or denied to have been taken may be anybody's."""
    read = reading(f"Norway {cue} {content}.", ZENDA, said_by="Norway")

    [frame] = frames(read, "Norway", cue, content)

    assert (frame.place, frame.actor) == ("zenda", actor)


def test_each_of_several_places_has_its_frame() -> None:
    """Both were taken."""
    content = "its forces captured Zenda and Vargen"
    read = reading(f"Norway says {content}.", ZENDA, VARGEN, said_by="Norway")

    found = frames(read, "Norway", "says", content)

    assert [(frame.kind, frame.place, frame.actor) for frame in found] == [
        ("capture", "zenda", "Norway"),
        ("capture", "vargen", "Norway"),
    ]


@pytest.mark.parametrize(
    ("content", "kind", "extent"),
    [
        ("its troops hold the northern end of Vargen", "control", "some"),
        ("its troops seized Vargen in the end", "capture", None),
        ("it captured the old mining town of Zenda", "capture", None),
        ("its soldiers entered Zenda", "presence", None),
        ("its forces left Zenda", "withdrawal", None),
        ("Zenda is in Norwegian hands", "control", None),
        ("Zenda is still in the hands of its fighters", "control", None),
        ("Zenda is under the control of Norwegian troops", "control", None),
    ],
)
def test_parts_and_descriptions_of_places_hold_the_place(content: str, kind: str, extent: str | None) -> None:
    """An end is a part only before *of*."""
    frame = only(f"Norway says {content}.", content, VARGEN if "Vargen" in content else ZENDA)

    assert (frame.kind, frame.actor, frame.extent) == (kind, "Norway", extent)


def test_a_person_who_leaves_a_town_is_no_withdrawal() -> None:
    """Only forces are withdrawn by leaving."""
    content = "its poets left Zenda"

    assert only(f"Norway says {content}.", content, ZENDA).kind == "other"
