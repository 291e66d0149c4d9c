"""Writes records as JSON text: one object, or one record a line with its kind."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from counterclaim.model.analysis import Analysis, Failure
from counterclaim.model.matter import Disputes
from counterclaim.model.record import Record, analysis_record, claim_record, link_record, matter_record
from counterclaim.publish.neutral import escaped

_MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def one_object(record: Any) -> str:
    """One record, indented for reading, with its line end."""
    return escaped(json.dumps(record, ensure_ascii=False, indent=1)) + "\n"


def for_script(value: Any) -> str:
    """A value as JSON that may stand in a script element: it can neither end the element nor a line of the script."""
    return escaped(json.dumps(value, ensure_ascii=False, separators=(",", ":"))).translate(_MARKUP)


def one_line(kind: str, record: Record) -> str:
    """
    One record on a line of its own, `kind` first: document, claim, link, matter, failure.

    A link's own kind (*denies*) goes by `relation` here, since each line has one `kind`.
    """
    if "kind" in record:
        record = {"relation" if key == "kind" else key: value for key, value in record.items()}
    return escaped(json.dumps({"kind": kind, **record}, ensure_ascii=False, separators=(",", ":"))) + "\n"


def lines(kind: str, records: Iterable[Record]) -> Iterator[str]:
    """Each record on a line."""
    return (one_line(kind, record) for record in records)


def lines_of_analysis(analysis: Analysis) -> Iterator[str]:
    """A document with its times, places and quantities on one line, then each claim and link on one of its own."""
    record = analysis_record(analysis)
    record.pop("claims")
    yield one_line("document", record)
    yield from lines("claim", (claim_record(claim) for claim in analysis.claims))
    yield from lines("link", (link_record(link) for link in analysis.disputes.links))


def lines_of_matters(disputes: Disputes) -> Iterator[str]:
    """Each matter on a line."""
    return lines("matter", (matter_record(matter) for matter in disputes.matters))


def line_of_failure(failure: Failure) -> str:
    """A failure on a line."""
    return one_line("failure", {"path": failure.path, "reason": failure.reason})
