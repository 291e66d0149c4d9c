"""Links inside one side: what it says again, takes back and corrects; and what supports or confirms a claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.dispute.bond import bond, cue_words, quote, who
from counterclaim.dispute.counts import recounted
from counterclaim.dispute.slots import inside
from counterclaim.dispute.terms import cued, is_name, nouns_of_kind, share, stems_of_kind, words_of_kind
from counterclaim.dispute.view import View, opposed, same
from counterclaim.model.claim import Act, Frame
from counterclaim.model.document import PartKind
from counterclaim.model.matter import Basis, Link, LinkKind

REPEATS, SUPPORTS, TAKES_BACK = "repeat.v1", "support.v1", "retract.v1"
REACH = 40
# A title is short: two of its words in a claim of the same side are as telling as three between two sentences.
COMMON, COMMON_WITH_TITLE, ALIKE = 3, 2, 0.6
# Between two sentences the words in common must be this share of all: else the longer one says more than the same.
BOTH = 0.35
STATING = frozenset({Act.ASSERTS, Act.ACCUSES, Act.ADMITS, Act.JUDGES})
# A place is *the last* of a region where its capture completes the region's.
LAST = frozenset({"last", "final", "remaining"})
# Where a content tells what is regretted, and whose it is: *for its false statement*.
OPENING = 5
OWN = frozenset({"his", "her", "its", "their", "the", "having"})


def repeats(views: Sequence[View]) -> Iterator[Link]:
    """
    From each claim a link to the most alike earlier claim of the same side that says the same, one at most.

    A title is repeated once: by the claim of the body most like it.
    """
    titles = [view for view in views if view.part is PartKind.TITLE]
    pairs = [pair for view in views if (pair := _most_alike(view, views, titles))]
    taken: dict[str, float] = {}
    for likely, _, other in pairs:
        if other.part is PartKind.TITLE:
            taken[other.claim.id] = max(likely, taken.get(other.claim.id, 0.0))
    for likely, view, other in pairs:
        if taken.get(other.claim.id, likely) == likely:
            taken[other.claim.id] = 0.0 if other.part is PartKind.TITLE else likely
            because = f"{who(view)} says {quote(view)}, as {who(other)} of the same side before: {quote(other)}."
            yield bond(LinkKind.REPEATS, (view, other), Basis.DERIVED, because, REPEATS)


def _most_alike(view: View, views: Sequence[View], titles: Sequence[View]) -> tuple[float, View, View] | None:
    if view.part is PartKind.EXCERPT:
        return None
    found = [(likeness(view, other), -other.order, other) for other in _earlier(view, views, titles)]
    best = max((each for each in found if each[0] > 0), key=lambda each: each[:2], default=None)
    return (best[0], view, best[2]) if best else None


def _earlier(view: View, views: Sequence[View], titles: Sequence[View]) -> list[View]:
    near = views[max(0, view.order - REACH) : view.order]
    above = [other for other in titles[:REACH] if other.order < view.order]
    both = {other.order: other for other in (*above, *near)}
    return [other for _, other in sorted(both.items()) if same(view, other) and _apart(view, other)]


def _apart(view: View, other: View) -> bool:
    """Whether the two are two acts of saying: neither holds the other, and none is an excerpt's copy."""
    held = other.claim.id == view.claim.within or view.claim.id == other.claim.within
    return not held and other.part is not PartKind.EXCERPT and other.content != view.content


def likeness(view: View, other: View) -> float:
    """How alike the two are, above 0 only where they say the same thing of the same things, with the same sign."""
    kinds = {view.claim.act, other.claim.act}
    if view.negated != other.negated or not (len(kinds) == 1 or kinds <= STATING):
        return 0.0
    if not view.terms or not other.terms:
        return 0.0
    if same_frame(view, other):
        return 2.0
    titled = other.part is PartKind.TITLE
    if not titled and (view.claim.within or other.claim.within):
        return 0.0
    common = frozenset(term for term in view.terms & other.terms if not is_name(term))
    alike, both = share(view.terms, other.terms), len(common) / len(view.terms | other.terms)
    if len(common) < (COMMON_WITH_TITLE if titled else COMMON) or alike < ALIKE or both < (0.0 if titled else BOTH):
        return 0.0
    return alike


def same_frame(view: View, other: View) -> bool:
    """Whether both hold one frame with the same kind, place, actor and sign."""
    return bool(_slots(view) & _slots(other))


def _slots(view: View) -> frozenset[tuple[object, ...]]:
    return frozenset(
        (frame.kind, frame.place, frame.actor, frame.polarity)
        for frame in view.claim.about
        if frame.place
        and frame.actor
        and frame.modality == "asserted"
        and frame.kind in ("control", "capture", "withdrawal")
    )


def retractions(views: Sequence[View]) -> Iterator[Link]:
    """Links from a claim whose cue takes back or corrects to the claim of the same side that it does so to."""
    for view in views:
        kind = taking_back(view)
        if kind:
            own = [other for other in views[max(0, view.order - REACH) : view.order + 4] if _own(view, other)]
            best = max(own, key=lambda other: (share(view.terms, other.terms), other.order), default=None)
            if best:
                because = f"{who(view)} {cue_words(view)} {quote(view)}; {who(best)} had said {quote(best)}."
                yield bond(kind, (view, best), Basis.EXPLICIT, because, TAKES_BACK)


def taking_back(view: View) -> LinkKind | None:
    """Whether the cue of a claim withdraws or corrects something; None where it does neither."""
    if view.unsaid:
        return None
    for kind, name in ((LinkKind.WITHDRAWS, "withdraws"), (LinkKind.CORRECTS, "corrects")):
        if cued(view.cue, name):
            return kind
    if cued(view.cue, "regrets") and _of_own_words(view):
        return LinkKind.WITHDRAWS
    return LinkKind.CORRECTS if erring(view) else None


def _of_own_words(view: View) -> bool:
    """*Apologised [for its statement that ...], [for calling ...]*: what is regretted is that something was said."""
    begins = [word for word in view.words[:OPENING] if word != "for"]
    named = bool(set(begins[:1]) & OWN) and bool(set(begins[1:]) & nouns_of_kind("claim"))
    return named or bool(set(begins[:1]) & words_of_kind("regretted"))


def erring(view: View) -> bool:
    """*It had miscounted and eight had died*: a word for an error beside what is right."""
    return bool(view.terms & stems_of_kind("errs")) and not view.negated and len(view.terms) > COMMON


def _own(view: View, other: View) -> bool:
    within = other.claim.within == view.claim.id
    alike = len(view.terms & other.terms) >= COMMON and share(view.terms, other.terms) >= ALIKE
    alike = alike or (erring(view) and recounted(view, other))
    return other.order != view.order and same(view, other) and (within or (alike and other.order < view.order))


def supports(views: Sequence[View]) -> Iterator[Link]:
    """Links from the capture of the last place of a region to control of the region, and from what confirms a claim."""
    for view in views:
        for other in reversed(views[max(0, view.order - REACH) : view.order]):
            because = _completes(view, other) or _confirms(view, other)
            if because and other.part is not PartKind.EXCERPT:
                yield bond(LinkKind.SUPPORTS, (view, other), Basis.DERIVED, because, SUPPORTS)
                break


def _completes(view: View, other: View) -> str | None:
    if not same(view, other) or not LAST & frozenset(view.words):
        return None
    for part in view.claim.about:
        for whole in other.claim.about:
            if _part_of(part, whole):
                return f"{quote(view)} would complete {quote(other)}: {part.place_name} lies in {whole.place_name}."
    return None


def _part_of(part: Frame, whole: Frame) -> bool:
    taken = part.kind == "capture" and whole.kind == "control" and part.polarity and whole.polarity
    return taken and part.actor == whole.actor and part.place != whole.place and inside(part, whole)


def _confirms(view: View, other: View) -> str | None:
    if view.unsaid or not opposed(view, other) or not cued(view.cue, "confirms"):
        return None
    if (
        len(view.terms & other.terms) < COMMON
        or share(view.terms, other.terms) < ALIKE
        or view.negated != other.negated
    ):
        return None
    return f"{who(view)} {cue_words(view)} {quote(view)}, as {who(other)} had said: {quote(other)}."
