"""Fills the templates of the swap test for spans twice, the second time with names exchanged, and maps spans back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from counterclaim import Document, Part, Span
from counterclaim.model.document import PartKind
from evaluate.swap.sides import HERE, country, rows_of

PUBLISHED = "2031-05-03"
# So many pairs of its group a template is filled with, other ones for each template.
EACH = {"states": 10, "names": 12, "pronouns": 16, "parties": 12}
GROUP_OF = {"a": "states", "b": "states", "x": "names", "y": "names", "p": "parties", "q": "parties"}
HE = {"he": ("he", "she"), "his": ("his", "her"), "him": ("him", "her")}
FIELD = re.compile(r"\{(\w+)\}")
OPENS = re.compile(r"(?:^|[.!?:][”\"]? |[“\"])$")
Row = Mapping[str, str]
Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with names in it: the text, and where which field stands."""

    text: str
    kind: PartKind
    fields: tuple[tuple[str, Span], ...]

    @property
    def document(self) -> Document:
        """The text as a document of its own."""
        return document("swapped", self.text, self.kind)

    def words(self, span: Span) -> str:
        """The words of a span, each whole field in it by its name."""
        told, at = "", span.start
        for name, field in self.fields:
            if span.start <= field.start and field.end <= span.end:
                told += self.text[at : field.start] + f"{{{name}}}"
                at = field.end
        return told + self.text[at : span.end]


@dataclass(frozen=True, slots=True)
class Twins:
    """One template filled with a pair of names, and with the same exchanged."""

    group: str
    template: int
    before: Filled
    after: Filled


def document(name: str, text: str, kind: PartKind) -> Document:
    """A document of one part."""
    title = text if kind is PartKind.TITLE else ""
    return Document(name, text, title, (Part(kind, Span(0, len(text))),), published=PUBLISHED, language="en")


def twins() -> Iterator[Twins]:
    """Every template with EACH pairs of every group that it has names of."""
    fillers = rows_of(HERE / "span_fillers.tsv")
    rows: dict[str, list[Row]] = {"state": [], "name": [], "party": []}
    for row in fillers:
        rows[row["group"]].append(row)
    for number, template in enumerate(rows_of(HERE / "span_templates.tsv")):
        words, kind = template["words"], PartKind(template["part"])
        for group in _groups(words):
            for turn in range(EACH[group]):
                one, other = _fields(rows, number * 7 + turn, group)
                yield Twins(group, number, filled(words, kind, one), filled(words, kind, other))


def _groups(words: str) -> list[str]:
    """Of what a template has names; a name that a pronoun stands for is not exchanged without it."""
    found = dict.fromkeys(GROUP_OF[name[0]] for name in FIELD.findall(words))
    pronouns = any(name.partition("_")[2] in HE for name in FIELD.findall(words))
    return ["pronouns" if group == "names" and pronouns else group for group in found]


def _fields(rows: Mapping[str, list[Row]], turn: int, group: str) -> tuple[Fields, Fields]:
    """What the fields stand for, before and after `group` was exchanged."""
    states = _states(_at(rows["state"], turn))
    persons = _persons(_at(rows["name"], turn), _at(rows["name"], turn + 11))
    parties = _parties(_at(rows["party"], turn))
    before: Fields = {}
    after: Fields = {}
    for own, (one, other) in (("states", states), ("names", persons), ("parties", parties)):
        before |= one
        after |= other if own == group or (own, group) == ("names", "pronouns") else one
    return before, after


def _at(rows: list[Row], number: int) -> Row:
    return rows[number % len(rows)]


def _states(row: Row) -> tuple[Fields, Fields]:
    sides = []
    for which in ("one", "other"):
        own = country(row[which])
        article = "the " if str(1 + (which == "other")) in (row["the"] or "") else ""
        sides.append(
            {
                "": article + own["name"],
                "_adj": own["adjectives"],
                "_people": own["people"],
                "_capital": own["capital"],
            }
        )
    return _both_ways(sides, "ab")


def _parties(row: Row) -> tuple[Fields, Fields]:
    names = [row["one"], row["other"]]
    adjectives = row["adj"].split("|") if row["adj"] else names
    members = row["members"].split("|") if row["members"] else [f"{each} lawmakers" for each in adjectives]
    told = zip(names, adjectives, members, strict=True)
    return _both_ways([{"": name, "_adj": adj, "_members": all_} for name, adj, all_ in told], "pq")


def _both_ways(sides: list[Fields], letters: str) -> tuple[Fields, Fields]:
    one, other = (
        {letter + end: value for letter, side in zip(letters, order, strict=True) for end, value in side.items()}
        for order in (sides, sides[::-1])
    )
    return one, other


def _persons(first: Row, second: Row) -> tuple[Fields, Fields]:
    """The first person is a man and becomes a woman, the second the other way."""
    one = _person("x", first, "one") | _person("y", second, "other")
    other = _person("x", first, "other") | _person("y", second, "one")
    for which, fields in enumerate((one, other)):
        fields |= {f"x_{form}": pair[which] for form, pair in HE.items()}
    return one, other


def _person(letter: str, row: Row, which: str) -> Fields:
    first, last = row[which], row["last"]
    return {letter: f"{first} {last}", f"{letter}_first": first, f"{letter}_last": last}


def filled(words: str, kind: PartKind, fields: Fields) -> Filled:
    """A template with its fields filled: with a capital where a sentence opens, without an article in a headline."""
    text, at, found = "", 0, []
    for match in FIELD.finditer(words):
        text += words[at : match.start()]
        value = fields[match[1]]
        if kind is PartKind.TITLE:
            value = value.removeprefix("the ")
        if OPENS.search(text):
            value = value[0].upper() + value[1:]
        found.append((match[1], Span(len(text), len(text) + len(value))))
        text += value
        at = match.end()
    return Filled(text + words[at:], kind, tuple(found))
