"""Counts how many plain disputes are linked, and how many pairs that can both hold: `python -m evaluate.plain`."""

from __future__ import annotations

import argparse
import csv
import os
import re
import sys
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).resolve().parent.parent
os.environ.setdefault("COUNTERCLAIM_GAZETTEER", str(HOME / "examples" / "gazetteer.tsv"))

from counterclaim import analyse, connect  # noqa: E402 - the gazetteer has to be named first
from counterclaim.model.document import Document, Part, PartKind  # noqa: E402
from counterclaim.model.span import Span  # noqa: E402

GOLD = HOME / "evaluate" / "gold" / "plain.tsv"
OPPOSING = frozenset({"denies", "contradicts"})
SAYING = re.compile(r"\bsa(?:id|ys) (?:on \w+day )?(?:that )?")
DAYS = "2031-05-10", "2031-05-11"


class Pair(NamedTuple):
    """Two statements, whether the second `opposes` the first or is `compatible`, and the list they are of."""

    list: str
    decision: str
    first: str
    second: str


def pairs(path: Path = GOLD) -> list[Pair]:
    """All pairs of the gold."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    next(rows)
    return [Pair(*row) for row in rows]


def article(title: str, body: str, day: str) -> Document:
    """A document of one paragraph under a title."""
    text = f"{title}\n\n{body}"
    start = len(title) + 2
    parts = (Part(PartKind.TITLE, Span(0, len(title))), Part(PartKind.BODY, Span(start, len(text))))
    return Document(f"{day}{title}", text, title, parts, published=day, language="en")


def linked(pair: Pair, *, apart: bool) -> bool:
    """Whether an opposing link is found, in one paragraph or, where `apart`, in two articles of two days."""
    if not apart:
        found = analyse(article("Story", f"{pair.first} {pair.second}", DAYS[0])).disputes.links
        return any(link.kind.value in OPPOSING for link in found)
    # News of one story says in its titles what it is about; without that nobody could tell that *it* is the same.
    about = f"On whether {SAYING.split(pair.first, maxsplit=1)[-1].rstrip('.')}"
    read = [analyse(article(about, said, day)) for said, day in zip(pair[2:], DAYS, strict=True)]
    home = {claim.id: each.document.id for each in read for claim in each.claims}
    over = (link for link in connect(read).links if home[link.from_claim] != home[link.to_claim])
    return any(link.kind.value in OPPOSING for link in over)


def main() -> int:
    """Prints one line for each list and decision; `--apart` puts the two into articles of one story."""
    parser = argparse.ArgumentParser(prog="python -m evaluate.plain", description=__doc__)
    parser.add_argument("--apart", action="store_true", help="two articles on one story, a day apart")
    parser.add_argument("--verbose", action="store_true", help="show each pair that is decided wrongly")
    wanted = parser.parse_args()
    counted: dict[tuple[str, str], list[bool]] = {}
    for pair in pairs():
        found = linked(pair, apart=wanted.apart)
        counted.setdefault((pair.list, pair.decision), []).append(found)
        if wanted.verbose and found != (pair.decision == "opposes"):
            print(f"{pair.list} {pair.decision}: {pair.first} | {pair.second}")
    for (name, decision), found_ones in counted.items():
        print(f"{name:8} {decision:11} linked {sum(found_ones):3} of {len(found_ones)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
