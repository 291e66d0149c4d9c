"""`counterclaim withhold`: takes words out of a ledger for good, and leaves a tombstone."""

from __future__ import annotations

from typing import Annotated

import typer

import counterclaim
from counterclaim.cli.options import DEFAULT_LEDGER, Form, FormOption, LedgerPath
from counterclaim.cli.terminal import out, raw
from counterclaim.publish.jsontext import one_object


def command(
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a document or claim, or its beginning.", show_default=False)
    ],
    reason: Annotated[str, typer.Option(help="Why; kept in the tombstone.", show_default=False)],
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: FormOption = Form.TEXT,
) -> None:
    """Takes a document's or a claim's words out of a ledger for good, and leaves a tombstone."""
    with counterclaim.Ledger(ledger) as book:
        stone = book.withhold(identifier, reason=reason)
    if form is Form.JSON:
        told = {"id": stone.id, "kind": stone.kind, "reason": stone.reason, "at": stone.at}
        raw(one_object(told | {"also": list(stone.also), "copies": list(stone.copies)}))
        return
    also = f", and {len(stone.also)} records that hung on it" if stone.also else ""
    out(f"{ledger}: withheld {stone.kind} {stone.id}{also}; the tombstone keeps id, time and reason")
    if stone.copies:
        out(f"copies of the same origin still hold such a text: {', '.join(stone.copies)}")
