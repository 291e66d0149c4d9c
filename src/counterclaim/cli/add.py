"""`counterclaim add`: takes files and folders into a ledger, resumably, a whole file at a time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import typer

import counterclaim
from counterclaim.cli.failures import tell, tell_if_nothing, tell_if_rules_alone
from counterclaim.cli.guard import PARTIAL
from counterclaim.cli.options import DEFAULT_LEDGER, JOBS, Jobs, LedgerPath, Paths, now
from counterclaim.cli.progress import progress
from counterclaim.cli.terminal import out
from counterclaim.cli.wording import counted
from counterclaim.model.analysis import Failure

# What a receipt counts and what that is called, in the order in which it is told.
COUNTED = {
    "claims_added": "new claim",
    "claims_superseded": "superseded claim",
    "links_added": "new link",
    "matters_added": "new matter",
}


def command(
    paths: Paths,
    ledger: LedgerPath = DEFAULT_LEDGER,
    jobs: Jobs = JOBS,
) -> None:
    """Takes files and folders into a ledger; running it again adds nothing."""
    tell_if_rules_alone()
    counts: Counter[str] = Counter()
    try:
        with counterclaim.Ledger(ledger, create=True) as book:
            _add(paths, book, jobs, counts)
    except KeyboardInterrupt:
        done = counted(counts["documents"] + counts["known"], "document")
        again = "the ledger is whole; the same command again goes on from there"
        raise KeyboardInterrupt(f"interrupted after {done}; {again}") from None
    _sum_up(counts, ledger)
    if counts["failed"] or counts["noted"] or not counts["seen"]:
        tell_if_nothing(paths, counts["seen"])
        raise typer.Exit(PARTIAL)


def _add(paths: list[Path], book: counterclaim.Ledger, jobs: int, counts: Counter[str]) -> None:
    with progress("adding", paths) as step:
        for outcome in counterclaim.record(paths, book, captured=now(), jobs=jobs):
            _count(outcome, counts)
            step(outcome.name)


def _count(outcome: counterclaim.Outcome, counts: Counter[str]) -> None:
    counts["seen"] += 1
    counts["noted"] += tell(Failure(outcome.name, note) for note in outcome.notes)
    if outcome.failure:
        counts["failed"] += tell([outcome.failure])
    elif outcome.receipt and outcome.receipt.withheld:
        counts["withheld"] += 1
    elif outcome.receipt is None or not outcome.receipt.changed:
        counts["known"] += 1
        counts["noted"] += _tell_note(outcome)
    else:
        counts["documents"] += 1
        for name in COUNTED:
            counts[name] += getattr(outcome.receipt, name)


def _tell_note(outcome: counterclaim.Outcome) -> int:
    """Why a document was left as it is, where the ledger says so."""
    note = outcome.receipt.note if outcome.receipt else ""
    return tell([Failure(outcome.name, note)] if note else [])


def _sum_up(counts: Counter[str], ledger: Path) -> None:
    added = ", ".join(counted(counts[name], noun) for name, noun in COUNTED.items())
    taken = f"{counted(counts['documents'], 'document')} taken in"
    left = f", {counts['withheld']} left out as withheld" if counts["withheld"] else ""
    out(f"{ledger}: {taken}, {counts['known']} known already{left}, {counts['failed']} failed; {added}")
