"""
Measures the product on the hard pairs.

`python -m evaluate.hard [--half dev|test] [--group between|inside] [--verbose] [--write]`
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
os.environ.setdefault("COUNTERCLAIM_GAZETTEER", str(HOME / "examples" / "gazetteer.tsv"))

from evaluate.hard.pairs import GROUPS, HALVES, faults, pairs  # noqa: E402 - the gazetteer has to be named first
from evaluate.hard.run import outcomes  # noqa: E402
from evaluate.hard.scoring import Outcome, by_cause, right, summary  # noqa: E402
from evaluate.report import put_between  # noqa: E402

MARKS = ("<!-- hard pairs: written by python -m evaluate.hard --write -->", "<!-- end of hard pairs -->")
TITLES = {"between": "Between sides", "inside": "Inside one side"}


def main() -> int:
    """Prints the figures of each group and half; exit code 1 where a pair is not as it must be."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--half", choices=HALVES, help="only this half; dev may be looked at, test is for measuring")
    asked.add_argument("--group", choices=GROUPS, help="only disputes between sides, or only those inside one")
    asked.add_argument("--verbose", action="store_true", help="name each wrong decision of the half dev")
    asked.add_argument("--write", action="store_true", help="write the figures into docs/results.md")
    wanted = asked.parse_args()
    if wanted.write and (wanted.half or wanted.group):
        asked.error("--write wants all pairs; leave --half and --group out")
    chosen = [pair for pair in pairs(half=wanted.half) if wanted.group in (None, pair.group)]
    wrong = [fault for pair in chosen for fault in faults(pair)]
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    found = list(outcomes(chosen))
    for line in _report(found):
        print(line)
    if wanted.verbose:
        _tell([each for each in found if each.pair.half == "dev" and not right(each)])
    if wanted.write:
        put_between(MARKS, "\n".join(_tables(found)) + "\n", HOME / "docs" / "results.md")
    return 0


def _report(found: Sequence[Outcome]) -> Iterator[str]:
    for title, chosen in _sets(found):
        yield f"\n{title}"
        yield from (f"  {row}" for row in summary(chosen))
        for cause, good, false in by_cause(chosen):
            yield f"    {cause:28} right {good.hits:2} of {good.of:2}   false {false.hits} of {false.of}"


def _sets(found: Sequence[Outcome]) -> Iterator[tuple[str, list[Outcome]]]:
    """Each half of each group, under its title."""
    for group, half in product(GROUPS, HALVES):
        chosen = [each for each in found if (each.pair.group, each.pair.half) == (group, half)]
        if chosen:
            yield f"{TITLES[group]}, {half} ({len(chosen)})", chosen


def _tables(found: Sequence[Outcome]) -> Iterator[str]:
    """One table of the figures, a column to each half of each group, and one of the causes, both halves together."""
    titles, sets = zip(*_sets(found), strict=True)
    rows = [summary(chosen) for chosen in sets]
    yield f"| what | {' | '.join(titles)} |"
    yield f"|---|{'---|' * len(sets)}"
    yield from (
        f"| {row[0].name.strip()} | {' | '.join(each.figure for each in row)} |" for row in zip(*rows, strict=True)
    )
    yield "\n| cause | right | false denies or contradicts |\n|---|---|---|"
    yield from (
        f"| {cause} | {good.hits} of {good.of} | {false.hits} of {false.of} |" for cause, good, false in by_cause(found)
    )


def _tell(wrong: Sequence[Outcome]) -> None:
    for each in wrong:
        missing = [name for name, there in zip(("first", "second"), each.found, strict=True) if not there]
        gave = ", ".join(sorted(each.kinds)) or "no link"
        lost = f"; not found: {', '.join(missing)}" if missing else ""
        print(f"  {each.pair.id}: {each.pair.decision}, gave {gave}{lost}")


if __name__ == "__main__":
    sys.exit(main())
