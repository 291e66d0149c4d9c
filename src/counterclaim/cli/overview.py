"""Puts the overview of a ledger into lines: counts, then each matter with its answers, claims in their words, links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from counterclaim.cli import wording
from counterclaim.cli.terminal import out, paragraph

Record = Mapping[str, Any]

# *it*, *this claim*: words that cannot be understood without their sentence.
FEW = 3
DAY = 10


def print_overview(record: Record, name: str) -> None:
    """The whole overview of the ledger called `name`."""
    counts, matters = record["counts"], record["matters"]
    paragraph(f"{name}: {_sizes(counts)}")
    if counts["not_understood"]:
        out(f"{wording.counted(counts['not_understood'], 'document')} not understood: kept, and only English is read")
    paragraph(_standings(counts))
    out()
    for matter in matters:
        _print_matter(matter)
    if record["left"]:
        left, most = wording.counted(record["left"], "more matter"), len(matters) + record["left"]
        out(f"and {left}: see them with --limit {most}")
        out()
    out("Ask for any of these ids: counterclaim show ID; for words: counterclaim search WORDS")


def _sizes(counts: Record) -> str:
    again = f" ({counts['copied_claims']} said again in a copy or excerpt)" if counts["copied_claims"] else ""
    return (
        f"{wording.counted(counts['documents'], 'document')} of {wording.counted(counts['origins'], 'origin')}, "
        f"{wording.counted(counts['claims'], 'claim')}{again}, {wording.counted(counts['links'], 'link')}"
    )


def _standings(counts: Record) -> str:
    if not counts["matters"]:
        return "no matter: nothing was found on which claims can be set side by side"
    told = ", ".join(f"{count} {status}" for status, count in counts["status"].items())
    copies = counts["only_copies"]
    left = f"; {copies} of them only in copies, not shown again" if copies else ""
    return f"{wording.counted(counts['matters'], 'matter')}: {told}{left}"


def _print_matter(matter: Record) -> None:
    paragraph(f"{matter['question']}  [{matter['status']}]  {matter['id'][: wording.SHORT]}", style="bold")
    claims = {claim["id"]: claim for claim in matter["claims"]}
    labels: dict[str, str] = {}
    for who, answer, ids in wording.answers(matter):
        paragraph(f"  {who}: {answer}" if answer else f"  {who}:")
        for each in dict.fromkeys(matter["copies"].get(each, each) for each in ids):
            if each in claims:
                again = each in labels
                label = labels.setdefault(each, str(len(labels) + 1))
                _print_claim(claims[each], label, again=again)
    if matter["unanswered_by"]:
        paragraph(f"  no answer from: {', '.join(matter['unanswered_by'])}")
    labels |= {each: labels[first] for each, first in matter["copies"].items() if first in labels}
    for line in dict.fromkeys(wording.bearing(link, labels) for link in matter["links"]):
        paragraph(f"  {line}")
    out()


def _print_claim(claim: Record, label: str, *, again: bool) -> None:
    who = wording.who(claim, {each["id"]: each for each in claim["told_by"]})
    head = "  ".join(part for part in (f"    {label}", who, wording.deed(claim), wording.circumstances(claim)) if part)
    if again:
        paragraph(f"{head}  (see {label} above)")
        return
    paragraph(head)
    paragraph(f"       {claim['quote']}")
    for line in _sources(claim):
        paragraph(f"       {line}", style="dim")


def _sources(claim: Record) -> Iterator[str]:
    """The sentence where the words alone say too little, the document, and those that only say it again."""
    if len(claim["quote"].split()) <= FEW and claim["sentence"]:
        yield f"in the sentence: {claim['sentence']['words']}"
    yield f"from: {_source(claim['document'])}  {claim['id'][: wording.SHORT]}"
    copies = [_source(each) for each in claim["again"] if each["id"] != claim["document"]["id"]]
    if copies:
        yield f"again: {'; '.join(dict.fromkeys(copies))}"


def _source(document: Record) -> str:
    title = document["title"] or document["path"] or document["url"] or document["id"]
    known = [each for each in (document["publisher"], (document["published"] or "")[:DAY]) if each]
    return f"{title} ({', '.join(known)})" if known else str(title)
