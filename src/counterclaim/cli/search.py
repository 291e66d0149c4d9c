"""`counterclaim search`: claims of a ledger by their words."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

import counterclaim
from counterclaim.cli.guard import PARTIAL
from counterclaim.cli.options import DEFAULT_LEDGER, Form, FormOption, LedgerPath
from counterclaim.cli.terminal import err, raw, rows
from counterclaim.publish.jsontext import one_object

HEADER = ("id", "who", "act", "in", "words")


def command(  # noqa: PLR0913 - each is an argument or option of the command line
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words to find.", show_default=False)],
    ledger: LedgerPath = DEFAULT_LEDGER,
    act: Annotated[str | None, typer.Option(help="Only claims of this act: asserts, denies, accuses, ...")] = None,
    side: Annotated[str | None, typer.Option(help="Only claims of this side.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most this many answers.")] = 20,
    form: FormOption = Form.TEXT,
) -> None:
    """Finds claims in a ledger by their words."""
    with counterclaim.Ledger(ledger) as book:
        hits = list(book.search(" ".join(words), limit=limit, act=act, side=side))
    if form is Form.JSON:
        raw(one_object([asdict(hit) for hit in hits]))
    elif hits:
        rows(HEADER, [_row(hit) for hit in hits], wide=HEADER.index("words"))
    if not hits:
        err(f"{ledger}: nothing found for {' '.join(words)!r}; try fewer words")
        raise typer.Exit(PARTIAL)


def _row(hit: counterclaim.Hit) -> tuple[str, ...]:
    who = hit.speaker or "unknown speaker"
    named = f"{who} ({hit.side})" if hit.side and hit.side != who else who
    if not hit.quote:
        return (hit.id, "", hit.kind, "", hit.title)
    return (hit.id, named, hit.act or "", hit.title, hit.quote)
