"""Copies: which claims only say again what another claim already says, so that views and counts leave them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.ledger.origin import lead_of, members
from counterclaim.ledger.store import Payload, Store

# An excerpt is cut and smoothed by whoever publishes it: four fifths of the words are the same saying still.
ALIKE = 0.8
# An excerpt that is a piece of the body's sentence counts as its copy from this many words on; fewer are in any text.
PIECE = 5


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim as far as it matters for copies: its id, act and speaker, and the words of its content in lower case."""

    id: str
    act: str
    speaker: tuple[str | None, str | None]
    words: tuple[str, ...]


def mark(store: Store, document: str) -> None:
    """Marks the claims of a document's excerpt that repeat its body, and those of a copy that repeat its origin."""
    wrong = wrong_marks(store, document)
    store.set_many("copy_of", [(right, identifier) for identifier, right in wrong.items()])


def wrong_marks(store: Store, document: str) -> dict[str, str | None]:
    """For each claim of a document whose mark is not right the one that is."""
    rows = store.of_document(document, "claim")
    found = _marks(store, document, {row.id: store.payload_of(row) for row in rows})
    return {row.id: found.get(row.id) for row in rows if row.copy_of != found.get(row.id)}


def _marks(store: Store, document: str, claims: dict[str, Payload]) -> dict[str, str]:
    excerpts, lead = _excerpts(store, document), lead_of(store, document)
    if lead == document and not any(_inside(claim, excerpts) for claim in claims.values()):
        return {}
    body = [wording(claim) for claim in claims.values() if not _inside(claim, excerpts)]
    found = copies([wording(claim) for claim in claims.values() if _inside(claim, excerpts)], body)
    if lead != document:
        own = [wording(claim) for identifier, claim in claims.items() if identifier not in found]
        first = [wording(store.payload_of(row)) for row in store.of_document(lead, "claim")]
        found |= copies(own, first)
    return found


def mark_all(store: Store, origin: str) -> None:
    """Marks the claims of all documents of an origin, after another of them came to lead."""
    for row in members(store, origin):
        mark(store, row.id)


def _excerpts(store: Store, document: str) -> list[tuple[int, int]]:
    row = store.row(document)
    parts = store.payload_of(row)["parts"] if row else []
    return [(part["start"], part["end"]) for part in parts if part["kind"] == "excerpt"]


def _inside(claim: Payload, stretches: Sequence[tuple[int, int]]) -> bool:
    at = claim["content"][0][0]
    return any(start <= at < end for start, end in stretches)


def wording(claim: Payload) -> Wording:
    """The wording of a claim's payload."""
    speaker = claim["speaker"] or {}
    letters = "".join(each if each.isalnum() else " " for each in claim["quote"].casefold())
    return Wording(claim["id"], claim["act"], (speaker.get("name"), speaker.get("side")), tuple(letters.split()))


def copies(later: Sequence[Wording], first: Sequence[Wording]) -> dict[str, str]:
    """For each of `later` that repeats one of `first` the id of the one it repeats best."""
    found = {}
    for each in later:
        scored = [(repeats(each, other), other.id) for other in first if _may(each, other)]
        best = max(scored, default=(0.0, ""), key=lambda pair: (pair[0], pair[1]))
        if best[0] >= ALIKE:
            found[each.id] = best[1]
    return found


def _may(one: Wording, other: Wording) -> bool:
    """Whether act and speaker allow that one repeats the other: a name or a side in common, or one that is unknown."""
    if one.act != other.act or not one.words or not other.words:
        return False
    known = [(a.casefold(), b.casefold()) for a, b in zip(one.speaker, other.speaker, strict=True) if a and b]
    return not known or any(a == b for a, b in known)


def repeats(one: Wording, other: Wording) -> float:
    """How much the one says the other's words again: 1 for a piece of it, else the F1 of their words."""
    if len(one.words) >= PIECE and f" {' '.join(one.words)} " in f" {' '.join(other.words)} ":
        return 1.0
    if not ALIKE / 2 <= len(one.words) / len(other.words) <= 2 / ALIKE:
        return 0.0
    shared = sum((Counter(one.words) & Counter(other.words)).values())
    return 2 * shared / (len(one.words) + len(other.words))
