"""What points back in so many words: claims that take back, confirm or say again what was said, weeks before too."""

from __future__ import annotations

from counterclaim.dispute.across.pair import Found, answers, before, first, one_story, together
from counterclaim.dispute.across.remark import Remark
from counterclaim.dispute.bond import bond, cue_words, quote, who
from counterclaim.dispute.counts import recounted
from counterclaim.dispute.repeat import erring, taking_back
from counterclaim.dispute.slots import hold, inside
from counterclaim.dispute.structure import turns_down
from counterclaim.dispute.terms import cued, share, stems_of_kind
from counterclaim.dispute.view import View, own_name, same
from counterclaim.model.claim import Frame
from counterclaim.model.matter import Basis, Link, LinkKind

# Days within which something is taken back, confirmed or said again. The words say that they point back, so that what
# merely resembles it is no danger; an inquiry or a trial takes months.
LONG = 366
TAKEN_BACK, CONFIRMED, SAID_AGAIN = "across.retract.v1", "across.support.v1", "across.again.v1"
# Terms in common: half of the shorter claim's, and so many.
COMMON, FEW, ALIKE = 3, 2, 0.5
# And such a share of the longer one's: *confirmed its first cases* confirms no study that speaks of cases among others.
BOTH = 0.4


def points_back(view: View) -> bool:
    """Whether a claim says in so many words that it takes back, confirms or repeats something."""
    return taking_back(view) is not None or _confirming(view) or _repeating(view)


def takes_back(later: Remark, target: Remark) -> Found | None:
    """A claim whose cue takes back or corrects what the same side had said in these words."""
    kind = taking_back(later.view) or _conceding(later, target)
    if kind is None or not _own(later, target) or taking_back(target.view):
        return None
    fit, common = _fit(later, target)
    worded = common >= FEW and fit >= ALIKE
    figured = erring(later.view) and recounted(later.view, target.view) and common >= FEW
    if not (worded or figured) or not _one_event(later, target):
        return None
    said = f"{who(later.view)} {cue_words(later.view)} {quote(later.view)}"
    because = f"{said}; {who(target.view)} had said {quote(target.view)}."
    link = bond(kind, (later.view, target.view), Basis.EXPLICIT, because, TAKEN_BACK)
    return Found(link, later, target, _rank(fit, target))


def confirms(later: Remark, target: Remark) -> Found | None:
    """A claim that admits or confirms what another side, or another person of the same, had said."""
    if not _confirming(later.view) or _confirming(target.view) or not answers(later, target, 1.0):
        return None
    fit, common = _fit(later, target)
    worded = common >= COMMON and fit >= ALIKE and _whole(later, target)
    if not ((worded and _one_event(later, target)) or _agree(later, target)):
        return None
    said = f"{who(later.view)} {cue_words(later.view)} {quote(later.view)}"
    because = f"{said}, as {who(target.view)} had said {before(later, target)}: {quote(target.view)}."
    link = bond(LinkKind.SUPPORTS, (later.view, target.view), Basis.DERIVED, because, CONFIRMED)
    return Found(link, later, target, _rank(fit, target))


def says_again(later: Remark, target: Remark) -> Found | None:
    """A claim whose cue tells that the same side says again what it had said in these words, with the same figures."""
    if not _repeating(later.view) or _repeating(target.view) or not _own(later, target):
        return None
    fit, common = _fit(later, target)
    enough = common >= (FEW if later.figures else COMMON) and fit >= ALIKE
    if not enough or not _whole(later, target) or not _one_event(later, target):
        return None
    said = f"{who(later.view)} {cue_words(later.view)} {quote(later.view)}"
    because = f"{said}, as {who(target.view)} of the same side {before(later, target)}: {quote(target.view)}."
    link: Link = bond(LinkKind.REPEATS, (later.view, target.view), Basis.DERIVED, because, SAID_AGAIN)
    return Found(link, later, target, _rank(fit, target))


def _conceding(later: Remark, target: Remark) -> LinkKind | None:
    """*Conceded that not all rules were kept* corrects one's own *all rules were kept*."""
    turned = later.view.negated != target.view.negated and len(later.plain & target.plain) >= COMMON
    return LinkKind.CORRECTS if turned and _confirming(later.view) else None


def _own(later: Remark, target: Remark) -> bool:
    """
    Whether both are one side's words, or in one story those of one person or body, named in full and in short.

    *Solm* is *Henrik Solm* and *the rowing league* the *Kiruna Rowing League* where two articles begin with the same
    matters.
    """
    if same(later.view, target.view):
        return True
    short = any(_is_short(a, b) or _is_short(b, a) for a in later.view.side for b in target.view.side)
    return one_story(later, target) and (short or _one_person(later.view, target.view))


def _one_person(view: View, other: View) -> bool:
    """Whether two persons have one name, or one last name by which the one alone is called."""
    if not own_name(view) & own_name(other):
        return False
    names = [each.claim.speaker.name or "" if each.claim.speaker else "" for each in (view, other)]
    return names[0] == names[1] or min(len(name.split()) for name in names) == 1


def _is_short(one: str, other: str) -> bool:
    words = one.split()
    return len(words) >= FEW and len(words) < len(other.split()) and other.split()[-len(words) :] == words


def _confirming(view: View) -> bool:
    """Whether somebody confirms or concedes; who *claimed responsibility* agrees with nobody."""
    return cued(view.cue, "confirms") and not view.unsaid and taking_back(view) is None


def _repeating(view: View) -> bool:
    """*Maintained that*, and *had said that*, which tells of an earlier time."""
    return not view.unsaid and (cued(view.cue, "again") or view.cue.lower().startswith("had "))


def _fit(later: Remark, target: Remark) -> tuple[float, int]:
    """
    The share and the number of the terms in common; *his charge that* tells what it is, not what it says.

    Where the one has no other words than the other, the other's name aside, they count as enough.
    """
    said = later.plain - stems_of_kind("claim") - target.view.called or later.plain
    common = said & target.plain
    return share(said, target.plain), COMMON if len(common) >= FEW and said <= target.plain else len(common)


def _whole(later: Remark, target: Remark) -> bool:
    """Whether neither says much that the other doesn't, and both with the same figures and sign."""
    longer = max(len(later.plain), len(target.plain), 1)
    same_sign = later.view.negated == target.view.negated
    return same_sign and later.figures == target.figures and len(later.plain & target.plain) >= BOTH * longer


def _one_event(later: Remark, target: Remark) -> bool:
    return one_story(later, target) or together(later, target)


def _agree(later: Remark, target: Remark) -> bool:
    """Whether both say that a place is held by the same, or the one that it left it and the other that it took it."""
    return any(
        _hold_alike(later, one, target, two) for one in later.view.claim.about for two in target.view.claim.about
    )


def _hold_alike(later: Remark, one: Frame, target: Remark, two: Frame) -> bool:
    mine, theirs = hold(one, turns_down(later.view)), hold(two, turns_down(target.view))
    if mine is None or theirs is None or not (inside(one, two) or inside(two, one)):
        return False
    if mine.party & theirs.party:
        return mine.rules == theirs.rules and mine.is_there == theirs.is_there
    return bool(theirs.rules and mine.is_there is False and one.place == two.place)


def _rank(fit: float, target: Remark) -> tuple[float, ...]:
    """Of targets the body before the title, which has fewer words and so fits better, then the fittest."""
    body, day = first(target)
    return (1.0, body, round(fit, 1), day)
