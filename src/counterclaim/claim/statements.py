"""Finds what an article says in its own voice: frames of the clauses that no attribution holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.claim.about import find_frames
from counterclaim.claim.about_parties import passive
from counterclaim.claim.clauses import find_clauses
from counterclaim.model.claim import Attribution, Claim, Frame
from counterclaim.model.reading import Reading
from counterclaim.model.statement import Clause, Statement, Voice

# The frames that a statement can have. The others are too often only a topic outside a claim: an earthquake *hits*, two
# officers are no strength, and photos are *released* as prisoners are.
KINDS = frozenset({"control", "capture", "withdrawal", "presence", "casualties", "detention"})
RULE = "statement.v1"


def find_statements(
    reading: Reading, claims: Sequence[Claim], clauses: Sequence[Clause] | None = None
) -> tuple[Statement, ...]:
    """
    What the document says in its own voice on control, casualties, captures and the like, in text order.

    A hedged clause is no statement. `clauses` are those of `find_clauses`, found anew where they are not given.
    """
    own = find_clauses(reading, claims) if clauses is None else clauses
    found = {(each.frame.words, each.frame.kind): each for clause in own for each in _of(reading, clause)}
    return tuple(each for _, each in sorted(found.items()))


def _of(reading: Reading, clause: Clause) -> Iterator[Statement]:
    if clause.voice is not Voice.OWN or clause.modality != "asserted":
        return
    for frame in find_frames(reading, Attribution((), (), (clause.span,), None, RULE)):
        freed = frame.kind == "detention" and not frame.polarity
        if frame.kind in KINDS and frame.modality == "asserted" and not freed and _is_whose(reading, frame):
            yield Statement(clause.span, frame)


def _is_whose(reading: Reading, frame: Frame) -> bool:
    """
    Whether a holding or taking has a holder, or a place that it befalls.

    *Those who occupy the studio*, *whoever controls the palace*: in the article's own voice a verb whose doer is nobody
    in particular is a figure of speech as often as not.
    """
    if frame.kind not in ("control", "capture") or frame.actor:
        return True
    verb = reading.tokens_in(frame.words)[0]
    return reading.tokens[verb].lemma == "fall" or passive(reading, verb)
