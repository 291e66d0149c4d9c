"""Links by what two sides say of the same place, number or proposition, where both cannot be so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.dispute.answered import broken, countercharged, figures
from counterclaim.dispute.apart import of_others, of_themselves
from counterclaim.dispute.bond import bond, quote, who
from counterclaim.dispute.counts import compatible, counted_apart, counts, scoped
from counterclaim.dispute.slots import BLAME, NUMBERED, exclude
from counterclaim.dispute.structure import turns_down
from counterclaim.dispute.terms import is_name, share
from counterclaim.dispute.view import View, meet, opposed
from counterclaim.dispute.wording import FUTURE, turned
from counterclaim.model.claim import Act, Frame
from counterclaim.model.document import PartKind
from counterclaim.model.matter import Basis, Link, LinkKind

FRAMES, WORDS = "frames.v1", "wording.v1"
COUNTER, PROMISED, FIGURE, COUNTED = "countercharge.v1", "agreement.v1", "figure.v1", "counts.v1"
# Claims looked back at from each claim: so many that no article of the development set has an answer further off.
REACH = 40
# Rules by which two figures exclude each other: who has a third one does not say that either is right.
BY_FIGURE = frozenset({FIGURE, COUNTED})
# Questions, wishes, demands and predictions state nothing that could be contradicted.
# Paragraphs, and common terms, within which two tolls are taken to be of one event.
NEAR, ALIKE = 2, 0.5
MANY = 3
STATES = frozenset({Act.ASSERTS, Act.ACCUSES, Act.ADMITS, Act.JUDGES, Act.DENIES})
# Two who tell what will be can exclude each other too, by their words.
TOLD = STATES | {Act.PREDICTS}


def contradictions(views: Sequence[View], denied: Sequence[Link]) -> Iterator[Link]:
    """
    For each claim a link to one earlier claim of another side that it excludes; `denied` are the links made before.

    Denials that have their link are left out: what they deny is said there, and said once.
    """
    answering = frozenset(link.from_claim for link in denied)
    side = {view.claim.id: view.side for view in views}
    answered = {(link.to_claim, side[link.from_claim]) for link in denied}
    told = TOLD | {Act.DEMANDS}
    open_views = [view for view in views if view.claim.act in told and view.claim.id not in answering]
    # *Never said that X* states nothing of X.
    stating = [view for view in open_views if not view.unsaid and not relays(view, views)]
    for at, view in enumerate(stating):
        found = _excluded(view, stating[max(0, at - REACH) : at], answered)
        if found:
            answered.add((found.to_claim, view.side))
            yield found


def relays(view: View, views: Sequence[View]) -> bool:
    """Whether the claim only passes on another's, which is a claim of its own: *he said that she had said X*."""
    held = [other for other in views[view.order + 1 : view.order + 6] if other.claim.within == view.claim.id]
    own = counts(view)
    return any(len(other.content) * 2 > len(view.content) or (own and counts(other) == own) for other in held)


def _excluded(view: View, earlier: Sequence[View], answered: set[tuple[str, frozenset[str]]]) -> Link | None:
    """
    The link to the claim that `view` excludes: one of its speaker's own rather than one told by another, one that the
    side has not answered yet rather than the same a second time, what is said rather than what had been said before,
    the body rather than the title, then the nearest.
    """

    def rank(other: View) -> tuple[bool, bool, bool, bool, int]:
        again = (other.claim.id, view.side) in answered
        return other.claim.within is None, not again, not _before(other), other.part is PartKind.BODY, other.order

    for other in sorted(earlier, key=rank, reverse=True):
        if comparable(view, other):
            reason, rule = why(view, other)
            if reason:
                return _link(view, other, reason, rule)
    return None


def _before(view: View) -> bool:
    """Whether the cue tells that it was said before the story: *had put the toll at nine*."""
    return view.cue.lower().startswith("had ")


def comparable(view: View, other: View) -> bool:
    """Whether the two are statements of opposed sides on one day, and neither holds the other."""
    one, two = view.claim, other.claim
    if not opposed(view, other) or two.id == one.within or one.id == two.within:
        return False
    foretold = Act.PREDICTS in (one.act, two.act)
    if Act.DEMANDS in (one.act, two.act):
        # *Should be approved* is no statement; only *must be rejected* is against it.
        return one.act is two.act and meet(view, other)
    if two.act not in TOLD or (foretold and not all(FUTURE & frozenset(each.words) for each in (view, other))):
        return False
    if not meet(view, other):
        return False
    return not (one.said_on and two.said_on and one.said_on != two.said_on)


def why(view: View, other: View) -> tuple[str | None, str]:
    """The reason that the two exclude each other, and the rule that found it."""
    if Act.DEMANDS in (view.claim.act, other.claim.act):
        return turned(view, other), WORDS
    if Act.PREDICTS in (view.claim.act, other.claim.act):
        apart = counted_apart(view, other)
        return (apart, COUNTED) if apart else (turned(view, other), WORDS)
    denied = (turns_down(view), turns_down(other))
    for frame in view.claim.about:
        for rival in other.claim.about:
            reason = exclude(frame, rival, denied)
            if reason and one_matter(view, other, frame):
                return reason, FRAMES
    for rule, tell in ((COUNTER, countercharged), (PROMISED, broken), (FIGURE, figures), (COUNTED, counted_apart)):
        reason = tell(view, other)
        if reason:
            return reason, rule
    return turned(view, other), WORDS


def one_matter(view: View, other: View, frame: Frame) -> bool:
    """Whether two frames that name no place in common can be of one event."""
    if frame.kind == BLAME:
        common = frozenset(term for term in view.terms & other.terms if not is_name(term))
        # Who lays deeds on several has also laid one on the other's.
        several = any(len({f.actor for f in each.claim.about if f.kind == BLAME}) > 1 for each in (view, other))
        return not several and len(common) >= 2 and abs(view.paragraph - other.paragraph) <= NEAR
    return frame.kind not in NUMBERED or one_count(view, other, frame)


def one_count(view: View, other: View, frame: Frame) -> bool:
    """Whether two numbers can be of one event: one count in each claim, and near each other or in like words."""
    counts = [
        [f for f in each.claim.about if f.kind == frame.kind and f.counted == frame.counted] for each in (view, other)
    ]
    near = abs(view.paragraph - other.paragraph) <= NEAR
    # A claim full of numbers is a breakdown: which of them is the total, its words do not say.
    plain = all(sum(word[0].isdigit() for word in each.words) <= MANY for each in (view, other))
    plain = plain and not compatible(view, other) and scoped(view) == scoped(other)
    plain = plain and not of_others(view, other) and not of_themselves(view, other)
    return plain and all(len(found) == 1 for found in counts) and (near or share(view.terms, other.terms) >= ALIKE)


def _link(view: View, other: View, reason: str, rule: str) -> Link:
    because = f"{who(view)} says {quote(view)}, {who(other)} {quote(other)}: {reason}."
    return bond(LinkKind.CONTRADICTS, (view, other), Basis.DERIVED, because, rule)
