"""Tells failures in one line each on stderr."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.cli.terminal import err
from counterclaim.model.analysis import Failure


def tell(failures: Iterable[Failure]) -> int:
    """Writes each failure to stderr and gives their number."""
    count = 0
    for failure in failures:
        err(f"{failure.path}: {failure.reason}")
        count += 1
    return count
