"""Tells how a matter came to stand as it does, by the days on which its claims were said, and what changed in it."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.dispute.history.account import backing, clashes, shifts
from counterclaim.dispute.history.compare import Difference, Kind, amount, differences
from counterclaim.dispute.history.nouns import Backing, Figure, History, Saying, Shift, Silence, State, Turn, figures_of
from counterclaim.dispute.history.turns import turns
from counterclaim.model.matter import Link, Matter

__all__ = [
    "Backing",
    "Difference",
    "Figure",
    "History",
    "Kind",
    "Saying",
    "Shift",
    "Silence",
    "State",
    "Turn",
    "amount",
    "differences",
    "figures_of",
    "history",
]


def history(
    matter: Matter, links: Sequence[Link], sayings: Sequence[Saying], silence: Silence | None = None
) -> History:
    """How `matter` came to stand as it does; `links` are its own, `sayings` those of its claims that are known."""
    state = State(matter, tuple(links), {each.claim: each for each in sayings})
    return History(matter.id, turns(state), silence, clashes(state), shifts(state), backing(state))
