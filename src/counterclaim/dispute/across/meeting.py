"""Lets the claims of several documents meet: finds for each those it may bear on, and keeps the best of each kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from counterclaim.dispute.across.back import LONG, points_back
from counterclaim.dispute.across.bearing import REACH, bearing
from counterclaim.dispute.across.grouping import BINDING, Speaks, group, speaks_to
from counterclaim.dispute.across.pair import Found
from counterclaim.dispute.across.remark import Remark, keys, members, of_claims
from counterclaim.dispute.join import join, merged
from counterclaim.model.analysis import Analysis
from counterclaim.model.matter import Disputes, Link, Matter

# Of the remarks that share a key so many are looked at, the nearest in days first: a key that more share in a
# fortnight is too common to tell one event from another.
SHARED = 60
# Compared word by word with each claim: those that share the rarest keys.
COMPARED = 30


def likeliest(shared: Iterable[Sequence[str]]) -> list[str]:
    """Of the claims found under each key those that share the rarest, a bounded number, in an order of their own."""
    weight: dict[str, float] = defaultdict(float)
    for found in shared:
        for each in found[:SHARED]:
            weight[each] += 1 / min(len(found), SHARED)
    return sorted(weight, key=lambda each: (-weight[each], each))[:COMPARED]


def best(found: Iterable[Found]) -> list[Found]:
    """For each remark and family of links the one to the best target."""
    kept: dict[tuple[str, str], Found] = {}
    for each in found:
        key = (each.later.id, each.family)
        if key not in kept or _order(each) > _order(kept[key]):
            kept[key] = each
    return [kept[key] for key in sorted(kept)]


def _order(found: Found) -> tuple[tuple[float, ...], str]:
    return found.rank, found.target.id


def connect(analyses: Sequence[Analysis]) -> Disputes:
    """The links and matters of analysed documents, with those from one document to another; in any order the same."""
    return meet_all([(each.disputes, of_claims(each.document, each.claims, each.disputes.links)) for each in analyses])


def meet_all(told: Sequence[tuple[Disputes, Sequence[Remark]]]) -> Disputes:
    """
    The links and matters of several documents and those across them: what `join` gives, and what each links to others.

    The same whatever the order of `told`, but for the order of what it gives.
    """
    mine = {one.document: disputes.matters for disputes, remarks in told for one in remarks[:1]}
    found = best(_pairs([one for _, remarks in told for one in remarks]))
    spoken = [speaks_to(each, mine.get(each.later.document, ()), mine.get(each.target.document, ())) for each in found]
    inside = join(disputes for disputes, _ in told)
    links = {link.id: link for link in (*inside.links, *(each.link for each in found))}
    origins = {one.id: one.origin for _, remarks in told for one in remarks}
    return Disputes(tuple(links.values()), tuple(_matters(inside.matters, spoken, links, origins)))


def _pairs(remarks: Sequence[Remark]) -> Iterable[Found]:
    index: dict[str, list[Remark]] = defaultdict(list)
    for one in remarks:
        for key in keys(one):
            index[key].append(one)
    known = {one.id: one for one in remarks}
    for one in remarks:
        for other in likeliest([_near(one, index[key]) for key in sorted(keys(one))]):
            yield from bearing(one, known[other])


def _near(one: Remark, others: Sequence[Remark]) -> list[str]:
    found = ((apart(one, other), other) for other in others if other.document != one.document)
    near = [(days, other.id) for days, other in found if days <= reach(one, other)]
    return [other for _, other in sorted(near)]


def reach(one: Remark, other: Remark) -> int:
    """The days within which one of two may bear on the other: many where the later one says that it points back."""
    later = one if (one.day or 0) >= (other.day or 0) else other
    return LONG if points_back(later.view) else REACH


def apart(one: Remark, other: Remark) -> int:
    """The days between two remarks; more than any reach where only one of them has a day."""
    if (one.day is None) != (other.day is None):
        return LONG + 1
    return abs((one.day or 0) - (other.day or 0))


def _matters(
    inside: Sequence[Matter], spoken: Sequence[Speaks], links: dict[str, Link], origins: dict[str, str]
) -> Iterable[Matter]:
    parts: dict[str, list[Matter]] = defaultdict(list)
    speaking: dict[str, list[str]] = defaultdict(list)
    for matter in inside:
        parts[matter.id].append(matter)
    for each in spoken:
        for matter in each.matters:
            parts[matter.id].append(matter)
            speaking[matter.id].append(each.link)
    heard = {each.link: [matter.id for matter in each.matters] for each in spoken}
    own = {matter.id for matter in inside}
    for ids in group(parts, speaking, heard):
        together = [part for each in ids for part in parts[each]]
        if own & set(ids) or any(links[link].kind in BINDING for part in together for link in part.links):
            yield _one(together, links, origins)


def _one(together: Sequence[Matter], links: dict[str, Link], origins: dict[str, str]) -> Matter:
    together = in_order(together)
    whole = merged(together, links)
    return replace(whole, origins=max(len({origins[each] for each in members(whole) if each in origins}), 1))


def in_order(parts: Sequence[Matter]) -> list[Matter]:
    """What is said to one matter, the earliest first: its id and its question are the matter's."""
    return sorted(parts, key=lambda part: (part.time or "9999", part.id, part.links, sorted(members(part))))
