"""Runs the commands in the README's console blocks and puts what they print below them."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
# A block: the line with the command, then what it prints.
BLOCK = re.compile(r"(```console\n\$ counterclaim ([^\n]+)\n).*?(```)", re.DOTALL)


def printed(words: str) -> str:
    """What `counterclaim WORDS` prints when it is piped, run at the root of the project."""
    environment = os.environ | {"COUNTERCLAIM_GAZETTEER": str(ROOT / "examples" / "gazetteer.tsv")}
    command = [sys.executable, "-m", "counterclaim", *shlex.split(words)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def refreshed(text: str) -> str:
    """`text` with the output of every console block as it is today."""
    return BLOCK.sub(lambda block: block[1] + printed(block[2]) + block[3], text)


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
