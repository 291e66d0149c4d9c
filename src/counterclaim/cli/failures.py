"""Tells in one line each on stderr what could not be read, or not wholly, or not as well as it could be."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from counterclaim.cli.terminal import err
from counterclaim.model.analysis import Analysis, Failure


def tell(failures: Iterable[Failure]) -> int:
    """Writes each failure to stderr and gives their number."""
    count = 0
    for failure in failures:
        err(f"{failure.path}: {failure.reason}")
        count += 1
    return count


def tell_notes(found: Iterable[Analysis | Failure]) -> int:
    """The same for documents of which a part could not be read."""
    documents = [each.document for each in found if isinstance(each, Analysis)]
    return tell(Failure(document.path or document.id, note) for document in documents for note in document.notes)


def tell_if_nothing(paths: Iterable[Path], found: object) -> None:
    """Says so where `found` is empty: a folder without a file that can be read fails no file."""
    if not found:
        err(
            f"nothing to read in {', '.join(map(str, paths))}: give posts, pages, feeds, plain texts or folders of them"
        )


def tell_if_rules_alone() -> None:
    """Says so where the trained network is not at work though nobody asked for that."""
    # Imported here, since it brings the whole stage with it and `--help` needs none of that.
    from counterclaim.claim.attribution.trained import missing  # noqa: PLC0415

    if reason := missing():
        err(f"attributions are found by the rules alone, which miss more and cut less exactly: {reason}")
