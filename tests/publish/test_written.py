"""A file is written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from counterclaim.publish.written import WriteError, write_whole


def breaking() -> Iterator[str]:
    """A source of text that fails half way."""
    yield "half"
    raise RuntimeError("the source broke")


def test_a_file_is_written_with_its_line_ends_as_they_are(tmp_path: Path) -> None:
    """CSV's line ends are not doubled, whatever the system."""
    write_whole(tmp_path / "a.csv", ["é\r\n", "b"])
    assert (tmp_path / "a.csv").read_bytes() == "é\r\nb".encode()


def test_what_breaks_half_way_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    """The old content stays, and nothing half-written lies beside it."""
    path = tmp_path / "a.jsonl"
    path.write_text("old")
    with pytest.raises(RuntimeError):
        write_whole(path, breaking())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_missing_is_named_in_one_line(tmp_path: Path) -> None:
    """The error names the file, the reason and the remedy."""
    with pytest.raises(WriteError, match=r"missing.+--out") as caught:
        write_whole(tmp_path / "missing" / "a.csv", ["x"])
    assert "\n" not in str(caught.value)


def test_the_permissions_of_a_replaced_file_stay(tmp_path: Path) -> None:
    """A file that others could not read is not opened to them."""
    path = tmp_path / "a.csv"
    path.write_text("old")
    path.chmod(0o600)
    write_whole(path, ["new"])
    assert path.stat().st_mode & 0o777 == 0o600
