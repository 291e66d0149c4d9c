"""Files and folders are read in one order, and what is wrong with one does not stop the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from counterclaim.model.analysis import Failure
from counterclaim.model.identity import identity_of_bytes
from counterclaim.read import read
from counterclaim.read.files import reason_of
from read_made import post, write


def outcome(*paths: Path) -> list[str]:
    """The text, or the reason, of each result."""
    return [each.reason if isinstance(each, Failure) else each.text for each in read(paths)]


def test_folders_are_read_in_the_order_of_names(tmp_path: Path) -> None:
    """Recursively; hidden files and unknown suffixes are left out there, but read where they are named."""
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/z.md", "b/a.markdown", "a.txt", ".hidden.txt", "data.jsonl"):
        write(tmp_path, name, f"text of {name}")
    assert outcome(tmp_path) == ["text of a.txt", "text of b/a.markdown", "text of b/z.md", "text of c.txt"]
    assert outcome(tmp_path / "data.jsonl", tmp_path / ".hidden.txt") == ["text of data.jsonl", "text of .hidden.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """By itself, in its folder and through a link."""
    path = write(tmp_path, "a.txt", "one")
    (tmp_path / "link.txt").symlink_to(path)
    assert outcome(path, tmp_path, tmp_path / "link.txt") == ["one"]


def test_missing_broken_and_looping_paths_are_named_and_others_go_on(tmp_path: Path) -> None:
    """Each in one line."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "back").symlink_to(tmp_path)
    (tmp_path / "broken.md").symlink_to("nowhere.md")
    write(tmp_path, "z.txt", "still read")
    assert outcome(tmp_path / "missing.md", tmp_path) == [
        "no such file or folder; check the path",
        "broken link; the file it leads to is not there; check the path",
        "link leads back to a folder that holds it; it was read once",
        "still read",
    ]


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    """A pipe without a writer would wait for ever, and a device never end."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert outcome(tmp_path) == ["is no regular file; give a file or a folder"]


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not bind root")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    """A folder too."""
    write(tmp_path, "a.txt", "one").chmod(0)
    (tmp_path / "b").mkdir(mode=0)
    assert outcome(tmp_path) == ["permission denied; make it readable"] * 2


def test_a_missing_permission_names_its_remedy() -> None:
    """As the system reports it for files and folders alike."""
    assert reason_of(PermissionError(13, "Permission denied")) == "permission denied; make it readable"


def test_odd_names_stay_one_line(tmp_path: Path) -> None:
    """Line ends and escape codes in names are written out."""
    (failure,) = read([tmp_path / "a\nb\x1b[31m.txt"])
    assert isinstance(failure, Failure)
    assert failure.path.endswith(r"a\nb\x1b[31m.txt")
    assert outcome(Path("a\0b"), Path("x" * 5000)) == ["embedded null byte", "file name too long"]


def test_the_id_is_the_hash_of_the_bytes_with_line_ends_made_one(tmp_path: Path) -> None:
    """The same text under two names, with other line ends, is one document."""
    unix, windows = post("Text.", title="Port"), post("Text.", title="Port").replace("\n", "\r\n")
    paths = [write(tmp_path, "a.md", unix), write(tmp_path, "b.md", windows)]
    ids = {each.id for each in read(paths) if not isinstance(each, Failure)}
    assert ids == {identity_of_bytes("d", unix.encode())}


def test_a_script_in_a_title_is_not_text(tmp_path: Path) -> None:
    """Nor are its tags."""
    path = write(tmp_path, "a.md", post("Text.", title="<script>alert(1)</script>Port <b>shut</b>"))
    assert outcome(path) == ["Port shut\n\nText."]
