"""Folds text to the words that a search goes by: no capitals, no accents, nothing but letters and figures."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
# A longer run of letters is no word that anybody types; the script of the page cuts in the same place.
LONGEST = 40


def folded(text: str) -> str:
    """`text` decomposed, without accents and capitals; the page's script does the same to what is typed."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(each for each in plain if unicodedata.category(each) != "Mn")


def words_of(text: str) -> list[str]:
    """The words of a text, folded, each as often as it stands there; single letters say nothing and are left out."""
    return [word[:LONGEST] for word in _WORD.findall(folded(text)) if len(word) > 1 or word.isdigit()]
