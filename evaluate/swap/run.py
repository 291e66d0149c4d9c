"""Runs the swap test over the example posts and the templates, and writes every decision that differs into a table."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HOME))
os.environ.setdefault("COUNTERCLAIM_GAZETTEER", str(HOME / "examples" / "gazetteer.tsv"))

from counterclaim import Analysis, Document, analyse, read  # noqa: E402 - the path has to be set first
from counterclaim.model.document import PartKind  # noqa: E402
from evaluate.swap.compare import Comparison, compare  # noqa: E402
from evaluate.swap.filled import document  # noqa: E402
from evaluate.swap.page import write_decisions  # noqa: E402
from evaluate.swap.sides import HERE, Pair, pairs, rows_of  # noqa: E402

POSTS = HOME / "examples" / "posts"
MOST = 0.01


def sentences(pair: Pair) -> Iterator[Document]:
    """Each template as a document of its own, with the names of the pair."""
    for number, row in enumerate(rows_of(HERE / "sentences.tsv")):
        text = row["words"].format(**pair.fields())
        yield document(f"{pair.name} {number + 1}", text, PartKind(row["part"]))


def of_sentences() -> Iterator[Comparison]:
    """Every template with every pair."""
    for pair in pairs():
        for one in sentences(pair):
            other = document(one.id, pair.exchange(one.text), one.parts[0].kind)
            yield compare(one.text, analyse(one), analyse(other), pair.exchange)


def of_posts() -> Iterator[Comparison]:
    """Every example post that is read, with the pair of sides that it is about."""
    for path in sorted(POSTS.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        pair = max(pairs(), key=lambda each: sum(text.count(one) + text.count(other) for one, other in each.exchanged))
        before, after = _analysed(path.name, text), _analysed(path.name, pair.exchange(text))
        if before.document.understood:
            yield compare(path.stem, before, after, pair.exchange)


def _analysed(name: str, text: str) -> Analysis:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        (found,) = read([path])
    if not isinstance(found, Document):
        raise TypeError(found.reason)
    return analyse(found)


def summed(comparisons: Iterator[Comparison]) -> Comparison:
    """All decisions and all differences."""
    every = list(comparisons)
    differences = tuple(one for each in every for one in each.differences)
    return Comparison(sum(each.texts for each in every), sum(each.decisions for each in every), differences)


def table(name: str, found: Comparison) -> Iterator[str]:
    """The count, then a line for each difference."""
    yield f"## {name}\n"
    yield f"{found.texts} texts; {len(found.differences)} of {found.decisions} decisions differ ({found.share:.2%}).\n"
    if found.differences:
        yield "| text | decision | words | before | exchanged | cause |"
        yield "|---|---|---|---|---|---|"
    for each in found.differences:
        yield "| " + " | ".join(str(cell).replace("|", "/").replace("\n", " ") for cell in asdict(each).values()) + " |"
    yield ""


HEADING = """# Swap test

The names of two sides - with their adjectives, peoples, capitals and speakers - are exchanged in a text, the text is
read again, the names are mapped back, and every decision is compared: claims found, source and content by their words,
speaker, side, act, links by the words of their ends, matters by the words of their claims and their status. Written by
`python evaluate/swap/run.py --write`. At most 1% may differ; each one that does is listed with its cause.
"""


def main() -> int:
    """Prints what differs; exit code 1 where more than 1% of the decisions do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print counts and differences as JSON")
    parser.add_argument("--write", action="store_true", help="also write docs/swap.md")
    wanted = parser.parse_args()
    found = {"Example posts": summed(of_posts()), "Sentences from templates": summed(of_sentences())}
    told = "\n".join([HEADING, *(line for name, each in found.items() for line in table(name, each))])
    print(json.dumps({name: asdict(each) for name, each in found.items()}) if wanted.json else told)
    if wanted.write:
        write_decisions(told)
    return int(any(each.share > MOST for each in found.values()))


if __name__ == "__main__":
    sys.exit(main())
