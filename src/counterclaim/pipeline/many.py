"""Takes many documents through the stages, on one process or several, in the order they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path

from counterclaim.model.analysis import Analysis, Failure
from counterclaim.model.document import Document
from counterclaim.pipeline.analysis import attempt, name_of
from counterclaim.pipeline.workers import in_order
from counterclaim.read import read
from counterclaim.read.files import find
from counterclaim.understand.parse import model

# A process takes two to three seconds to load the parser, in which one process reads this many articles.
WORTH_A_PROCESS = 12


def count_files(paths: Iterable[Path]) -> int:
    """How many files there are to read under `paths`; a feed is one file of many documents."""
    return sum(1 for _ in find(paths))


def analyse_all(paths: Iterable[Path], *, jobs: int = 1) -> Iterator[Analysis | Failure]:
    """An Analysis or a Failure for each document under `paths`, in their order."""
    return analyse_documents(read(paths), jobs=jobs)


def analyse_documents(documents: Iterable[Document | Failure], *, jobs: int = 1) -> Iterator[Analysis | Failure]:
    """The same for documents already read; failures pass through in their place."""
    coming = iter(documents)
    first = list(islice(coming, WORTH_A_PROCESS if jobs > 1 else 0))
    everything = chain(first, coming)
    if jobs > 1 and len(first) == WORTH_A_PROCESS:
        return in_order(_step, everything, jobs=jobs, lost=_lost, prepare=_prepare)
    return map(_step, everything)


def _prepare() -> None:
    """Loads the parser; where there is none, each document says so."""
    with suppress(LookupError):
        model()


def _step(document: Document | Failure) -> Analysis | Failure:
    return document if isinstance(document, Failure) else attempt(document)


def _lost(document: Document | Failure) -> Analysis | Failure:
    if isinstance(document, Failure):
        return document
    reason = "the process that read this document died, perhaps for want of memory; read it alone to see why"
    return Failure(name_of(document), reason)
