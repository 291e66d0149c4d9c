"""Exports a ledger as JSON Lines, CSV or one JSON object, in an order that depends on what it holds alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from counterclaim.errors import CounterclaimError
from counterclaim.model.record import FORMAT
from counterclaim.publish.csvtable import csv_lines
from counterclaim.publish.jsontext import lines, one_object

if TYPE_CHECKING:
    # Only its type is needed: what neutralises text for the terminal lives in this package and must load at once.
    from counterclaim.ledger import Ledger

Record = Mapping[str, Any]


class UnknownFormat(CounterclaimError):
    """A form of export that there is not."""


def export(ledger: Ledger, form: str = "jsonl") -> Iterator[str]:
    """
    The pieces of text of an export, `form` being jsonl, csv or json.

    Two ledgers of the same content give the same text, whatever the order and time in which they were filled; times
    of capture stand in `captured` and nowhere else. Raises UnknownFormat.
    """
    if form not in FORMATS:
        raise UnknownFormat(f"there is no export as {form!r}; choose one of {', '.join(FORMATS)}")
    return FORMATS[form](ledger)


def _json_lines(ledger: Ledger) -> Iterator[str]:
    yield from lines("document", ledger.documents())
    yield from lines("capture", ledger.captures())
    for document in ledger.documents():
        yield from lines("claim", _claims(ledger, document))
    yield from lines("link", ledger.links())
    yield from lines("matter", ledger.matters())


def _csv(ledger: Ledger) -> Iterator[str]:
    return csv_lines((document, _claims(ledger, document)) for document in ledger.documents())


def _json(ledger: Ledger) -> Iterator[str]:
    yield one_object(
        {
            "format": FORMAT,
            "documents": [{**document, "claims": _claims(ledger, document)} for document in ledger.documents()],
            "links": list(ledger.links()),
            "matters": list(ledger.matters()),
            "failures": [],
        }
    )


def _claims(ledger: Ledger, document: Record) -> list[Any]:
    """The claims of a document in the text's order."""
    return sorted(ledger.claims(document["id"]), key=_place)


def _place(claim: Record) -> tuple[Any, ...]:
    return claim["content"][0], claim["cue"], claim["id"]


FORMATS: dict[str, Callable[[Ledger], Iterator[str]]] = {"jsonl": _json_lines, "csv": _csv, "json": _json}
