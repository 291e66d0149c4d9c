"""`counterclaim changes`: what changed in the matters of a ledger since a day, on screen or as a feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import counterclaim
from counterclaim.cli import wording
from counterclaim.cli.answer import print_footer
from counterclaim.cli.card import outer
from counterclaim.cli.options import DEFAULT_LEDGER, LedgerPath
from counterclaim.cli.publish import OwnText, ReviewedOnly, SettingsFile, chosen_settings
from counterclaim.cli.terminal import out as say
from counterclaim.cli.terminal import paragraph, raw
from counterclaim.errors import NotInLedger
from counterclaim.ledger.changes import NoSuchMoment
from counterclaim.publish.alerts import Alert, Speech, alert
from counterclaim.publish.changefeed import atom_of, json_of, news
from counterclaim.publish.edition import edition_of
from counterclaim.publish.imprint import Imprint
from counterclaim.publish.jsontext import one_object
from counterclaim.publish.quoting import LONGEST, shortened
from counterclaim.publish.settings import Settings
from counterclaim.publish.texts import texts_in
from counterclaim.publish.written import write_whole

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger
    from counterclaim.ledger.changes import Change


class Feed(StrEnum):
    """In which form a feed is written."""

    JSON = "json"
    ATOM = "atom"


def command(  # noqa: PLR0913 - each is an option that a person types
    since: Annotated[
        str,
        typer.Option(
            metavar="DATE|SEQ",
            help="What was taken in on this day (UTC) or later, or after this event of the log.",
            show_default=False,
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="JSON for programs, with everything you may see.")] = False,
    feed: Annotated[
        Feed | None,
        typer.Option(help="A feed for others: JSON Feed 1.1 or Atom, only of what may be published."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="With --feed: write to this file, whole or not at all, else to stdout.", readable=False
        ),
    ] = None,
    ledger: LedgerPath = DEFAULT_LEDGER,
    settings: SettingsFile = None,
    own_text: OwnText = False,
    reviewed_only: ReviewedOnly = False,
) -> None:
    """Tells what changed in the matters of a ledger since a day: on screen, or as a feed."""
    if feed is None and (out or settings or own_text or reviewed_only):
        raise typer.BadParameter(
            "only a feed is written to a file and follows settings; add --feed atom or --feed json"
        )
    if feed and as_json:
        raise typer.BadParameter("--json is for your own programs, --feed json for publishing; choose one of them")
    chosen = chosen_settings(settings, own_text=own_text, reviewed_only=reviewed_only)
    with counterclaim.Ledger(ledger) as book:
        try:
            found = book.changes(since)
        except NoSuchMoment as error:
            raise typer.BadParameter(str(error), param_hint="--since") from None
        if feed:
            _write(_feed(book, found, chosen, feed), out)
        else:
            _show(book, found, since, as_json=as_json)


def _feed(book: Ledger, found: tuple[Change, ...], settings: Settings, feed: Feed) -> str:
    imprint = Imprint(settings, texts_in(settings.language), counterclaim.__version__)
    told = news(found, edition_of(book, settings), imprint, book.successions())
    return json_of(told) if feed is Feed.JSON else atom_of(told)


def _write(text: str, out: Path | None) -> None:
    if out is None:
        raw(text)
        return
    write_whole(out, [text])
    say(f"{out}: written")


def _show(book: Ledger, found: tuple[Change, ...], since: str, *, as_json: bool) -> None:
    speech = _speech(book)
    told = [alert(each, each.question, speech) for each in found]
    if as_json:
        records = [
            asdict(each.change) | {"sentence": each.sentence, "who": each.who, "words": each.words} for each in told
        ]
        raw(one_object({"since": since, "changes": records}))
        return
    by_matter = sorted(told, key=lambda each: each.change.matter)
    for matter, alerts in groupby(by_matter, key=lambda each: each.change.matter):
        for line in _lines(matter, list(alerts)):
            paragraph(line)
    say(f"{book.path}: {wording.counted(len(told), 'change')} since {since}")
    print_footer()


def _lines(matter: str, alerts: list[Alert]) -> Iterator[str]:
    yield f"{matter}  {alerts[0].question}"
    for each in alerts:
        change = each.change
        yield f"  {each.sentence}  (event {change.seq}, {change.at})"
        if change.successor:
            yield f"    lives on as {change.successor}"
        if each.words:
            day = f", by {change.day}" if change.day else ""
            yield f"    {change.claim}  {each.who}{day}: “{each.words}”"


def _speech(book: Ledger) -> Speech:
    """Claims as the ledger has them: whoever holds the file may see them all."""
    known: dict[str, Any] = {}

    def claim(identifier: str) -> Any:
        if identifier not in known:
            try:
                known[identifier] = book.resolve(identifier).payload
            except NotInLedger:
                known[identifier] = {}
        return known[identifier]

    def who(identifier: str) -> str:
        found = claim(identifier)
        return wording.who(found, outer(book, found)) if found else ""

    def words(identifier: str) -> str:
        return shortened(claim(identifier).get("quote") or "", LONGEST)[0]

    return Speech(texts_in("en"), who, words)
