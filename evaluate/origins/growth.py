"""Measures what adding an article costs while a ledger grows: processor time, pairs, memory, size of the file."""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from counterclaim.ledger import Ledger, shelf
from counterclaim.model.document import Document
from evaluate.origins.made import report, story
from evaluate.origins.measure import analysis_of, document_of
from evaluate.origins.variants import WAYS

# One article of five is a copy of an earlier one of the last few.
COPIES = 5
WINDOW = 400
SIZES = (1_000, 5_000, 10_000, 20_000)


def documents(seed: int) -> Iterator[Document]:
    """Articles without end, one of five a copy of one before."""
    draw, number = Random(seed), 0
    while True:
        told = story(draw, f"a{number}")
        text = report(told, draw)
        yield document_of(text, number)
        if number % COPIES == 0:
            yield document_of(WAYS[draw.choice(sorted(WAYS))](told, text, draw), number + 1)
        number += 2


def windows(path: Path, sizes: Sequence[int]) -> Iterator[str]:
    """A line on the articles added just before the ledger has each of the sizes."""
    looked = _counting()
    spent: list[tuple[float, int, int]] = []
    with Ledger(path, create=True) as ledger:
        for count, document in enumerate(documents(7), 1):
            before, pairs = time.process_time(), dict(looked)
            ledger.add(analysis_of(document))
            cost = time.process_time() - before
            spent.append((cost, looked["met"] - pairs["met"], looked["read"] - pairs["read"]))
            if count in sizes:
                yield _line(count, spent[-WINDOW:], path)
                spent.clear()
            if count == max(sizes):
                return


def _counting() -> dict[str, int]:
    """Counts pairs that meet under enough keys and pairs whose words are compared, from here on."""
    looked = {"met": 0, "read": 0}

    def counted(name: str, what: str) -> None:
        plain = getattr(shelf, name)

        def counting(*given: object, **options: object) -> object:
            looked[what] += 1
            return plain(*given, **options)

        setattr(shelf, name, counting)

    counted("judged", "met")
    counted("kinship", "read")
    return looked


def _line(count: int, spent: Sequence[tuple[float, int, int]], path: Path) -> str:
    cost, met, read = ([each[at] for each in spent] for at in range(3))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 2**20
    return (
        f"{count} articles: mean {1000 * statistics.mean(cost):.2f} ms, median {1000 * statistics.median(cost):.2f}, "
        f"most {1000 * max(cost):.0f}; pairs met {statistics.mean(met):.0f}, "
        f"compared {statistics.mean(read):.1f} (most {max(read)}); memory {memory:.0f} MiB, file {size:.0f} MiB"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        for line in windows(Path(folder) / "growing.db", given.sizes):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
