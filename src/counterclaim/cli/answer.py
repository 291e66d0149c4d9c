"""Prints the answer of `read` as text: per document its claims and links, then the matters of all documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

import counterclaim
from counterclaim.cli import wording
from counterclaim.cli.terminal import out, paragraph, rows

Record = Mapping[str, Any]


class Acts(StrEnum):
    """Which claims are shown."""

    CHECKABLE = "checkable"
    SAID = "said"
    ALL = "all"


# Words last: in a pipe a column is as wide as its longest cell, and nothing stands after the last.
HEADER = ("", "who", "act", "when, to, via", "words")
WORDS = HEADER.index("words")


def print_answer(answer: Record, acts: Acts) -> None:
    """The whole answer; failures are told elsewhere."""
    documents = answer["documents"]
    labels = _labels(documents)
    for document in documents:
        _print_document(document, labels, acts)
        _print_links(document, answer["links"], labels)
    _print_matters(answer["matters"], labels)
    print_footer()


def print_footer() -> None:
    """What every answer says of itself."""
    out(f"Machine-made, unreviewed; counterclaim {counterclaim.__version__}.", style="dim")


def _labels(documents: Iterable[Record]) -> dict[str, str]:
    """Claim id -> its number in its document, with the document's before it where there are several."""
    several = list(documents)
    return {
        claim["id"]: f"{place}:{number}" if len(several) > 1 else str(number)
        for place, document in enumerate(several, 1)
        for number, claim in enumerate(document["claims"], 1)
    }


def _print_document(document: Record, labels: Mapping[str, str], acts: Acts) -> None:
    out(document["path"] or document["url"] or document["id"], style="bold")
    for line in _about(document):
        paragraph(line)
    out()
    claims, others = document["claims"], {claim["id"]: claim for claim in document["claims"]}
    shown = list(_chosen(claims, document["quantities"], acts))
    if shown:
        rows(HEADER, [_row(claim, document, labels, others) for claim in shown], wide=WORDS)
        out()
    left = _left_out(claims, shown)
    if left:
        out(left, style="dim")
        out()


def _about(document: Record) -> Iterator[str]:
    yield document["title"] or "(no title)"
    known = (document["published"], document["publisher"], document["author"], document["language"])
    yield "  ".join(str(each) for each in known if each) or "no date"
    for removed in document["removed"]:
        yield f"left out of the {removed['where']}: “{removed['text'].strip()}” ({removed['why'].rstrip('.')})"
    yield from (f"note: {note}" for note in document.get("notes", ()))
    if not document["understood"]:
        yield f"not understood: the text is kept, and only English is read (found: {document['language'] or 'unknown'})"


def _chosen(claims: Iterable[Record], quantities: Iterable[Record], acts: Acts) -> Iterator[Record]:
    """The claims to show: those that can be checked first, then, as asked, the others, each in the text's order."""
    amounts = list(quantities)
    first: list[Record] = []
    then: list[Record] = []
    for claim in claims:
        (first if wording.checkable(claim, amounts) else then).append(claim)
    yield from first
    if acts is not Acts.CHECKABLE:
        yield from (claim for claim in then if acts is Acts.ALL or claim["act"] not in wording.INWARD)


def _row(claim: Record, document: Record, labels: Mapping[str, str], others: Mapping[str, Record]) -> tuple[str, ...]:
    said = wording.words(claim["content"], document["text"])
    what = wording.deed(claim, document["text"])
    return (labels[claim["id"]], wording.who(claim, others), what, wording.circumstances(claim), said)


def _left_out(claims: Iterable[Record], shown: Iterable[Record]) -> str:
    """How many claims of which act are not shown; empty where all are."""
    ids = {claim["id"] for claim in shown}
    counts = Counter(claim["act"] for claim in claims if claim["id"] not in ids)
    total = ", ".join(f"{act} {count}" for act, count in sorted(counts.items()))
    return f"not shown: {total} (see them with --acts all)" if total else ""


def _print_links(document: Record, links: Iterable[Record], labels: Mapping[str, str]) -> None:
    mine = {claim["id"] for claim in document["claims"]}
    lines = [wording.bearing(link, labels) for link in links if link["from"] in mine]
    _print_block("Links", lines)


def _print_matters(matters: Iterable[Record], labels: Mapping[str, str]) -> None:
    _print_block("Matters", [line for matter in matters for line in wording.standing(matter, labels)])


def _print_block(title: str, lines: list[str]) -> None:
    if lines:
        out(title, style="bold")
        for line in lines:
            paragraph(f"  {line}")
        out()
