"""What scripts/need.sh does on machines of every kind, each made of a folder of small stand-in commands."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "scripts" / "need.sh"
USED = ("bash", "cat", "chmod", "env", "expand", "grep", "mktemp", "rm", "sed")
BROWSER = 'printf "#!/bin/sh\\n" > "$(dirname "$0")/chromium"; chmod +x "$(dirname "$0")/chromium"'


class Machine:
    """A machine on which nothing is installed but what the script itself uses."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in (*USED, "dirname", "sh"):
            (folder / name).symlink_to(shutil.which(name) or pytest.skip(f"this machine has no {name}"))
        self.command("id", "echo 0")

    def command(self, name: str, body: str) -> None:
        (self.folder / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (self.folder / name).chmod(0o755)

    def need(self, *names: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.folder), "TMPDIR": str(self.folder)}
        words = [str(self.folder / "bash"), str(SCRIPT), *names]
        return subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_what_is_there_is_not_installed_again(machine: Machine) -> None:
    """With the command there, nothing is said and apt-get is not called."""
    machine.command("chromium", "exit 0")
    machine.command("apt-get", "exit 1")
    done = machine.need("chromium")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_is_missing_is_installed_and_that_is_said_first(machine: Machine) -> None:
    """Root needs no sudo."""
    machine.command("apt-get", BROWSER)
    done = machine.need("chromium")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("need.sh: installing chromium with apt-get (chromium fonts-liberation)")


def test_the_list_of_packages_is_renewed_where_it_is_too_old(machine: Machine) -> None:
    """The first install fails, then after `update` it works."""
    renewed = '"$(dirname "$0")/renewed"'
    machine.command(
        "apt-get", f'case "$*" in *update*) : > {renewed};; *) [ -e {renewed} ] || exit 100; {BROWSER};; esac'
    )
    assert machine.need("chromium").returncode == 0


def test_a_machine_without_apt_is_told_so_in_one_line(machine: Machine) -> None:
    """The line names what is missing and the command."""
    done = machine.need("chromium")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "need.sh: chromium can't be had here: this machine has no apt-get."
        " Run: sudo apt-get install chromium fonts-liberation\n"
    )


def test_nobody_is_asked_for_a_password(machine: Machine) -> None:
    """Without root and without sudo that works as it is, nothing is tried."""
    machine.command("id", "echo 1000")
    machine.command("sudo", '[ "$1" = -n ] || sleep 60; exit 1')
    machine.command("apt-get", BROWSER)
    done = machine.need("chromium")
    assert done.returncode == 1
    assert "needs root, and sudo asks for a password" in done.stderr


def test_a_user_with_sudo_installs_through_it(machine: Machine) -> None:
    """`sudo -n` runs apt-get."""
    machine.command("id", "echo 1000")
    machine.command("sudo", 'while [ "${1#-}" != "$1" ]; do shift; done; ROOT=yes "$@"')
    machine.command("apt-get", f'[ "$ROOT" = yes ] || exit 100; {BROWSER}')
    machine.command("true", "exit 0")
    assert machine.need("chromium").returncode == 0


def test_without_a_network_the_reason_is_that_of_apt(machine: Machine) -> None:
    """The first line of error that apt-get gave stands in ours, and there is one line for each name."""
    machine.command("apt-get", 'echo "Reading lists"; echo "E: Could not resolve deb.invalid" >&2; exit 100')
    done = machine.need("chromium", "jekyll")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 2
    assert "chromium can't be had here: apt-get failed: E: Could not resolve deb.invalid." in done.stderr
    assert "Run: sudo apt-get install jekyll" in done.stderr


def test_packages_that_bring_no_command_are_a_failure(machine: Machine) -> None:
    """apt-get that says yes and does nothing."""
    machine.command("apt-get", "exit 0")
    done = machine.need("jekyll")
    assert done.returncode == 1
    assert "brought no command jekyll" in done.stderr


@pytest.mark.parametrize("words", [(), ("--what",), ("a-browser",)])
def test_a_wrong_call_is_2(machine: Machine, words: tuple[str, ...]) -> None:
    """No name, an option nobody knows, a name nobody knows."""
    done = machine.need(*words)
    assert done.returncode == 2
    assert "need.sh" in done.stderr


def test_help_names_what_can_be_asked_for(machine: Machine) -> None:
    """With the packages behind each name."""
    done = machine.need("--help")
    assert done.returncode == 0
    assert "chromium  Debian packages: chromium fonts-liberation" in done.stdout
