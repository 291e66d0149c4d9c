"""Tells which of the names that a document seems to give persons are no person's: places, bodies, channels, things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

from counterclaim.data import table
from counterclaim.model.place import Precision
from counterclaim.model.reading import MentionKind, Reading, Token

# What the parser's recogniser of names calls a person.
LABEL = "PERSON"
# Of the other labels those that it hardly ever gives to persons; it calls them organisations and peoples often enough.
THINGS = frozenset({"LAW", "FAC", "LOC", "EVENT", "PRODUCT"})
PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
# What follows a name that ends its phrase; *the Ost plan* may be a person's.
ENDS = frozenset({"PUNCT", "ADP", "AUX", "VERB", "CCONJ", "SCONJ", "PRON"})
HYPHENS = frozenset({"-", "–", "'", "’"})
GROUND = frozenset({"GPE", "LOC", "FAC"})
BODIES = frozenset({"GPE", "ORG", "FAC"})
PEOPLE = ("s", "is", "ns", "ans", "ians", "ers", "ese")
AREAS = frozenset({"old", "new", "north", "south", "east", "west", "upper", "lower", "greater", "central", "inner"})
# *Chad* and *Jordan* begin names of persons, but hardly any of more words than three.
LONGEST_PERSON = 3
THERE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout"})
COUNTRY_CELLS = ("name", "aliases", "adjectives", "people", "capital", "seats", "cities")


class Nobody:
    """
    Weighs for each name of a document what speaks for a person against what speaks for something else.

    A first name, a form of address, a role or *he* or *she* for it decide for a person; then what the document knows
    as a place, a body or a thing is none. A name on which nothing bears stays a person's.
    """

    def __init__(self, reading: Reading, at: Mapping[int, Sequence[str]], roles: Mapping[str, Sequence[str]]) -> None:
        self._reading, self._roles, self._at = reading, roles, at
        self._where: dict[str, list[int]] = {}
        for each, names in at.items():
            for name in names:
                self._where.setdefault(name, []).append(each)

    def names(self) -> frozenset[str]:
        """The names that are no person's."""
        return frozenset(name for name in self._where if not self.surely(name) and self._is_none(name))

    def surely(self, name: str) -> bool:
        """Whether something shows that it is a person's name."""
        first, *rest = name.lower().split()
        if rest and {first, *first.split("-")} & _first_names():
            return True
        if any(_tells_a_person(role) for role in self._roles.get(name, ())):
            return not self._is_place(name)
        return any(self._addressed(each, name) for each in self._where[name])

    def of_body(self, at: int) -> bool:
        """*The Ferrin regime*, *Ferrin network*: this time the name stands for a body that is called so."""
        tokens = self._reading.tokens
        head = tokens[tokens[at].head]
        behind = head.i == at + 1 and head.text.islower() and tokens[at].dep in ("compound", "nmod", "amod")
        return behind and _singular(head.text) in _bodies()

    def _is_none(self, name: str) -> bool:
        return (
            self._is_place(name)
            or self._is_people(name)
            or self._is_land(name)
            or self._is_of_a_kind(name)
            or name.lower() in _tables()
            or self._is_letters(name)
            or self._is_labelled_thing(name)
            or self._is_of_common_words(name)
            or (self._stands_as_none(name) and not self._is_he_or_she(name))
        )

    def _is_place(self, name: str) -> bool:
        """*Ost*, *Old Ost*: a place of this document; several words only where the parser takes them for one too."""
        *before, last = name.split()
        if not before:
            return name in self._places
        labels = self._labels(name)
        known = name in self._places or (last in self._places and all(word.lower() in AREAS for word in before))
        return known and LABEL not in labels and bool(GROUND & set(labels))

    def _is_people(self, name: str) -> bool:
        """*Ostians*, *Ostis*: those who live in a place of this document."""
        return any(name.endswith(end) and name.removesuffix(end) in self._places for end in PEOPLE)

    def _is_land(self, name: str) -> bool:
        """*United States Constitution*: begins with a country; where that is one word, names of persons may too."""
        words = name.lower().split()
        longest = next((size for size in (4, 3, 2, 1) if " ".join(words[:size]) in _countries()), 0)
        longer = longest < len(words) and (longest > 1 or len(words) > LONGEST_PERSON)
        return bool(longest) and longer and LABEL not in self._labels(name) and not _tells_a_person(name)

    def _is_of_a_kind(self, name: str) -> bool:
        """*Ost Airfield*, *Harbour Units*, *Central Ostian*: its words tell, and the parser sees no person."""
        first, *rest = name.lower().split()
        if not rest or self._is_he_or_she(name):
            return False
        last, labels = rest[-1], set(self._labels(name))
        if last in _sites():
            return True
        kind = last in _units() or last in self._common or _singular(last) in _bodies()
        people = (first in AREAS or last in _countries() or last.endswith("s")) and labels == {"NORP"}
        return (kind or people) and LABEL not in labels

    def _is_letters(self, name: str) -> bool:
        """*AB-CDE*: short groups of capitals; the document writes it in no other way."""
        parts = name.split("-")
        return " " not in name and len(parts) > 1 and all(2 <= len(part) <= 5 and part.isupper() for part in parts)

    def _is_labelled_thing(self, name: str) -> bool:
        labels = self._labels(name)
        return LABEL not in labels and bool(set(labels) & THINGS) and not self._is_he_or_she(name)

    def _is_of_common_words(self, name: str) -> bool:
        """*Harbour Traffic*: this document has each of its words in small letters too."""
        words = name.split()
        return len(words) > 1 and all(word.lower() in self._common for word in words)

    def _stands_as_none(self, name: str) -> bool:
        return any(self._as_none(each, name) for each in self._where[name])

    def _as_none(self, at: int, name: str) -> bool:
        """Whether the name stands here as persons' names hardly do."""
        tokens = self._reading.tokens
        if tokens[at].pos == "PRON":
            return False
        first, whole = self._first(at, name), " " not in name
        if self._is_said_to_be_a_place(first, at):
            return True
        if not whole and LABEL in self._labels(name):
            return False
        after = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
        if first and tokens[first - 1].text.lower() == "the" and after.pos in ENDS and after.text not in HYPHENS:
            return True
        if whole:
            return self._names_a_body(name) or (first == at and self._is_there(tokens[at]))
        return after.pos == "NUM" and after.head in (at, first)

    def _is_said_to_be_a_place(self, first: int, last: int) -> bool:
        """*The town of Ost*, *in Ost, Ferrin*, where Ferrin is a place."""
        tokens = self._reading.tokens
        if first > 1 and tokens[first - 1].text == "of" and tokens[first - 2].text in _units():
            return True
        into = first > 0 and tokens[first - 1].text.lower() in THERE
        comma = last + 2 < len(tokens) and tokens[last + 1].text == ","
        return into and comma and bool(self._reading.places_in(tokens[last + 2].span))

    def _is_there(self, token: Token) -> bool:
        """*The shelling of Ost*, *an attack in Ost*: behind a noun for what happens at places."""
        tokens = self._reading.tokens
        small = tokens[token.head]
        if token.dep != "pobj" or self._reading.children[token.i]:
            return False
        of = _happenings().get(tokens[small.head].lemma.lower())
        return of is not None and (small.text.lower() in THERE or (small.text.lower() == "of" and of == "yes"))

    def _names_a_body(self, name: str) -> bool:
        """*Ferrin* where the document speaks of *Ferrin Air*, and the parser is not sure that it is a person."""
        unsure = bool(BODIES & set(self._labels(name)))
        return unsure and any(body.startswith(f"{name} ") for body in self._bodies_named)

    def _addressed(self, at: int, name: str) -> bool:
        """Whether a form of address stands before the name."""
        first = self._first(at, name)
        return first > 0 and self._reading.tokens[first - 1].text.lower() in _titles()

    def _is_he_or_she(self, name: str) -> bool:
        words = (self._reading.tokens[at].text.lower() for at in self._where[name])
        return any(word in PRONOUNS for word in words)

    def _first(self, at: int, name: str) -> int:
        """The first token of the name that ends at token `at`."""
        parts = set(name.replace("-", " - ").split()) | set(name.split())
        while at and self._reading.tokens[at - 1].text in parts:
            at -= 1
        return at

    def _labels(self, name: str) -> list[str]:
        """What the parser calls it wherever its last word stands, often a blank."""
        tokens = (self._reading.tokens[at] for at in self._where[name])
        return [token.entity for token in tokens if name.endswith(token.text)]

    @cached_property
    def _places(self) -> frozenset[str]:
        text = self._reading.document.text
        return frozenset(each.span.of(text) for each in self._reading.places if each.precision != Precision.UNRESOLVED)

    @cached_property
    def _common(self) -> frozenset[str]:
        return frozenset(each.text for each in self._reading.tokens if each.text.islower() and each.pos != "PROPN")

    @cached_property
    def _bodies_named(self) -> frozenset[str]:
        return frozenset(self._named_bodies())

    def _named_bodies(self) -> Iterator[str]:
        for each in self._reading.mentions:
            if each.kind == MentionKind.BODY and each.speaker and each.speaker.name and " " in each.speaker.name:
                yield each.speaker.name


def _tells_a_person(role: str) -> bool:
    """Whether a role is one: *student*, *her brother*, *19*; what else stands there was read amiss."""
    words = role.lower().replace(",", " ").split()
    return role.strip().isdigit() or any(word in _roles() or _singular(word) in _roles() for word in words)


def _singular(word: str) -> str:
    return word.lower() if word.lower() in _bodies() else word.lower().removesuffix("s")


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["word"] for row in table("bodies") if row["kind"] not in ("people", "document"))


@cache
def _roles() -> frozenset[str]:
    return frozenset(row["role"] for row in table("roles"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["title"] for row in table("titles"))


@cache
def _first_names() -> frozenset[str]:
    return frozenset(row["name"] for row in table("first_names"))


@cache
def _happenings() -> Mapping[str, str]:
    return {row["word"]: row["of"] for row in table("happenings")}


@cache
def _units() -> frozenset[str]:
    """Words for what kind of place a name is."""
    cells = (row["words"] for row in table("place_words") if row["kind"] == "unit")
    return frozenset(word for cell in cells for word in cell.split("|"))


@cache
def _sites() -> frozenset[str]:
    """Those of them that are no last names: *airfield*."""
    rows = (row["words"] for row in table("place_words") if (row["kind"], row["value"]) == ("unit", "site"))
    return frozenset(word for cell in rows for word in cell.split("|"))


@cache
def _countries() -> frozenset[str]:
    cells = (row[cell] for row in table("countries") for cell in COUNTRY_CELLS)
    return frozenset(word.strip().lower() for cell in cells for word in cell.split("|") if word.strip())


@cache
def _tables() -> frozenset[str]:
    """Countries, peoples, movements, bodies of states, platforms: what goes by one name wherever it stands."""
    names = [row["name"] for row in table("movements")] + [row["institution"] for row in table("institutions")]
    names += [row["word"] for row in table("channels") if row["kind"] == "platform"]
    return frozenset(name.lower() for name in names) | _countries()
