"""Tells whether two names are one side, after folding a state's adjectives, people, capital and seats into its name."""

from __future__ import annotations

import re
from functools import cache

from counterclaim.data.countries import countries
from counterclaim.model.claim import Claim

# Words that tell a state's organs apart from it, not one side from another.
ORGANS = re.compile(
    r"\b(the|government|administration|authorities|officials|regime|republic of|people's republic of|military|army|"
    r"armed|forces|troops|general staff|police|state|federal|national|security|ministry|minister|prime|foreign|"
    r"defen[cs]e|interior|president|presidency|embassy|of|in|and)\b",
    re.I,
)
CAPITAL = re.compile(r"(?<![\w@])[^\W\d_a-z]")
FIRST = re.compile(r"[^\W_]+")
JOINTS = re.compile(r"\s*(?:;|,|/|\band\b|&)\s*")


@cache
def _folds() -> dict[str, str]:
    """
    Every written form of a country, mapped to a token of its own: `@` and the country's name in one word.

    A form of two countries (*Georgetown*, *Dominican*) names neither. Each country goes through the same columns.
    """
    found: dict[str, set[str]] = {}
    for country in countries():
        tag = "@" + re.sub(r"\W+", "_", country.name.lower())
        for form in (*country.names, *country.adjectives, *country.people, country.capital, *country.seats):
            plain = form.lower().removeprefix("the ").strip()
            if plain:
                found.setdefault(plain, set()).add(tag)
    return {form: min(tags) for form, tags in found.items() if len(tags) == 1}


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """The forms by their first word, the longest first, so that *South Korea* is not *South* and a *Korea*."""
    found: dict[str, list[str]] = {}
    for form in sorted(_folds(), key=lambda form: (-len(form), form)):
        found.setdefault(FIRST.match(form)[0], []).append(form)  # type: ignore[index]
    return {word: tuple(forms) for word, forms in found.items()}


def fold(text: str) -> str:
    """`text` with each form of a country replaced by the country's token; a lower-case form (*turkey*) is left."""
    pieces, at = [], 0
    for word in CAPITAL.finditer(text):
        if word.start() >= at:
            form = _form_at(text, word.start())
            if form:
                pieces += [text[at : word.start()], _folds()[form]]
                at = word.start() + len(form)
    return "".join((*pieces, text[at:]))


def _form_at(text: str, start: int) -> str | None:
    """The longest form of a country that stands at `start` as whole words."""
    first = FIRST.match(text, start)
    for form in _by_first_word().get(first[0].lower(), ()) if first else ():
        end = start + len(form)
        if text[start:end].lower() == form and not text[end : end + 1].isalnum():
            return form
    return None


@cache
def parties(name: str) -> frozenset[str]:
    """The parties a side's name stands for, as keys: *India and Pakistan* are two, *the US government* one."""
    whole = fold(name)
    found = {_party(piece) for piece in JOINTS.split(whole)}
    return frozenset(found - {""}) or frozenset({whole.lower().strip()})


def _party(piece: str) -> str:
    tag = re.search(r"@\w+", piece)
    if tag and not re.sub(r"@\w+", "", ORGANS.sub("", piece)).strip(" '’s()"):
        return tag[0]
    return " ".join(ORGANS.sub(" ", piece.lower()).split())


def side_of(claim: Claim) -> str | None:
    """The side a claim counts for: its speaker's side, else the speaker's own name; None for an unknown speaker."""
    speaker = claim.speaker
    return (speaker.side or speaker.name) if speaker else None
