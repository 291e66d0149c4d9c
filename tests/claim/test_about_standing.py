"""Sign and mood of a frame come from all that its words stand under, level by level."""

from __future__ import annotations

import pytest
from test_about import REGION, TOWN, frames, only, reading

from counterclaim.model.claim import Frame

pytestmark = pytest.mark.model
ZENDA = ("Zenda", TOWN)


def mood(content: str) -> tuple[str, bool, str]:
    """Kind, sign and modality of the one frame of what Norway says."""
    frame = only(f"Norway says {content}.", content, ZENDA)
    return frame.kind, frame.polarity, frame.modality


@pytest.mark.parametrize(
    ("content", "holds"),
    [
        ("Sweden captured Zenda", True),
        ("Sweden did not capture Zenda", False),
        ("Sweden has never captured Zenda", False),
        ("Sweden failed to capture Zenda", False),
        ("Sweden did not fail to capture Zenda", True),
        ("Sweden managed to capture Zenda", True),
        ("Sweden refused to withdraw from Zenda", False),
        ("Sweden no longer controls Zenda", False),
        ("no soldiers withdrew from Zenda", False),
        ("Sweden captured Zenda, not the bridge", True),
    ],
)
def test_each_negation_turns_only_what_stands_under_it(content: str, *, holds: bool) -> None:
    """Two of them cancel, and one in another phrase has no say."""
    assert mood(content)[1] is holds


@pytest.mark.parametrize(
    ("content", "modality"),
    [
        ("Sweden will capture Zenda", "predicted"),
        ("Sweden may capture Zenda", "possible"),
        ("Sweden tried to capture Zenda", "attempted"),
        ("Swedish troops fought to capture Zenda", "attempted"),
        ("Sweden pledged to withdraw from Zenda", "promised"),
        ("Sweden plans to capture Zenda", "promised"),
        ("Sweden would capture Zenda", "conditional"),
        ("if Sweden captures Zenda, the road is lost", "conditional"),
        ("Sweden has captured Zenda", "asserted"),
    ],
)
def test_what_is_tried_planned_or_supposed_is_not_asserted(content: str, modality: str) -> None:
    """The word above tells, and the auxiliary."""
    assert mood(content)[2] == modality


def test_what_somebody_else_denied_is_reported_and_turned() -> None:
    """Norway does not say itself that Sweden left, nor that it stayed."""
    assert mood("Sweden denied that its troops had withdrawn from Zenda") == ("withdrawal", False, "reported")
    assert mood("Sweden claimed that its troops had withdrawn from Zenda") == ("withdrawal", True, "reported")
    assert mood("Sweden knows that its troops withdrew from Zenda") == ("withdrawal", True, "asserted")


def test_what_a_claim_of_others_holds_is_reported() -> None:
    """The clause hangs on a noun."""
    assert mood("there was a claim that Swedish troops had captured Zenda")[2] == "reported"


def test_an_infinitive_that_is_all_the_content_is_to_be_done_unless_it_tells_of_the_past() -> None:
    """*Vows to capture* has not captured; *claims to have captured* has."""
    text = "Norway vows to capture Zenda."
    [vowed] = frames(reading(text, ZENDA, said_by="Norway"), "Norway", "vows", "to capture Zenda")
    text = "Norway claims to have captured Zenda."
    [claimed] = frames(reading(text, ZENDA, said_by="Norway"), "Norway", "claims", "to have captured Zenda")
    assert (vowed.modality, claimed.modality) == ("promised", "asserted")
    assert vowed.actor == claimed.actor == "Norway"


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("its army controls parts of Zenda", "some"),
        ("its army controls most of Zenda", "most"),
        ("its army controls all of Zenda", "full"),
        ("its army controls Zenda", None),
    ],
)
def test_extent_is_kept_as_worded(content: str, part: str | None) -> None:
    """None where nothing is said of it."""
    frame: Frame = only(f"Norway says {content}.", content, ("Zenda", REGION))
    assert (frame.kind, frame.extent) == ("control", part)
