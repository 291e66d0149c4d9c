"""Scores the program on every gold set that is there, compares with the floors, and writes the figures down."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))
os.environ.setdefault("COUNTERCLAIM_GAZETTEER", str(HOME / "examples" / "gazetteer.tsv"))

from counterclaim import Analysis, analyse_all, answer_record  # noqa: E402 - the path has to be set first
from evaluate import polnear  # noqa: E402
from evaluate.intervals import Figure, figures  # noqa: E402
from evaluate.report import write, write_accuracy  # noqa: E402
from evaluate.scoring import Tally, score  # noqa: E402

SHARED = HOME.parent / "shared"
FLOORS = HOME / "evaluate" / "floors.json"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Gold files and the posts they belong to, by the stem of their names."""

    name: str
    gold: Path
    posts: Path

    def pairs(self) -> list[tuple[Path, Path]]:
        """Each gold file with its post; a folder with one gold file and one post needs no equal names."""
        posts = {post.stem: post for post in sorted(self.posts.glob("*.md"))}
        golds = [path for path in sorted(self.gold.glob("*.json")) if not path.name.startswith("_")]
        if len(golds) == 1 and len(posts) == 1:
            return [(golds[0], next(iter(posts.values())))]
        return [(path, posts[path.stem]) for path in golds if path.stem in posts]


SETS = (
    GoldSet("examples", HOME / "evaluate" / "gold", HOME / "examples" / "posts"),
    GoldSet("seed", SHARED / "seed", SHARED / "seed"),
    GoldSet("open news, seen in training", SHARED / "gold" / "news", SHARED / "data" / "news"),
)
# The networks of the five folds, as `make train` leaves them; each read four fifths of the open news.
FOLDS = HOME / "out" / "training"
WEIGHTS = "COUNTERCLAIM_WEIGHTS"


def measured(chosen: GoldSet) -> list[Figure]:
    """The figures of one set."""
    pairs = chosen.pairs()
    analyses = analyse_all([post for _, post in pairs], jobs=2)
    return figures([_tally(gold, each) for (gold, _), each in zip(pairs, analyses, strict=True)])


def unseen(folds: Path) -> list[Figure]:
    """The figures of the open news, each article read by the network of a fold that was not trained on it."""
    pairs, tallies = SETS[-1].pairs(), []
    before = os.environ.get(WEIGHTS, "")
    for fold, folder in enumerate(folders_of(folds)):
        os.environ[WEIGHTS] = str(folder)
        mine = pairs[fold :: len(folders_of(folds))]
        analyses = analyse_all([post for _, post in mine], jobs=2)
        tallies += [_tally(gold, each) for (gold, _), each in zip(mine, analyses, strict=True)]
    os.environ[WEIGHTS] = before
    return figures(tallies)


def folders_of(folds: Path) -> list[Path]:
    """The folders of the folds' networks, in their order; none where one is missing."""
    wanted = [folds / f"open.fold{fold}.seed0" for fold in range(5)]
    return wanted if all((each / "extractor.onnx").is_file() for each in wanted) else []


def _tally(gold: Path, found: object) -> Tally:
    if not isinstance(found, Analysis):
        raise SystemExit(f"{gold.name}: {found}")
    answer: dict[str, Any] = answer_record([found], links=found.disputes.links, matters=found.disputes.matters)
    return score(json.loads(gold.read_text(encoding="utf-8")), answer)


def all_sets(folds: Path = FOLDS) -> Iterator[tuple[str, list[Figure]]]:
    """Name and figures of each set that is there; what is missing is said and left out."""
    if folders_of(folds) and SETS[-1].gold.is_dir():
        yield "open news", unseen(folds)
    else:
        print("skipped: open news, unseen (the networks of the five folds are not here; `make train` leaves them)")
    for chosen in SETS:
        if chosen.gold.is_dir() and chosen.posts.is_dir():
            yield chosen.name, measured(chosen)
        else:
            print(f"skipped: {chosen.name} ({chosen.gold.name} is kept beside the project and is not here)")
    if (SHARED / "data" / "polnear" / "dev.jsonl").is_file():
        yield "PolNeAR dev", polnear.figures(SHARED)
    else:
        print("skipped: PolNeAR dev (the corpus is kept beside the project and is not here)")


def below(found: dict[str, list[Figure]], floors: dict[str, dict[str, float]]) -> list[str]:
    """What fell below its floor; a figure that has a floor and was not measured counts as fallen."""
    fallen = []
    for name, rows in found.items():
        values = {row.name: row.value for row in rows}
        for figure, floor in floors.get(name, {}).items():
            if values.get(figure, -1.0) < floor:
                fallen.append(f"{name}: {figure} is {values.get(figure, float('nan')):.3f}, its floor is {floor}")
    return fallen


def main() -> int:
    """Prints the figures; exit code 1 where one is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare with the floors")
    parser.add_argument("--write", action="store_true", help="also write docs/results.md")
    parser.add_argument("--folds", type=Path, default=FOLDS, help="folder with the networks of the five folds")
    wanted = parser.parse_args()
    found = {}
    for name, rows in all_sets(wanted.folds):
        found[name] = rows
        print(f"\n{name}")
        for row in rows:
            print(f"  {row.name:22} {row}  of {row.asked}")
    fallen = below(found, json.loads(FLOORS.read_text(encoding="utf-8")))
    print("\n" + ("\n".join(fallen) if fallen else "no figure is below its floor"))
    if wanted.write:
        write(found, HOME / "docs" / "results.md", datetime.now(UTC).date())
        write_accuracy(found, HOME / "src" / "counterclaim" / "data" / "accuracy.tsv")
    return bool(fallen)


if __name__ == "__main__":
    sys.exit(main())
