"""Tells what changed in the matters of a ledger between two events of its log: nothing that the log does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from counterclaim.dispute.history import Difference, Kind, State, differences
from counterclaim.errors import LedgerError
from counterclaim.ledger import walk
from counterclaim.ledger.history import ENDS, FOR_EVER, SAYS, payload_at, state_at
from counterclaim.ledger.store import Store
from counterclaim.model.identity import identity

EXPECTED = "expected a day such as 2031-05-02, a moment such as 2031-05-02T14:00, or the number of an event in the log"
NUMBER = re.compile(r"\d{1,18}", re.ASCII)


class NoSuchMoment(LedgerError):
    """What is no day, no moment and no number of an event."""


@dataclass(frozen=True, slots=True)
class Change:
    """
    One change of a matter, as the log has it.

    `seq` and `at` are the event that brought it; `day` that by which the claim had been said. `kind` and the rest are
    as in a Difference. `id` is the same whenever it is asked for. `successor` is the matter that this one lives on in.
    """

    id: str
    kind: Kind
    matter: str
    question: str
    seq: int
    at: str
    day: str | None = None
    claim: str | None = None
    other: str | None = None
    side: str | None = None
    answer: str | None = None
    before: str = ""
    after: str = ""
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The events of the log after `since` up to `until`, and what lives on in what, as the log has it now."""

    store: Store
    since: int
    until: int
    heirs: Mapping[str, str]

    def heir(self, identifier: str) -> str:
        """What a claim or matter lives on in, or itself."""
        return self.heirs.get(identifier, identifier)


def last_before(store: Store, since: str | int) -> int:
    """
    The number of the last event before a day or moment (UTC), or that number itself.

    Raises NoSuchMoment for anything else, and LedgerError for a number beyond the end of the log.
    """
    last = store.log.last()[0]
    if isinstance(since, int) or NUMBER.fullmatch(since.strip()):
        if not 0 <= int(since) <= last:
            raise LedgerError(f"{since}: the log has the events 1 to {last}; give one of these numbers, or a day")
        return int(since)
    select = "SELECT min(seq) FROM event WHERE at >= ?"
    (first,) = store.connection.execute(select, (_moment(since),)).fetchone()
    return last if first is None else int(first) - 1


def _moment(text: str) -> str:
    try:
        found = datetime.fromisoformat(text.strip())
        utc = (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise NoSuchMoment(f"{text[:40]!r} is no moment of the log; {EXPECTED}") from None
    return utc.isoformat(timespec="seconds")


def days(store: Store) -> list[tuple[str, int, int]]:
    """The days (UTC) on which anything was written, each with the last event before it and its own last one."""
    select = "SELECT substr(at, 1, 10) AS day, min(seq), max(seq) FROM event GROUP BY day ORDER BY min(seq)"
    return [(day, first - 1, last) for day, first, last in store.connection.execute(select)]


def changes(store: Store, since: int, until: int | None = None) -> list[Change]:
    """What changed in the matters after event `since` up to `until`, in the order in which the log has it."""
    part = Stretch(store, since, FOR_EVER if until is None else until, walk.successions(store))
    touched = _touched(part)
    former = {each: state for each in touched if (state := state_at(store, each, part.since))}
    now = {each: state for each in touched if (state := state_at(store, each, part.until))}
    found = [change for each in now for change in _of_matter(part, each, now[each], former)]
    found += [change for each in former if each not in now for change in _ended(part, each, former[each])]
    return sorted(found, key=lambda change: (change.seq, change.matter, change.kind, change.id))


def _touched(part: Stretch) -> list[str]:
    """The matters that events of the stretch are about, and those with a claim that says something else since."""
    values = {"since": part.since, "until": part.until}
    select = (
        "SELECT e.subject FROM event e JOIN record r ON r.id = e.subject WHERE r.kind = 'matter' "
        "AND e.seq > :since AND e.seq <= :until AND e.kind NOT IN ('heard', 'unheard', 'decided') "
        "UNION SELECT m.matter FROM matter_claims m WHERE m.claim IN "
        "(SELECT subject FROM event WHERE seq > :since AND seq <= :until AND kind = 'revised') ORDER BY 1"
    )
    return [found for (found,) in part.store.connection.execute(select, values)]


def _of_matter(part: Stretch, identifier: str, now: State, former: Mapping[str, State]) -> Iterator[Change]:
    own = former.get(identifier)
    if own is None and _was_silent(part, identifier):
        return
    joined = [former[each] for each in former if each != identifier and part.heir(each) == identifier]
    before = [*([own] if own else []), *joined]
    for each in differences(before, now, part.heir):
        yield _change(part, identifier, now, each)


def _was_silent(part: Stretch, identifier: str) -> bool:
    """Whether a matter stood before whose words of then were withheld: what differs cannot be told."""
    select = (
        f"SELECT kind FROM event WHERE subject = ? AND seq <= ? AND kind IN {SAYS + ENDS} ORDER BY seq DESC LIMIT 1"
    )
    found = part.store.connection.execute(select, (identifier, part.since)).fetchone()
    return bool(found and found[0] in SAYS)


def _change(part: Stretch, identifier: str, now: State, found: Difference) -> Change:
    seq, at = _event(part, identifier, found)
    amount = found.after if found.kind is Kind.NUMBER else ""
    named = {Kind.SIDE: "side", Kind.POSITION: "answer"}.get(found.kind)
    return Change(
        id=identity("x", identifier, found.kind, found.mark, found.named, amount, seq),
        kind=found.kind,
        matter=identifier,
        question=now.matter.question,
        seq=seq,
        at=at,
        day=now.saying(found.claim).day if found.claim else None,
        claim=found.claim,
        other=found.other,
        **({named: found.named} if named else {}),
        before=found.before,
        after=found.after,
    )


def _event(part: Stretch, identifier: str, found: Difference) -> tuple[int, str]:
    """The first event of the stretch with which the matter, or the number's claim, said what it says at its end."""
    subjects = (found.mark, identifier) if found.kind is Kind.NUMBER else (identifier, found.mark)
    rows = next((rows for each in subjects if (rows := _said(part, each))), None) or _said(
        replace(part, since=0), identifier
    )
    last = rows[0]
    for row in rows:
        payload = part.store.payload(row[2]) or {}
        if payload.get("id") == identifier and not _says(payload, found):
            break
        last = row
    return last[0], last[1]


def _said(part: Stretch, subject: str) -> list[tuple[int, str, str]]:
    """The events of the stretch with which something said what it says, the last one first."""
    select = f"SELECT seq, at, payload_sha256 FROM event WHERE subject = ? AND seq > ? AND seq <= ? AND kind IN {SAYS}"
    return part.store.connection.execute(f"{select} ORDER BY seq DESC", (subject, part.since, part.until)).fetchall()


def _says(payload: Mapping[str, object], found: Difference) -> bool:
    """Whether a matter said already what differs: its status, or the claim, the link that this rests on."""
    if found.kind is Kind.STATUS:
        return payload["status"] == found.after
    return found.mark in str(payload)


def _ended(part: Stretch, identifier: str, before: State) -> Iterator[Change]:
    """A matter that no longer stands: nothing is told of one that was taken out."""
    select = "SELECT kind, seq, at FROM event WHERE subject = ? AND seq > ? AND seq <= ? ORDER BY seq DESC"
    rows = part.store.connection.execute(select, (identifier, part.since, part.until)).fetchall()
    ended = next((row for row in rows if row[0] in ENDS), None)
    if ended is None or ended[0] != "superseded":
        return
    heir = part.heirs.get(identifier)
    kind = Kind.JOINED if heir else Kind.CLOSED
    if heir and payload_at(part.store, heir, part.until) is None:
        heir, kind = None, Kind.CLOSED
    made = identity("x", identifier, kind, ended[1])
    yield Change(made, kind, identifier, before.matter.question, ended[1], ended[2], successor=heir)
