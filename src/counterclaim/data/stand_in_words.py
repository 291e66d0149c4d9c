"""The names that models see one word in place of, by their words, as spaCy cuts them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from counterclaim.data import table
from counterclaim.data.countries import Country, countries

# Forms that a later kind shares with an earlier one (*Israeli*, *Iraqi*) are taken for the earlier.
KINDS = ("names", "adjectives", "people", "capital", "cities", "seats")
# spaCy cuts at a hyphen between letters, at a comma and before *'s*.
CUTS = ((re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])"), " - "), (re.compile(r"(,|['’]s(?= |$)|[()])"), r" \1 "))

Words = tuple[str, ...]


def cut(name: str) -> Words:
    """The words of a name as spaCy cuts them."""
    for pattern, apart in CUTS:
        name = pattern.sub(apart, name)
    return tuple(name.split())


@cache
def known() -> tuple[Mapping[Words, str], Mapping[str, int]]:
    """The kind of each name by its words, and for each word that opens a name how long the longest is."""
    found: dict[Words, str] = {cut(name): "kept" for name in words_of("kept")}
    for kind, name in (*_of_states(), *_of_parties()):
        for spelt in _spellings(name):
            found.setdefault(cut(spelt), kind)
    for row in table("stand_in_names"):
        found.setdefault((row["word"],), "first_name")
    openers: dict[str, int] = {}
    for words in found:
        openers[words[0]] = max(len(words), openers.get(words[0], 0))
    return found, openers


@cache
def shown(kind: str) -> str:
    """The word that models see in place of every name of a kind."""
    return next(row["word"] for row in table("stand_ins") if row["kind"] == kind)


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of a kind in the table of stand-ins."""
    return frozenset(row["word"] for row in table("stand_ins") if row["kind"] == kind)


@cache
def genders() -> Mapping[str, str]:
    """For each pronoun and title of a woman those of a man."""
    return {row["woman"]: row["man"] for row in table("stand_in_genders")}


@cache
def both() -> frozenset[str]:
    """Adjectives that are the name of a people too (*the Dutch said*, *the Dutch army*)."""
    return frozenset(form for country in countries() for form in country.adjectives if form in country.people)


def _of_states() -> Iterator[tuple[str, str]]:
    """
    Every name of a state, kind by kind, without its article.

    Seats of several words (*White House*) are buildings too, and stay.
    """
    for kind in KINDS:
        for country in countries():
            for form in _forms(country, kind):
                name = form.removeprefix("the ").removeprefix("The " if kind == "names" else "")
                if name and not (kind == "seats" and " " in name):
                    yield kind, name


def _forms(country: Country, kind: str) -> tuple[str, ...]:
    forms: str | tuple[str, ...] = getattr(country, kind)
    return (forms,) if isinstance(forms, str) else forms


def _of_parties() -> Iterator[tuple[str, str]]:
    yield from ((row["kind"], row["word"]) for row in table("stand_in_parties"))


def _spellings(name: str) -> set[str]:
    """A name as it is, without accents, and with either apostrophe."""
    plain = "".join(each for each in unicodedata.normalize("NFD", name) if not unicodedata.combining(each))
    return {form.replace("'", mark).replace("’", mark) for form in (name, plain) for mark in "'’"}
