"""`counterclaim search`: claims of a ledger by their words."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

import counterclaim
from counterclaim.cli import wording
from counterclaim.cli.answer import print_footer
from counterclaim.cli.card import outer
from counterclaim.cli.guard import PARTIAL
from counterclaim.cli.options import DEFAULT_LEDGER, Form, FormOption, LedgerPath
from counterclaim.cli.terminal import err, raw, rows
from counterclaim.model.claim import Act
from counterclaim.publish.jsontext import one_object

HEADER = ("id", "who", "act", "in", "words")


def command(  # noqa: PLR0913 - each is an argument or option of the command line
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words to find.", show_default=False)],
    ledger: LedgerPath = DEFAULT_LEDGER,
    act: Annotated[Act | None, typer.Option(help="Only claims of this act.")] = None,
    side: Annotated[str | None, typer.Option(help="Only claims of this side.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most this many answers.")] = 20,
    form: FormOption = Form.TEXT,
) -> None:
    """Finds claims in a ledger by their words."""
    with counterclaim.Ledger(ledger) as book:
        found = book.search(" ".join(words), limit=limit, act=act, side=side)
        hits = [(hit, _who(book, hit), _title(book, hit)) for hit in found]
    if form is Form.JSON:
        raw(one_object([{**asdict(hit), "title": title, "who": who} for hit, who, title in hits]))
    elif hits:
        rows(HEADER, [_row(*hit) for hit in hits], wide=HEADER.index("words"))
        print_footer()
    if not hits:
        wider = " or no --act and --side" if act or side else ""
        err(f"{ledger}: nothing found for {' '.join(words)!r}; try fewer words{wider}")
        raise typer.Exit(PARTIAL)


def _who(book: counterclaim.Ledger, hit: counterclaim.Hit) -> str:
    """Who says what was found, and who tells it."""
    claim = book.resolve(hit.id).payload if hit.quote else None
    return wording.who(claim, outer(book, claim)) if claim else ""


def _title(book: counterclaim.Ledger, hit: counterclaim.Hit) -> str:
    return str(book.resolve(hit.document).payload.get("title") or "")


def _row(hit: counterclaim.Hit, who: str, title: str) -> tuple[str, ...]:
    """A claim, or a document whose title has the words."""
    return (hit.id[: wording.SHORT], who, hit.act or hit.kind, title if hit.quote else "", hit.quote or title)
