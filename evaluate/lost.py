"""Scores how well attribution that was lost is found: cases of a few short articles each, half of them near misses."""

from __future__ import annotations

import argparse
import math
import os
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))
os.environ.setdefault("COUNTERCLAIM_GAZETTEER", str(HOME / "examples" / "gazetteer.tsv"))

from counterclaim import Analysis, analyse_all  # noqa: E402 - the path has to be set first
from counterclaim.dispute.lost import find_lost  # noqa: E402
from counterclaim.model.lost import Lost  # noqa: E402
from counterclaim.model.record import analysis_record  # noqa: E402

CASES = HOME / "evaluate" / "gold" / "lost"
Z = 1.96


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case: whether a loss stands in it, whether that one was found, and what else was."""

    case: str
    topic: str
    asked: bool
    hit: bool
    wrong: tuple[str, ...]


def cases(path: Path) -> list[dict[str, Any]]:
    """The cases of one file."""
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return found


def outcomes(chosen: Sequence[dict[str, Any]]) -> list[Outcome]:
    """What became of each case, all of them read in one go."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [_posts(case, Path(folder)) for case in chosen]
        analyses = {each.document.path: each for each in _analysed([path for group in paths for path in group])}
        return [
            _outcome(case, [analyses[str(path)] for path in group]) for case, group in zip(chosen, paths, strict=True)
        ]


def _posts(case: dict[str, Any], folder: Path) -> list[Path]:
    written = []
    for number, document in enumerate(case["document"]):
        path = folder / f"{case['id']}-{number}.md"
        title = document["title"].replace('"', '\\"')
        head = f'---\ntitle: "{title}"\ndate: {document["published"]}\n---\n'
        path.write_text(head + document["text"].strip() + "\n", encoding="utf-8")
        written.append(path)
    return written


def _analysed(paths: Sequence[Path]) -> list[Analysis]:
    found = list(analyse_all(paths))
    failed = [each for each in found if not isinstance(each, Analysis)]
    if failed:
        raise SystemExit(f"{failed[0]}")
    return [each for each in found if isinstance(each, Analysis)]


def _outcome(case: dict[str, Any], analyses: Sequence[Analysis]) -> Outcome:
    records = [analysis_record(each) for each in analyses]
    found = find_lost(records, [claim for record in records for claim in record["claims"]])
    texts = {each.document.id: each.document.text for each in analyses}
    hits = [each for each in found if _meant(case, each, texts[each.document])]
    # A case may hold a second loss, which is neither asked for nor wrong.
    also = [each for each in found if _stand_in(case.get("also", ""), each, texts[each.document]) and "also" in case]
    wrong = tuple(f"{each.where}: {each.because}" for each in found if each not in (*hits, *also))
    return Outcome(case["id"], case["topic"], "words" in case, bool(hits), wrong)


def _meant(case: dict[str, Any], lost: Lost, text: str) -> bool:
    """Whether this is the loss that the case holds: where it says, in the words it says."""
    return "words" in case and lost.where == case["where"] and _stand_in(case["words"], lost, text)


def _stand_in(words: str, lost: Lost, text: str) -> bool:
    start = text.find(words)
    return start >= 0 and start < lost.span.end and lost.span.start < start + len(words)


def counts(found: Sequence[Outcome]) -> dict[str, tuple[int, int]]:
    """How many of how many: precision over what was found, recall over what was asked."""
    hits = sum(each.hit for each in found)
    given = hits + sum(len(each.wrong) for each in found)
    return {"precision": (hits, given), "recall": (hits, sum(each.asked for each in found))}


def share(hits: int, of: int) -> float:
    """The share; 1 of nothing."""
    return hits / of if of else 1.0


def interval(hits: int, of: int) -> tuple[float, float]:
    """The ends of Wilson's 95% interval: unlike the bootstrap's it has a width where all are right."""
    if not of:
        return 0.0, 1.0
    rate, spread = hits / of, Z * Z / of
    middle, half = rate + spread / 2, Z * math.sqrt(rate * (1 - rate) / of + spread / (4 * of))
    return (middle - half) / (1 + spread), (middle + half) / (1 + spread)


def main() -> None:
    """Prints the figures of each file of cases, and with `--verbose` each case that went wrong."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("files", nargs="*", type=Path, help="files of cases; all of the project's where none is named")
    asked.add_argument("--verbose", action="store_true")
    asked.add_argument("--read", type=Path, help="list what was lost in a folder of posts instead")
    chosen = asked.parse_args()
    if chosen.read:
        _list(_analysed(sorted(chosen.read.glob("*.md"))))
        return
    for path in chosen.files or sorted(CASES.glob("*.toml")):
        found = outcomes(cases(path))
        for name, (hits, of) in counts(found).items():
            low, high = interval(hits, of)
            print(
                f"{path.stem}  {name} {share(hits, of):.3f} [{low:.3f}, {high:.3f}]  {hits} of {of}, {len(found)} cases"
            )
        if chosen.verbose:
            _tell(found)


def _list(analyses: Sequence[Analysis]) -> None:
    records = [analysis_record(each) for each in analyses]
    for lost in find_lost(records, [claim for record in records for claim in record["claims"]]):
        print(f"{lost.document}  {lost.where}  {lost.because}")


def _tell(found: Sequence[Outcome]) -> None:
    for each in found:
        if each.asked and not each.hit:
            print(f"  {each.case} ({each.topic}): not found")
        for because in each.wrong:
            print(f"  {each.case} ({each.topic}): wrong  {because}")


if __name__ == "__main__":
    main()
