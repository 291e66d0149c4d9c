"""Tells whether what somebody is called is a public role: an office, the head of a body, a candidate, a speaker."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from counterclaim.data import table

PIECES = re.compile(r"[,;/()&]| - |[–—]")
WORDS = re.compile(r"[^\W_]+")
OWNER = re.compile(r".*['’]s?\s")
# What stands behind these belongs to somebody or something else: *driver of the mayor*, *actor who plays a king*.
BEHIND = frozenset(
    {"of", "for", "to", "at", "in", "with", "on", "from", "who", "whose", "whom", "that", "which", "near", "under"}
    | {"before", "since", "until", "as", "by", "against", "after"}
)


@cache
def _rows() -> tuple[dict[tuple[str, ...], bool], dict[tuple[str, ...], dict[str, bool]]]:
    """Whether each role is public: by its words; and where the row has an *of*, by those before and those after it."""
    plain: dict[tuple[str, ...], bool] = {}
    inside: dict[tuple[str, ...], dict[str, bool]] = {}
    for row in table("public_roles"):
        before, _, after = row["role"].partition(" of ")
        public = row["public"] == "yes"
        if after:
            inside.setdefault(_words(before), {})[after] = public
        else:
            plain[_words(before)] = public
    return plain, inside


@cache
def _parties() -> frozenset[str]:
    return frozenset(row["word"] for row in table("parties"))


@lru_cache(maxsize=20_000)
def is_public(role: str | None) -> bool:
    """
    Whether somebody of that role has a public one; False where the words do not tell.

    >>> is_public("former mayor of Ost"), is_public("driver of the mayor"), is_public("the mayor's driver")
    (True, False, False)
    """
    return any(_piece(piece.lower()) for piece in PIECES.split(role or ""))


def _piece(piece: str) -> bool:
    """
    Of several joined by *and* each, up to the first with something behind it: what comes then may be that's.

    A party behind an office is no other role: *presidential candidate Republican*.
    """
    words = list(_words(OWNER.sub("", piece)))
    while len(words) > 1 and words[-1] in _parties():
        words.pop()
    while words:
        end = next((at for at, word in enumerate(words) if word in BEHIND or word == "and"), len(words))
        joined = end < len(words) and words[end] == "and"
        if _ends_public(tuple(words[:end]), () if joined else tuple(words[end + 1 :])):
            return True
        words = words[end + 1 :] if joined else []
    return False


def _ends_public(words: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    plain, inside = _rows()
    for start in range(len(words)):
        for end in _endings(words[start:]):
            found = next((inside[end][word] for word in behind if word in inside.get(end, ())), None)
            if found is not None:
                return found
            if end in plain:
                return plain[end]
    return False


def _endings(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The words as they stand, and with the last one's plural taken off."""
    *first, last = words
    single = last[:-3] + "man" if last.endswith("men") else last.removesuffix("s")
    return (words, (*first, single))


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORDS.findall(text.replace(".", "")))
