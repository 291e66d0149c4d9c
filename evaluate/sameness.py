"""When two names, sides or channels are the same for a scorer: after titles, articles and common aliases."""

from __future__ import annotations

import re
import unicodedata

TITLES = frozenset(["the", "a", "an", "of", "and", "s", "mr", "mrs", "ms", "dr"]) | frozenset(
    ["president", "minister", "prime", "sir", "general", "gen"]
)
GENERIC = frozenset(
    ["government", "administration", "state", "party", "republic", "federation", "authorities", "people"]
)
CHANNEL_WORDS = frozenset(["a", "an", "in", "on", "at", "with", "to", "by", "via", "post", "statement"])
ALIASES = {
    **dict.fromkeys(("us", "usa", "american", "america", "washington"), "united states"),
    **dict.fromkeys(("uk", "britain", "british"), "united kingdom"),
    **dict.fromkeys(("russian", "kremlin", "moscow"), "russia"),
    **dict.fromkeys(("ukrainian", "kyiv", "kiev"), "ukraine"),
    **dict.fromkeys(("isis", "isil", "daesh"), "islamic state"),
    **dict.fromkeys(("saudi", "arabia"), "saudi arabia"),
    **dict.fromkeys(("democrats", "democrat"), "democratic"),
    "un": "united nations", "israeli": "israel", "palestinian": "palestinians", "iranian": "iran", "tehran": "iran",
    "turkish": "turkey", "syrian": "syria", "iraqi": "iraq", "indian": "india", "pakistani": "pakistan",
    "chinese": "china", "beijing": "china", "french": "france", "german": "germany", "eu": "european union",
    "republicans": "republican", "polish": "poland", "estonian": "estonia", "afghan": "afghanistan",
}  # fmt: skip


def _words(name: str | None) -> set[str]:
    decomposed = unicodedata.normalize("NFKD", name or "")
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    for dotted in ("u.s.", "u.k.", "u.n."):
        plain = plain.replace(dotted, dotted.replace(".", ""))
    return {word for word in re.findall(r"[^\W_]+", plain) if word not in TITLES}


def same_name(one: str | None, other: str | None) -> bool:
    """Whether every word of the shorter name is in the longer one."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return not first and not second and (one or "") == (other or "")
    return first <= second or second <= first


def _side(side: str | None) -> set[str]:
    found: set[str] = set()
    for word in _words(side):
        found |= set(ALIASES.get(word, word).split())
    return found - GENERIC or found


def same_side(one: str | None, other: str | None) -> bool:
    """Whether both name the same state, party or organisation."""
    return bool(one) == bool(other) and _side(one) == _side(other)


def same_channel(one: str | None, other: str | None) -> bool:
    """Whether at least half the words of the shorter channel are in the other, and the answer does not ramble."""
    first, second = (_words(each) - CHANNEL_WORDS or _words(each) for each in (one, other))
    shared = len(first & second)
    return bool(shared) and shared >= 0.5 * min(len(first), len(second)) and len(second) <= 3 * len(first) + 3
