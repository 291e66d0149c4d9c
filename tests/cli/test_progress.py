"""What a person at a terminal is told while they wait."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from counterclaim.cli.progress import tell_of_index
from counterclaim.understand.gazetteer_index import index_name


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """Somebody looks on."""
        return True


def told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, cache: Path) -> str:
    """What stands on stderr before a run whose cache folder is `cache`."""
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COUNTERCLAIM_CACHE", str(cache))
    tell_of_index()
    return stream.getvalue()


def test_the_first_run_says_that_it_builds_the_index(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Some seconds of silence would look like a hang."""
    line = told(monkeypatch, Terminal(), tmp_path / "not" / "there")
    assert line == "counterclaim: building the index of place names (once, some seconds) ...\n"


def test_later_runs_and_pipes_are_not_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """There is nothing to wait for, or nobody who waits."""
    assert told(monkeypatch, io.StringIO(), tmp_path) == ""
    (tmp_path / index_name()).touch()
    assert told(monkeypatch, Terminal(), tmp_path) == ""
