"""The plain pairs are whole, and a pair is counted as linked only where a link opposes."""

from __future__ import annotations

import pytest
from evaluate.plain import Pair, linked, pairs


def test_every_pair_has_two_statements_and_a_decision() -> None:
    """A row that is cut would count as a pair that nobody could link."""
    found = pairs()
    assert len(found) > 400
    assert {pair.decision for pair in found} == {"opposes", "compatible"}
    assert all(pair.first and pair.second for pair in found)


@pytest.mark.model
def test_a_pair_is_linked_where_the_one_opposes_the_other() -> None:
    """In one paragraph."""
    road = Pair("made", "opposes", "Norway said the road was open.", "Sweden said the road was not open.")
    assert linked(road, apart=False)
    assert not linked(road._replace(second="Sweden said the port was not open."), apart=False)


@pytest.mark.model
def test_apart_only_a_link_between_the_two_articles_counts() -> None:
    """The one answers the other a day later."""
    said = "The Tarn union said that Norwind had dumped acid in the river at Tarn."
    denied = "Norwind denied that it had dumped acid in the river at Tarn, where the union works."
    assert linked(Pair("made", "opposes", said, denied), apart=True)
