"""Finds names in texts and addresses as whole words, however they are set there: so that none that is held is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

APOSTROPHES = re.compile("['’]")
SIGNS = re.compile(r"[^\w]|_")


def names_somebody(text: str, names: Sequence[str]) -> bool:
    """
    Whether one of `names` stands in `text` as words of its own, in small letters, capitals or as given.

    >>> names_somebody("Australia’s coast", ("Ali",)), names_somebody("ALI'S COAST", ("Ali",))
    (False, True)
    """
    return bool(names) and _pattern(tuple(names)).search(text) is not None


def addresses_somebody(text: str, names: Sequence[str]) -> bool:
    """The same for tags and addresses, where names are written without blanks: `/2031/jon-teles`, `JonTeles`."""
    if not names:
        return False
    letters = SIGNS.sub("", text).casefold()
    whole = (SIGNS.sub("", name).casefold() for name in names if SIGNS.search(name))
    return any(name in letters for name in whole) or names_somebody(SIGNS.sub(" ", text).casefold(), _folded(names))


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(SIGNS.sub(" ", name).casefold() for name in names)


@lru_cache(maxsize=4096)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    forms = dict.fromkeys(form for name in names for form in (name, name.upper()))
    return re.compile("|".join(_one(form) for form in sorted(forms, key=lambda form: (-len(form), form))))


def _one(name: str) -> str:
    """A name with any blanks and apostrophes; in a script without capitals words may run on from it."""
    body = r"\s+".join(APOSTROPHES.sub(APOSTROPHES.pattern, re.escape(word)) for word in name.split())
    return rf"(?<!\w){body}(?!\w)" if name.lower() != name.upper() else body
