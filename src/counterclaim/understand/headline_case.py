"""Gives headlines in capitals the small letters that the parser was trained on, one character for one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property

from counterclaim.data import table

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# With fewer words nobody can tell capitals of a headline from those of names.
FEWEST = 5
# Names fill a part of an ordinary headline; where nearly every word has a capital, capitals say nothing.
MOSTLY = 0.75
# Endings by which a verb of the cue table stands in a headline: *Denies*, *Accused*, *Blaming*.
FORMS = ("", "s", "es", "d", "ed", "ing")


@cache
def _small_words() -> frozenset[str]:
    """Words that are no names wherever they stand: stop words, and the verbs by which headlines report speech."""
    verbs = {row["lemma"] for row in table("cues") if row["pos"] == "verb" and " " not in row["lemma"]}
    forms = {verb + ending for verb in verbs for ending in FORMS}
    forms |= {verb[:-1] + ending for verb in verbs for ending in ("ies", "ied", "ing")}
    return frozenset(forms | {row["word"] for row in table("stopwords")})


class Common:
    """Words that are no names: what the texts in `body` have in small letters, and a fixed list of verbs and others."""

    def __init__(self, body: Iterable[str]) -> None:
        self._body = body

    def __contains__(self, word: str) -> bool:
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        """Gathered for the first headline in capitals, which most documents do not have, and once."""
        return _small_words() | {word for text in self._body for word in WORD.findall(text) if word[0].islower()}


def small_letters(headline: str, common: Common) -> str:
    """
    `headline` with its `common` words in small letters, of the same length, where nearly all its words have capitals.

    All else stays.
    """
    words = list(WORD.finditer(headline))
    capital = sum(word[0][0].isupper() for word in words)
    if len(words) < FEWEST or capital < MOSTLY * len(words):
        return headline
    pieces, at = [], 0
    for number, word in enumerate(words):
        small = word[0].lower()
        if number and not word[0].isupper() and small in common and len(small) == len(word[0]):
            pieces += [headline[at : word.start()], small]
            at = word.end()
    return "".join((*pieces, headline[at:]))
