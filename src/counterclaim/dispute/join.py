"""Merges matters of one question over documents, so that each side's claims stand together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from counterclaim.dispute.names import parties
from counterclaim.dispute.status import status_of
from counterclaim.model.matter import Disputes, Link, Matter, Position


def join(disputes: Iterable[Disputes]) -> Disputes:
    """
    All links and matters of `disputes`, matters of one id merged: sides, positions and links united, status anew.

    Order is that of first appearance; the same disputes in the same order give the same answer.
    """
    links: dict[str, Link] = {}
    matters: dict[str, list[Matter]] = {}
    for each in disputes:
        for link in each.links:
            links.setdefault(link.id, link)
        for matter in each.matters:
            matters.setdefault(matter.id, []).append(matter)
    return Disputes(tuple(links.values()), tuple(merged(found, links) for found in matters.values()))


def merged(found: Sequence[Matter], links: Mapping[str, Link]) -> Matter:
    """One matter of what is said to it: sides, positions and links united, the id and question of the first."""
    if len(found) == 1:
        return found[0]
    ids = tuple(dict.fromkeys(link for matter in found for link in matter.links))
    sides = _sides(found)
    positions = _positions(found, sides)
    status, because = status_of(sides, positions, [links[each] for each in ids if each in links])
    return replace(
        found[0],
        status=status,
        sides=sides,
        positions=positions,
        links=ids,
        unattributed=tuple(dict.fromkeys(claim for matter in found for claim in matter.unattributed)),
        because=because,
    )


def _sides(found: Sequence[Matter]) -> dict[str, tuple[str, ...]]:
    """The sides under the name that each has first."""
    shown: dict[frozenset[str], str] = {}
    sides: dict[str, dict[str, None]] = {}
    for matter in found:
        for name, claims in matter.sides.items():
            sides.setdefault(shown.setdefault(parties(name), name), {}).update(dict.fromkeys(claims))
    return {name: tuple(claims) for name, claims in sides.items()}


def _positions(found: Sequence[Matter], sides: dict[str, tuple[str, ...]]) -> tuple[Position, ...]:
    given: dict[str, dict[str, None]] = {}
    for matter in found:
        for position in matter.positions:
            given.setdefault(position.answer, {}).update(dict.fromkeys(position.claims))
    return tuple(
        Position(text, tuple(claims), tuple(name for name, own in sides.items() if set(own) & set(claims)))
        for text, claims in given.items()
    )
