"""Writes claims as CSV for spreadsheets: stable columns, one claim a row, no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from counterclaim.publish.neutral import cell

Record = Mapping[str, Any]

# The order is part of the format: columns are only ever added at the end.
COLUMNS = (
    "claim",
    "document",
    "title",
    "url",
    "published",
    "speaker",
    "role",
    "side",
    "as_told_by",
    "act",
    "certainty",
    "form",
    "words",
    "source_words",
    "cue_words",
    "addressee",
    "channel",
    "said_on",
    "happened",
    "content",
    "within",
    "review",
    "found_by",
    "because",
)


def csv_lines(documents: Iterable[tuple[Record, Iterable[Record]]]) -> Iterator[str]:
    """The header, then a line for each claim of each (document, claims), with line ends as RFC 4180 has them."""
    yield csv_line(COLUMNS)
    for document, claims in documents:
        own = list(claims)
        others = {claim["id"]: claim for claim in own}
        for claim in own:
            row = _row(document, claim, others)
            yield csv_line(cell(row[column]) for column in COLUMNS)


def csv_line(cells: Iterable[str]) -> str:
    """Every cell in quotation marks, so that a spreadsheet with another separator splits none of them."""
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL).writerow(list(cells))
    # Lone surrogates cannot be written as UTF-8; `cell` has already taken them out of what articles hold.
    return buffer.getvalue()


def _row(document: Record, claim: Record, others: Mapping[str, Record]) -> dict[str, str]:
    text, speaker = document.get("text") or "", claim["speaker"] or {}
    values = {
        "claim": claim["id"],
        "document": document["id"],
        "as_told_by": "; ".join(_tellers(claim, others)),
        "words": _words(claim["content"], text),
        "source_words": _words(claim["source"], text),
        "cue_words": _words(claim["cue"], text),
        "content": " ".join(f"{start}-{end}" for start, end in claim["content"]),
    }
    values |= {name: document.get(name) for name in ("title", "url", "published")}
    values |= {"speaker": speaker.get("name"), "role": speaker.get("role"), "side": speaker.get("side")}
    values |= {name: claim.get(name) for name in COLUMNS if name not in values}
    return {name: "" if value is None else str(value) for name, value in values.items()}


def _tellers(claim: Record, others: Mapping[str, Record]) -> Iterator[str]:
    """Who tells a nested claim, nearest first, so that no row shows it bare."""
    outer, seen = claim["within"], {claim["id"]}
    while outer in others and outer not in seen:
        seen.add(outer)
        speaker = others[outer]["speaker"] or {}
        yield speaker.get("name") or speaker.get("side") or "unknown speaker"
        outer = others[outer]["within"]


def _words(spans: Iterable[tuple[int, int]], text: str) -> str:
    return " … ".join(text[start:end] for start, end in spans)
