"""`counterclaim release`: lets out claims that accuse somebody without a public role, or lists those that wait."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

import counterclaim
from counterclaim.cli import wording
from counterclaim.cli.card import outer
from counterclaim.cli.options import DEFAULT_LEDGER, Form, FormOption, LedgerPath
from counterclaim.cli.terminal import out, paragraph, raw
from counterclaim.publish.jsontext import one_object
from counterclaim.publish.release import needs_release

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger


def command(  # noqa: PLR0913 - each is an option that a person types
    identifiers: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="The ids of claims, or their beginnings.", show_default=False),
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; your login name by default.")] = None,
    note: Annotated[str | None, typer.Option(help="Why; kept in the log.", show_default=False)] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the release back: the claim is held again.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="List what is held back, and why.")] = False,
    ledger: LedgerPath = DEFAULT_LEDGER,
    form: FormOption = Form.TEXT,
) -> None:
    """Lets out claims that accuse a person without a public role; until then they are not published."""
    if listed == bool(identifiers):
        raise typer.BadParameter("name the claims to release, or ask for the --list of those that are held back")
    with counterclaim.Ledger(ledger) as book:
        if listed:
            _list(book, form)
        else:
            _decide(book, identifiers or [], (by or _login(), note), undo=undo, form=form)


def _decide(book: Ledger, identifiers: Sequence[str], said: tuple[str, str | None], *, undo: bool, form: Form) -> None:
    """Looks all ids up before the first is decided on, so that a mistyped one changes nothing."""
    by, note = said
    found = [book.resolve(each).id for each in identifiers]
    decide, made = book.hold if undo else book.release, []
    for each in found:
        made.append(decide(each, by=by, note=note))
        if form is Form.TEXT:
            out(f"{book.path}: {made[-1].decision} {each} by {by}")
    if form is Form.JSON:
        raw(one_object({"decisions": [asdict(each) for each in made]}))


def _list(book: Ledger, form: Form) -> None:
    waiting = [each for each in book.claims() if needs_release(each)]
    if form is Form.JSON:
        raw(one_object({"held": waiting}))
        return
    for each in waiting:
        paragraph(f"{each['id']}  {wording.who(each, outer(book, each))}  {each['act']}: {each['quote']}")
        for line in wording.held(each):
            paragraph(f"  {line}")
    out(f"{book.path}: {len(waiting)} held back until a person releases them")


def _login() -> str:
    """The name of whoever runs this; a machine without a list of its users asks for one."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise typer.BadParameter("this machine does not say who you are; give --by NAME") from error
