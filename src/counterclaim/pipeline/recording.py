"""Takes files into a ledger in their order, without parsing again what the ledger has already read this way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from counterclaim.errors import NotInLedger
from counterclaim.ledger import Ledger, Receipt
from counterclaim.model.analysis import Analysis, Failure
from counterclaim.model.document import Document
from counterclaim.model.identity import identity
from counterclaim.pipeline.analysis import name_of
from counterclaim.pipeline.extractor import extractor
from counterclaim.pipeline.many import analyse_documents
from counterclaim.read import read


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What became of one document: what the ledger wrote of it, or why there is nothing; neither where it was known.

    `notes` say what of the file could not be read.
    """

    name: str
    notes: tuple[str, ...] = ()
    receipt: Receipt | None = None
    failure: Failure | None = None

    @property
    def known(self) -> bool:
        """Whether the ledger had read this very document in this very way."""
        return self.receipt is None and self.failure is None


def record(paths: Iterable[Path], ledger: Ledger, *, captured: str, jobs: int = 1) -> Iterator[Outcome]:
    """
    Takes the documents under `paths` into `ledger`, one transaction each, in their order.

    `captured` is when these copies were had, ISO 8601. Stopped at any moment, what was given out is stored, and the
    same call again goes on from there.
    """
    known: list[Document] = []
    unread = _unread(read(paths), ledger, known)
    for found in analyse_documents(unread, jobs=jobs):
        yield from _told(known)
        yield _recorded(found, ledger, captured)
    yield from _told(known)


def _unread(
    documents: Iterable[Document | Failure], ledger: Ledger, known: list[Document]
) -> Iterator[Document | Failure]:
    for document in documents:
        if isinstance(document, Document) and _has_read(ledger, document):
            known.append(document)
        else:
            yield document


def _told(known: list[Document]) -> Iterator[Outcome]:
    while known:
        document = known.pop(0)
        yield Outcome(name_of(document), document.notes)


def _recorded(found: Analysis | Failure, ledger: Ledger, captured: str) -> Outcome:
    if isinstance(found, Failure):
        return Outcome(found.path, failure=found)
    document = found.document
    return Outcome(name_of(document), document.notes, receipt=ledger.add(found, captured=captured))


def _has_read(ledger: Ledger, document: Document) -> bool:
    """Whether this extractor's reading of the document, had from this very place, is in the ledger."""
    return ledger.has_capture(document) and _reader_of(ledger, document) == extractor()


def _reader_of(ledger: Ledger, document: Document) -> object:
    try:
        return ledger.resolve(identity("r", document.id)).payload.get("extractor")
    except NotInLedger:
        return None
