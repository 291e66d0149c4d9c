"""Shows how far a run over many files is: a bar in a terminal, nothing in a pipe until the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

import counterclaim
from counterclaim.cli.terminal import err, interactive
from counterclaim.publish.neutral import visible
from counterclaim.understand.gazetteer_index import cache_folders, index_name

# Long enough for a name to be told apart, short enough for one line.
LONGEST_NAME = 40


def _silent(name: str) -> None:
    """In a pipe nobody watches."""


def tell_of_index() -> None:
    """Says on a terminal why the first run of all seems to stand still."""
    if not interactive(sys.stderr):
        return
    with suppress(OSError):
        for folder in cache_folders():
            if (folder / index_name(folder)).is_file():
                return
            if _writable(folder):
                break
    err("building the index of place names (once, some seconds) ...")


def _writable(folder: Path) -> bool:
    """Whether the index will be built in `folder`, which may have to be made first."""
    there = next(each for each in (folder, *folder.parents) if each.exists())
    return os.access(there, os.W_OK)


@contextmanager
def progress(doing: str, paths: Iterable[Path]) -> Iterator[Callable[[str], None]]:
    """
    Gives a function to call with the name of the file of each document done, of all files under `paths`.

    The bar is on stderr, so that stdout stays clean.
    """
    if not interactive(sys.stderr):
        yield _silent
        return
    tell_of_index()
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as bar:
        task = bar.add_task(doing, total=counterclaim.count_files(paths))
        done: set[str] = set()

        def step(name: str) -> None:
            done.add(name)
            bar.update(task, completed=len(done), description=f"{doing} {visible(name)[-LONGEST_NAME:]}")

        yield step


@contextmanager
def steps(doing: str) -> Iterator[Callable[[str], None]]:
    """Gives a function to call with the name of each thing that is done, of a number that nobody knows before."""
    if not interactive(sys.stderr):
        yield _silent
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda name: bar.update(task, description=f"{doing} {visible(name)[-LONGEST_NAME:]}")
