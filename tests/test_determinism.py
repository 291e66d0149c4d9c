"""The same input gives the same ledger, whatever the machine's language, clock, hash seed and folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
WORLDS = (
    {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0"},
    {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711"},
)
FORMATS = ("jsonl", "csv", "json")
pytestmark = pytest.mark.model


def counterclaim(folder: Path, world: dict[str, str], *words: str) -> None:
    """Runs the command in `folder`; exit code 0 or an error that shows what it said."""
    environment = os.environ | world | {"COUNTERCLAIM_GAZETTEER": "gazetteer.tsv"}
    command = [sys.executable, "-m", "counterclaim", *words, "--ledger", "a.ledger"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def add(folder: Path, world: dict[str, str]) -> None:
    """Takes the examples in `folder` into its ledger."""
    counterclaim(folder, world, "add", "posts", "feeds")


def exported(folder: Path, world: dict[str, str]) -> dict[str, bytes]:
    """Every export of the ledger in `folder`, without the times of capture."""
    found = {}
    for name in FORMATS:
        counterclaim(folder, world, "export", "--format", name, "--out", f"out.{name}")
        found[name] = without_captures((folder / f"out.{name}").read_text(encoding="utf-8")).encode()
    return found


def without_captures(text: str) -> str:
    """`text` with each value of a `captured` replaced; only these, so that any other time of the clock is found out."""
    if not text.startswith("{"):
        return text
    records = [json.loads(line) for line in text.splitlines()] if "\n{" in text else [json.loads(text)]
    return "\n".join(json.dumps(_blanked(record), ensure_ascii=False) for record in records)


def _blanked(value: object) -> object:
    if isinstance(value, dict):
        return {key: "then" if key == "captured" else _blanked(each) for key, each in value.items()}
    return [_blanked(each) for each in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A folder for each world, far apart, with the examples in it and a ledger of them."""
    made = []
    for number, world in enumerate(WORLDS):
        folder = tmp_path_factory.mktemp(f"world-{number}") / ("deep/er" if number else "flat")
        shutil.copytree(EXAMPLES, folder)
        add(folder, world)
        made.append(folder)
    return made


def test_two_environments_give_equal_exports(folders: list[Path]) -> None:
    """Byte for byte but for when the copies were had."""
    first, second = (exported(folder, world) for folder, world in zip(folders, WORLDS, strict=True))
    assert len(first["jsonl"]) > 10_000
    for name in FORMATS:
        assert first[name] == second[name], name


def test_adding_again_adds_nothing(folders: list[Path]) -> None:
    """Not one event, and no export changes, though the second run is in the other world."""
    folder, world = folders[0], WORLDS[1]
    before = exported(folder, world), events(folder)
    add(folder, world)
    assert (exported(folder, world), events(folder)) == before
    assert before[1] > 0


def events(folder: Path) -> int:
    """How many events the log of the ledger in `folder` holds."""
    code = (
        "from pathlib import Path; from counterclaim import Ledger; print(len(list(Ledger(Path('a.ledger')).events())))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_a_time_that_is_not_a_capture_stays() -> None:
    """The comparison above would otherwise pass whatever the clock wrote."""
    assert without_captures('{"captured": "2031", "at": "2032"}') == '{"captured": "then", "at": "2032"}'
