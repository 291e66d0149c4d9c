"""Whom speakers speak for in invented texts of many countries: a side where the words tell one, else none."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from mentions_made import meant, parsed

TABLE = Path(__file__).with_name("who_side.tsv")
# So large a part of the speakers for whom the text tells no side may be given one.
FALSE_SIDES = 0.03


@cache
def cases() -> tuple[dict[str, str], ...]:
    lines = (line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return tuple(csv.DictReader(lines, delimiter="\t"))


@cache
def sides() -> tuple[tuple[str, str, str], ...]:
    """The text, the side it tells and the side that was found, of each case."""
    speakers = ((case, meant(parsed(case["text"]), case["speaker"])) for case in cases())
    return tuple((case["text"], case["side"], (who.side if who else None) or "") for case, who in speakers)


def test_the_table_holds_both_those_with_a_side_and_those_without() -> None:
    """A part of few cases could not show a small share."""
    assert len(cases()) >= 60
    assert 25 < sum(not case["side"] for case in cases()) < 50


def test_hardly_anybody_is_given_a_side_that_the_text_does_not_tell() -> None:
    """An opposition politician, a prisoner or a journalist is not their state's."""
    false = [text for text, side, found in sides() if found and not side]
    assert len(false) <= FALSE_SIDES * sum(not side for _, side, _ in sides()), false


def test_most_of_those_whose_side_the_text_tells_are_given_it() -> None:
    """Null everywhere would make no mistake, and be of no use."""
    told = [(side, found) for _, side, found in sides() if side]
    assert sum(side == found for side, found in told) >= 0.9 * len(told)
