"""Options that several commands share."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

LedgerPath = Annotated[
    Path,
    typer.Option(
        "--ledger",
        "-l",
        envvar="COUNTERCLAIM_LEDGER",
        show_envvar=True,
        metavar="FILE",
        help="The ledger's file.",
        readable=False,
    ),
]

DEFAULT_LEDGER = Path("counterclaim.ledger")

# A path that may not be read is one failure among others that go on, not a mistake of the command line: so typer is
# told not to look (`readable=False`).
Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH", help="Files and folders.", show_default=False, readable=False)
]


# Each process holds the parser, some 300 MB, so two are right for any machine; whoever has more asks for more.
JOBS = 2

Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes to read many files with.")]


class Form(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"


FormOption = Annotated[Form, typer.Option("--format", help="Text for people, JSON for programs.")]


def now() -> str:
    """The moment of capture, ISO 8601 in UTC, to the second: the only clock there is."""
    return datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
