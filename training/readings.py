"""Reads the examples once: the parse, and what the rules find in it, kept in a file so that a second run need not."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from counterclaim.claim.attribution import by_rules
from counterclaim.claim.attribution.trained.shown import Shown, shown
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Reading
from counterclaim.understand import understand
from training.corpora import Example


@dataclass(frozen=True)
class Prepared:
    """An example with its reading and with what the rules find in it."""

    example: Example
    reading: Reading
    ruled: tuple[Attribution, ...]

    @cached_property
    def view(self) -> Shown:
        """The reading as it is shown to the network."""
        return shown(self.reading)


def prepared(name: str, examples: Iterable[Example], folder: Path, *, jobs: int) -> list[Prepared]:
    """
    All examples prepared, from `folder`/NAME.pickle where they are, else made and kept there.

    Delete the file after a change of the rules, the parser or the texts.
    """
    kept = folder / f"{name}.pickle"
    if not kept.is_file():
        with ProcessPoolExecutor(jobs) as pool:
            made = list(pool.map(prepare, examples, chunksize=8))
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(made))
    found: list[Prepared] = pickle.loads(kept.read_bytes())
    print(f"{name}: {len(found)} texts, {sum(len(each.example.marked) for each in found)} attributions", flush=True)
    return found


def prepare(example: Example) -> Prepared:
    """One example."""
    reading = understand(example.document)
    return Prepared(example, reading, by_rules(reading))
