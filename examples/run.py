"""Reads the example posts and feed into a ledger, prints what it found and publishes it: what `make run` runs."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def counterclaim(*words: str) -> int:
    """Runs the command as a user would, with the gazetteer of the fictional country; gives its exit code."""
    environment = os.environ | {"COUNTERCLAIM_GAZETTEER": str(HERE / "gazetteer.tsv")}
    sys.stdout.write(f"\n$ counterclaim {' '.join(words)}\n\n")
    sys.stdout.flush()
    return subprocess.run([sys.executable, "-m", "counterclaim", *words], env=environment, check=False).returncode


def main() -> int:
    """Adds the examples to a new ledger, checks and exports it, prints what it holds, and publishes the site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out"), help="folder for the ledger and the exports")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    ledger = out / "examples.ledger"
    for old in out.glob("examples.ledger*"):
        old.unlink()
    name = str(ledger)
    codes = [
        counterclaim("add", str(HERE / "posts"), str(HERE / "feeds"), "--ledger", name),
        counterclaim("verify", "--ledger", name),
        counterclaim("export", "--ledger", name, "--format", "jsonl", "--out", str(out / "examples.jsonl")),
        counterclaim("export", "--ledger", name, "--format", "csv", "--out", str(out / "examples.csv")),
        counterclaim("show", "--ledger", name, "--limit", "100"),
        counterclaim("publish", "--ledger", name, "--settings", str(HERE / "publish.yaml"), "--out", str(out / "site")),
    ]
    sys.stdout.write(
        f"\nThe site is {(out / 'site' / 'index.html').resolve()}: open it in a browser.\n"
        f"The ledger is {ledger}, its exports are {out / 'examples.jsonl'} and {out / 'examples.csv'}.\n"
        f"Ask it: counterclaim search Kursk --ledger {ledger}\n"
        f"One post alone: counterclaim read {next(iter(sorted((HERE / 'posts').iterdir())))}\n"
    )
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
