"""The shape of the code: short files, short functions, a sentence at the top of each, no drawer for odds and ends."""

from __future__ import annotations

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LONGEST_FILE = 400
LONGEST_BODY = 60
MEDIAN_BODY = 10
NINTH_DECILE_BODY = 25
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "core", "base", "manager", "common", "misc", "lib", "tools"}
# A full stop within a sentence (*9 p.m. on Monday*) is followed by a small letter.
ANOTHER_SENTENCE = re.compile(r"[.!?] [A-Z`]")

SOURCES = sorted((ROOT / "src").rglob("*.py"))
EVERYTHING = sorted(
    path for folder in ("src", "tests", "evaluate", "bench", "training") for path in (ROOT / folder).rglob("*.py")
)


def name(path: Path) -> str:
    """The path as a person at the root of the project writes it."""
    return path.relative_to(ROOT).as_posix()


def bodies(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a file with the lines of its body, docstring aside."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
            yield f"{name(path)}:{node.lineno} {node.name}", length


def first_sentence(path: Path) -> str:
    """The first paragraph of the docstring a file opens with, on one line; empty where it has none."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(docstring.split("\n\n")[0].split())


def test_there_is_something_to_measure() -> None:
    """A wrong path would make every test below pass."""
    assert len(SOURCES) > 30


@pytest.mark.parametrize("path", EVERYTHING, ids=name)
def test_no_file_is_long(path: Path) -> None:
    """A file that does one thing does not need more lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_no_function_is_long() -> None:
    """No body over the hard stop."""
    assert [each for path in SOURCES for each in bodies(path) if each[1] > LONGEST_BODY] == []


def test_most_functions_are_short() -> None:
    """The median and the ninth decile of all bodies."""
    lengths = [length for path in SOURCES for _, length in bodies(path)]
    assert statistics.median(lengths) <= MEDIAN_BODY
    assert statistics.quantiles(lengths, n=10)[-1] <= NINTH_DECILE_BODY


@pytest.mark.parametrize("path", EVERYTHING, ids=name)
def test_every_file_opens_with_one_sentence(path: Path) -> None:
    """One sentence says what the file does, and it says more than the file's name."""
    sentence = first_sentence(path)
    assert sentence.endswith((".", "!", "?"))
    assert not ANOTHER_SENTENCE.search(sentence)
    assert len(sentence.split()) >= 4


@pytest.mark.parametrize("path", EVERYTHING, ids=name)
def test_no_file_is_named_for_odds_and_ends(path: Path) -> None:
    """A file is named for what it does."""
    assert FORBIDDEN_NAMES.isdisjoint(path.relative_to(ROOT).with_suffix("").parts)


def test_no_two_files_of_tests_have_one_name() -> None:
    """A run of all tests imports them by their names alone, and stops at the second of one name."""
    names = [path.name for path in EVERYTHING if path.is_relative_to(ROOT / "tests") and path.name != "conftest.py"]
    assert sorted(names) == sorted(set(names))


def test_every_table_names_its_source() -> None:
    """Knowledge without a source can be neither checked nor licensed."""
    tables = sorted((ROOT / "src/counterclaim/data").glob("*.tsv"))
    sources = (ROOT / "src/counterclaim/data/SOURCES.md").read_text(encoding="utf-8")
    assert len(tables) > 30
    assert [each.name for each in tables if each.name not in sources] == []
