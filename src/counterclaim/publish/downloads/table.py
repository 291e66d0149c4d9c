"""Claims as CSV, in the columns of every export and two more: the permalink, and how many words were left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from counterclaim.publish.csvtable import COLUMNS as EXPORTED
from counterclaim.publish.csvtable import csv_line
from counterclaim.publish.downloads.selection import Selection
from counterclaim.publish.edition.nouns import PublishedClaim, PublishedDocument
from counterclaim.publish.imprint import Imprint
from counterclaim.publish.neutral import cell
from counterclaim.publish.telling import named

# The order is part of the format: columns are only ever added at the end.
COLUMNS = (*EXPORTED, "permalink", "words_cut")


def csv_of(selection: Selection, imprint: Imprint) -> Iterator[str]:
    """The header, then a line a claim, with line ends as RFC 4180 has them and no cell that a spreadsheet would run."""
    yield csv_line(COLUMNS)
    for claim in selection.claims:
        row = _row(claim, selection.edition.documents[claim.document], imprint)
        yield csv_line(cell(row[column]) for column in COLUMNS)


def _row(claim: PublishedClaim, document: PublishedDocument, imprint: Imprint) -> Mapping[str, str]:
    values: dict[str, object] = {
        "claim": claim.id,
        "speaker": claim.voice.name,
        "role": claim.voice.role,
        "side": claim.voice.side,
        "as_told_by": "; ".join(named(each, imprint.texts) for each in claim.tellers),
        "words": claim.quote.words,
        "content": " ".join(f"{start}-{end}" for start, end in claim.content),
        "permalink": imprint.permalink(claim),
        "words_cut": claim.quote.cut,
    }
    values |= {name: getattr(document, name) for name in ("title", "url", "published")}
    values |= {name: getattr(claim, name) for name in COLUMNS if name not in values}
    return {name: "" if value is None else str(value) for name, value in values.items()}
