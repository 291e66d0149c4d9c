"""Scores what given mentions of places mean, against a corpus with coordinates: `python -m evaluate.geo`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from counterclaim import Document, Part, Span
from counterclaim.model.document import PartKind
from counterclaim.model.place import Place
from counterclaim.model.reading import Reading
from counterclaim.understand.parse import parse
from counterclaim.understand.places import find_places, resolve_places
from evaluate.scoring import distance

# Within this many kilometres (a hundred miles) an answer counts as right, as is usual for such corpora.
NEAR = 161.0


class Score(NamedTuple):
    """Mentions that have coordinates, those of them answered, and those answered rightly."""

    asked: int
    answered: int
    right: int

    def plus(self, other: Score) -> Score:
        """Both together."""
        return Score(*(one + two for one, two in zip(self, other, strict=True)))

    def told(self) -> str:
        """The shares, in a line."""
        every, answered = self.right / max(1, self.asked), self.right / max(1, self.answered)
        return f"{every:.3f} of all {self.asked}, {answered:.3f} of the {self.answered} answered"


def document_of(record: dict[str, Any]) -> Document:
    """An article as the corpus has it: each line that is not empty is a paragraph."""
    text, parts, start = record["text"], [], 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            first = start + line.index(words[0])
            parts.append(Part(PartKind.BODY, Span(first, first + len(words))))
        start += len(line) + 1
    return Document(record["id"], text, record["title"] or "", tuple(parts), published=record["published"])


def scores(records: Sequence[dict[str, Any]]) -> tuple[Score, Score]:
    """How many mentions are placed rightly: each being given, and of those that the program finds itself."""
    given, found = Score(0, 0, 0), Score(0, 0, 0)
    for record in records:
        document = document_of(record)
        reading = Reading(document, *parse(document))
        spans = [Span(*mention["span"]) for mention in record["mentions"]]
        places = find_places(reading)
        given = given.plus(_score(record, resolve_places(reading, spans)))
        found = found.plus(_score(record, [_at(span, places) for span in spans]))
    return given, found


def _at(span: Span, places: Sequence[Place]) -> Place | None:
    """The place found that shares most characters with `span`."""
    touching = [place for place in places if place.span.start < span.end and span.start < place.span.end]
    return max(touching, key=lambda one: min(one.span.end, span.end) - max(one.span.start, span.start), default=None)


def _score(record: dict[str, Any], answers: Sequence[Place | None]) -> Score:
    rows = list(_far(record, answers))
    return Score(len(rows), sum(row is not None for row in rows), sum(row is not None and row <= NEAR for row in rows))


def _far(record: dict[str, Any], answers: Sequence[Place | None]) -> Iterator[float | None]:
    """How far each answer lies from the corpus's; None where there is none."""
    for mention, place in zip(record["mentions"], answers, strict=True):
        if mention["lat"] is None:
            continue
        if place is None or place.lat is None or place.lon is None:
            yield None
        else:
            yield distance((place.lat, place.lon), (mention["lat"], mention["lon"]))


def main() -> int:
    """Prints both scores; says so where the corpus is not there."""
    home = Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(prog="python -m evaluate.geo", description=__doc__)
    parser.add_argument("--shared", type=Path, default=home.parent / "shared", help="folder with the corpus")
    corpus = parser.parse_args().shared / "data" / "geo" / "tr-news.jsonl"
    if not corpus.is_file():
        print("skipped: TR-News (the corpus is kept beside the project and is not here)")
        return 0
    os.environ.setdefault("COUNTERCLAIM_GAZETTEER", str(home / "examples" / "gazetteer.tsv"))
    records = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    given, found = scores(records)
    print(f"within {NEAR:.0f} km, mentions given: {given.told()}")
    print(f"within {NEAR:.0f} km, found by the program, actors and adjectives left out: {found.told()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
