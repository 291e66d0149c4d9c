"""`counterclaim read`: who claims what in files and folders, and who denies it; stores nothing."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import counterclaim
from counterclaim.cli.answer import Acts, print_answer
from counterclaim.cli.failures import tell, tell_if_nothing, tell_if_rules_alone, tell_notes
from counterclaim.cli.guard import PARTIAL
from counterclaim.cli.options import JOBS, Jobs, Paths
from counterclaim.cli.progress import progress
from counterclaim.cli.terminal import raw
from counterclaim.model.analysis import Analysis, Failure
from counterclaim.model.matter import Disputes
from counterclaim.model.record import Record, answer_record
from counterclaim.publish.jsontext import line_of_failure, lines_of_analysis, lines_of_matters, one_object


class Format(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


def command(
    paths: Paths,
    form: Annotated[
        Format, typer.Option("--format", help="Text for people, JSON (claims.schema.json) or JSON Lines for programs.")
    ] = Format.TEXT,
    acts: Annotated[
        Acts,
        typer.Option(help="In text: only what could be checked, all that is said but hopes and fears, or everything."),
    ] = Acts.SAID,
    jobs: Jobs = JOBS,
) -> None:
    """Shows who claims what in files and folders, and who denies it; stores nothing."""
    tell_if_rules_alone()
    found = _found(paths, jobs)
    analyses = [each for each in found if isinstance(each, Analysis)]
    failures = [each for each in found if isinstance(each, Failure)]
    disputes = counterclaim.connect(analyses)
    if form is Format.JSONL:
        _print_lines(analyses, disputes, failures)
    elif form is Format.JSON:
        raw(one_object(_answer(analyses, disputes, failures)))
    elif analyses:
        print_answer(_answer(analyses, disputes, failures), acts)
    if tell(failures) + tell_notes(found) or not found:
        tell_if_nothing(paths, found)
        raise typer.Exit(PARTIAL)


def _found(paths: list[Path], jobs: int) -> list[Analysis | Failure]:
    with progress("reading", paths) as step:
        found = []
        for each in counterclaim.analyse_all(paths, jobs=jobs):
            found.append(each)
            step(each.path if isinstance(each, Failure) else each.document.path or "")
        return found


def _answer(analyses: list[Analysis], disputes: Disputes, failures: list[Failure]) -> Record:
    return answer_record(analyses, links=disputes.links, matters=disputes.matters, failures=failures)


def _print_lines(analyses: list[Analysis], disputes: Disputes, failures: list[Failure]) -> None:
    for analysis in analyses:
        for line in lines_of_analysis(analysis):
            raw(line)
    for line in lines_of_matters(disputes):
        raw(line)
    for failure in failures:
        raw(line_of_failure(failure))
