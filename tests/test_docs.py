"""The documents say what the code does: the README has every command, ARCHITECTURE.md each file's own sentence."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner

from counterclaim.cli.app import build
from counterclaim.cli.commands import COMMANDS, Command

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "counterclaim"

# A line of ARCHITECTURE.md that tells of a file: `read/jekyll.py`, then its sentence, in a table, a list or a listing.
TOLD = re.compile(r"^[\s|*-]*`?((?:\w+/)*\w+\.py)`?[\s|:—–-]+(\S.*?)[\s|]*$", re.MULTILINE)


def by_name(command: Command) -> str:
    """What a test of one command is called."""
    return command.name


def sentence_of(path: Path) -> str:
    """The first paragraph of a file's docstring, on one line."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(docstring.split("\n\n")[0].split())


def told() -> dict[str, str]:
    """What ARCHITECTURE.md says of each file it names."""
    return dict(TOLD.findall((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")))


@pytest.mark.parametrize("command", COMMANDS, ids=by_name)
def test_the_readme_shows_every_command(command: Command) -> None:
    """Each command stands in the README as somebody would type it."""
    assert f"counterclaim {command.name}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS, ids=by_name)
def test_the_help_of_every_command_ends_with_an_example(command: Command) -> None:
    """The last words of the help are a line that can be typed."""
    shown = CliRunner().invoke(build(command.name), [command.name, "--help"])
    assert shown.exit_code == 0
    assert " ".join(shown.output.split()).endswith(f"Example: {command.example}")
    assert command.example.startswith(f"counterclaim {command.name} ")


@pytest.mark.parametrize("command", COMMANDS, ids=by_name)
def test_the_list_of_commands_says_of_each_what_its_own_help_says(command: Command) -> None:
    """The line in the list and the docstring of the command are one sentence."""
    function = import_module(command.module).command
    assert (function.__doc__ or "").split("\n")[0] == command.line


def test_every_file_of_commands_is_listed() -> None:
    """A command that nobody can call is a mistake."""
    holding = {path.stem for path in (PACKAGE / "cli").glob("*.py") if "\ndef command(" in path.read_text("utf-8")}
    assert holding == {command.name for command in COMMANDS}


def test_the_architecture_quotes_each_file_as_it_opens() -> None:
    """Where ARCHITECTURE.md tells what a file does, it uses the file's own sentence."""
    for name, sentence in told().items():
        assert sentence == sentence_of(PACKAGE / name), name


def test_the_architecture_tells_of_every_module_and_package() -> None:
    """Each module and each package at the top of `counterclaim` has its line."""
    packages = {f"{path.parent.name}/__init__.py" for path in PACKAGE.glob("*/__init__.py")}
    modules = {path.name for path in PACKAGE.glob("*.py")}
    assert (packages | modules) - told().keys() == set()
