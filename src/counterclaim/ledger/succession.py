"""Succession: finds for each claim of an earlier reading the one of a new reading that is the same act of saying."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from counterclaim.ledger.store import Payload
from counterclaim.model.span import Span, Spans, meet

# Below one half, more of the words were read differently than alike, and the permalink would lead to another saying.
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim as far as it matters for succession: its id and its spans, in one text."""

    id: str
    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Heir:
    """The new claim that an old one lives on in, and how alike their contents are (character F1)."""

    id: str
    score: float


def saying(claim: Payload, move: Callable[[Span], Span | None] | None = None) -> Saying:
    """The saying in a claim's payload, its spans moved to another version of the text where `move` is given."""
    fields = {}
    for field in ("source", "cue", "content"):
        spans = [Span(*piece) for piece in claim[field]]
        fields[field] = tuple(moved for span in spans if (moved := move(span) if move else span))
    return Saying(claim["id"], **fields)


def heirs(old: Sequence[Saying], new: Sequence[Saying], *, kept: Sequence[Saying] = ()) -> dict[str, Heir]:
    """
    For each old saying that lives on, by id, its heir.

    Best pairs first, one to one; what is then left may share an heir, also among the `kept`: two readings of one
    saying may have become one, and a permalink should still lead somewhere.
    """
    found: dict[str, Heir] = {}
    taken: set[str] = set()
    pairs = _pairs(old, (*new, *kept))
    fresh = {each.id for each in new}
    for score, one, other in pairs:
        if one not in found and other in fresh and other not in taken:
            found[one] = Heir(other, score)
            taken.add(other)
    for score, one, other in pairs:
        found.setdefault(one, Heir(other, score))
    return found


def _pairs(old: Sequence[Saying], new: Sequence[Saying]) -> list[tuple[float, str, str]]:
    """All pairs that are one act of saying, the most alike first; only claims that share a character are compared."""
    standing = defaultdict(set)
    for number, each in enumerate(new):
        for at in _characters(each.cue or each.content):
            standing[at].add(number)
    found = []
    for one in old:
        near = {number for at in _characters(one.cue or one.content) for number in standing.get(at, ())}
        found += [(alike(one, new[number]), one.id, new[number].id) for number in near if new[number].id != one.id]
    return sorted((pair for pair in found if pair[0] >= ALIKE), key=lambda pair: (-pair[0], pair[1], pair[2]))


def alike(one: Saying, other: Saying) -> float:
    """Character F1 of the contents; 0 where cue or source say that these are two acts of saying."""
    if not _same_place(one.cue, other.cue, lenient=False) or not _same_place(one.source, other.source, lenient=True):
        return 0.0
    first, second = _characters(one.content), _characters(other.content)
    total = len(first) + len(second)
    return round(2 * len(first & second) / total, 4) if total else 0.0


def _same_place(one: Spans, other: Spans, *, lenient: bool) -> bool:
    """Whether the spans overlap; a source may also be found where none was before, a cue may not."""
    if not one or not other:
        return lenient or (not one and not other)
    return meet(one, other)


def _characters(spans: Spans) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def realign(old: str, new: str) -> Callable[[Span], Span | None]:
    """
    Moves spans from one version of a document's text to another; None where their characters are gone.

    Paragraphs that stayed carry their spans along; inside one that changed, what is before and after the change.
    """
    shifts: list[tuple[int, int, int]] = []
    before, after = _paragraphs(old), _paragraphs(new)
    matcher = SequenceMatcher(None, [text for _, text in before], [text for _, text in after], autojunk=False)
    for tag, first, last, other, end in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and last - first == end - other):
            for (start, text), (target, changed) in zip(before[first:last], after[other:end], strict=True):
                shifts.extend(_shifts(start, text, target, changed))
    return lambda span: _moved(span, shifts)


def _paragraphs(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, line))
        at += len(line) + 1
    return found


def _shifts(start: int, text: str, target: int, changed: str) -> list[tuple[int, int, int]]:
    """(from, to, by) for the common beginning and the common end of two paragraphs."""
    shortest = min(len(text), len(changed))
    head = next((at for at in range(shortest) if text[at] != changed[at]), shortest)
    rest = shortest - head
    tail = next((at for at in range(rest) if text[-1 - at] != changed[-1 - at]), rest)
    by = target - start
    both = [(start, start + head, by), (start + len(text) - tail, start + len(text), by + len(changed) - len(text))]
    return [each for each in both if each[0] < each[1]]


def _moved(span: Span, shifts: list[tuple[int, int, int]]) -> Span | None:
    for first, last, by in shifts:
        if first <= span.start and span.end <= last:
            return Span(span.start + by, span.end + by)
    return None
