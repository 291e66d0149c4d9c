"""Upgrading: a ledger of version 1 opens, keeps everything, agrees with itself, and can then be released from."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from counterclaim.ledger import Ledger, schema
from counterclaim.ledger.schema import APPLICATION, statements

OLD = (Path(__file__).parent / "version_1.sql").read_text(encoding="utf-8")
TABLES = (
    "payload",
    "event",
    "record",
    "contribution",
    "seen",
    "decision",
    "tombstone",
    "blanked",
    "pending",
    "passage",
)


def version_of(path: Path) -> int:
    connection = sqlite3.connect(path)
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return int(found)


def as_version_1(new: Path, old: Path) -> None:
    """Pours what the ledger at `new` holds into tables as version 1 made them."""
    connection = sqlite3.connect(old)
    for statement in statements(OLD):
        connection.execute(statement)
    connection.execute("ATTACH ? AS new", (str(new),))
    for table in TABLES:
        connection.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()


@pytest.fixture
def old(ledger, story, tmp_path):
    """A file of version 1 with a decision on a claim."""
    whole = story.whole()
    ledger.add(whole)
    ledger.decide(whole.claims[0].id, "accepted", by="Ada", note="heard")
    ledger.close()
    path = tmp_path / "old.db"
    as_version_1(ledger.path, path)
    assert version_of(path) == 1
    return path


def test_a_ledger_of_version_1_opens_and_agrees_with_itself(old, story):
    """Tables, views and log are those of a ledger made today, and decisions stand."""
    with Ledger(old) as book:
        assert book.verify().problems == ()
        assert [each.kind for each in book.events()][-1] == "decided"
        first = book.resolve(story.whole().claims[0].id)
        assert (first.review, [each.note for each in first.decisions]) == ("accepted", ["heard"])
    assert version_of(old) == 4


def test_an_upgrade_finds_the_copies_that_were_not_looked_for_before(ledger, story, tmp_path):
    """Old origins give way to those of the words; what pointed at one leads on."""
    one, other = story.whole(), story.whole(title="Another headline", path="other.md")
    ledger.add(one)
    ledger.add(other)
    both = {ledger.resolve(each.document.id).origin for each in (one, other)}
    ledger.close()
    old = tmp_path / "old.db"
    as_version_1(ledger.path, old)
    connection = sqlite3.connect(old)
    connection.execute("UPDATE record SET origin = NULL WHERE kind = 'document'")
    connection.commit()
    connection.close()

    with Ledger(old) as book:
        assert {book.resolve(each.document.id).origin for each in (one, other)} == both
        assert [matter["origins"] for matter in book.matters()] == [1]
        assert book.verify().problems == ()


def test_an_upgraded_ledger_takes_releases(old, story):
    """What the old table of decisions refused."""
    said = story.whole().claims[0]
    with Ledger(old) as book:
        book.release(said.id, by="Ben")
        assert {each["id"] for each in book.claims() if each["released"]} == {said.id}
        assert book.resolve(said.id).review == "accepted"
        assert book.verify().ok


def test_an_upgrade_that_breaks_off_leaves_version_1(old, monkeypatch):
    """All or nothing: the next opening finds what the first one found."""
    before = sqlite3.connect(old).execute("SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2").fetchall()
    run = schema._run  # noqa: SLF001

    def broken(connection: sqlite3.Connection, name: str) -> None:
        run(connection, name)
        if name == "views.sql":
            raise KeyboardInterrupt

    monkeypatch.setattr(schema, "_run", broken)
    with pytest.raises(KeyboardInterrupt):
        Ledger(old)
    monkeypatch.undo()

    assert sqlite3.connect(old).execute("SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2").fetchall() == before
    assert version_of(old) == 1
    with Ledger(old) as book:
        assert book.verify().ok


def test_several_that_open_an_old_ledger_at_once_upgrade_it_once(old):
    """Each waits for the one that does it."""

    def look(_: int) -> tuple[str, ...]:
        with Ledger(old) as book:
            return book.verify().problems

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(look, range(4))) == [()] * 4
    assert version_of(old) == 4
