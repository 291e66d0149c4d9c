"""Tells which word models see in place of a name of a country, a person or a party: one for all of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from counterclaim.data import table
from counterclaim.data.countries import countries

# Forms that a later kind shares with an earlier one (*Israeli*, *Iraqi*) are taken for the earlier.
KINDS = ("name", "adjectives", "people", "capital", "seats")
# Seats of several words (*White House*) are buildings too, and stay.
KINDS_OF_SEVERAL = KINDS[:-1]


def stand_in(word: str) -> str:
    """The word that models see: that of one country, first name or party for any such word, else `word` itself."""
    return _stand_ins().get(word, word)


def stand_ins(words: Sequence[str]) -> list[str]:
    """
    The words that models see in place of those of a text, one for each.

    A name of two words is seen as one other name of two words, so that no word of it is taken for another name
    (*Sierra*, *Leone*); a longer one, and one of two that takes an article (*United States*), keeps its words.
    """
    seen: list[str] = []
    while len(seen) < len(words):
        name = _name_at(words, len(seen))
        seen.extend(_of_several()[0][name] if name else (stand_in(words[len(seen)]),))
    return seen


def one_for_each(words: Sequence[str]) -> list[tuple[str, int]]:
    """
    The words that the parser sees in place of those of a text, each with how many it stands for.

    A name of several words is seen as one word, like any other of its kind, but for one that takes an article.
    """
    seen: list[tuple[str, int]] = []
    at = 0
    while at < len(words):
        name = _name_at(words, at)
        other = _as_one().get(name, "")
        seen.extend([(other, len(name))] if other else [(word, 1) for word in name or (stand_in(words[at]),)])
        at += len(name) or 1
    return seen


def _name_at(words: Sequence[str], at: int) -> tuple[str, ...]:
    """The longest known name of several words that begins at word `at`; empty where none does."""
    known, openers = _of_several()
    names = (tuple(words[at : at + length]) for length in range(openers.get(words[at], 0), 1, -1))
    return next((name for name in names if name in known), ())


@cache
def _stand_ins() -> Mapping[str, str]:
    """For each word that names a country, its people or government, a person or a party, the word that stands in."""
    shown, kept = _shown()
    found: dict[str, str] = {}
    for kind, form in _forms(KINDS):
        if form.isalpha() and not form.isupper() and form not in kept:
            found.setdefault(form, shown[kind])
    for row in table("stand_in_parties"):
        found.setdefault(row["word"], shown[row["kind"]])
    for row in table("stand_in_names"):
        if row["word"] not in kept:
            found.setdefault(row["word"], shown["first_name"])
    return found


@cache
def _of_several() -> tuple[Mapping[tuple[str, ...], tuple[str, ...]], Mapping[str, int]]:
    """For each name of several words the words that stand in, and for each of their first words the longest name."""
    shown, kept = _shown()
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for kind, name in _names_of_several():
        other = tuple(shown.get(f"{kind} of two", "").split())
        found.setdefault(name, other if len(name) == len(other) and " ".join(name) not in kept else name)
    openers: dict[str, int] = {}
    for name in found:
        openers[name[0]] = max(len(name), openers.get(name[0], 0))
    return found, openers


@cache
def _as_one() -> Mapping[tuple[str, ...], str]:
    """For each name of several words that doesn't keep its own the one word that stands in."""
    shown, kept = _shown()
    found: dict[tuple[str, ...], str] = {}
    for kind, name in _names_of_several():
        if kind != "kept" and " ".join(name) not in kept:
            found.setdefault(name, shown[kind])
    return found


def _names_of_several() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Kind and words of each name of several words."""
    kept = (("kept", form) for form in sorted(_shown()[1]))
    parties = ((row["kind"], row["word"]) for row in table("stand_in_parties"))
    for kind, form in (*_forms(KINDS_OF_SEVERAL), *parties, *kept):
        if " " in form and form.replace(" ", "").isalpha():
            yield kind, tuple(form.split())


def _forms(kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every name of a country, kind by kind."""
    for kind in kinds:
        for country in countries():
            forms = getattr(country, kind)
            for form in (forms,) if isinstance(forms, str) else forms:
                yield kind, form


def _shown() -> tuple[Mapping[str, str], frozenset[str]]:
    """By kind the word that stands in, and the words that are kept."""
    rows = table("stand_ins")
    shown = {row["kind"]: row["word"] for row in rows if row["kind"] != "kept"}
    return shown, frozenset(row["word"] for row in rows if row["kind"] == "kept")
