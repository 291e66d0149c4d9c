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
# The characters of an ISO date that a publication known so finely vouches for.
LENGTHS = {"day": 10, "month": 7, "year": 4}
# What somebody does who says something at the same time: *the mayor, speaking on Monday, said*.
SPEAKING = frozenset({"speak", "talk", "address", "testify", "write", "appear", "answer", "respond"})
# The rules of `time_rules.tsv` for *now*, *currently*, *at this point*: they tell how things are, not when it was said.
PRESENT = frozenset({"now", "present"})
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
    times = [t for t in saying.reading.times_in(span) if span.holds(t.span) and not _in_content(saying, t)]
    if saying.token(saying.head).tag in {"VBZ", "VBP"}:
        # *Says* tells of no day but *now*, and that of a text which says it: *the report released on Monday says*.
        times = [t for t in times if _says_now(saying, t) or any(s.holds(t.span) for s in saying.attribution.source)]
    found = [t for t in times if is_day_of_saying(t) or _says_now(saying, t)]
    if saying.outer:
        return [t for t in found if any(piece.holds(t.span) for piece in saying.outer)]
    return found


def _says_now(saying: Saying, time: Time) -> bool:
    """*The ministry now says*: right before the cue, it is about the saying."""
    inside = saying.reading.tokens_in(time.span)
    return _present(time) and bool(inside) and inside[-1] + 1 in saying.cue


def _present(time: Time) -> bool:
    return time.rule.partition(".")[0] in PRESENT


def is_day_of_saying(time: Time) -> bool:
    """Whether it is one day, week, month or year; a stretch is none, and *now* tells how things are."""
    return time.value is not None and "/" not in time.value and not _present(time)


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
    if not heads or (_bounded(saying, heads[0]) and not _hour(time)) or _possessive(saying, indices[-1]):
        return None
    rank = _way(saying, heads[0])
    if rank == 0 or (rank is not None and _verbal(saying)):
        return rank
    if _behind(saying, indices[0]):
        return 1
    return 2 if _frames(saying, indices) else None


def _hour(time: Time) -> bool:
    """*Shortly before midnight on Wednesday* is on Wednesday."""
    return "T" in (time.timex3 or "")


def _behind(saying: Saying, index: int) -> bool:
    """Whether the time stands right behind what is said, outside it: *voted to lift it on Saturday*."""
    return index > 0 and index - 1 in saying.inside and saying.head is not None and saying.head < index


def _frames(saying: Saying, indices: list[int]) -> bool:
    """Whether the time opens the sentence: *On Tuesday they went to the court, where they claimed ...*."""
    if saying.sentence is None or saying.head is None or not saying.source:
        return False
    cue = saying.token(saying.head)
    return indices[0] <= saying.sentence.first + 1 and (cue.tag == "VBD" or cue.pos == "NOUN")


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
    if above.lemma in SPEAKING and above.tag == "VBG":
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


def published_by_us(saying: Saying) -> str | None:
    """*We condemn ...*, outside all quotation marks: who publishes it says it, in the day or month it came out."""
    document, source = saying.reading.document, [saying.token(i) for i in saying.source]
    if saying.head is None or saying.attribution.within is not None or len(source) != 1:
        return None
    ours = source[0].text.lower() == "we" and not saying.reading.quoted(source[0].start)
    if not ours or saying.token(saying.head).tag != "VBP":
        return None
    length = LENGTHS.get(document.published_precision or "day")
    return document.published[:length] if document.published and length else None
