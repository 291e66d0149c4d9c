"""One side's claims are linked where it says the same again, takes it back, or offers one for another."""

from __future__ import annotations

from debates import Says, debate, frame

from counterclaim.dispute import find_disputes
from counterclaim.model.claim import Act
from counterclaim.model.document import PartKind


def links(*lines: Says) -> list[tuple[str, str, str]]:
    """Ends and kind of each link."""
    document, claims = debate(*lines)
    return [(link.from_claim, link.to_claim, link.kind.value) for link in find_disputes(document, claims).links]


TITLE = Says("Norway", "says", "northern bridge was mined", Act.ASSERTS, "Norway", part=PartKind.TITLE)
BODY = Says("Kari Lund", "said", "that the northern bridge had been mined at dawn", Act.ASSERTS, "Norway")


def test_the_body_repeats_the_title() -> None:
    """Once, by the claim most like it."""
    again = Says(
        "Kari Lund", "added", "that the bridge was northern and mined and old and long and grey", Act.ASSERTS, "Norway"
    )
    assert links(TITLE, BODY, again) == [("c1", "c0", "repeats")]


def test_another_side_does_not_repeat() -> None:
    """Two sides that say the same agree; neither repeats the other."""
    assert links(TITLE, BODY._replace(side="Sweden")) == []


def test_a_negation_is_no_repetition() -> None:
    """The words are the same but for one."""
    assert links(TITLE, BODY._replace(content="that the northern bridge had not been mined at dawn")) == []


def test_the_last_village_supports_the_region() -> None:
    """Only where it is said to be the last."""
    region = Says(
        "Norway", "says", "it controls all of Vargen", Act.ASSERTS, "Norway", (frame("control", "Vargen", "Norway"),)
    )
    village = frame("capture", "Ulvby", "Norway", containers=("Vargen",))
    last = Says("Kari Lund", "said", "the last hamlet, Ulvby, fell to us", Act.ASSERTS, "Norway", (village,))
    assert links(region, last) == [("c1", "c0", "supports")]
    assert links(region, last._replace(content="a hamlet, Ulvby, fell to us")) == []


def test_confirming_what_another_side_said_supports_it() -> None:
    """A refusal to confirm does not."""
    said = Says("Norway", "said", "the northern bridge was mined", Act.ASSERTS, "Norway")
    confirmed = Says("Sweden", "confirmed", "the northern bridge was mined", Act.ASSERTS, "Sweden")
    assert links(said, confirmed) == [("c1", "c0", "supports")]
    assert links(said, confirmed._replace(cue="did not confirm")) == []


def test_a_side_withdraws_its_own_claim() -> None:
    """The cue says so and the words are alike."""
    said = Says("Norway", "said", "the northern bridge was mined", Act.ASSERTS, "Norway")
    taken = Says("Kari Lund", "retracted", "the claim that the northern bridge was mined", Act.ASSERTS, "Norway")
    assert ("c1", "c0", "withdraws") in links(said, taken)
    assert ("c1", "c0", "withdraws") not in links(said, taken._replace(side="Sweden"))


def test_a_side_that_calls_its_figure_an_error_corrects_it() -> None:
    """The word for the error stands in what it says, not in its cue."""
    twelve = Says("Norway", "said", "twelve people died in the crash of the tram", Act.ASSERTS, "Norway")
    eight = Says("Norway", "said", "it had miscounted and eight people had died", Act.ASSERTS, "Norway")
    assert ("c1", "c0", "corrects") in [each[:3] for each in links(twelve, eight)]
