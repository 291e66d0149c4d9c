"""`counterclaim export`: what a ledger holds, as JSON Lines, CSV or one JSON object."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import counterclaim
from counterclaim.cli.options import DEFAULT_LEDGER, LedgerPath
from counterclaim.cli.terminal import out as say
from counterclaim.cli.terminal import raw
from counterclaim.publish.written import write_whole


class Format(StrEnum):
    """What an export is written as."""

    JSONL = "jsonl"
    CSV = "csv"
    JSON = "json"


def command(
    form: Annotated[
        Format,
        typer.Option("--format", help="One record a line, a table of claims, or one object (claims.schema.json)."),
    ] = Format.JSONL,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write to this file, whole or not at all; else to stdout.", readable=False),
    ] = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Writes what a ledger holds as JSON Lines, CSV or one JSON object."""
    with counterclaim.Ledger(ledger) as book:
        pieces = counterclaim.export(book, form.value)
        if out is not None:
            write_whole(out, pieces)
            say(f"{out}: written")
            return
        for piece in pieces:
            raw(piece)
