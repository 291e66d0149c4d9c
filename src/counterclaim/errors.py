"""Every exception we raise, as a tree, each naming the file, the place and the remedy.

CounterclaimError
├── ReadError          a file that cannot be read as a document
├── LedgerError        a ledger that cannot be opened, or an id that is not in it
│   ├── NotInLedger
│   └── DamagedLedger
├── WeightsError       the weights of the trained extractor cannot be loaded
└── GazetteerError     the index of place names cannot be built or opened
"""

from __future__ import annotations


class CounterclaimError(Exception):
    """A mistake we can name; `str()` of it is one line for the person at the terminal."""


class ReadError(CounterclaimError):
    """A file that cannot be read: which, where in it, what was found, what to do."""

    def __init__(self, path: str, reason: str, *, place: str | None = None, remedy: str | None = None) -> None:
        self.path, self.reason, self.place, self.remedy = path, reason, place, remedy
        where = f"{path}, {place}" if place else path
        super().__init__(f"{where}: {self.detail}")

    @property
    def detail(self) -> str:
        """The reason and the remedy without the path, for lists that name the path themselves."""
        return f"{self.reason}; {self.remedy}" if self.remedy else self.reason


class LedgerError(CounterclaimError):
    """A ledger that cannot be used as asked."""


class NotInLedger(LedgerError):
    """An id, or the beginning of one, that names nothing, or more than one thing."""


class DamagedLedger(LedgerError):
    """A file that is no ledger, or one that no longer agrees with itself."""


class GazetteerError(CounterclaimError):
    """The index of place names cannot be built, opened or extended."""


class WeightsError(CounterclaimError):
    """The weights of the trained extractor are not where they were said to be, or are no such weights."""
