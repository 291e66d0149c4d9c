"""Counts articles of a folder that share an origin with another: none should where no two are the same."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from counterclaim.model.document import Document
from counterclaim.read import read
from evaluate.origins.measure import origins_of


def merged(folder: Path) -> tuple[int, list[tuple[str, ...]]]:
    """How many documents a folder has, and the paths of those that were joined."""
    documents = {each.id: each for each in read([folder]) if isinstance(each, Document)}
    groups: dict[str, list[str]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as place:
        for document, origin in origins_of(documents.values(), Path(place) / "news.db").items():
            groups[origin].append(documents[document].path or document)
    return len(documents), sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the joined documents; says so where the folder is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    if not folder.is_dir():
        sys.stdout.write(f"skipped: {folder} is not here\n")
        return
    count, groups = merged(folder)
    sys.stdout.write(f"{count} documents, {len(groups)} groups that share an origin\n")
    for group in groups:
        sys.stdout.write(f"  {' | '.join(group)}\n")


if __name__ == "__main__":
    main()
