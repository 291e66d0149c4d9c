"""Verifying: a whole ledger passes, and whatever was changed behind its back is named."""

from __future__ import annotations

import random
import sqlite3

import pytest

from counterclaim.errors import CounterclaimError
from counterclaim.ledger import Ledger


@pytest.fixture
def filled(ledger, story, path):
    """A ledger of a few documents, closed, with all of it in the one file."""
    for number in range(6):
        ledger.add(story.whole(title=f"Report {number} on the bridge", path=f"{number}.md"))
    ledger.decide(next(iter(ledger.claims()))["id"], "accepted", by="Ada", note="so it was said")
    ledger.close()
    return path


def tamper(path, *statements):
    """Changes rows as somebody would who has the file and knows SQL."""
    connection = sqlite3.connect(path)
    triggers = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]
    for name in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def problems(path) -> str:
    with Ledger(path) as ledger:
        return "\n".join(ledger.verify().problems)


def test_a_whole_ledger_has_no_problems_and_says_what_was_checked(filled):
    """The counts are of what is current."""
    with Ledger(filled) as ledger:
        report = ledger.verify()

    assert report.ok
    assert {key: report.counts[key] for key in ("documents", "claims", "links", "matters", "decisions")} == {
        "documents": 6,
        "claims": 12,
        "links": 6,
        "matters": 1,
        "decisions": 1,
    }
    assert report.counts["spans"] == 12 * 4


CLAIM = "SELECT payload_sha256 FROM record WHERE kind = 'claim' LIMIT 1"
DOCUMENT = "SELECT payload_sha256 FROM record WHERE kind = 'document' LIMIT 1"


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        (
            f"UPDATE payload SET body = replace(body, 'Ost', 'Est') WHERE sha256 = ({DOCUMENT})",
            "it was changed (document d",
        ),
        (f"UPDATE payload SET body = replace(body, 'Ost', 'Est') WHERE sha256 = ({DOCUMENT})", "its content ["),
        (f"UPDATE payload SET body = replace(body, 'Ost', 'Est') WHERE sha256 = ({CLAIM})", "does not quote the text"),
        (f"UPDATE payload SET body = NULL WHERE sha256 = ({CLAIM})", "it is empty, but no withholding took it"),
        ("UPDATE event SET at = '1999' WHERE seq = 3", "event 3: it was changed"),
        ("UPDATE event SET subject = 'x' WHERE seq = 3", "event 3: it was changed"),
        ("UPDATE event SET hash = replace(hash, 'a', 'b') WHERE seq = 3", "event 4: it does not follow"),
        ("DELETE FROM event WHERE seq = 5", "an event is missing"),
        ("UPDATE record SET state = 'superseded' WHERE kind = 'link'", "it is superseded, but not by the log"),
        ("UPDATE record SET payload_sha256 = (SELECT max(sha256) FROM payload)", "does not say what the log says"),
        ("UPDATE decision SET decision = 'rejected'", "does not say what the log says of it"),
        ("UPDATE contribution SET payload_sha256 = (SELECT max(sha256) FROM payload)", "is not in the log"),
        ("UPDATE passage SET quote = 'other words' WHERE act = 'denies'", "search"),
        ("DELETE FROM passage", "search"),
        ("DELETE FROM record WHERE kind = 'link'", "the log knows it, but it is gone"),
        ("UPDATE record SET review = 'accepted' WHERE kind = 'claim'", "but not by what people decided"),
        ("UPDATE record SET copy_of = id WHERE kind = 'claim'", "marked as a copy wrongly"),
        ("UPDATE record SET origin = NULL", "not under the origin of its copies"),
        ("DELETE FROM kin", "its keys or its kin are not those that its words give"),
        ("DELETE FROM run WHERE key = (SELECT max(key) FROM run)", "its keys or its kin are not those"),
        ("DROP VIEW denials", "its tables, views or triggers are not those of a ledger"),
        ("UPDATE record SET successor = 'nothing' WHERE kind = 'link'", "points at a row of record that is not there"),
    ],
)
def test_what_was_changed_behind_its_back_is_named(filled, statement, named):
    """In words, hashes, chain, states, index."""
    assert problems(filled) == ""
    tamper(filled, statement)
    assert named in problems(filled)


def test_flipped_bytes_are_found_or_the_file_is_refused_and_never_passed_over(filled, tmp_path):
    """Wherever a byte of used content flips, the ledger says so in one line and does not crash."""
    raw = filled.read_bytes()
    words = [at for needle in (b"bridge", b"Velden", b"denies") for at in places(raw, needle)]
    rng = random.Random(7)
    for number, at in enumerate(rng.sample(words, 60)):
        damaged = tmp_path / f"damaged{number}.db"
        damaged.write_bytes(raw[:at] + bytes([raw[at] ^ 0x01]) + raw[at + 1 :])
        try:
            found = problems(damaged)
        except CounterclaimError as error:
            found = str(error)
        assert found, f"byte {at}"


def places(raw: bytes, needle: bytes) -> list[int]:
    found, at = [], raw.find(needle)
    while at >= 0:
        found.append(at)
        at = raw.find(needle, at + 1)
    return found


def test_any_flipped_byte_gives_an_answer_and_no_crash(filled, tmp_path):
    """Structure bytes too: a report or one line, whatever the byte; the file is left as it is."""
    raw = filled.read_bytes()
    rng = random.Random(8)
    for number in range(60):
        at = rng.randrange(len(raw))
        damaged = tmp_path / f"any{number}.db"
        damaged.write_bytes(raw[:at] + bytes([raw[at] ^ 0xFF]) + raw[at + 1 :])
        try:
            problems(damaged)
        except CounterclaimError as error:
            assert "\n" not in str(error)
