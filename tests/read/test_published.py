"""Dates are written as ISO 8601 and say no more than their source."""

from __future__ import annotations

import pytest

from counterclaim.read.published import published


@pytest.mark.parametrize(
    ("written", "value", "precision"),
    [
        ("2025-04-26T15:50:21", "2025-04-26T15:50:21", "day"),
        ("2025-04-26", "2025-04-26", "day"),
        ("2025-4-6", "2025-04-06", "day"),
        ("2025-04-26 15:50:21 +0100", "2025-04-26T15:50:21+01:00", "day"),
        ("2025-04-26T15:50Z", "2025-04-26T15:50Z", "day"),
        ("2025-04-26T15:50:21.123+02:00", "2025-04-26T15:50:21+02:00", "day"),
        ("2025-04-26 99:50", "2025-04-26", "day"),
        ("2025-04", "2025-04", "month"),
        ("2025", "2025", "year"),
        ("April 26, 2025", "2025-04-26", "day"),
        ("Sat, 26 April 2025", "2025-04-26", "day"),
        ("Sat, 26 Apr 2025 15:50:21 +0200", "2025-04-26T15:50:21+02:00", "day"),
        ("Sat, 26 Apr 2025 15:50:21 -0000", "2025-04-26T15:50:21", "day"),
        ("Sat, 26 Apr 2025 15:50:21", "2025-04-26T15:50:21", "day"),
    ],
)
def test_a_date_keeps_what_its_source_says(written: str, value: str, precision: str) -> None:
    """No offset is made up and no time of day."""
    found = published(written)
    assert found is not None
    assert (found.value, found.precision) == (value, precision)


@pytest.mark.parametrize("written", ["04/05/2025", "2025-13-01", "2025-02-30", "yesterday", "", "26 Brumaire 2025"])
def test_what_is_no_date_or_could_be_two_is_none(written: str) -> None:
    """The fourth of May is not the fifth of April."""
    assert published(written) is None
