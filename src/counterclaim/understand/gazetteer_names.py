"""Spelling of place names: the folded form for keeping and look-up, and which names are worth keeping."""

from __future__ import annotations

import re
import unicodedata

# Apostrophes of all makes stand for a soft sign or a glottal stop, which papers write or leave out as they like.
DROPPED = dict.fromkeys(map(ord, "'’‘ʼʻʹʿʾ`´."), None)
SPACED = dict.fromkeys(map(ord, "-‐‑–—/_ "), " ")
SPECIAL = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ '’‘ʼʻʹʿʾ.,()/–-]{3,}")
ABBREVIATED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
# The Arabic article before any letter; English writes it, assimilates it or leaves it out.
ARTICLE = re.compile(r"(?:al|ar|as|ash|at|ad|an|az|el|ech|ed|et) (?=\w{3})")


def fold(name: str) -> str:
    """
    `name` without case, accents, apostrophes, hyphens and a leading *the*.

    >>> fold("al-Ra'i"), fold("St. Pölten"), fold("The Hague")
    ('al rai', 'saint polten', 'hague')
    """
    plain = _plain_ascii(name) if name.isascii() else _plain(name)
    words = plain.split()
    if len(words) > 1:
        words[0] = ABBREVIATED.get(words[0], words[0])
        if words[0] == "the":
            words = words[1:]
    return " ".join(words)


def _plain_ascii(name: str) -> str:
    # Nine names in ten are ASCII, and replacing is four times as fast as translating.
    plain = name.lower().replace("'", "").replace(".", "").replace("`", "")
    return plain.replace("-", " ").replace("/", " ").replace("_", " ")


def _plain(name: str) -> str:
    plain = name.translate(DROPPED).translate(SPACED).casefold()
    decomposed = unicodedata.normalize("NFKD", plain.translate(SPECIAL))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(DROPPED)


def worth_keeping(name: str) -> bool:
    """Whether an alternate name may stand in an English text: Latin letters, a capital, no figures, three letters."""
    return LATIN.fullmatch(name) is not None and name[0].isupper()


def without_article(folded: str) -> str:
    """A folded Arabic name without its article; the name itself where it has none."""
    return ARTICLE.sub("", folded, count=1) if ARTICLE.match(folded) else folded
