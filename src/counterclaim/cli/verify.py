"""`counterclaim verify`: whether every span still quotes its source and the log of a ledger is whole."""

from __future__ import annotations

import typer

import counterclaim
from counterclaim.cli.guard import PARTIAL
from counterclaim.cli.options import DEFAULT_LEDGER, Form, FormOption, LedgerPath
from counterclaim.cli.terminal import err, out, raw
from counterclaim.publish.jsontext import one_object


def command(ledger: LedgerPath = DEFAULT_LEDGER, form: FormOption = Form.TEXT) -> None:
    """Checks that every span still quotes its source and that the log of a ledger is whole."""
    with counterclaim.Ledger(ledger) as book:
        report = book.verify()
    if form is Form.JSON:
        raw(one_object({"ok": report.ok, "problems": list(report.problems), "counts": dict(report.counts)}))
    else:
        for problem in report.problems:
            err(problem)
        checked = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in report.counts.items())
        # The chain shows that the log agrees with itself, no more.
        out(f"{ledger}: {'agrees with itself' if report.ok else 'does NOT agree with itself'}; checked {checked}")
    if not report.ok:
        raise typer.Exit(PARTIAL)
