"""Tells in which language a document is written, and leaves it open where the text is too short to tell."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

READ = "en"

# Of the body so much is looked at: more changes nothing and costs time.
LOOKED_AT = 1500
# Below this a handful of names decides, and names have no language.
FEWEST_LETTERS = 60
# English articles of that length come out at .99 and more, lists of names in any language below .6.
SURE = 0.9
# Where most letters are not Latin, English is ruled out even in a few words.
LATIN_SHARE = 0.5
LAST_LATIN = "\u024f"


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str, hint: str | None = None) -> str | None:
    """
    The ISO 639-1 code of the language of `text`; None where it cannot be told.

    `hint` is what the source itself says (`en-GB`); it decides only where the text does not.
    """
    looked_at = text[:LOOKED_AT]
    letters = [letter for letter in looked_at if letter.isalpha()]
    foreign = sum(letter > LAST_LATIN for letter in letters) > (1 - LATIN_SHARE) * len(letters)
    if letters and (foreign or len(letters) >= FEWEST_LETTERS):
        code, share = _identifier().classify(looked_at)
        if share >= SURE or (foreign and code != READ):
            return str(code)
    return hint[:2].lower() if hint and hint[:2].isalpha() else None


def understood(language: str | None) -> bool:
    """Whether documents in `language` are read; what cannot be told is taken for English."""
    return language is None or language == READ
