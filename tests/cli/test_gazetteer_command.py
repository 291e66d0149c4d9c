"""`counterclaim gazetteer`: what a person types to add a country, and what is said of a wrong file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from counterclaim.cli.app import build
from counterclaim.understand import gazetteer_index

LINE = "7\tBirchwick\tBirchwick\t\t51.5\t35.5\tP\tPPL\tRU\t\t41\t\t\t\t12\t\t150\tEurope/Moscow\t2020-01-01\n"


@pytest.fixture(autouse=True)
def _small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index without the world's towns, so that it is built in no time."""
    monkeypatch.setenv("COUNTERCLAIM_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(gazetteer_index, "city_units", lambda _: iter(()))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(build("gazetteer"), ["gazetteer", *arguments])


def test_adding_a_country_says_how_many_places_it_brought(tmp_path: Path) -> None:
    """And whose data they are."""
    dump = tmp_path / "RU.txt"
    dump.write_text(LINE, encoding="utf-8")
    done = run("add", str(dump))
    assert done.exit_code == 0
    assert "1 places of GeoNames (CC BY 4.0)" in done.output
    assert json.loads(run("add", str(dump), "--format", "json").output)["places"] == 1


def test_a_wrong_file_is_told_in_one_line(tmp_path: Path) -> None:
    """Exit code 1, the file and the remedy."""
    done = run("add", str(tmp_path / "none.zip"))
    assert done.exit_code == 1
    assert "none.zip" in done.output
    assert "geonames.org" in done.output
