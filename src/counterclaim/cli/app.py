"""Builds the `counterclaim` command: only the module of the command that is asked for is imported."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

import counterclaim
from counterclaim.cli.commands import COMMANDS, Command
from counterclaim.cli.guard import (
    PARTIAL,
    be_quiet_when_interrupted,
    give_up_what_cannot_be_written,
    guarded,
    hang_up,
    line_of,
    open_streams,
)
from counterclaim.cli.terminal import err, out

ABOUT = """Keeps the record of who claims what, in which words, who denies it, since when and where.

It never says who is right. What it finds is made by machine and unreviewed."""


def _version(asked: bool) -> None:
    if asked:
        out(f"counterclaim {counterclaim.__version__}")
        raise typer.Exit


def _group(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Holds what all commands share; typer reads its options from the signature."""


def _stub() -> None:
    """Stands for a command that is listed and was not asked for."""


def build(asked: str | None) -> typer.Typer:
    """The command with all its subcommands listed and the one `asked` for loaded."""
    app = typer.Typer(
        name="counterclaim",
        help=ABOUT,
        epilog=f"Example: {COMMANDS[0].example}",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_group)
    for command in COMMANDS:
        _register(app, command, loaded=command.name == asked)
    return app


def _register(app: typer.Typer, command: Command, *, loaded: bool) -> None:
    # Shown and loaded apart: the list of commands must come up at once, and the parser takes seconds to load.
    function = guarded(import_module(command.module).command) if loaded else _stub
    registered = app.command(command.name, short_help=command.line, epilog=f"Example: {command.example}")
    registered(function)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line `arguments` (those of the process by default) and exits with 0, 1, 2 or 130."""
    be_quiet_when_interrupted()
    open_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    asked = next((word for word in given if not word.startswith("-")), None)
    try:
        _run(asked, given)
    except BrokenPipeError:
        sys.exit(hang_up())
    except OSError as error:
        # Commands tell of their own mistakes; this one is of the help, on a disk that is full.
        err(line_of(error))
        give_up_what_cannot_be_written()
        sys.exit(PARTIAL)


def _run(asked: str | None, given: list[str]) -> None:
    try:
        build(asked)(args=given, prog_name="counterclaim")
    finally:
        # It ends by leaving: what stands in the buffer has to be written before, or nobody hears that it was not.
        sys.stdout.flush()
