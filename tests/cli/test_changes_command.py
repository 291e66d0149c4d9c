"""`counterclaim changes` tells what changed, writes feeds, and says what is wrong with what it was asked."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser
import pytest
from typer.testing import CliRunner, Result

from counterclaim.cli.app import build
from ledgers_made import story_ledger


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return story_ledger(tmp_path / "story.ledger")


def asked(story: Path, *arguments: str, command: str = "changes") -> Result:
    return CliRunner().invoke(build(command), [command, *arguments, "--ledger", str(story)])


def test_what_came_in_since_a_day_is_told_with_its_words(story: Path) -> None:
    """The matter, a sentence, and who says what."""
    told = asked(story, "--since", "2031-05-09")

    assert told.exit_code == 0
    assert "Did guards flee the bridge?" in told.stdout
    assert "New in what was read: contested." in told.stdout
    assert "Ferrin, by 2031-05-02: “Orsan claims that 40 guards fled the bridge”" in told.stdout
    assert "1 change since 2031-05-09" in told.stdout


def test_since_a_later_day_nothing_has_changed(story: Path) -> None:
    """That is an answer and no failure."""
    told = asked(story, "--since", "2031-05-10")

    assert told.exit_code == 0
    assert "0 changes since 2031-05-10" in told.stdout


def test_programs_get_json(story: Path) -> None:
    """Each change with its event, sentence and words."""
    (change,) = json.loads(asked(story, "--since", "0", "--json").stdout)["changes"]

    assert (change["kind"], change["after"], change["who"]) == ("new matter", "contested", "Ferrin")


def test_a_feed_goes_to_a_file_with_the_addresses_of_the_settings(story: Path, tmp_path: Path) -> None:
    """Atom in a file that a reader of feeds can take; its links lead into the site."""
    settings, out = tmp_path / "publish.yaml", tmp_path / "changes.xml"
    settings.write_text("url: https://desk.example/claims\n", encoding="utf-8")

    told = asked(story, "--since", "0", "--feed", "atom", "--out", str(out), "--settings", str(settings))

    assert told.exit_code == 0, told.output
    (entry,) = feedparser.parse(out.read_text(encoding="utf-8")).entries
    assert entry.link.startswith("https://desk.example/claims/matters/m")


def test_a_feed_without_a_file_goes_to_standard_output(story: Path) -> None:
    """So that it can be piped."""
    assert json.loads(asked(story, "--since", "0", "--feed", "json").stdout)["items"]


def test_a_feed_of_reviewed_claims_holds_nothing_that_nobody_has_read(story: Path) -> None:
    """The terminal shows what the feed does not."""
    fed = asked(story, "--since", "0", "--feed", "json", "--reviewed-only")

    assert json.loads(fed.stdout)["items"] == []


@pytest.mark.parametrize(
    ("arguments", "code", "remedy"),
    [
        (["--since", "tomorrow"], 2, "2031-05-02"),
        (["--since", "5000"], 1, "give one of these numbers, or a day"),
        ([], 2, "--since"),
        (["--since", "0", "--out", "x.xml"], 2, "add --feed atom"),
        (["--since", "0", "--own-text"], 2, "add --feed atom"),
        (["--since", "0", "--json", "--feed", "json"], 2, "choose one"),
        (["--since", "0", "--feed", "rss"], 2, "atom"),
    ],
)
def test_nonsense_is_answered_with_its_remedy(story: Path, arguments: list[str], code: int, remedy: str) -> None:
    """Exit code 2 for the command line, 1 for what the ledger does not hold."""
    told = asked(story, *arguments)

    assert told.exit_code == code
    assert remedy in " ".join(told.output.replace("│", " ").split())


def test_a_matter_is_shown_with_its_history(story: Path) -> None:
    """Since when it is contested, who gives which answer how often, who is silent in how much."""
    matter = json.loads(asked(story, "--since", "0", "--json").stdout)["changes"][0]["matter"]

    told = asked(story, matter, command="show").stdout

    assert "2031-05-02: contested, with c" in told
    assert "answer “no”: 1 utterance in 2 origins" in told
    assert "no answer from Sundmark in 4 documents from 4 sources read until 2031-05-09" in told
