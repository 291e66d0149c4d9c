"""The documented views: each exists with its columns, and each example query runs."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")
VIEWS = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| (.+) \|$", PAGE, re.MULTILINE))
QUERIES = [
    statement.strip()
    for block in re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    for statement in block.split(";")
    if statement.strip()
]


@pytest.fixture
def connection(ledger, story, path):
    """A ledger with two readings of one document, a decision, a copy and something withheld, as anybody opens it."""
    first = story.whole()
    said, denied = first.claims
    copy = story.whole(title="A copy", path="copy.md")
    gone = story.whole(title="Gone", path="gone.md")
    ledger.add(story.replace(first, document=story.replace(first.document, origin="o")))
    ledger.add(story.replace(copy, document=story.replace(copy.document, origin="o")))
    ledger.add(gone)
    ledger.withhold(gone.document.id, reason="asked to")
    newer = story.replace(said, id="cnewer")
    changed = story.replace(first.document, origin="o")
    ledger.add(story.analysis(changed, (newer, denied), story.dispute(denied, newer)))
    ledger.decide("cnewer", "accepted", by="Ada", note="heard")
    ledger.close()
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    yield connection
    connection.close()


def columns(connection: sqlite3.Connection, name: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]


def test_every_view_is_documented(connection):
    """A view nobody knows of is no view."""
    views = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")}
    assert views == VIEWS.keys()


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_every_column_is_documented_and_the_view_can_be_read(connection, name):
    """In the order of the page, and each view has a row to show here."""
    described = VIEWS[name]
    if described.startswith("as `"):
        described = VIEWS[described.removeprefix("as `").removesuffix("`")]
    assert re.findall(r"`(\w+)`", described) == columns(connection, name)
    assert connection.execute(f"SELECT * FROM {name}").fetchall()


@pytest.mark.parametrize("query", QUERIES)
def test_every_example_query_runs(connection, query):
    """And answers, but for the one that looks for broken offsets."""
    found = connection.execute(query).fetchall()
    assert bool(found) == ("substr(" not in query)


def test_copies_and_superseded_claims_are_not_counted(connection):
    """Two documents of one origin with two claims each are two claims."""
    assert connection.execute("SELECT count(*) FROM claims").fetchone() == (5,)
    assert connection.execute("SELECT count(*) FROM claims_current").fetchone() == (4,)
    assert connection.execute("SELECT count(*) FROM claims_counted").fetchone() == (2,)
    assert connection.execute("SELECT review FROM claims_counted WHERE id = 'cnewer'").fetchone() == ("accepted",)
