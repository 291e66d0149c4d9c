"""`counterclaim publish`: what a person types to get a site, and what they are told where that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from counterclaim.cli.app import build
from ledgers_made import story_ledger
from stories_made import TEXT

SETTINGS = """
title: The Orsa desk
url: https://desk.example/claims/
language: en
own_text: true
publish: everything
sources:
  The Orsa Gazette:
    publish: reviewed-only
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return story_ledger(tmp_path / "story.ledger")


def run(ledger: Path, folder: Path, *more: str) -> Result:
    return CliRunner().invoke(build("publish"), ["publish", "--ledger", str(ledger), "--out", str(folder), *more])


def one_line(done: Result) -> str:
    """What was said of a failure: one line, no traceback."""
    said = " ".join(done.stderr.split())
    assert "Traceback" not in done.output + done.stderr
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return said


def test_the_help_names_every_option(monkeypatch) -> None:
    """And what it does in a sentence."""
    monkeypatch.setenv("COLUMNS", "200")
    done = CliRunner().invoke(build("publish"), ["publish", "--help"])
    assert done.exit_code == 0
    for words in ("--out", "--ledger", "--settings", "--own-text", "--reviewed-only", "static site"):
        assert words in done.output


def test_a_site_is_written_and_said_where(ledger: Path, tmp_path: Path) -> None:
    """How many files, and what to open."""
    done = run(ledger, tmp_path / "site")
    assert done.exit_code == 0
    files = sum(1 for path in (tmp_path / "site").rglob("*") if path.is_file())
    assert f"{files - 1} files, {files - 1} changed, 0 removed" in " ".join(done.stdout.split())
    assert "index.html" in done.stdout
    assert (tmp_path / "site" / "index.html").is_file()


def test_a_second_run_says_that_nothing_changed(ledger: Path, tmp_path: Path) -> None:
    """Nor was anything removed."""
    run(ledger, tmp_path / "site")
    assert " 0 changed, 0 removed" in " ".join(run(ledger, tmp_path / "site").stdout.split())


def pages_of(folder: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html")))


def test_only_open_texts_are_shown_whole_unless_told_otherwise(ledger: Path, tmp_path: Path) -> None:
    """`--own-text` opens all of them."""
    run(ledger, tmp_path / "a")
    run(ledger, tmp_path / "b", "--own-text")
    notes = [pages_of(tmp_path / name).count("of the source’s text") for name in "ab"]
    whole = [pages_of(tmp_path / name).count('class="part ') for name in "ab"]
    assert notes[0] == notes[1] > 0
    assert 0 < whole[0] < whole[1]


def test_reviewed_only_publishes_no_claim_that_nobody_reviewed(ledger: Path, tmp_path: Path) -> None:
    """The pages say how many wait."""
    assert run(ledger, tmp_path / "site", "--reviewed-only").exit_code == 0
    assert 'class="quote"' not in pages_of(tmp_path / "site")
    assert "wait" in pages_of(tmp_path / "site")


def test_every_setting_of_the_file_is_followed(ledger: Path, tmp_path: Path) -> None:
    """Title, address, own text, and what waits of one source."""
    path = tmp_path / "publish.yaml"
    path.write_text(SETTINGS, encoding="utf-8")
    assert run(ledger, tmp_path / "site", "--settings", str(path)).exit_code == 0
    front = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "The Orsa desk" in front
    assert 'href="https://desk.example/claims/' in front
    assert 'lang="en"' in front
    pages = pages_of(tmp_path / "site")
    assert 'class="part ' in pages
    assert "claims wait for review" in pages


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("language: xx", "no texts in 'xx'; choose one of"),
        ("titel: x", "there is no setting 'titel'; expected one of"),
        ("url: desk.example", "expected an address"),
        ("[", "cannot be read"),
        ("publish: none", "expected reviewed-only or everything"),
    ],
)
def test_settings_that_cannot_be_used_are_named(ledger: Path, tmp_path: Path, text: str, told: str) -> None:
    """On one line, and nothing is written."""
    path = tmp_path / "publish.yaml"
    path.write_text(text, encoding="utf-8")
    done = run(ledger, tmp_path / "site", "--settings", str(path))
    assert done.exit_code == 1
    assert told in one_line(done)
    assert not (tmp_path / "site").exists()


def test_settings_that_are_not_there_are_named(ledger: Path, tmp_path: Path) -> None:
    """With the path."""
    done = run(ledger, tmp_path / "site", "--settings", str(tmp_path / "none.yaml"))
    assert done.exit_code == 1
    assert "none.yaml" in one_line(done).replace(" ", "")


def test_a_ledger_that_is_not_there_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    """Nor is one made."""
    done = run(tmp_path / "none.ledger", tmp_path / "site")
    assert done.exit_code == 1
    assert "none.ledger" in one_line(done).replace(" ", "")
    assert [*tmp_path.iterdir()] == []


def test_a_file_that_is_no_ledger_is_named(tmp_path: Path) -> None:
    """And left as it is."""
    (tmp_path / "x.ledger").write_text(TEXT * 100)
    done = run(tmp_path / "x.ledger", tmp_path / "site")
    assert done.exit_code == 1
    assert "x.ledger" in one_line(done).replace(" ", "")
    assert (tmp_path / "x.ledger").read_text() == TEXT * 100


def test_a_folder_that_holds_other_files_is_refused(ledger: Path, tmp_path: Path) -> None:
    """Nothing in it is touched."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("mine")
    done = run(ledger, tmp_path / "site")
    assert done.exit_code == 1
    assert "name an empty folder" in one_line(done)
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["thesis.txt"]


def test_a_file_in_place_of_the_folder_is_refused(ledger: Path, tmp_path: Path) -> None:
    """It stays."""
    (tmp_path / "site").write_text("mine")
    done = run(ledger, tmp_path / "site")
    assert done.exit_code == 1
    assert "name a folder" in one_line(done)
    assert (tmp_path / "site").read_text() == "mine"
