"""Which roles are public: the office itself, and not whoever drives, marries or guards the one who holds it."""

from __future__ import annotations

import pytest

from counterclaim.claim.public_role import is_public


@pytest.mark.parametrize(
    "role",
    [
        "President",
        "Sen.",
        "former mayor of Ost",
        "Veldaria's interior minister",
        "minister of the interior and justice",
        "Veldarian Prime Minister",
        "secretary of the treasury",
        "member of the city council",
        "spokeswoman for the harbour guard",
        "chief executive of Ostbank",
        "a poet and opposition leader",
        "ex-president",
        "vice-chairman",
        "the 2031 presidential candidate",
        "Lt. Gen.",
        "district judge",
        "ministers",
        "presidential candidate Republican",
        "the Republican nominee",
    ],
)
def test_offices_heads_candidates_and_speakers_are_public(role: str) -> None:
    """Whatever stands before the office or behind its *of*."""
    assert is_public(role)


@pytest.mark.parametrize(
    "role",
    [
        None,
        "",
        "34",
        "student",
        "campaign aide Republican",
        "republican",
        "teacher",
        "soldier",
        "driver of the mayor",
        "the mayor's driver",
        "brother of the president and the governor",
        "suspect",
        "gang leader",
        "leader of a gang",
        "witness who met the minister",
        "member of the choir",
        "a relative of the general, 40",
        "ministers' aunt",
        "film director",
    ],
)
def test_everybody_else_is_not(role: str | None) -> None:
    """Also where the words do not tell, and where the office is somebody else's."""
    assert not is_public(role)
