"""The words of a noun phrase outside the content: where a channel or an addressee begins and ends."""

from __future__ import annotations

from counterclaim.claim.clause import Saying
from counterclaim.model.span import Span

# Nobody is addressed and nothing is said in more words than these; what is longer is a sentence misread.
LONGEST = 12
JOINING = frozenset({"of", "for", "with", "to", "on", "in", "at", "from", "and", "before", "between"})
CLAUSES = frozenset({"that", "which", "who", "whom", "whose", "where", "when", "while"})


def phrase(saying: Saying, head: int, joining: frozenset[str] = JOINING) -> Span:
    """
    The characters of the phrase headed by that token.

    It ends before the content, a time, a clause, a comma, or a preposition that is not one of `joining`.
    """
    below = set(saying.reading.subtree(head))
    first = head
    while first - 1 in below and not _stops(saying, first - 1) and head - first < LONGEST:
        first -= 1
    last = head
    while last + 1 in below and last - head < LONGEST and not _ends(saying, last + 1, joining):
        last += 1
    while last > head and saying.token(last).pos in {"ADP", "DET", "CCONJ", "PART", "PUNCT", "ADV"}:
        last -= 1
    return saying.reading.span_of(first, last)


def in_time(saying: Saying, index: int) -> bool:
    """Whether that token stands in an expression of time."""
    here = saying.token(index).span
    if saying.token(index).entity in {"DATE", "TIME"}:
        return True
    return bool(saying.reading.times_in(here))


def _stops(saying: Saying, index: int) -> bool:
    token = saying.token(index)
    return index in saying.inside or token.pos in {"ADP", "SCONJ"} or token.text in {",", '"', "“", ";", ":"}


def _ends(saying: Saying, index: int, joining: frozenset[str]) -> bool:
    token = saying.token(index)
    if _hard_stop(saying, index):
        return True
    if token.pos in {"ADP", "CCONJ"} and token.lemma not in joining:
        return True
    after = index + 1
    return token.pos == "ADP" and after < len(saying.reading.tokens) and _hard_stop(saying, after)


def _hard_stop(saying: Saying, index: int) -> bool:
    token = saying.token(index)
    if index in saying.inside or index in saying.cue or token.lemma in CLAUSES or in_time(saying, index):
        return True
    return (
        token.pos == "VERB"
        or token.dep in {"relcl", "acl", "appos", "nsubj"}
        or token.text in {",", ";", ":", "—", "–", "(", '"', "“", "”"}
    )
