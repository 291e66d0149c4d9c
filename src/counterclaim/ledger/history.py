"""Tells of a matter how it came to stand as it does, or as it stood at any event of the log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from counterclaim.dispute.history import History, Saying, Silence, State, figures_of, history
from counterclaim.errors import LedgerError
from counterclaim.ledger.nouns import link_of, matter_of
from counterclaim.ledger.store import Payload, Store
from counterclaim.model.edtf import bounds, is_approximate

# An event with one of these kinds says what its subject says from then on; after one of the others it says nothing.
SAYS, ENDS = ("added", "revised", "restored"), ("superseded", "withheld")
FOR_EVER = 2**62


def history_of(store: Store, identifier: str) -> History:
    """The history of a matter as the ledger knows it now; raises LedgerError for what is no matter."""
    row = store.row(identifier)
    if row is None or row.kind != "matter":
        raise LedgerError(
            f"{identifier}: is no matter, and only matters have a history; `counterclaim show` lists them"
        )
    state = state_at(store, identifier, FOR_EVER)
    if state is None:
        return History(identifier, ())
    sides = state.matter.unanswered_by
    silence = _silence(store, sides) if sides else None
    return history(state.matter, state.links, tuple(state.sayings.values()), silence)


def histories(store: Store) -> Iterator[History]:
    """The histories of all current matters, by id; who is silent is told by `history_of` alone."""
    for row in store.rows("kind = 'matter' AND state = 'current'"):
        if state := state_at(store, row.id, FOR_EVER):
            yield history(state.matter, state.links, tuple(state.sayings.values()))


def state_at(store: Store, identifier: str, seq: int) -> State | None:
    """A matter as it stood after event `seq`; None where it did not stand then, or what it said was withheld."""
    payload = payload_at(store, identifier, seq)
    if payload is None:
        return None
    matter = matter_of(payload)
    links = tuple(link_of(found) for each in matter.links if (found := payload_at(store, each, seq)))
    claims = dict.fromkeys((*(each for own in matter.sides.values() for each in own), *matter.unattributed))
    return State(matter, links, {each: saying for each in claims if (saying := _saying_at(store, each, seq))})


def payload_at(store: Store, identifier: str, seq: int) -> Payload | None:
    """What a thing said after event `seq`; None where it said nothing then, or that was withheld."""
    select = f"SELECT kind, payload_sha256 FROM event WHERE subject = ? AND seq <= ? AND kind IN {SAYS + ENDS}"
    found = store.connection.execute(f"{select} ORDER BY seq DESC LIMIT 1", (identifier, seq)).fetchone()
    return store.payload(found[1]) if found and found[0] in SAYS else None


def _saying_at(store: Store, identifier: str, seq: int) -> Saying | None:
    claim = payload_at(store, identifier, seq)
    if claim is None:
        return None
    row = store.row(claim["document"])
    day, exact = _day(store, claim, seq)
    speaker = claim["speaker"] or {}
    return Saying(
        identifier,
        day,
        exact,
        speaker.get("name") or speaker.get("role") or "",
        speaker.get("side"),
        claim.get("quote") or "",
        row.origin or row.id if row else None,
        figures_of(claim["about"] or ()),
    )


def _day(store: Store, claim: Payload, seq: int) -> tuple[str | None, bool]:
    """The day by which something had been said, and whether it was that day; nobody tells what was not yet said."""
    published = (payload_at(store, claim["document"], seq) or {}).get("published")
    day, exact = said_by(claim["said_on"], published)
    outer, seen = claim["within"], {claim["id"]}
    while outer and outer not in seen and (teller := payload_at(store, outer, seq)):
        seen.add(outer)
        told, _ = said_by(teller["said_on"], published)
        if told and (day is None or told < day):
            day, exact = told, False
        outer = teller["within"]
    return day, exact


def said_by(said_on: str | None, published: str | None) -> tuple[str | None, bool]:
    """
    The ISO day by which something had been said, and whether it was that very day; nothing is said after it is printed.

    >>> said_by("2031-05", "2031-05-03"), said_by(None, None)
    (('2031-05-03', False), (None, False))
    """
    said, printed = (_days(each) for each in (said_on, published))
    ends = [end for _, end in (said, printed) if end]
    if not ends:
        return None, False
    day = min(ends)
    return day.isoformat(), said == (day, day) and not is_approximate(said_on or "")


def _days(edtf: str | None) -> tuple[date | None, date | None]:
    return (bounds(edtf) if edtf else None) or (None, None)


def _silence(store: Store, sides: tuple[str, ...]) -> Silence:
    """In how much the sides have not answered: all documents, by publisher or, where none is told, by host."""
    select = (
        "SELECT d.id, d.publisher, max(c.url), max(c.captured) FROM documents d "
        "LEFT JOIN captures c ON c.document = d.id GROUP BY d.id"
    )
    rows = store.connection.execute(select).fetchall()
    sources = {publisher or _host(url) for _, publisher, url, _ in rows}
    last = max((captured for *_, captured in rows if captured), default=None)
    return Silence(sides, len(rows), len(sources), last[:10] if last else None)


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
