"""Shows how far a run over many files is: a bar in a terminal, nothing in a pipe until the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from counterclaim.cli.terminal import interactive
from counterclaim.publish.neutral import visible

# Long enough for a name to be told apart, short enough for one line.
LONGEST_NAME = 40


def _silent(name: str) -> None:
    """In a pipe nobody watches."""


@contextmanager
def progress(doing: str, total: int | None = None) -> Iterator[Callable[[str], None]]:
    """Gives a function to call with the name of each file done; the bar is on stderr, so that stdout stays clean."""
    if not interactive(sys.stderr):
        yield _silent
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as bar:
        task = bar.add_task(doing, total=total)

        def step(name: str) -> None:
            bar.update(task, advance=1, description=f"{doing} {visible(name)[-LONGEST_NAME:]}")

        yield step
