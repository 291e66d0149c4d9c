"""Reports that answer each other form one matter, the same in whatever order they are read."""

from __future__ import annotations

from itertools import permutations

from debates import Says, frame
from reports import matters, plain, report

from counterclaim.dispute import connect
from counterclaim.model.claim import Act
from counterclaim.model.matter import Status

SHELLED = Says("Norway", "said", "the Swedish army had shelled a hospital in Kiruna", Act.ACCUSES, "Norway")
DENIED = Says("Sweden", "denied", "that its army had shelled the hospital in Kiruna", Act.DENIES, "Sweden")
ASKED = "Is it so, as claimed by Norway: “the Swedish army had shelled a hospital in Kiruna”?"


def test_a_claim_and_its_denial_elsewhere_form_a_contested_matter() -> None:
    """The question quotes the claim; each side stands with its own."""
    matter = matters(report("a", SHELLED), report("b", DENIED, on="2031-05-03"))[ASKED]
    assert matter.status is Status.CONTESTED
    assert dict(matter.sides) == {"Norway": ("a.0",), "Sweden": ("b.0",)}
    assert matter.origins == 2
    assert matter.time == "2031-05-02"


def test_a_claim_that_is_only_repeated_elsewhere_asks_nothing() -> None:
    """A matter begins with an answer."""
    assert matters(report("a", SHELLED), report("b", SHELLED, on="2031-05-03")) == {}


def test_who_repeats_the_claim_joins_its_matter_and_counts_as_an_origin() -> None:
    """Three articles, one question."""
    reports = [report("a", SHELLED), report("b", DENIED, on="2031-05-03"), report("c", SHELLED, on="2031-05-03")]
    matter = matters(*reports)[ASKED]
    assert dict(matter.sides) == {"Norway": ("a.0", "c.0"), "Sweden": ("b.0",)}
    assert matter.origins == 3


def test_two_articles_that_tell_the_whole_dispute_are_on_one_matter() -> None:
    """The earlier one gives it its id and its question."""
    one, two = report("a", SHELLED, DENIED), report("b", SHELLED, DENIED, on="2031-05-03")
    (alone,) = connect([one]).matters
    (matter,) = connect([one, two]).matters
    assert (matter.id, matter.origins) == (alone.id, 2)
    assert dict(matter.sides) == {"Norway": ("a.0", "b.0"), "Sweden": ("a.1", "b.1")}


def test_a_denial_on_the_next_day_joins_the_question_of_who_holds_the_town() -> None:
    """The day of the question is that of the claim."""
    taken = Says(
        "Norway", "said", "its troops took Kiruna", Act.ASSERTS, "Norway", (frame("capture", "Kiruna", "Norway"),)
    )
    never = Says("Sweden", "denied", "that Norwegian troops took Kiruna", Act.DENIES, "Sweden")
    (matter,) = connect([report("a", taken), report("b", never, on="2031-05-03")]).matters
    assert matter.question == "Has Kiruna been taken by Norway on 2031-05-02?"
    assert matter.status is Status.CONTESTED
    assert [(each.answer, each.sides) for each in matter.positions] == [
        ("Norway controls Kiruna", ("Norway",)),
        ("Norway does not control Kiruna", ("Sweden",)),
    ]


def test_any_order_of_reading_gives_the_same_links_and_matters() -> None:
    """Four reports in all their orders."""
    reports = [
        report("a", SHELLED),
        report("b", DENIED, on="2031-05-03"),
        report("c", SHELLED, DENIED, on="2031-05-03"),
        report("d", Says("Finland", "said", "nobody knows who shelled Kiruna", Act.ASSERTS, "Finland"), SHELLED),
    ]
    wanted = plain(connect(reports))
    assert wanted[0]
    assert all(plain(connect(order)) == wanted for order in permutations(reports))
