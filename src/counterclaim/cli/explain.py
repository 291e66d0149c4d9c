"""`counterclaim explain`: what each stage saw in one document, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import counterclaim
from counterclaim.cli.answer import print_footer
from counterclaim.cli.failures import tell, tell_if_nothing, tell_if_rules_alone, tell_notes
from counterclaim.cli.guard import PARTIAL
from counterclaim.cli.progress import tell_of_index
from counterclaim.cli.terminal import out, width
from counterclaim.model.analysis import Analysis, Failure


def command(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A file.", show_default=False, readable=False)],
    claim: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only the claim of this number, as `read` counts them.")
    ] = None,
) -> None:
    """Shows what each stage saw in one document, and why."""
    tell_if_rules_alone()
    tell_of_index()
    found = list(counterclaim.analyse_all([path]))
    analyses = [each for each in found if isinstance(each, Analysis)]
    for analysis in analyses:
        for line in counterclaim.explain(analysis, claim=claim, width=width()):
            out(line)
    if analyses:
        print_footer()
    failed = tell(each for each in found if isinstance(each, Failure))
    if failed + tell_notes(found) or not found:
        tell_if_nothing([path], found)
        raise typer.Exit(PARTIAL)
