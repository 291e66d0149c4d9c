"""A file is written whole or not at all."""

from __future__ import annotations

import os
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


def test_a_device_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    """What is no file stays what it is: a pipe here, /dev/stdout or /dev/full elsewhere."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, ["through ", "it"])
    assert os.read(reader, 100) == b"through it"
    os.close(reader)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_link_is_followed(tmp_path: Path) -> None:
    """The file it leads to is written, and the link stays."""
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", ["x"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "x"


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    """It is named as one, with what to do."""
    with pytest.raises(WriteError, match="it is a folder; name a file in it"):
        write_whole(tmp_path, ["x"])


def test_the_permissions_of_a_replaced_file_stay(tmp_path: Path) -> None:
    """A file that others could not read is not opened to them."""
    path = tmp_path / "a.csv"
    path.write_text("old")
    path.chmod(0o600)
    write_whole(path, ["new"])
    assert path.stat().st_mode & 0o777 == 0o600
