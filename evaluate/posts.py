"""Reads our own posts again: of the claims found in them, how many the ledger has that they were made from."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim import Ledger

HOME = Path(__file__).resolve().parents[1]
ENVIRONMENT = os.environ | {"COUNTERCLAIM_GAZETTEER": str(HOME / "examples" / "gazetteer.tsv")}
# Stand for what stood before them, and are equal in a headline and in the claim that it is made from.
STANDING_IN = frozenset({"it", "this", "that"})
UNNAMED = frozenset({"somebody", "unnamed"})
Record = dict[str, Any]


@dataclass(frozen=True)
class Round:
    """A ledger, the posts made from it, the claims it has, and those that reading the posts gives."""

    ledger: Path
    posts: tuple[Path, ...]
    told: tuple[Record, ...]
    found: tuple[Record, ...]


def run(*words: object) -> str:
    """What the command prints; raises CalledProcessError where it fails."""
    command = [sys.executable, "-m", "counterclaim", *map(str, words)]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout


def round_of(sources: Iterable[Path], folder: Path) -> Round:
    """Adds the sources to a new ledger, exports it as posts and reads these."""
    ledger, out = folder / "round.ledger", folder / "site"
    run("add", *sources, "--ledger", ledger)
    run("export", "--to", "jekyll", "--out", out, "--ledger", ledger)
    with Ledger(ledger) as book:
        told = tuple(book.claims())
    answer = json.loads(run("read", out / "_posts", "--format", "json"))
    found = tuple(_with_words(claim, each["text"]) for each in answer["documents"] for claim in each["claims"])
    return Round(ledger, tuple(sorted((out / "_posts").iterdir())), told, found)


def _with_words(claim: Record, text: str) -> Record:
    return claim | {"words": {"content": [text[start:end] for start, end in claim["content"]]}}


def strangers(found: Iterable[Record], told: Iterable[Record]) -> Iterator[str]:
    """Each claim that none of those told has: the same words or some of them in a row, by the same speaker."""
    known = [(speaker_words(each), content_words(each), each["act"]) for each in told]
    for each in found:
        speaker, words = speaker_words(each), content_words(each)
        if set(words) <= STANDING_IN:
            same = any(_alike(speaker, other) and act == each["act"] for other, _, act in known)
        else:
            same = any(_alike(speaker, other) and _within(words, more) for other, more, _ in known)
        if not same:
            yield f"{' '.join(sorted(speaker)) or 'nobody'}: {' '.join(words)}"


def content_words(claim: Record) -> list[str]:
    """The words of a claim, without signs and capitals."""
    return re.findall(r"\w+", " ".join(claim["words"]["content"]).casefold())


def speaker_words(claim: Record) -> frozenset[str]:
    """The words of the speaker's name: *Putin* and *Vladimir Putin* may be one; *somebody unnamed* is nobody known."""
    return frozenset(re.findall(r"\w+", ((claim["speaker"] or {}).get("name") or "").casefold())) - UNNAMED


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one if one and other else not one


def _within(words: list[str], more: list[str]) -> bool:
    return any(more[at : at + len(words)] == words for at in range(len(more) - len(words) + 1))


def sources_of(paths: Iterable[Path], every: int) -> list[Path]:
    """Every so-many-th of the posts under `paths`, in the order of their names."""
    files = sorted(file for path in paths for file in (path.rglob("*.md") if path.is_dir() else [path]))
    return [file for file in files if file.name != "README.md"][::every]


def main() -> None:
    """Prints how many claims were found in the posts, and how many of them the ledger has."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every so-many-th post")
    parser.add_argument("--verbose", action="store_true", help="name the claims that the ledger lacks")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        done = round_of(sources_of(given.paths, given.every), Path(folder))
        lacking = list(strangers(done.found, done.told))
    if given.verbose:
        print("\n".join(lacking))
    known = len(done.found) - len(lacking)
    print(f"{len(done.posts)} posts, {len(done.found)} claims found in them, {known} of them in the ledger")


if __name__ == "__main__":
    main()
