"""`counterclaim publish`: writes a ledger as a static site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

import counterclaim
from counterclaim.cli.options import DEFAULT_LEDGER, LedgerPath
from counterclaim.cli.progress import steps
from counterclaim.cli.terminal import out as say
from counterclaim.cli.wording import counted
from counterclaim.publish.settings import Settings, settings_of

SettingsFile = Annotated[
    Path | None,
    typer.Option(
        "--settings",
        metavar="FILE",
        help="YAML: title, url, language, own_text, publish (everything or reviewed-only), sources with their rights.",
        show_default=False,
        readable=False,
    ),
]
OwnText = Annotated[
    bool, typer.Option("--own-text", help="All texts are your own: show them whole. Else only open licences allow it.")
]
ReviewedOnly = Annotated[
    bool, typer.Option("--reviewed-only", help="Publish only claims that a person has accepted or corrected.")
]


def command(
    folder: Annotated[
        Path,
        typer.Option("--out", metavar="FOLDER", help="The site's folder; what an earlier run wrote there is renewed."),
    ] = Path("site"),
    ledger: LedgerPath = DEFAULT_LEDGER,
    settings: SettingsFile = None,
    own_text: OwnText = False,
    reviewed_only: ReviewedOnly = False,
) -> None:
    """Writes a ledger as a static site that works from its folder: no server, no network."""
    chosen = chosen_settings(settings, own_text=own_text, reviewed_only=reviewed_only)
    with counterclaim.Ledger(ledger) as book, steps("writing") as writing:
        done = counterclaim.publish(book, folder, chosen, writing=writing)
    say(f"{folder}: {counted(done.files, 'file')}, {done.changed} changed, {done.removed} removed")
    say(f"open {folder / 'index.html'}")


def chosen_settings(path: Path | None, *, own_text: bool, reviewed_only: bool = False) -> Settings:
    """The settings of the file, if there is one, with what the command line adds."""
    found = settings_of(path) if path else Settings()
    return replace(found, own_text=found.own_text or own_text, reviewed_only=found.reviewed_only or reviewed_only)
