"""Draws what the command prints in a terminal as an SVG for the README, without a font or a host from outside."""

from __future__ import annotations

import argparse
import os
import pty
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
WIDTH = 132
# Rich's own form names a font on a host; a picture in a repository asks nobody for anything.
FORM = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace; font-size: {char_height}px;
 line-height: {line_height}px; font-variant-east-asian: full-width; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">{matrix}</g>
</g>
</svg>
"""


def shown(words: list[str]) -> str:
    """What `counterclaim WORDS` prints in a terminal of that width, colours included."""
    ours, theirs = pty.openpty()
    gazetteer = str(ROOT / "examples" / "gazetteer.tsv")
    environment = os.environ | {"COLUMNS": str(WIDTH), "TERM": "xterm-256color", "COUNTERCLAIM_GAZETTEER": gazetteer}
    command = [sys.executable, "-m", "counterclaim", *words]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=theirs, stderr=subprocess.DEVNULL) as running:
        os.close(theirs)
        pieces = list(iter(lambda: _read(ours), b""))
    if running.returncode:
        raise SystemExit(f"counterclaim {' '.join(words)} ended with {running.returncode}")
    return b"".join(pieces).decode("utf-8").replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says "input/output error" where the other end has closed
        return b""


def main() -> None:
    """Writes the picture of one command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images" / "read.svg")
    parser.add_argument("words", nargs="+", help="the command's words, after `counterclaim`")
    wanted = parser.parse_args()
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True)
    console.print(Text.from_ansi(shown(wanted.words).rstrip()))
    wanted.out.parent.mkdir(parents=True, exist_ok=True)
    title = "counterclaim " + " ".join(Path(word).name for word in wanted.words)
    wanted.out.write_text(console.export_svg(title=title, code_format=FORM), encoding="utf-8")


if __name__ == "__main__":
    main()
