"""Writing: only what changed is written, what is stale goes, what is not ours stays, and nothing leads out."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import CounterclaimError
from counterclaim.publish.site.writing import JOURNAL, MANIFEST, NotOurFolder, write_tree
from counterclaim.publish.written import WriteError

PAGES = [("index.html", b"front"), ("matters/m1.html", b"one"), ("matters/m2.html", b"two"), ("static/a.css", b"")]


def tree(folder: Path) -> dict[str, bytes]:
    """The files of a folder but for the list of them."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file was written, and which file it is."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.as_posix(): (path.stat().st_mtime_ns, path.stat().st_ino) for path in found}


def test_all_files_are_written_and_counted(tmp_path) -> None:
    """Into a folder that is made where there is none."""
    done = write_tree(tmp_path / "a" / "site", PAGES)
    assert tree(tmp_path / "a" / "site") == dict(PAGES)
    assert (done.files, done.changed, done.removed, done.size) == (4, 4, 0, 11)


def test_an_empty_folder_is_taken(tmp_path) -> None:
    """It is nobody's."""
    assert write_tree(tmp_path, PAGES).changed == 4


def test_the_same_again_touches_no_file(tmp_path) -> None:
    """Not even the list of files."""
    write_tree(tmp_path, PAGES)
    before = stamps(tmp_path)
    done = write_tree(tmp_path, PAGES)
    assert (done.changed, done.removed) == (0, 0)
    assert stamps(tmp_path) == before


def test_only_what_changed_is_written(tmp_path) -> None:
    """Also where the length is the same."""
    write_tree(tmp_path, PAGES)
    before = stamps(tmp_path)
    done = write_tree(tmp_path, [*PAGES[:2], ("matters/m2.html", b"TWO"), PAGES[3]])
    after = stamps(tmp_path)
    changed = {Path(path).name for path in after if after[path] != before.get(path)}
    assert (done.changed, changed) == (1, {"m2.html", MANIFEST})


def test_what_an_earlier_run_wrote_and_this_one_did_not_goes(tmp_path) -> None:
    """With the folders that it leaves empty."""
    write_tree(tmp_path, PAGES)
    done = write_tree(tmp_path, PAGES[:1])
    assert (done.files, done.changed, done.removed) == (1, 0, 3)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([MANIFEST, "index.html"])


def test_what_somebody_put_into_the_folder_stays(tmp_path) -> None:
    """Also in a folder of ours whose own files all go."""
    write_tree(tmp_path, PAGES)
    (tmp_path / "matters" / "note.txt").write_text("mine")
    (tmp_path / "CNAME").write_text("desk.example")
    write_tree(tmp_path, PAGES[:1])
    assert tree(tmp_path) == {"index.html": b"front", "matters/note.txt": b"mine", "CNAME": b"desk.example"}


def test_a_file_that_went_already_is_no_matter(tmp_path) -> None:
    """It is written again, or stays gone."""
    write_tree(tmp_path, PAGES)
    for name in ("index.html", "matters/m2.html"):
        (tmp_path / name).unlink()
    assert write_tree(tmp_path, PAGES[:2]).changed == 1
    assert tree(tmp_path) == dict(PAGES[:2])


def test_a_folder_with_files_of_others_is_refused_and_left_as_it_is(tmp_path) -> None:
    """The message names one of them and what to do."""
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(NotOurFolder, match=r"thesis\.txt.*name an empty folder"):
        write_tree(tmp_path, PAGES)
    assert tree(tmp_path) == {"thesis.txt": b"mine"}


def test_a_file_in_place_of_the_folder_is_named(tmp_path) -> None:
    """Also where it stands higher up in the path."""
    (tmp_path / "site").write_text("mine")
    with pytest.raises(WriteError, match=r"site: cannot be written: it is a file; name a folder"):
        write_tree(tmp_path / "site", PAGES)
    with pytest.raises(WriteError, match=r"site"):
        write_tree(tmp_path / "site" / "below", PAGES)
    assert (tmp_path / "site").read_text() == "mine"


@pytest.mark.parametrize("content", ["", "{", "[]", '"x"', "{]", "null", "\x00"])
def test_a_damaged_list_of_files_is_named_and_nothing_is_removed(tmp_path, content: str) -> None:
    """What is ours is not known then."""
    write_tree(tmp_path, PAGES)
    (tmp_path / MANIFEST).write_text(content)
    with pytest.raises(NotOurFolder, match="is not the list that counterclaim writes"):
        write_tree(tmp_path, PAGES[:1])
    assert tree(tmp_path) == dict(PAGES)


def test_a_list_of_files_that_is_no_text_is_named(tmp_path) -> None:
    """Its bytes are no UTF-8."""
    write_tree(tmp_path, PAGES)
    (tmp_path / MANIFEST).write_bytes(b"\xff\xfe")
    with pytest.raises(NotOurFolder, match="is not the list that counterclaim writes"):
        write_tree(tmp_path, PAGES)


def test_a_list_that_names_files_outside_removes_none_of_them(tmp_path) -> None:
    """Somebody may have written it by hand."""
    (tmp_path / "mine.txt").write_text("mine")
    site = tmp_path / "site"
    write_tree(site, PAGES)
    (site / MANIFEST).write_text(json.dumps({"../mine.txt": "", str(tmp_path / "mine.txt"): "", "index.html": ""}))
    with pytest.raises((CounterclaimError, ValueError)):
        write_tree(site, [])
    assert (tmp_path / "mine.txt").read_text() == "mine"


def stopped(files: list[tuple[str, bytes]], after: int) -> Iterator[tuple[str, bytes]]:
    """Files until somebody stops the run."""
    yield from files[:after]
    raise KeyboardInterrupt


@pytest.mark.parametrize("after", range(5))
def test_a_run_that_was_stopped_is_cleared_up_by_the_next(tmp_path, after: int) -> None:
    """The next one may write other files: of the first nothing is left."""
    with pytest.raises(KeyboardInterrupt):
        write_tree(tmp_path, stopped(PAGES, after))
    write_tree(tmp_path, [("other.html", b"x")])
    assert tree(tmp_path) == {"other.html": b"x"}
    assert not (tmp_path / JOURNAL).exists()


def test_a_run_that_was_stopped_over_an_older_site_leaves_both_known(tmp_path) -> None:
    """Old files and new ones; a half line in the journal is no harm."""
    write_tree(tmp_path, PAGES)
    with pytest.raises(KeyboardInterrupt):
        write_tree(tmp_path, stopped([("a.html", b"a"), ("b.html", b"b")], 2))
    with (tmp_path / JOURNAL).open("a") as journal:
        journal.write('"matters/m')
    write_tree(tmp_path, PAGES[:1])
    assert tree(tmp_path) == dict(PAGES[:1])


def test_a_run_after_a_half_line_that_is_stopped_too_leaves_nothing_unknown(tmp_path) -> None:
    """The half line spoils none that follows."""
    with pytest.raises(KeyboardInterrupt):
        write_tree(tmp_path, stopped([("a.html", b"x")], 1))
    with (tmp_path / JOURNAL).open("a") as journal:
        journal.write('"matters/m')
    with pytest.raises(KeyboardInterrupt):
        write_tree(tmp_path, stopped([("b.html", b"x")], 1))
    write_tree(tmp_path, PAGES)
    assert tree(tmp_path) == dict(PAGES)


def test_a_half_file_of_a_run_that_was_killed_goes(tmp_path) -> None:
    """It stands beside the place it was for."""
    with pytest.raises(KeyboardInterrupt):
        write_tree(tmp_path, stopped([("matters/a.html", b"x")], 1))
    (tmp_path / "matters" / ".a.html.part").write_bytes(b"<ht")
    write_tree(tmp_path, PAGES[:1])
    assert tree(tmp_path) == dict(PAGES[:1])


def test_what_is_begun_is_on_the_disk_before_its_file(tmp_path) -> None:
    """A run that is killed has no time to write its list."""
    seen = []

    def files() -> Iterator[tuple[str, bytes]]:
        for name, content in PAGES:
            yield name, content
            seen.append(json.dumps(name) in (tmp_path / JOURNAL).read_text(encoding="utf-8"))

    write_tree(tmp_path, files())
    assert seen == [True] * 4


def test_a_run_that_was_stopped_twice_is_cleared_up_too(tmp_path) -> None:
    """Each adds to the journal."""
    for name in ("a.html", "b.html"):
        with pytest.raises(KeyboardInterrupt):
            write_tree(tmp_path, stopped([(name, b"x")], 1))
    write_tree(tmp_path, PAGES)
    assert tree(tmp_path) == dict(PAGES)


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/etc/x", "..", "", ".", "a\0b", "a/.."])
def test_no_file_is_written_outside(tmp_path, name: str) -> None:
    """Nothing is made, neither there nor here."""
    site = tmp_path / "site"
    with pytest.raises(ValueError, match="may not be written"):
        write_tree(site, [(name, b"x")])
    assert [path for path in tmp_path.rglob("*") if path.is_file() and path.name != JOURNAL] == []


def test_a_link_out_of_the_folder_is_replaced_and_not_followed(tmp_path) -> None:
    """A page that somebody made a link of."""
    (tmp_path / "mine.txt").write_text("mine")
    site = tmp_path / "site"
    write_tree(site, PAGES)
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "mine.txt")
    write_tree(site, PAGES)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert (site / "index.html").read_bytes() == b"front"


def test_a_folder_in_place_of_a_page_is_named(tmp_path) -> None:
    """The disk refuses; the message says which path."""
    write_tree(tmp_path, PAGES[:1])
    (tmp_path / "matters" / "m1.html" / "x").mkdir(parents=True)
    with pytest.raises(WriteError, match=r"m1\.html"):
        write_tree(tmp_path, PAGES)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_refuses_is_named_with_the_path_and_the_remedy(tmp_path, monkeypatch, number: int) -> None:
    """Full, read-only, or not allowed; what stands there already stays whole."""
    write_tree(tmp_path, PAGES)

    def refuse(path: Path, content: bytes) -> int:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(WriteError, match=rf"m1\.html.*{os.strerror(number)}.*name another folder") as error:
        write_tree(tmp_path, [PAGES[0], ("matters/m1.html", b"ONE")])
    assert "\n" not in str(error.value)
    assert tree(tmp_path).items() >= dict(PAGES).items()


PATHS = st.lists(st.sampled_from(["a", "b", "c/d", "c/e", "f/g/h"]), unique=True)


@given(st.lists(st.tuples(PATHS, st.binary(max_size=3)), max_size=4))
def test_after_any_runs_the_folder_holds_what_the_last_one_wrote(tmp_path_factory, runs) -> None:
    """Whatever stood there before."""
    folder = tmp_path_factory.mktemp("site")
    for paths, content in runs:
        done = write_tree(folder, [(path, content) for path in paths])
        assert tree(folder) == dict.fromkeys(paths, content)
        assert done.files == len(paths)
