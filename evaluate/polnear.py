"""Scores attributions on PolNeAR's dev part with its own scorer, where the folder beside the project has both."""

from __future__ import annotations

import json
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


def figures(shared: Path) -> list[Figure]:
    """The relaxed and strict F1 on PolNeAR dev."""
    gold = shared / "data" / "polnear" / "dev.jsonl"
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    analyses = analyse_documents((document_of(record) for record in records), jobs=2)
    lines = [_answer(record["id"], each) for record, each in zip(records, analyses, strict=True)]
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "answers.jsonl"
        answers.write_text("\n".join(lines) + "\n", encoding="utf-8")
        scores = _scored(shared / "tools" / "score_attribution.py", gold, answers)
    return [_figure(name, scores[key]) for key, name in WANTED.items()]


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
    scores: dict[str, dict[str, Any]] = json.loads(done.stdout)["scores"]
    return scores


def _figure(name: str, row: dict[str, Any]) -> Figure:
    low, high = row["ci95"]
    return Figure(name, row["f1"], low, high, row["gold"])
