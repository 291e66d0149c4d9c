"""Changes: what the last day on which something was taken in has brought, as the ledger's log has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from counterclaim.publish.edition.nouns import Changes, MatterChange, PublishedMatter
from counterclaim.publish.overview import claims_in

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger

DAY = 10
TAKEN_IN = frozenset({"added", "revised", "restored", "superseded", "heard", "unheard"})
STATES = frozenset({"added", "revised", "restored"})
KINDS = {"d": "documents", "c": "claims", "l": "links"}


def changes_of(ledger: Ledger, matters: Mapping[str, PublishedMatter]) -> Changes | None:
    """What is new since the day before the last one; None for a ledger into which nothing was taken."""
    events = [(each.at[:DAY], each.kind, each.subject) for each in ledger.events() if each.kind in TAKEN_IN]
    if not events:
        return None
    day, first = max(at for at, _, _ in events), min(at for at, _, _ in events)
    today = [(kind, subject) for at, kind, subject in events if at == day]
    added = Counter(KINDS.get(subject[0]) for kind, subject in today if kind == "added")
    touched = dict.fromkeys(subject for kind, subject in today if kind in STATES and subject in matters)
    told = [] if first == day else [_change(ledger, matters[each], day) for each in touched]
    return Changes(
        day=day,
        first_day=first == day,
        documents=added["documents"],
        claims=added["claims"],
        links=added["links"],
        matters=tuple(each for each in told if each),
    )


def _change(ledger: Ledger, matter: PublishedMatter, day: str) -> MatterChange | None:
    """How a matter stood before `day`, where that was another way than it stands now."""
    steps = [step for step in ledger.resolve(matter.id).history if step.kind in STATES and step.at[:DAY] < day]
    before = steps[-1].payload if steps else None
    if not before:
        return MatterChange(matter.id, None, len(matter.claims))
    joined = len(set(matter.claims) - set(claims_in(before)))
    if before["status"] == matter.status and not joined:
        return None
    return MatterChange(matter.id, before["status"], joined)
