"""Writes to the terminal or the pipe: every line made harmless, colours and tables only where a person looks on."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from counterclaim.publish.neutral import visible

GAP = "  "
STEP = "  "
NARROWEST = 20
# A single long name must not push what stands behind it out of sight: a terminal folds it, a pipe lets it run over.
# In a terminal a column beside the words has a fifth of it, so that in 80 columns the words still have room.
SHARE = 5
NARROWEST_DRAWN = 14
WIDEST_ALIGNED = 40


def interactive(stream: TextIO | None = None) -> bool:
    """Whether a person looks at `stream` (stdout by default) in a terminal."""
    return (stream or sys.stdout).isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns to write in: those of the terminal, 120 in a pipe so that output does not depend on a window."""
    return Console().width if interactive() else 120


def out(line: str = "", *, style: str | None = None) -> None:
    """One line to stdout; what an article put into it to steer a terminal only looks."""
    _write(sys.stdout, visible(line), style)


def paragraph(line: str, *, style: str | None = None) -> None:
    """One line to stdout; in a terminal folded at blanks, what follows standing under its beginning, a step in."""
    shown = visible(line)
    if not interactive():
        out(shown, style=style)
        return
    lead = " " * (len(shown) - len(shown.lstrip(" ")))
    room = max(width() - len(lead), NARROWEST)
    for number, piece in enumerate(textwrap.wrap(shown.strip(" "), room - len(STEP), break_on_hyphens=False)):
        out(f"{lead}{STEP if number else ''}{piece}", style=style)


def err(line: str) -> None:
    """One line to stderr, marked as ours."""
    _write(sys.stderr, f"counterclaim: {visible(line)}", None)


def raw(text: str) -> None:
    """Text for programs (JSON, CSV), already neutralised by what wrote it, in UTF-8 whatever the locale."""
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(text)
    else:
        binary.write(text.encode("utf-8", "backslashreplace"))


def rows(header: Sequence[str], body: Iterable[Sequence[str]], *, wide: int) -> None:
    """A table: drawn in a terminal, column `wide` taking what room there is; aligned by blanks in a pipe."""
    cells = [[visible(cell) for cell in row] for row in body]
    if interactive():
        Console(highlight=False).print(_drawn(header, cells, wide))
    else:
        for line in _aligned([list(header), *cells]):
            _write(sys.stdout, line, None)


def _drawn(header: Sequence[str], cells: list[list[str]], wide: int) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for number, name in enumerate(header):
        ratio, most = (1, None) if number == wide else (None, max(width() // SHARE, NARROWEST_DRAWN))
        table.add_column(name, overflow="fold", header_style="bold", ratio=ratio, max_width=most)
    for row in cells:
        # Text, not str: square brackets in an article are not rich's markup.
        table.add_row(*(Text(cell) for cell in row))
    return table


def _aligned(cells: list[list[str]]) -> Iterable[str]:
    longest = [max(len(row[number]) for row in cells) for number in range(len(cells[0]))]
    widths = [min(size, WIDEST_ALIGNED) for size in longest]
    for row in cells:
        yield GAP.join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip()


def _write(stream: TextIO, line: str, style: str | None) -> None:
    if style and interactive(stream):
        Console(file=stream, highlight=False).print(Text(line, style=style), soft_wrap=True)
        return
    # A terminal of another encoding shows what it lacks as an escape and does not end the run.
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
