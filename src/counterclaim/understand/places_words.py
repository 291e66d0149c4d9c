"""Words around place names, from data/place_words.tsv and the countries, as sets and maps for quick look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from counterclaim.data import table
from counterclaim.data.countries import Country


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The sets of data/place_words.tsv; keys are lower case, except `ordinary` and `never`."""

    units: Mapping[str, str]
    directions: Mapping[str, str]
    sites: Mapping[str, str]
    joined: frozenset[str]
    articles: frozenset[str]
    locative: frozenset[str]
    stative: frozenset[str]
    visited: frozenset[str]
    still: frozenset[str]
    titles: frozenset[str]
    deeds: frozenset[str]
    speech: frozenset[str]
    ordinary: frozenset[str]
    never: frozenset[str]
    ground: frozenset[str]
    edges: frozenset[str]
    moved: frozenset[str]
    heights: frozenset[str]
    stormed: frozenset[str]
    taken: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The words of the packaged table."""
    kinds: dict[str, dict[str, str]] = {}
    for row in table("place_words"):
        kinds.setdefault(row["kind"], {}).update(dict.fromkeys(row["words"].split("|"), row["value"]))
    sets = {kind: frozenset(words) for kind, words in kinds.items()}
    return PlaceWords(
        units=MappingProxyType(kinds["unit"]),
        directions=MappingProxyType(kinds["direction"]),
        sites=MappingProxyType(kinds["site"]),
        joined=sets["joined"],
        articles=sets["article"],
        locative=sets["locative"],
        stative=sets["stative"],
        visited=sets["visited"],
        still=sets["still"],
        titles=sets["title"],
        deeds=sets["deed"],
        speech=sets["speech"],
        ordinary=sets["ordinary"],
        never=sets["never"],
        ground=sets["ground"],
        edges=sets["edge"],
        moved=sets["moved"],
        heights=sets["height"],
        stormed=sets["stormed"],
        taken=sets["taken"],
    )


@dataclass(frozen=True, slots=True)
class NationWords:
    """
    Words that point to a country without naming it as a place.

    `adjectives` maps adjectives and peoples to codes; `exact` holds short names in capitals, which count only
    as they are written (*US*, never *us*); `capitals` maps capitals and seats of government to codes; `abbreviations`
    those of states (*Tex.*) to names, which count behind a comma only.
    """

    adjectives: Mapping[str, str]
    exact: Mapping[str, str]
    capitals: Mapping[str, str]
    abbreviations: Mapping[str, str]
    names: Mapping[str, str]


@cache
def nation_words(nations: tuple[Country, ...]) -> NationWords:
    """The words of `nations`; where two share a word, the first has it."""
    adjectives: dict[str, str] = {}
    exact: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for nation in nations:
        for word in (*nation.adjectives, *nation.people):
            if word not in nation.names:
                adjectives.setdefault(word, nation.iso2)
        for word in nation.names:
            if len(word.replace(".", "")) <= 4 and word.isupper():
                exact.setdefault(word, nation.iso2)
        for word in (nation.capital, *nation.seats):
            if word:
                capitals.setdefault(word, nation.iso2)
    names = {nation.iso2: nation.name for nation in reversed(nations)}
    maps = (adjectives, exact, capitals, _abbreviations(), names)
    return NationWords(*(MappingProxyType(words) for words in maps))


def _abbreviations() -> dict[str, str]:
    return {
        short.rstrip("."): row["name"]
        for row in table("admin1")
        if row["abbreviations"]
        for short in row["abbreviations"].split("|")
    }
