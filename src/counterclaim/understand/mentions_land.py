"""Finds the words that name states, their peoples, adjectives and seats of government among the tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from counterclaim.data import table
from counterclaim.data.countries import Country, countries
from counterclaim.model.reading import Token
from counterclaim.understand.mentions_words import body_kind, first_names, genders, role_kind, side_words, titles

# The columns of the table of countries, in the order in which an equal form is taken to be meant.
FORMS = ("name", "aliases", "adjectives", "people", "seats", "capital")
PIECES = re.compile(r"\w+(?:\.\w+)*\.?|['’]s|[^\w\s]")
# *US-led*, *Moscow-based* say who leads or where, not who acts.
COMPOUNDED = frozenset({"led", "based", "backed", "born", "style", "sponsored", "funded", "occupied", "held"})
COMPOUNDED |= {"installed", "imposed", "appointed", "controlled", "aligned", "allied", "linked", "supported"}
# Unions of states sit in somebody else's city: *Brussels*, *New York* are no word for them.
UNIONS = frozenset({"UN", "EU"})
UNION_NAMES = frozenset({"United Nations", "European Union"})
HYPHENS = frozenset({"-", "–", "‑"})

Index = Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]


@dataclass(frozen=True, slots=True)
class Land:
    """
    Tokens `first` to `last` that name the state `name`.

    `form` says how: name, aliases, adjectives, people, seats or capital, as the table of countries calls them.
    """

    name: str
    form: str
    first: int
    last: int


def find_lands(tokens: Sequence[Token]) -> dict[int, Land]:
    """For each token that belongs to the name or an adjective of a state, that name; the longest wins."""
    forms, found, at = index_of_forms(), dict[int, Land](), 0
    while at < len(tokens):
        land = _land_at(tokens, at, forms)
        if land is None:
            at += 1
            continue
        for inside in range(land.first, land.last + 1):
            found[inside] = land
        at = land.last + 1
    return found


def adjective_of(name: str) -> str:
    """The first adjective of the state `name`; its name where the table has none."""
    return next((each.adjectives[0] for each in countries() if each.name == name and each.adjectives), name)


@cache
def institutions() -> Mapping[str, str]:
    """For each body of a state that is known by a name of its own, in small letters, the state."""
    names = {row["iso2"]: row["name"] for row in table("countries")}
    return {row["institution"].lower(): names[row["iso2"]] for row in table("institutions")}


def index_of_forms() -> Index:
    """Every form of all countries, the reader's own too, by its first token: further tokens, the state, the form."""
    known = countries()
    # Asked for at every name: to compare all countries with those of the last time took longer than all the rest.
    if BUILT.known is not known:
        BUILT.known, BUILT.index = known, _index(known)
    return BUILT.index


class _Built:
    """The index of the countries that were asked for last."""

    known: tuple[Country, ...] = ()
    index: Index = MappingProxyType({})


BUILT = _Built()


@lru_cache(maxsize=4)
def _index(known: tuple[Country, ...]) -> Index:
    index: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for country in known:
        for form, words in _forms(country):
            pieces = tuple(PIECES.findall(words))
            if pieces and pieces[0].lower() != "the":
                index.setdefault(pieces[0], []).append((pieces[1:], country.name, form))
    return {
        first: tuple(sorted(rows, key=lambda row: (-len(row[0]), FORMS.index(row[2])))) for first, rows in index.items()
    }


def _forms(country: Country) -> Iterator[tuple[str, str]]:
    """The words for a country, each with the kind of form it is."""
    yield "name", country.name
    for form in FORMS[1:-1]:
        yield from ((form, words) for words in getattr(country, form))
    if country.iso2 not in UNIONS:
        yield "capital", country.capital


def _land_at(tokens: Sequence[Token], at: int, forms: Index) -> Land | None:
    """The longest name of a state that begins with token `at`."""
    for rest, name, form in forms.get(tokens[at].text, ()):
        last = at + len(rest)
        if last < len(tokens) and all(tokens[at + 1 + k].text == word for k, word in enumerate(rest)):
            return None if _is_other(tokens, at, last, form) else Land(name, form, at, last)
    return None


def _is_first_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a capital or state is what somebody is called, with a surname behind it: *Sydney Birk*."""
    if last + 1 >= len(tokens):
        return False
    here, after = tokens[first], tokens[last + 1]
    person = here.entity == after.entity == "PERSON" and not after.entity_start
    return person and after.pos == "PROPN" and after.text[0].isupper()


def _is_called_so(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a capital's name is here all that a person is called: *Stanley, a teacher, said*."""
    if first < last or tokens[first].text.lower() not in first_names():
        return False
    beside = tokens[last + 1 : last + 9] if last + 1 < len(tokens) and tokens[last + 1].text == "," else ()
    described = any(each.dep == "appos" and each.head == last and role_kind(each.text) for each in beside)
    return described or tokens[first].entity == "PERSON"


def _is_town(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a capital stands for itself, not for its state: *the mayor of Orsa*, *Orsa's deputy mayor*."""
    before = [token.text.lower() for token in tokens[max(0, first - 2) : first]]
    after = [token for token in tokens[last + 1 : last + 4] if token.text.lower() not in side_words("rank")]
    if after and after[0].tag == "POS":
        after = after[1:]
    ahead = bool(after) and after[0].text.lower() in side_words("municipal")
    return ahead or (len(before) > 1 and before[1] == "of" and before[0] in side_words("municipal"))


def town_called(name: str) -> str:
    """The town in a form that is no word for its state: *city of Orsa* where *Orsa* also stands for the government."""
    state = any(
        " ".join(rest) == name.partition(" ")[2] for rest, _, _ in index_of_forms().get(name.split(maxsplit=1)[0], ())
    )
    return f"city of {name}" if state and not name.endswith(" City") else name


def _is_branch(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a state's name ends a body's, of whose name it is no possessor: *CNN Norland*, *Sustainable Norland*."""
    before, here = tokens[first - 1], tokens[first]
    follows = tokens[last + 1] if last + 1 < len(tokens) else None
    if before.pos != "PROPN" or not before.text[0].isupper() or (follows is not None and follows.tag == "POS"):
        return False
    letters = len(before.text) > 2 and before.text.isupper() and before.text.isalpha() and not here.text.isupper()
    inside = here.entity == before.entity == "ORG" and not here.entity_start
    return (inside or (letters and before.text not in index_of_forms())) and not (
        role_kind(before.text) or body_kind(before.text) or before.text.lower() in titles()
    )


def _is_other(tokens: Sequence[Token], first: int, last: int, form: str) -> bool:
    """Whether the words are part of a person's name or of a compound such as *-led*."""
    follows = tokens[last + 2].text if last + 2 < len(tokens) and tokens[last + 1].text in HYPHENS else ""
    if follows.lower() in COMPOUNDED:
        return True
    if form in ("adjectives", "people"):
        return False
    if _is_first_name(tokens, first, last) or (form == "capital" and _is_called_so(tokens, first, last)):
        return True
    if form in ("capital", "seats") and _is_town(tokens, first, last):
        return True
    if first == 0:
        return False
    before, here = tokens[first - 1], tokens[first]
    if _is_branch(tokens, first, last):
        return True
    if before.pos == "PROPN" and before.text.lower() in genders():
        return True
    return before.entity == here.entity == "PERSON" and not here.entity_start and before.pos == "PROPN"
