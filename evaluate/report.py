"""Writes the figures into docs/results.md, between two marks, and leaves what people wrote around them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from evaluate.intervals import Figure

BEGIN, END = "<!-- figures: written by make evaluate -->", "<!-- end of figures -->"


def write(found: dict[str, list[Figure]], path: Path, today: date) -> None:
    """Replaces what stands between the two marks of `path`; raises ValueError where a mark is missing."""
    before, rest = path.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    tables = "\n".join(_table(name, rows) for name, rows in found.items())
    said = f"`make evaluate`, {today.isoformat()}. F1 or share right, 95% interval by bootstrap over documents.\n"
    path.write_text(f"{before}{BEGIN}\n{said}\n{tables}{END}{after}", encoding="utf-8")


def _table(name: str, rows: list[Figure]) -> str:
    lines = [f"**{name}**\n", "| what | figure | interval | asked |", "|---|---|---|---|"]
    lines += [f"| {row.name} | {row.value:.3f} | {row.low:.3f} - {row.high:.3f} | {row.asked} |" for row in rows]
    return "\n".join(lines) + "\n"
