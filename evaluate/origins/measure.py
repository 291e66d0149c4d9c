"""Measures origins on made texts: B-cubed, what was wrongly joined, what was missed, and how the limits were chosen."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from counterclaim.ledger import Ledger
from counterclaim.model.analysis import Analysis
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.identity import identity
from counterclaim.model.matter import Disputes
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.read.origin import origin_of
from evaluate.origins.made import Text
from evaluate.origins.variants import collection

DEV_SEEDS = (1, 2, 3)
TEST_SEEDS = (101, 102, 103)


def document_of(text: Text, number: int) -> Document:
    """A text as a reader would give it; the number makes two equal texts two files."""
    pieces = [(PartKind.TITLE, text.title), *((PartKind.BODY, each) for each in text.paragraphs)]
    parts, at = [], 0
    for kind, words in pieces:
        parts.append(Part(kind, Span(at, at + len(words))))
        at += len(words) + 2
    return Document(
        id=identity("d", number, text.title, text.sentences),
        text="\n\n".join(words for _, words in pieces),
        title=text.title,
        parts=tuple(parts),
        published=text.published,
        language="en",
        publisher=text.publisher,
        path=f"{number}.md",
        origin=origin_of(text.paragraphs),
    )


def analysis_of(document: Document) -> Analysis:
    """A document in which nothing was read: origins are told by its words alone."""
    return Analysis(document, Reading(document), (), Disputes())


def origins_of(documents: Iterable[Document], path: Path) -> dict[str, str]:
    """The leading document of each document's origin, in a ledger made at `path`."""
    with Ledger(path, create=True) as ledger:
        for document in documents:
            ledger.add(analysis_of(document))
        return {each["id"]: each["origin"] for each in ledger.documents()}


def b_cubed(found: Mapping[str, str], right: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all documents: how much of its group, found or right, is in the other as well."""
    groups, classes = _grouped(found), _grouped(right)
    shared = [(len(groups[found[each]] & classes[right[each]]), each) for each in right]
    precision = sum(count / len(groups[found[each]]) for count, each in shared) / len(shared)
    recall = sum(count / len(classes[right[each]]) for count, each in shared) / len(shared)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _grouped(labels: Mapping[str, str]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for each, label in labels.items():
        groups[label].add(each)
    return groups


def measured(texts: Sequence[Text]) -> tuple[tuple[float, float, float], Counter[str], Counter[str]]:
    """B-cubed, the kinds of two texts wrongly joined, and the kinds of copies that their article does not have."""
    documents = [document_of(text, number) for number, text in enumerate(texts)]
    made = {document.id: text for document, text in zip(documents, texts, strict=True)}
    with tempfile.TemporaryDirectory() as folder:
        found = origins_of(documents, Path(folder) / "made.db")
    right = {each: text.article for each, text in made.items()}
    joined: Counter[str] = Counter()
    for group in _grouped(found).values():
        kinds = [(made[each].kind, made[each].article) for each in sorted(group)]
        joined.update(f"{one} + {other}" for (one, a), (other, b) in combinations(kinds, 2) if a != b)
    first = {text.article: each for each, text in made.items() if text.kind == "report" or text.words}
    missed = Counter(text.kind for each, text in made.items() if found[each] != found[first.get(text.article, each)])
    return b_cubed(found, right), joined, missed


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures for dev or test seeds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--test", action="store_true", help="the seeds that nothing was chosen on")
    seeds = TEST_SEEDS if parser.parse_args(arguments).test else DEV_SEEDS
    for seed in seeds:
        texts = collection(seed)
        (precision, recall, both), joined, missed = measured(texts)
        copies = len(texts) - len({text.article for text in texts})
        line = f"seed {seed}: {len(texts)} texts, {copies} copies: P {precision:.3f} R {recall:.3f} F1 {both:.3f}"
        sys.stdout.write(f"{line}\n  joined wrongly: {dict(joined)}\n  missed: {dict(missed)}\n")


if __name__ == "__main__":
    main()
