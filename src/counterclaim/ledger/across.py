"""Across: keeps the links from the claims of one article to those of others, however late either of them came."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from counterclaim.dispute.across import BINDING, Found, Remark, bearing, best, likeliest, speaks_to
from counterclaim.ledger import matters
from counterclaim.ledger.nouns import matter_of
from counterclaim.ledger.pointers import forget, point, remark_of, remarks_of, sharing
from counterclaim.ledger.store import Change, Store
from counterclaim.model.matter import Matter
from counterclaim.model.record import link_record, matter_record

WHY = {"because": "no longer found between its claims, or another claim is answered better"}
# What an upgrade leaves to be done, and the next to open the ledger does.
TASK = "meet"
UPSERT = (
    "INSERT INTO across VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET later = excluded.later, target = excluded.target"
)


class Met(NamedTuple):
    """What linking did: the ids of the matters that it touched, and how many links came and went."""

    touched: frozenset[str] = frozenset()
    added: int = 0
    superseded: int = 0

    def __or__(self, other: Met) -> Met:
        return Met(self.touched | other.touched, self.added + other.added, self.superseded + other.superseded)


def meet(store: Store, document: str) -> Met:
    """
    Links a document's claims, as they stand now, with those of other documents.

    What is found depends on the claims alone: an article that comes late is answered by those that were there before.
    """
    fresh = {one.id: one for one in remarks_of(store, document)}
    before = point(store, document, fresh.values())
    return _ask(store, fresh, frozenset(before) | frozenset(fresh))


def part(store: Store, document: str) -> Met:
    """Takes a document's claims out of what others may answer."""
    return _ask(store, {}, frozenset(forget(store, document)))


def _ask(store: Store, fresh: dict[str, Remark], moved: frozenset[str]) -> Met:
    """Finds anew what the `fresh` remarks answer, and what those do that answer them or answered one of the `moved`."""
    asking = dict(fresh)
    pool = [found for one in fresh.values() for found in _bearings(store, one)]
    for found in pool:
        asking.setdefault(found.later.id, found.later)
    for later in _answering(store, moved):
        if later not in asking and (one := remark_of(store, later)):
            asking[later] = one
    others = [one for one in asking.values() if one.id not in fresh]
    pool += [found for one in others for found in _bearings(store, one, also=_answered(store, one.id))]
    wanted = best(found for found in pool if found.later.id in asking)
    return _keep(store, wanted, frozenset(asking) | moved)


def _bearings(store: Store, one: Remark, also: Iterable[str] = ()) -> list[Found]:
    """All links between a remark and those of other documents that share its rarest keys."""
    near = dict.fromkeys((*likeliest(sharing(store, one)), *also))
    others = (other for each in near if (other := remark_of(store, each)))
    return [found for other in others for found in bearing(one, other)]


def _answering(store: Store, claims: frozenset[str]) -> list[str]:
    """The claims that answer one of these in another article, by id."""
    select = "SELECT later FROM across WHERE target = ?"
    return sorted({later for each in claims for (later,) in store.connection.execute(select, (each,))})


def _answered(store: Store, claim: str) -> list[str]:
    """The claims of other articles that this one answers as it stands."""
    return [target for (target,) in store.connection.execute("SELECT target FROM across WHERE later = ?", (claim,))]


def _keep(store: Store, wanted: list[Found], asked: frozenset[str]) -> Met:
    """Makes the links from the claims `asked` those `wanted`, and tells the matters of both ends."""
    select = "SELECT link FROM across WHERE later = ? OR target = ?"
    standing = {link for each in asked for (link,) in store.connection.execute(select, (each, each))}
    met = Met()
    for link in sorted(standing - {each.link.id for each in wanted}):
        met |= _drop(store, link, asked)
    for found in wanted:
        change = store.save("link", link_record(found.link), document=found.later.document)
        values = (found.link.id, found.later.id, found.target.id, found.link.kind in BINDING)
        store.connection.execute(UPSERT, values)
        spoken = speaks_to(found, _own(store, found.later.document), _own(store, found.target.document))
        touched = matters.hear_link(store, found.link.id, map(matter_record, spoken.matters))
        # Also where it says what it said: a document may have come under another origin, which its matters count.
        touched |= frozenset(matter.id for matter in spoken.matters)
        met |= Met(touched, added=int(change in (Change.ADDED, Change.RESTORED)))
    return met


def _drop(store: Store, link: str, asked: frozenset[str]) -> Met:
    """Supersedes a link that one of the claims `asked` no longer makes; one that others make stays."""
    later, target = store.connection.execute("SELECT later, target FROM across WHERE link = ?", (link,)).fetchone()
    if later not in asked and store.connection.execute("SELECT 1 FROM remark WHERE claim = ?", (target,)).fetchone():
        return Met()
    store.connection.execute("DELETE FROM across WHERE link = ?", (link,))
    row = store.row(link)
    if row is not None and row.state == "current":
        store.supersede(row, None, WHY)
    return Met(matters.hear_link(store, link, ()), superseded=1)


def _own(store: Store, document: str) -> list[Matter]:
    """The matters that a document forms by itself."""
    return [matter_of(payload) for _, payload in sorted(matters.contributions_of(store, document).items())]


def fill(store: Store) -> None:
    """Links all documents of a ledger that an older program made; one that another process linked meanwhile is left."""
    if not store.connection.execute("SELECT 1 FROM pending WHERE task = ?", (TASK,)).fetchone():
        return
    for row in store.rows("kind = 'document' AND state = 'current'"):
        for each in sorted(meet(store, row.id).touched):
            matters.refresh(store, each)
    store.connection.execute("DELETE FROM pending WHERE task = ?", (TASK,))
