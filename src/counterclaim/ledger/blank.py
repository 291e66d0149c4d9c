"""Blank: takes withheld words out of payloads, letter for letter, so that the offsets of all others hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from counterclaim.ledger.batch import with_words
from counterclaim.ledger.store import Payload

FILLER = "█"
# A shorter piece (*agreed*, *in the city*) is everybody's word: it is blanked where it stands and nowhere else.
WORDS = 4
# So many words in a row are a quotation even where marks or blanks were changed around them.
RUN = 4
# Sentences that we write and that may quote: they are blanked whole, since they may have cut or respelled the words.
OURS = frozenset({"because", "question", "answer", "note"})

Range = tuple[int, int]


def filled(text: str, ranges: Iterable[Range]) -> str:
    """`text` with the characters of `ranges` blanked; line ends stay, so that paragraphs do."""
    letters = list(text)
    for start, end in ranges:
        letters[start:end] = [each if each == "\n" else FILLER for each in letters[start:end]]
    return "".join(letters)


def found(text: str, needles: Iterable[str]) -> list[Range]:
    """Where any of `needles` stands in `text`."""
    ranges = []
    for needle in needles:
        at = text.find(needle)
        while at >= 0:
            ranges.append((at, at + len(needle)))
            at = text.find(needle, at + 1)
    return sorted(ranges)


def everywhere(pieces: Iterable[str]) -> tuple[str, ...]:
    """Those of the withheld pieces that are long enough to be somebody's own words wherever they stand."""
    return tuple(dict.fromkeys(piece for piece in pieces if len(_words(piece)) >= WORDS))


def without(value: Any, needles: Sequence[str], *, key: str = "") -> Any:
    """A payload's value with all of `needles` blanked in each string of it."""
    if isinstance(value, str):
        clean = filled(value, found(value, needles))
        return FILLER if key in OURS and any(_quotes(clean, needle) for needle in needles) else clean
    if isinstance(value, list):
        return [without(each, needles, key=key) for each in value]
    if isinstance(value, dict):
        return {without(name, needles): without(each, needles, key=name) for name, each in value.items()}
    return value


def _words(text: str) -> list[str]:
    return "".join(each if each.isalnum() else " " for each in text.casefold()).split()


def _quotes(text: str, needle: str) -> bool:
    """Whether so many words of `needle` stand in `text` in a row, whatever marks stand between them."""
    words, ours = _words(needle), f" {' '.join(_words(text))} "
    size = min(RUN, len(words))
    return size > 1 and any(f" {' '.join(words[at : at + size])} " in ours for at in range(len(words) - size + 1))


def blanked_claim(claim: Payload, text: str, needles: Sequence[str]) -> Payload:
    """A claim as it stands after some of its document's text was blanked: the same spans, the words anew."""
    clean = {key: value for key, value in claim.items() if key not in ("quote", "words", "sentence", "text_sha256")}
    return with_words({**without(clean, needles), "sentence": claim.get("sentence")}, text)


def is_gone(claim: Payload, text: str) -> bool:
    """Whether nothing is left of what a claim says."""
    return not "".join(text[start:end] for start, end in claim["content"]).strip(FILLER + " \n")


def trimmed(matter: Payload, gone: frozenset[str]) -> Payload:
    """A matter without the claims and links that are `gone`."""
    sides = {side: [each for each in claims if each not in gone] for side, claims in matter["sides"].items()}
    positions = [
        {**each, "claims": [claim for claim in each["claims"] if claim not in gone]} for each in matter["positions"]
    ]
    return {
        **matter,
        "sides": {side: claims for side, claims in sides.items() if claims},
        "positions": [each for each in positions if each["claims"]],
        "unattributed": [each for each in matter["unattributed"] if each not in gone],
        "links": [each for each in matter["links"] if each not in gone],
    }
