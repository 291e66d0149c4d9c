"""Scores attributions on PolNeAR's dev part with its own scorer: `python -m evaluate.polnear [--weights FOLDER]`."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from counterclaim import Analysis, Document, Part, Span
from counterclaim.model.claim import Claim
from counterclaim.model.document import PartKind
from counterclaim.model.span import Spans
from counterclaim.pipeline import analyse_documents
from evaluate.intervals import Figure

WANTED = {"all/relaxed": "attribution relaxed", "all/strict": "attribution strict"}
# What else the scorer tells: roles by themselves, and how many cues that are a form of *say* or *tell* are found.
SHOWN = ("all/relaxed", "all/strict~", "all/strict", "source/span", "cue/span", "content/span", "recall/say/tell cue")


def figures(shared: Path) -> list[Figure]:
    """The relaxed and strict F1 on PolNeAR dev."""
    found = scores(shared)
    return [_figure(name, found[key]) for key, name in WANTED.items()]


def scores(shared: Path) -> dict[str, dict[str, Any]]:
    """All that the corpus's scorer tells of the program's answers, row by row."""
    gold = shared / "data" / "polnear" / "dev.jsonl"
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    analyses = analyse_documents((document_of(record) for record in records), jobs=2)
    lines = [_answer(record["id"], each) for record, each in zip(records, analyses, strict=True)]
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "answers.jsonl"
        answers.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return _scored(shared / "tools" / "score_attribution.py", gold, answers)


def document_of(record: dict[str, Any]) -> Document:
    """An article as the corpus has it: its text is the text, each stretch without an empty line a paragraph."""
    text, parts, start = record["text"], [], 0
    for block in text.split("\n\n"):
        words = block.strip()
        if words:
            first = start + block.index(words[0])
            parts.append(Part(PartKind.BODY, Span(first, first + len(words))))
        start += len(block) + 2
    return Document(record["id"], text, record["title"] or "", tuple(parts), published=record["date"], language="en")


def _answer(name: str, found: object) -> str:
    """The claims in the corpus's form, which knows no nesting: only the outermost."""
    if not isinstance(found, Analysis):
        raise TypeError(f"{name}: {found}")
    outermost = [_spans(claim) for claim in found.claims if claim.within is None]
    return json.dumps({"id": name, "attributions": outermost})


def _spans(claim: Claim) -> dict[str, list[list[int]]]:
    return {"source": _pairs(claim.source), "cue": _pairs(claim.cue), "content": _pairs(claim.content)}


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _scored(scorer: Path, gold: Path, answers: Path) -> dict[str, dict[str, Any]]:
    command = [sys.executable, str(scorer), str(gold), str(answers), "--json", "--ci", "1000"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)["scores"]
    return found


def _figure(name: str, row: dict[str, Any]) -> Figure:
    low, high = row["ci95"]
    return Figure(name, row["f1"], low, high, row["gold"])


def main() -> int:
    """Prints precision, recall and F1 of each row that is aimed at."""
    home = Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(prog="python -m evaluate.polnear", description=__doc__)
    parser.add_argument("--weights", help="folder with the weights to measure, or none (default: those shipped)")
    parser.add_argument("--shared", type=Path, default=home.parent / "shared", help="folder with the corpus")
    wanted = parser.parse_args()
    os.environ.setdefault("COUNTERCLAIM_GAZETTEER", str(home / "examples" / "gazetteer.tsv"))
    if wanted.weights:
        os.environ["COUNTERCLAIM_WEIGHTS"] = wanted.weights
    found = scores(wanted.shared)
    for name in SHOWN:
        print(name, {key: round(value, 4) for key, value in found[name].items() if isinstance(value, float)})
    return 0


if __name__ == "__main__":
    sys.exit(main())
