"""Writes the figures into docs/results.md, between two marks, and leaves what people wrote around them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from evaluate.intervals import Figure

# The sets whose figures tell a reader of a site what to expect; the examples and the seed are too few for that.
SHOWN = ("open news", "PolNeAR dev")
HEADER = "set\twhat\tfigure\tlow\thigh\tasked"
BEGIN, END = "<!-- figures: written by make evaluate -->", "<!-- end of figures -->"


def write(found: dict[str, list[Figure]], path: Path, today: date) -> None:
    """Replaces the figures in `path`; raises ValueError where a mark is missing."""
    tables = "\n".join(_table(name, rows) for name, rows in found.items())
    said = f"`make evaluate`, {today.isoformat()}. F1 or share right, 95% interval by bootstrap over documents.\n"
    put_between((BEGIN, END), f"{said}\n{tables}", path)


def write_accuracy(found: dict[str, list[Figure]], path: Path) -> None:
    """Writes the table of figures that the published site shows; sets that were not measured keep their rows."""
    comments = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    kept = [line for line in _rows_of(path) if line.split("\t")[0] not in found]
    rows = [
        f"{name}\t{row.name}\t{row.value:.3f}\t{row.low:.3f}\t{row.high:.3f}\t{row.asked}"
        for name, figures in found.items()
        for row in figures
        if name in SHOWN
    ]
    path.write_text("\n".join([*comments, HEADER, *sorted([*kept, *rows], key=_set)]) + "\n", encoding="utf-8")


def _rows_of(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#") and line != HEADER]


def _set(line: str) -> int:
    """The larger set first; rows of one set stay in their order."""
    return SHOWN.index(line.split("\t", maxsplit=1)[0])


def put_between(marks: tuple[str, str], words: str, path: Path) -> None:
    """Replaces what stands between two marks of `path`, each on a line of its own; ValueError where one is missing."""
    text = path.read_text(encoding="utf-8")
    if any(text.count(mark) != 1 for mark in marks):
        raise ValueError(f"{path.name} needs the lines {marks[0]!r} and {marks[1]!r}, each once")
    before, rest = text.split(marks[0])
    _, after = rest.split(marks[1])
    path.write_text(f"{before}{marks[0]}\n{words}{marks[1]}{after}", encoding="utf-8")


def _table(name: str, rows: list[Figure]) -> str:
    lines = [f"**{name}**\n", "| what | figure | interval | asked |", "|---|---|---|---|"]
    lines += [f"| {row.name} | {row.value:.3f} | {row.low:.3f} - {row.high:.3f} | {row.asked} |" for row in rows]
    return "\n".join(lines) + "\n"
