"""Measures articles per CPU second, stage by stage, with peak memory, and writes the table into docs/results.md."""

from __future__ import annotations

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))
# As the command itself does.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("COUNTERCLAIM_GAZETTEER", str(HOME / "examples" / "gazetteer.tsv"))

from evaluate.report import put_between  # noqa: E402

from bench.stages import MEANING, STAGES, Costs, measure  # noqa: E402 - the path has to be set first
from counterclaim import Ledger  # noqa: E402

NEWS = HOME.parent / "shared" / "data" / "news"
EXAMPLES = HOME / "examples" / "posts"
BEGIN, END = "<!-- bench: written by make bench -->", "<!-- end of bench -->"
# Enough rounds over the few examples that a figure does not move by more than a few percent from run to run.
EXAMPLES_REPEATED = 60
# Model, place index and tables are loaded at first use; that is the start, not the cost of an article.
WARMED_WITH = 3
KILOBYTES_PER_MEGABYTE = 1024


def articles(limit: int | None) -> tuple[str, list[Path]]:
    """What is measured on, in words, and its files."""
    if NEWS.is_dir():
        # The folder's own README stands among them.
        chosen = sorted(NEWS.glob("[0-9]*.md"))[:limit]
        return f"{len(chosen)} openly licensed news articles", chosen
    print(f"skipped: {NEWS.name} (kept beside the project, not here); measuring on the examples, repeated")
    posts = sorted(EXAMPLES.glob("*.md"))
    chosen = list(islice(cycle(posts), limit or EXAMPLES_REPEATED))
    return f"the {len(posts)} example posts, repeated to {len(chosen)}", chosen


def started(folder: Path) -> float:
    """CPU seconds that loading takes: the parser, the place index and all tables, for the first articles."""
    began = time.process_time()
    with Ledger(folder / "warm.ledger", create=True) as ledger:
        measure(sorted(EXAMPLES.glob("*.md"))[-WARMED_WITH:], ledger)
    return time.process_time() - began


def commanded(paths: list[Path], folder: Path) -> float:
    """CPU seconds of `counterclaim add` over the same files as a user runs it: its start and its processes included."""
    before = _children()
    names = [str(path) for path in dict.fromkeys(paths)]
    command = [sys.executable, "-m", "counterclaim", "add", *names, "--ledger", str(folder / "whole.ledger")]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def megabytes() -> float:
    """The most memory this process has held at once."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / KILOBYTES_PER_MEGABYTE / (KILOBYTES_PER_MEGABYTE if sys.platform == "darwin" else 1)


def table(costs: Costs) -> Iterator[str]:
    """One line a stage: its share, and the CPU milliseconds of an article."""
    totals = costs.totals()
    whole = sum(totals)
    yield "| stage | share | ms an article | p95 ms |"
    yield "|---|---|---|---|"
    for stage in STAGES:
        spent = [article.get(stage, 0.0) for article in costs.articles]
        yield f"| {stage} | {costs.of(stage) / whole:.1%} | {_ms(statistics.fmean(spent))} | {_ms(_p95(spent))} |"
    yield f"| all | 100% | {_ms(statistics.fmean(totals))} | {_ms(_p95(totals))} |"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f}"


def _p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


def sentences(costs: Costs, start: float, whole: tuple[int, float]) -> Iterator[str]:
    """The figures that are not those of one stage."""
    totals = costs.totals()
    spent, (count, command) = sum(totals), whole
    yield f"- **{len(totals) / spent:.1f} articles per CPU second**, all stages together, in one process"
    yield f"- `counterclaim add`, {count} files, start and processes included: {count / command:.1f} per CPU second"
    yield f"- one article: median {_ms(statistics.median(totals))} ms, 95% below {_ms(_p95(totals))} ms"
    meaning = 1000 * sum(costs.of(stage) for stage in MEANING) / costs.words * 500
    yield f"- who, when, where, how many and what ({', '.join(MEANING)}): {meaning:.0f} ms for 500 words"
    yield f"- {costs.characters / spent / 1000:.0f},000 characters and {costs.claims / spent:.0f} claims per CPU second"
    yield f"- to start: {start:.1f} CPU seconds; most memory held: {megabytes():.0f} MB"
    yield f"- {len(costs.failures)} articles could not be read"


def heading(words: str) -> str:
    """What was run, on what, when, and on what kind of machine."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    today = datetime.now(UTC).date().isoformat()
    return f"`make bench`, {today}, on {words}; {machine}, {python}. CPU time, not wall time."


def main() -> int:
    """Prints the figures; exit code 1 where an article failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, help="only so many articles")
    parser.add_argument("--write", action="store_true", help="also write docs/results.md")
    wanted = parser.parse_args()
    words, paths = articles(wanted.limit)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = started(folder)
        with Ledger(folder / "bench.ledger", create=True) as ledger:
            costs = measure(paths, ledger)
        whole = len(set(paths)), commanded(paths, folder)
    told = "\n".join([heading(words), "", *sentences(costs, start, whole), "", *table(costs), ""])
    print(told)
    print("\n".join(costs.failures))
    if wanted.write:
        put_between((BEGIN, END), told, HOME / "docs" / "results.md")
    return bool(costs.failures)


if __name__ == "__main__":
    sys.exit(main())
