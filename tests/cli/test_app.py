"""The command as a whole: how it starts, what it says of itself, how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from counterclaim.cli.app import build
from counterclaim.cli.commands import COMMANDS
from counterclaim.cli.guard import guarded
from counterclaim.errors import ReadError

HEAVY = ("spacy", "feedparser", "trafilatura", "sqlite3", "counterclaim.pipeline", "counterclaim.ledger")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m counterclaim` with these arguments."""
    command = [sys.executable, "-m", "counterclaim", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ | environment, check=False)


def failing(error: BaseException) -> Callable[[], None]:
    """A command that ends with `error`."""

    def command() -> None:
        raise error

    return guarded(command)


def test_help_names_every_command_with_its_line() -> None:
    """The list is there without loading any of them."""
    shown = run("--help")
    words = " ".join(shown.stdout.split())
    assert shown.returncode == 0
    assert all(f"{command.name} {command.line}" in words for command in COMMANDS)


def test_help_loads_nothing_heavy() -> None:
    """What takes seconds to load is loaded when it is needed and not before."""
    code = "import sys\ntry:\n from counterclaim.cli import main; main(['--help'])\nexcept SystemExit: pass\n"
    code += f"sys.stderr.write(repr([name for name in {HEAVY!r} if name in sys.modules]))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stderr == "[]"


def test_importing_the_package_loads_nothing_heavy() -> None:
    """`import counterclaim` costs nothing until a verb is used."""
    names = (*HEAVY, "typer", "rich")
    code = f"import sys, counterclaim; sys.exit(repr([name for name in {names!r} if name in sys.modules]))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert shown.stderr.strip() == "[]"


def test_help_comes_at_once() -> None:
    """Less than .6 s of processor time, the interpreter's own start included."""
    before = os.times()
    run("--help")
    after = os.times()
    assert after.children_user + after.children_system - before.children_user - before.children_system < 0.6


def test_the_version_is_told() -> None:
    """One line: the name and the version."""
    shown = run("--version")
    assert shown.stdout.startswith("counterclaim ")
    assert shown.returncode == 0


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["read"], ["read", "--nonsense", "x"], ["explain"], ["export", "--format", "xml"]]
)
def test_a_wrong_command_line_exits_with_2_and_no_traceback(arguments: list[str]) -> None:
    """What was wrong and how to get help stand on stderr."""
    shown = run(*arguments)
    assert shown.returncode == 2
    assert "Traceback" not in shown.stderr
    assert "--help" in shown.stderr


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (ReadError("a.md", "is empty", remedy="give a file with text"), 1, "a.md: is empty; give a file with text"),
        (PermissionError(13, "Permission denied", "a.md"), 1, "a.md: Permission denied"),
        (OSError(28, "No space left on device"), 1, "standard output: No space left on device"),
        (KeyboardInterrupt("interrupted after 3 files"), 130, "interrupted after 3 files"),
        (KeyboardInterrupt(), 130, "interrupted"),
    ],
)
def test_a_mistake_we_can_name_is_one_line(
    error: BaseException, code: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line on stderr and an exit code."""
    with pytest.raises(typer.Exit) as ended:
        failing(error)()
    assert ended.value.exit_code == code
    assert capsys.readouterr().err == f"counterclaim: {line}\n"


def test_a_fault_of_ours_is_shown_whole() -> None:
    """Nobody could report it otherwise."""
    with pytest.raises(ZeroDivisionError):
        failing(ZeroDivisionError())()


def test_a_pipe_that_closes_early_ends_the_command_quietly() -> None:
    """`counterclaim ... | head -1` says nothing on stderr."""
    code = (
        "import sys\nfrom counterclaim.cli.guard import guarded\nfrom counterclaim.cli.terminal import out\n"
        "import typer\n@guarded\ndef command():\n for _ in range(100000): out('x' * 100)\n"
        "try: command()\nexcept typer.Exit as e: sys.exit(e.exit_code)\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.readline()
    writer.stdout.close()
    assert writer.stderr.read() == b""
    assert writer.wait(timeout=30) == 141


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a disk that is full")
@pytest.mark.parametrize("asked", [["--help"], ["--version"], ["search", "--help"]])
@pytest.mark.parametrize("buffered", ["", "1"])
def test_a_full_disk_is_one_line_for_help_too(asked: list[str], buffered: str) -> None:
    """What no command guards is guarded all the same, whether Python holds back what it prints or not."""
    command = [sys.executable, "-m", "counterclaim", *asked]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=os.environ | {"PYTHONUNBUFFERED": buffered},
        )
    assert (done.returncode, done.stderr) == (1, "counterclaim: standard output: No space left on device\n")


def test_closed_streams_lead_nowhere_and_never_into_a_file() -> None:
    """A file that is opened next does not get the number of standard output."""
    code = (
        "import os, sys\nfor number in (0, 1, 2): os.close(number)\nsys.stdout = sys.stderr = None\n"
        "from counterclaim.cli.guard import open_streams\nopen_streams()\nprint('x')\n"
        "os._exit(os.open(os.devnull, os.O_RDONLY))\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode > 2


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_ctrl_c_while_it_loads_ends_it_without_a_word() -> None:
    """A traceback of half-loaded modules helps nobody."""
    code = (
        "import os, signal, sys\nfrom counterclaim.cli import app\n"
        "app.build = lambda asked: os.kill(os.getpid(), signal.SIGINT)\napp.main(['verify'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


def test_only_the_command_that_is_asked_for_is_loaded() -> None:
    """The others are listed by their lines."""
    started = time.process_time()
    app = build(None)
    assert {each.name for each in app.registered_commands} == {command.name for command in COMMANDS}
    assert time.process_time() - started < 2
