"""Opening: a ledger, a new one, and every file that is none."""

from __future__ import annotations

import sqlite3

import pytest

from counterclaim.errors import DamagedLedger, LedgerError
from counterclaim.ledger import Ledger


def test_a_missing_ledger_is_named_with_the_remedy(path):
    """And none is made."""
    with pytest.raises(LedgerError, match=r"ledger.db: there is no ledger here; `counterclaim add PATH...` makes one"):
        Ledger(path)
    assert not path.exists()


@pytest.mark.parametrize(
    "raw", [b"", b"SQLite", b"Dear reader,\n", b"SQLite format 3\x00" + b"\xff" * 5000, b"\x00" * 9000]
)
@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_is_no_ledger_is_refused_and_left_as_it_is(path, raw, create):
    """One line that names the file; an empty file may become a ledger, nothing else may."""
    path.write_bytes(raw)
    if create and not raw:
        Ledger(path, create=True).close()
        return
    with pytest.raises(DamagedLedger) as error:
        Ledger(path, create=create)
    assert str(error.value).startswith(f"{path}: ") and "\n" not in str(error.value)
    assert path.read_bytes() == raw


@pytest.mark.parametrize("create", [False, True])
def test_somebody_elses_database_is_refused_and_left_as_it_is(path, create):
    """Not every SQLite file is ours."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE guests (name TEXT)")
    connection.close()
    raw = path.read_bytes()

    with pytest.raises(DamagedLedger, match="this is an SQLite file, but no ledger; it was left as it is"):
        Ledger(path, create=create)
    assert path.read_bytes() == raw


def test_a_cut_off_ledger_is_refused_or_named_by_verify(ledger, story, path):
    """A copy that broke off halfway."""
    ledger.add(story.whole())
    ledger.close()
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])

    with pytest.raises(DamagedLedger, match="damaged"), Ledger(path) as half:
        assert not half.verify().ok
        list(half.documents())
        raise DamagedLedger("damaged: named by verify")


def test_a_ledger_of_a_later_version_is_refused(ledger, path):
    """The newer program reads it."""
    ledger.close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    with pytest.raises(LedgerError, match="a ledger of version 99; this program reads 4"):
        Ledger(path)


def test_a_folder_and_a_path_through_nothing_are_refused(tmp_path):
    """One line each."""
    with pytest.raises(LedgerError, match="this is a folder"):
        Ledger(tmp_path, create=True)
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger(tmp_path / "no" / "ledger.db", create=True)


@pytest.mark.parametrize("name", ["a b?c#d%20.db", "Україна 🧱.db", "-x.db", "file:x.db"])
def test_odd_names_are_names(tmp_path, name):
    """The path is data: no part of it is a setting of SQLite's."""
    Ledger(tmp_path / name, create=True).close()
    assert (tmp_path / name).exists()
    Ledger(tmp_path / name).close()


def test_deleted_bytes_are_overwritten_and_the_log_is_append_only(ledger, story):
    """The settings that promises rest on."""
    ledger.add(story.whole())
    connection = ledger._connection  # noqa: SLF001
    wanted = {"journal_mode": "wal", "secure_delete": 1, "foreign_keys": 1, "synchronous": 2}
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
    for statement in ("DELETE FROM event", "UPDATE event SET at = ''", "DELETE FROM payload"):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)


def test_a_full_disk_is_named_and_nothing_is_half_written(ledger, story):
    """What was stored stays, and the same add works once there is room."""
    ledger.add(story.whole())
    pages = ledger._connection.execute("PRAGMA page_count").fetchone()[0]  # noqa: SLF001
    ledger._connection.execute(f"PRAGMA max_page_count = {pages}")  # noqa: SLF001
    big = story.analysis(story.document(("word " * 50_000,), path="big.md"))

    with pytest.raises(LedgerError, match="the disk is full"):
        ledger.add(big)

    assert len(list(ledger.documents())) == 1 and ledger.verify().ok
    ledger._connection.execute("PRAGMA max_page_count = 1000000")  # noqa: SLF001
    assert ledger.add(big).new_document
