"""`counterclaim show`: what a ledger holds at a glance, or one document, claim, link or matter of it by its id."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

import counterclaim
from counterclaim.cli.answer import print_footer
from counterclaim.cli.card import card
from counterclaim.cli.options import DEFAULT_LEDGER, Form, FormOption, LedgerPath
from counterclaim.cli.overview import print_overview
from counterclaim.cli.terminal import paragraph, raw
from counterclaim.publish.jsontext import one_object
from counterclaim.publish.overview import overview


def command(
    identifier: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="An id, or its beginning; without one, all matters.", show_default=False),
    ] = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Without an id: at most this many matters.")] = 20,
    form: FormOption = Form.TEXT,
) -> None:
    """Shows what a ledger holds, disputes first; or one document, claim, link or matter, by its id."""
    with counterclaim.Ledger(ledger) as book:
        if identifier is None:
            _show_all(book, str(ledger), limit, form)
        else:
            _show_one(book, identifier, form)


def _show_all(book: counterclaim.Ledger, name: str, limit: int, form: Form) -> None:
    found = overview(book, limit=limit)
    if form is Form.JSON:
        raw(one_object(found))
        return
    print_overview(found, name)
    print_footer()


def _show_one(book: counterclaim.Ledger, identifier: str, form: Form) -> None:
    found = book.resolve(identifier)
    if form is Form.JSON:
        raw(one_object(asdict(found)))
        return
    for line in card(book, found):
        paragraph(line)
    print_footer()
