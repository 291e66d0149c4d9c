"""`counterclaim export`: what a ledger holds, as JSON Lines, CSV or one JSON object, or as posts for Jekyll."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import counterclaim
from counterclaim.cli.options import DEFAULT_LEDGER, LedgerPath
from counterclaim.cli.publish import OwnText, SettingsFile, chosen_settings
from counterclaim.cli.terminal import out as say
from counterclaim.cli.terminal import raw
from counterclaim.cli.wording import counted
from counterclaim.publish.edition import edition_of
from counterclaim.publish.jekyll import jekyll_site, posts_of
from counterclaim.publish.settings import Settings
from counterclaim.publish.site.writing import write_tree
from counterclaim.publish.written import write_whole


class Format(StrEnum):
    """What an export is written as."""

    JSONL = "jsonl"
    CSV = "csv"
    JSON = "json"


class Target(StrEnum):
    """What an export is made for, as far as that takes more than one file."""

    JEKYLL = "jekyll"


def command(  # noqa: PLR0913 - each is an option that a person types
    form: Annotated[
        Format,
        typer.Option("--format", help="One record a line, a table of claims, or one object (claims.schema.json)."),
    ] = Format.JSONL,
    to: Annotated[
        Target | None,
        typer.Option("--to", help="A folder that this program builds a site of: posts, layouts, settings."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="Write to this file, whole or not at all, else to stdout; with --to, the folder.",
            readable=False,
        ),
    ] = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    settings: SettingsFile = None,
    own_text: OwnText = False,
) -> None:
    """Writes a ledger as JSON Lines, CSV or one JSON object, or what may be published of it as posts."""
    if to is None:
        if settings is not None or own_text:
            raise typer.BadParameter("only what is published follows settings; name a target with --to jekyll")
        _records(ledger, form, out)
    elif out is None:
        raise typer.BadParameter("--to jekyll writes a folder; name it with --out FOLDER")
    else:
        _jekyll(ledger, out, chosen_settings(settings, own_text=own_text))


def _records(ledger: Path, form: Format, out: Path | None) -> None:
    with counterclaim.Ledger(ledger) as book:
        pieces = counterclaim.export(book, form.value)
        if out is not None:
            write_whole(out, pieces)
            say(f"{out}: written")
            return
        for piece in pieces:
            raw(piece)


def _jekyll(ledger: Path, folder: Path, settings: Settings) -> None:
    with counterclaim.Ledger(ledger) as book:
        edition = edition_of(book, settings)
    files = jekyll_site(edition, settings, version=counterclaim.__version__)
    done = write_tree(folder, ((name, text.encode()) for name, text in files))
    posts = posts_of(edition)
    without = len(edition.documents) - len(posts)
    whose = "its" if without == 1 else "their"
    told = counted(len(posts), "post"), f"{counted(without, 'document')} without claims of {whose} own"
    say(f"{folder}: {', '.join(told)}; {done.changed} changed, {done.removed} removed")
    say(f"build it: jekyll build --source {folder} --destination {folder}-site")
