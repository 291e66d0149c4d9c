"""Which commands there are, where each lives, and what it says of itself in one line."""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """One command: its name, the module that holds its function `command`, its line of help and its example."""

    name: str
    line: str
    example: str

    @property
    def module(self) -> str:
        """The module that holds it."""
        return f"counterclaim.cli.{self.name}"


COMMANDS = (
    Command(
        "read", "Shows who claims what in files and folders, and who denies it; stores nothing.",
        "counterclaim read post.md",
    ),
    Command(
        "add", "Takes files and folders into a ledger; running it again adds nothing.",
        "counterclaim add posts --ledger kursk.ledger --jobs 2",
    ),
    Command(
        "explain", "Shows what each stage saw in one document, and why.",
        "counterclaim explain post.md --claim 3",
    ),
    Command(
        "search", "Finds claims in a ledger by their words.",
        "counterclaim search 'Gornal liberated' --act asserts --ledger kursk.ledger",
    ),
    Command(
        "show", "Shows what a ledger holds, disputes first; or one document, claim, link or matter, by its id.",
        "counterclaim show --ledger kursk.ledger",
    ),
    Command(
        "changes", "Tells what changed in the matters of a ledger since a day: on screen, or as a feed.",
        "counterclaim changes --since 2025-04-28 --ledger kursk.ledger",
    ),
    Command(
        "verify", "Checks that every span still quotes its source and that the log of a ledger is whole.",
        "counterclaim verify --ledger kursk.ledger",
    ),
    Command(
        "release", "Lets out claims that accuse a person without a public role; until then they are not published.",
        "counterclaim release c41c9 --note 'the court has named her' --ledger kursk.ledger",
    ),
    Command(
        "withhold", "Takes a document's or a claim's words out of a ledger for good, and leaves a tombstone.",
        "counterclaim withhold d41c9 --reason 'asked for by the person named' --ledger kursk.ledger",
    ),
    Command(
        "publish", "Writes a ledger as a static site that works from its folder: no server, no network.",
        "counterclaim publish --ledger kursk.ledger --out site --own-text",
    ),
    Command(
        "export", "Writes a ledger as JSON Lines, CSV or one JSON object, or what may be published of it as posts.",
        "counterclaim export --ledger kursk.ledger --format csv --out claims.csv",
    ),
    Command(
        "gazetteer", "Adds the villages of a country dump of GeoNames to the index of place names.",
        "counterclaim gazetteer add RU.zip",
    ),
)  # fmt: skip
