"""`counterclaim show`: one document, claim, link or matter of a ledger, by its id or the beginning of it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

import counterclaim
from counterclaim.cli.card import card
from counterclaim.cli.options import DEFAULT_LEDGER, Form, FormOption, LedgerPath
from counterclaim.cli.terminal import out, raw
from counterclaim.publish.jsontext import one_object


def command(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="An id, or its beginning.", show_default=False)],
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: FormOption = Form.TEXT,
) -> None:
    """Shows one document, claim, link or matter of a ledger, by its id or the beginning of it."""
    with counterclaim.Ledger(ledger) as book:
        found = book.resolve(identifier)
        if form is Form.JSON:
            raw(one_object(asdict(found)))
            return
        for line in card(book, found):
            out(line)
