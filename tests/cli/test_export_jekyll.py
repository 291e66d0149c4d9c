"""`counterclaim export --to jekyll`: what a person types to have posts, and what is answered where that fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from counterclaim.cli.app import build
from ledgers_made import story_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return story_ledger(tmp_path / "story.ledger")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(build("export"), ["export", *map(str, arguments)])


def test_posts_are_written_below_the_folder(ledger: Path, tmp_path: Path) -> None:
    """With what Jekyll needs beside them; the answer counts the documents that have none."""
    done = run("--to", "jekyll", "--out", tmp_path / "posts", "--ledger", ledger)
    assert done.exit_code == 0, done.output
    assert "2 posts, 2 documents without claims of their own" in " ".join(done.output.split())
    assert len(list((tmp_path / "posts" / "_posts").glob("*.md"))) == 2
    assert (tmp_path / "posts" / "_config.yml").is_file()


def test_a_second_run_changes_no_file(ledger: Path, tmp_path: Path) -> None:
    """An unchanged ledger gives the same bytes."""
    for changed in ("8 changed", "0 changed"):
        done = run("--to", "jekyll", "--out", tmp_path / "posts", "--ledger", ledger)
        assert changed in done.output


def test_without_a_folder_the_option_is_named(ledger: Path) -> None:
    """Posts are many files; they do not go to stdout."""
    done = run("--to", "jekyll", "--ledger", ledger)
    assert done.exit_code == 2
    assert "name it with --out" in " ".join(done.output.replace("│", " ").split())


def test_settings_without_a_target_are_refused(ledger: Path) -> None:
    """Records are exported as the ledger has them; to believe that they were gated would be a mistake."""
    assert run("--own-text", "--ledger", ledger).exit_code == 2


def test_settings_are_followed(ledger: Path, tmp_path: Path) -> None:
    """A desk that publishes only what was reviewed has no posts yet."""
    settings = tmp_path / "desk.yaml"
    settings.write_text("title: A desk\npublish: reviewed-only\n", encoding="utf-8")
    done = run("--to", "jekyll", "--out", tmp_path / "posts", "--ledger", ledger, "--settings", settings)
    assert "0 posts" in done.output
    assert "title: A desk" in (tmp_path / "posts" / "_config.yml").read_text(encoding="utf-8")


def test_records_are_exported_as_before(ledger: Path) -> None:
    """Without a target the format decides."""
    done = run("--format", "csv", "--ledger", ledger)
    assert done.exit_code == 0
    assert done.output.startswith("id,") or "," in done.output.split("\n", 1)[0]
