"""Bearings: a link as each of its two ends sees it."""

from __future__ import annotations

import pytest

from counterclaim.model.matter import LinkKind
from counterclaim.publish.site.bearings import CONVERSE, bearings
from counterclaim.publish.texts import texts_in
from editions_made import claim, edition, link, sundmark


@pytest.mark.parametrize("kind", [each.value for each in LinkKind])
def test_a_link_has_a_name_from_either_end(kind: str) -> None:
    """And there is a text for both."""
    made = edition(links={"l1": link(kind=kind)})
    (own,), (other,) = (list(bearings(each, made)) for each in (claim(), sundmark()))
    assert (own.kind, own.other.id) == (kind, "c2")
    assert (other.kind, other.other.id) == (CONVERSE[kind], "c1")
    assert own.because == other.because == "Veldaria denies it."
    assert all(texts_in("en").has(f"link.{each.kind}") for each in (own, other))


def test_only_a_possible_link_is_a_guess() -> None:
    """Whatever its score."""
    for basis, guess in (("structure", False), ("explicit", False), ("derived", False), ("possible", True)):
        made = edition(links={"l1": link(basis=basis, score=0.1)})
        assert [each.guess for each in bearings(claim(), made)] == [guess]


def test_links_that_begin_at_a_claim_come_first() -> None:
    """Then those that end there, each sort by kind and id."""
    back = {"from_claim": "c2", "to_claim": "c1"}
    links = [
        link(id="l1", **back),
        link(id="l3"),
        link(id="l2", kind="contradicts"),
        link(id="l0", kind="contradicts", **back),
    ]
    made = edition(links={each.id: each for each in links})
    assert [each.kind for each in bearings(claim(), made)] == ["contradicts", "denies", "contradicted_by", "denied_by"]


def test_a_claim_without_links_has_no_bearings() -> None:
    """Nothing is made up."""
    assert [*bearings(claim(), edition(links={}))] == []
