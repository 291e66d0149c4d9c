"""Whether one side's claim answers another's without denying it: a countercharge, a kept promise, another figure."""

from __future__ import annotations

from counterclaim.dispute.counts import ranges, tolls
from counterclaim.dispute.names import parties
from counterclaim.dispute.terms import cued, is_name, share, stem, stems_of_kind
from counterclaim.dispute.view import View
from counterclaim.model.claim import Act
from counterclaim.model.document import PartKind

# Paragraphs within which two claims are an exchange.
NEAR = 1
# A countercharge with more words of its own than this is about another deed unless it shares two of them.
FEW, COMMON, ALIKE = 2, 2, 0.5
SAID = frozenset({Act.ASSERTS, Act.ACCUSES})
OWN = frozenset({"it", "its", "they", "their", "we", "our"})
POINTING = frozenset({"it", "this", "that", "them"})
FIGURES = frozenset({"number", "figure", "toll", "total", "count"})
# *Their number*, *its own toll*: of whom the speaker has just told, and not of what another counted.
WHOSE = frozenset({"their", "its", "his", "her", "our", "own"})
# Where *the figure at nine* has its noun.
HEAD = 4


def _names(view: View, side: frozenset[str]) -> bool:
    """Whether the claim names the side in its words, or has it for the doer of what it tells."""
    named = any(key in view.terms or stem(key) in view.terms for key in side)
    return named or any(parties(frame.actor) & side for frame in view.claim.about if frame.actor)


def _near(view: View, other: View) -> bool:
    same_part = PartKind.TITLE not in (view.part, other.part) or view.part is other.part
    return same_part and abs(view.paragraph - other.paragraph) <= NEAR


def countercharged(view: View, other: View) -> str | None:
    """*X says Y blew up the dam, Y blames X*: each lays one deed at the other's door."""
    acts = {view.claim.act, other.claim.act}
    if view.claim.act is not Act.ACCUSES or not acts <= SAID or not _near(view, other):
        return None
    if not (_names(view, other.side) and _names(other, view.side)) or view.negated or other.negated:
        return None
    own = frozenset(term for term in view.terms if not is_name(term)) - other.called
    pointed = bool(POINTING & frozenset(view.words)) and len(own) <= FEW + 1
    common = own & other.terms
    alike = own == common or (len(common) >= COMMON and share(own, other.terms) >= ALIKE)
    if own and not pointed and not alike:
        return None
    return "each lays it at the other's door"


def broken(view: View, other: View) -> str | None:
    """One side says that it kept an agreement, the other that it broke it."""
    for keeper, breaker in ((view, other), (other, view)):
        agreed = (keeper.terms | breaker.terms) & stems_of_kind("agreement")
        kept = keeper.terms & stems_of_kind("keeps") and not keeper.negated
        broke = breaker.terms & stems_of_kind("breaks") and not breaker.negated
        itself = bool(OWN & frozenset(keeper.words)) or _names(keeper, keeper.side)
        if agreed and kept and broke and itself and _names(breaker, keeper.side) and _near(view, other):
            return "the one says that the agreement was kept, the other that it was broken"
    return None


def figures(one: View, other: View) -> str | None:
    """Why the one number of the one and that of the other cannot both hold, where either only points at the thing."""
    return _figure(one, other) or _figure(other, one)


def _figure(view: View, other: View) -> str | None:
    """*Put the figure at nine* against the one number that was named just before or after."""
    first = view.words[:HEAD]
    named = bool(FIGURES & frozenset(first)) or (first[0] == "it" and cued(view.cue, "puts") and bool(tolls(other)))
    if "at" not in first or not named or WHOSE & frozenset(first) or not _near(view, other):
        return None
    one, two = ranges(view), ranges(other)
    apart = len(one) == len(two) == 1 and (one[0][0] > two[0][1] or two[0][0] > one[0][1])
    return "the two numbers cannot both hold" if apart else None
