"""Columns: sets the positions of a matter beside each other, a column for each side or sides that share an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.publish.edition.nouns import PublishedMatter, PublishedPosition
from counterclaim.publish.texts import Texts

# So many colours can be told from each other by readers who see few; after them they begin again, with another letter.
COLOURS = 6


@dataclass(frozen=True, slots=True)
class Column:
    """The answers of one side: its name, the letter it goes by on this page, and the number of its colour."""

    name: str
    sign: str
    colour: int
    answers: tuple[PublishedPosition, ...]

    @property
    def first(self) -> str:
        """The id of the claim that stands for the column on the front page."""
        return self.answers[0].claims[0]


def columns_of(matter: PublishedMatter, texts: Texts) -> tuple[Column, ...]:
    """The columns in the order in which the sides appear; claims of unknown speakers in a last one of their own."""
    groups: dict[tuple[str, ...], list[PublishedPosition]] = {}
    for position in matter.positions:
        groups.setdefault(position.sides, []).append(position)
    known = [(sides, answers) for sides, answers in groups.items() if sides]
    columns = [_column(number, sides, answers, texts) for number, (sides, answers) in enumerate(known)]
    if () in groups:
        columns.append(Column(texts("matter.nobody"), "?", 0, tuple(groups[()])))
    return tuple(columns)


def _column(number: int, sides: Sequence[str], answers: Sequence[PublishedPosition], texts: Texts) -> Column:
    return Column(texts.listed(sides), letter(number), number % COLOURS + 1, tuple(answers))


def letter(number: int) -> str:
    """A, B, ... Z, AA, AB, ...: the letter of the column with this number, counted from 0."""
    name = ""
    while True:
        name = chr(ord("A") + number % 26) + name
        number = number // 26 - 1
        if number < 0:
            return name
