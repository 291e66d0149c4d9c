"""`counterclaim release`: what a person types to see what is held back, and to let one claim out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from counterclaim.cli.app import build
from counterclaim.ledger import Ledger
from counterclaim.model.analysis import Analysis
from counterclaim.model.claim import Accused, Act
from counterclaim.model.matter import Disputes
from counterclaim.model.reading import Reading
from stories_made import claim_of, document_of

TEXT = "Police said that Jon Teles stole lamps. Orsa said that Ada Birk lied. Ferrin said that it will rain."
JON = Accused("Jon Teles", "driver", False, "the document calls them “driver”, which is no public role")
ADA = Accused("Ada Birk", "mayor", True, "the document calls them “mayor”")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def claims(path: Path) -> list[str]:
    """The ids of three claims in a ledger: one accuses a private person, one a mayor, one nobody."""
    page = document_of(TEXT)
    made = (
        claim_of(page, "Police", "said", "that Jon Teles stole lamps", Act.ASSERTS, accused=(JON,)),
        claim_of(page, "Orsa", "said", "that Ada Birk lied", Act.ASSERTS, accused=(ADA,)),
        claim_of(page, "Ferrin", "said", "that it will rain", Act.PREDICTS),
    )
    with Ledger(path, create=True) as book:
        book.add(Analysis(page, Reading(page), made, Disputes()))
    return [each.id for each in made]


def run(command: str, *arguments: str) -> Result:
    return CliRunner().invoke(build(command), [command, *arguments])


def test_the_list_names_what_is_held_back_and_why(path: Path, claims: list[str]) -> None:
    """Only the claim against the private person waits."""
    done = run("release", "--list", "--ledger", str(path))
    assert done.exit_code == 0
    assert f"{claims[0]}  Police  asserts: that Jon Teles stole lamps" in done.output
    assert f"held back: names {JON.name} beside a wrong or a crime; {JON.because}" in done.output
    assert "1 held back until a person releases them" in done.output
    assert not any(each in done.output for each in claims[1:])


def test_a_release_lets_a_claim_out_and_can_be_taken_back(path: Path, claims: list[str]) -> None:
    """The list, the claim's own page and the log all say so."""
    done = run("release", claims[0], "--by", "Nell", "--note", "named in court", "--ledger", str(path))
    assert done.exit_code == 0 and f"released {claims[0]} by Nell" in done.output
    assert "0 held back" in run("release", "--list", "--ledger", str(path)).output
    shown = run("show", claims[0], "--ledger", str(path)).output
    assert "released by a person as it reads now" in shown and "released by Nell on" in shown

    assert f"held {claims[0]} by" in run("release", "--undo", claims[0][:8], "--ledger", str(path)).output
    assert "held back: names Jon Teles" in run("show", claims[0], "--ledger", str(path)).output
    assert "held back" not in run("show", claims[1], "--ledger", str(path)).output


def test_both_answers_come_as_json(path: Path, claims: list[str]) -> None:
    """For programs."""
    held = json.loads(run("release", "--list", "--format", "json", "--ledger", str(path)).output)["held"]
    assert [(each["id"], [one["name"] for one in each["accused"]]) for each in held] == [(claims[0], ["Jon Teles"])]
    done = run("release", *claims[:2], "--by", "Nell", "--format", "json", "--ledger", str(path))
    told = json.loads(done.output)["decisions"]
    assert [(each["on"], each["decision"], each["by"], each["note"]) for each in told] == [
        (claims[0], "released", "Nell", None),
        (claims[1], "released", "Nell", None),
    ]


def test_a_mistyped_id_releases_nothing(path: Path, claims: list[str]) -> None:
    """All ids are looked up before the first is decided on."""
    done = run("release", claims[0], "cffff", "--by", "Nell", "--ledger", str(path))
    assert done.exit_code == 1
    with Ledger(path) as book:
        assert not any(each["released"] for each in book.claims())


def test_only_claims_are_released(path: Path, claims: list[str]) -> None:
    """A document's id is refused in one line."""
    assert claims
    done = run("release", document_of(TEXT).id, "--by", "Nell", "--ledger", str(path))
    assert done.exit_code == 1 and "only claims are released or held" in done.output


@pytest.mark.parametrize("arguments", [(), ("--list", "c1")])
def test_it_must_be_told_either_what_to_release_or_to_list(arguments: tuple[str, ...], path: Path) -> None:
    """Usage, not a guess."""
    done = run("release", *arguments, "--ledger", str(path))
    assert done.exit_code == 2 and "name the claims to release" in " ".join(done.output.split())
