"""Where a matter stands between its sides, from its links and positions alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterclaim.dispute.names import parties
from counterclaim.model.matter import Basis, Link, LinkKind, Position, Status

OPPOSING = frozenset({LinkKind.DENIES, LinkKind.CONTRADICTS})


def status_of(
    sides: Mapping[str, Sequence[str]], positions: Sequence[Position], links: Sequence[Link]
) -> tuple[Status, str]:
    """
    The status of a matter and one sentence why.

    Contested where a link that is not only possible denies or contradicts between two sides; withdrawn where a side
    took back its own; agreed where two sides give one answer; else one-sided.
    """
    side = {claim: name for name, claims in sides.items() for claim in claims}
    for link in links:
        ends = side.get(link.from_claim), side.get(link.to_claim)
        if link.kind in OPPOSING and link.basis is not Basis.POSSIBLE and apart(*ends):
            return Status.CONTESTED, f"{ends[0]} answers {ends[1]}: {link.because}"
    taken_back = next((link for link in links if link.kind is LinkKind.WITHDRAWS), None)
    if taken_back:
        return Status.WITHDRAWN, taken_back.because
    for position in positions:
        if any(apart(one, other) for one in position.sides for other in position.sides):
            return Status.AGREED, "both sides say so: " + ", ".join(position.sides) + "."
    return Status.ONE_SIDED, "nobody of another side has answered in what was read."


def apart(one: str | None, other: str | None) -> bool:
    """Whether two names are two sides that share no party."""
    return bool(one and other) and not parties(one or "") & parties(other or "")
