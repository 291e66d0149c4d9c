"""Ledger: the append-only record in one file, and everything that can be asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from counterclaim.dispute.history import History
from counterclaim.ledger import across, changes, regroup, review, walk
from counterclaim.ledger.add import add
from counterclaim.ledger.answers import Decision, Hit, Receipt, Record, Report, Tombstone
from counterclaim.ledger.batch import batch_of, capture_of
from counterclaim.ledger.history import histories, history_of
from counterclaim.ledger.log import Event
from counterclaim.ledger.release import Gate, set_gate
from counterclaim.ledger.resolve import find, record_of
from counterclaim.ledger.schema import named, open_ledger, snapshot, transaction
from counterclaim.ledger.scrub import TASK as SCRUB
from counterclaim.ledger.scrub import finish, scrub
from counterclaim.ledger.search import search
from counterclaim.ledger.store import Payload, State, Store
from counterclaim.ledger.verify import index_problems, verify
from counterclaim.ledger.withhold import withhold
from counterclaim.model.analysis import Analysis
from counterclaim.model.document import Document

FOUND = 20


def now() -> str:
    """The time in UTC, to the second, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Ledger:
    """
    The record of who claimed what, in one SQLite file; use it in a `with`.

    What `add`, `decide` and `withhold` return is on disk. Several processes may write to one file: each waits for the
    other. `clock` gives the time written into the log and, where nothing else says so, of capture. Raises LedgerError
    where there is no ledger, DamagedLedger for a file that is none or no longer whole; such a file is left as it is.
    """

    def __init__(self, path: Path, *, create: bool = False, clock: Callable[[], str] | None = None) -> None:
        self.path = Path(path)
        self._clock = clock or now
        self._connection = open_ledger(self.path, create=create)
        self._store = Store(self._connection, self._clock)
        try:
            with named(self.path):
                finish(self._connection, self.path)
                self._catch_up()
        except BaseException:
            self._connection.close()
            raise

    def _catch_up(self) -> None:
        """Does what an upgrade left to do."""
        if self._connection.execute("SELECT 1 FROM pending WHERE task <> ?", (SCRUB,)).fetchone():
            with transaction(self._connection):
                regroup.catch_up(self._store)
                across.fill(self._store)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    @contextmanager
    def _writing(self) -> Iterator[Store]:
        with named(self.path), transaction(self._connection):
            yield self._store

    @contextmanager
    def _reading(self) -> Iterator[Store]:
        with named(self.path), snapshot(self._connection):
            yield self._store

    def add(self, analysis: Analysis, *, captured: str | None = None) -> Receipt:
        """Adds one analysed document, all or nothing; the same again adds nothing, not even to the log."""
        batch = batch_of(analysis)
        with self._writing() as store:
            return add(store, batch, captured or analysis.document.captured or self._clock())

    def has_capture(self, document: Document) -> bool:
        """Whether a copy of `document`, had from this very place, is in the ledger."""
        with self._reading() as store:
            row = store.row(capture_of(document))
            return row is not None and row.state == State.CURRENT

    def resolve(self, identifier: str) -> Record:
        """What an id, or a beginning that only one id has, stands for; raises NotInLedger."""
        with self._reading() as store:
            return record_of(store, find(store, identifier))

    def decide(self, identifier: str, decision: str, *, by: str, note: str | None = None) -> Decision:
        """Records that a person accepted, corrected or rejected a claim, link or matter; overwrites nothing."""
        with self._writing() as store:
            return review.decide(store, find(store, identifier), decision, by=by, note=note)

    def release(self, identifier: str, *, by: str, note: str | None = None) -> Decision:
        """Records that a person lets a claim out that accuses somebody; it holds while the claim reads as it does."""
        with self._writing() as store:
            return set_gate(store, find(store, identifier), Gate.RELEASED, by=by, note=note)

    def hold(self, identifier: str, *, by: str, note: str | None = None) -> Decision:
        """Records that a person takes the release of a claim back; overwrites nothing."""
        with self._writing() as store:
            return set_gate(store, find(store, identifier), Gate.HELD, by=by, note=note)

    def search(
        self, query: str, *, limit: int = FOUND, act: str | None = None, side: str | None = None
    ) -> tuple[Hit, ...]:
        """Claims and titles with all words of `query`, the best first; any string is a query."""
        with self._reading() as store:
            return search(store, query, limit=limit, act=act, side=side)

    def documents(self) -> Iterator[Payload]:
        """The current documents as records of the contract, without their claims, by id."""
        with named(self.path):
            yield from walk.documents(self._store)

    def captures(self, document: str | None = None) -> Iterator[Payload]:
        """Where and when each copy was had, by document and id."""
        with named(self.path):
            yield from walk.captures(self._store, document)

    def claims(self, document: str | None = None, current: bool = True) -> Iterator[Payload]:
        """Claims as records of the contract with their words, by document and id; superseded ones too on request."""
        with named(self.path):
            yield from walk.claims(self._store, document, current=current)

    def links(self) -> Iterator[Payload]:
        """The current links, by document and id."""
        with named(self.path):
            yield from walk.links(self._store)

    def matters(self) -> Iterator[Payload]:
        """The current matters, each joined over all documents that speak to it, by id."""
        with named(self.path):
            yield from walk.matters(self._store)

    def history(self, identifier: str) -> History:
        """How a matter came to stand as it does, by the days on which things were said; raises LedgerError."""
        with self._reading() as store:
            return history_of(store, find(store, identifier).id)

    def histories(self) -> Iterator[History]:
        """The histories of the current matters, by id, without who is silent."""
        with named(self.path):
            yield from histories(self._store)

    def changes(self, since: str | int, until: int | None = None) -> tuple[changes.Change, ...]:
        """
        What changed in the matters since a day, a moment (UTC) or an event of the log, up to event `until`.

        Raises NoSuchMoment, a LedgerError, for what is none of these.
        """
        with self._reading() as store:
            return tuple(changes.changes(store, changes.last_before(store, since), until))

    def days(self) -> tuple[tuple[str, int, int], ...]:
        """The days (UTC) on which the log was written: each with the event before its first, and its last."""
        with self._reading() as store:
            return tuple(changes.days(store))

    def successions(self) -> dict[str, str]:
        """Each claim and matter of a former reading that lives on, by id, with the current one it lives on in."""
        with self._reading() as store:
            return walk.successions(store)

    def withheld(self) -> tuple[Tombstone, ...]:
        """What was taken out, by id."""
        with self._reading() as store:
            return tuple(Tombstone(*row) for row in walk.tombstones(store))

    def events(self) -> Iterator[Event]:
        """The log, the oldest first."""
        with named(self.path):
            rows = self._connection.execute("SELECT * FROM event ORDER BY seq")
            yield from (Event(*row) for row in rows)

    def verify(self) -> Report:
        """Checks that every span still quotes its text and that the log is whole; names what is not."""
        with self._reading() as store:
            report = verify(store)
        with self._writing() as store:
            return replace(report, problems=report.problems + index_problems(store))

    def withhold(self, identifier: str, *, reason: str) -> Tombstone:
        """Takes a document or a claim out for good: no byte of its words is left in the file; raises NotInLedger."""
        with self._writing() as store:
            tombstone = withhold(store, find(store, identifier), reason)
        with named(self.path):
            scrub(self._connection, self.path)
        return tombstone
