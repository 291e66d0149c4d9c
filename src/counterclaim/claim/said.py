"""The day something was said: a time beside the cue, never one of what was said."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.claim.clause import Saying
from counterclaim.model.span import hold
from counterclaim.model.when import Time

# A verb between a time and the source that tells when a text came out: *a report released Friday*.
RELEASING = frozenset(
    {
        "release",
        "publish",
        "issue",
        "post",
        "air",
        "broadcast",
        "print",
        "send",
        "sign",
        "upload",
        "make",
        "date",
        "file",
        "unseal",
    }
)
# A time behind one of these bounds a stretch: *since Monday* tells when something began, not when it was said.
BOUNDING = frozenset({"since", "until", "till", "before", "after", "from", "between", "ahead", "following"})


def said_on(saying: Saying, beside: Iterable[Saying] = ()) -> str | None:
    """
    The day, as EDTF, of the time that belongs to the cue, of several the closest; None where the text tells none.

    `beside` are the other attributions of the sentence: a time in what they say is not when this one was said.
    """
    found = []
    told = [piece for other in beside if not _stands_in(saying, other) for piece in other.attribution.content]
    for time in _beside(saying):
        if any(piece.holds(time.span) for piece in told):
            continue
        rank = _rank(saying, time)
        if rank is not None and time.value is not None:
            found.append((rank, _far(saying, time), time.span.start, time.value))
    return min(found)[3].partition("T")[0] if found else None


def _stands_in(saying: Saying, other: Saying) -> bool:
    """Whether the cue itself is a part of what the other one says."""
    return hold(other.attribution.content, saying.attribution.cue)


def _beside(saying: Saying) -> list[Time]:
    """The times in the cue's sentence outside the content that name a day or a stretch that ended."""
    if saying.sentence is None or saying.head is None:
        return []
    span = saying.sentence.span
    found = [
        t for t in saying.reading.times_in(span) if span.holds(t.span) and _usable(t) and not _in_content(saying, t)
    ]
    if saying.outer:
        return [t for t in found if any(piece.holds(t.span) for piece in saying.outer)]
    return found


def _usable(time: Time) -> bool:
    value = time.value
    return bool(value) and not str(value).startswith(("..", "/")) and not str(value).endswith(("..", "/"))


def _in_content(saying: Saying, time: Time) -> bool:
    return any(piece.meets(time.span) for piece in saying.attribution.content)


def _far(saying: Saying, time: Time) -> int:
    cue = saying.attribution.cue
    return min(max(time.span.start - c.end, c.start - time.span.end, 0) for c in cue) if cue else 0


def _rank(saying: Saying, time: Time) -> int | None:
    """How closely the time hangs on the cue: 0 or 1 as `Saying.belongs`; None where it is no time of saying."""
    indices = list(saying.reading.tokens_in(time.span))
    inside = set(indices)
    heads = [i for i in indices if saying.token(i).head not in inside or saying.token(i).head == i]
    if not heads or _bounded(saying, heads[0]) or _possessive(saying, indices[-1]):
        return None
    rank = _way(saying, heads[0])
    return rank if rank == 0 or _verbal(saying) else None


def _verbal(saying: Saying) -> bool:
    """Whether the cue is a verb or *according to*, not a noun or adverb in a sentence that tells of something else."""
    if saying.head is None or not saying.source:
        return False
    return saying.token(saying.head).pos in {"VERB", "AUX"} or saying.token(saying.head).lemma == "accord"


def _bounded(saying: Saying, index: int) -> bool:
    token = saying.token(index)
    above = saying.token(token.head)
    return above.i not in saying.cue and above.pos in {"ADP", "SCONJ"} and above.lemma in BOUNDING


def _possessive(saying: Saying, index: int) -> bool:
    """*Monday's attack* tells when the attack was."""
    tokens = saying.reading.tokens
    return tokens[index].tag == "POS" or (index + 1 < len(tokens) and tokens[index + 1].tag == "POS")


def _way(saying: Saying, index: int) -> int | None:
    token = saying.token(index)
    above = saying.token(token.head)
    if _describes(saying, index):
        return None
    if above.lemma in RELEASING and above.dep in {"acl", "relcl"}:
        return saying.belongs(above.head)
    return saying.belongs(index)


def _describes(saying: Saying, index: int) -> bool:
    """Whether the time stands in a clause about the speaker: *the mayor, who was held on Monday, said ...*."""
    for _ in range(6):
        token = saying.token(index)
        if token.i in saying.cue or token.head == index:
            return False
        if token.dep == "relcl" and token.lemma not in RELEASING:
            return token.head in saying.source or saying.token(token.head).dep in {"nsubj", "appos"}
        index = token.head
    return False
