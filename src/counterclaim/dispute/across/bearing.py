"""How a claim bears on one in another article: rules in the order of evidence, each on the two claims alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from counterclaim.dispute.across.back import LONG, confirms, says_again, takes_back
from counterclaim.dispute.across.pair import ANSWER, Found, answers, before, first, one_story, together
from counterclaim.dispute.across.remark import Remark, numbered, valid
from counterclaim.dispute.aim import SAID, WANTED, owns
from counterclaim.dispute.bond import bond, cue_words, quote, who
from counterclaim.dispute.contradict import STATES
from counterclaim.dispute.contradict import TOLD as STATED
from counterclaim.dispute.counts import compatible, figures_apart, tolls
from counterclaim.dispute.rejection import Denial
from counterclaim.dispute.repeat import likeness, taking_back
from counterclaim.dispute.slots import BLAME, HOLDING, NUMBERED, exclude
from counterclaim.dispute.structure import turns_down
from counterclaim.dispute.terms import is_name, share, terms
from counterclaim.dispute.view import opposed, own_name, same
from counterclaim.dispute.wording import exclusive, hedged
from counterclaim.model.claim import Act, Frame
from counterclaim.model.matter import Basis, LinkKind

# Days within which one article answers another. Most answers come within two; a week leaves room for a weekly and for
# who was asked late, and after it the same words are about the next event.
REACH = 7
# Two that merely exclude each other do so only where they are of one day: the next day's figure is an update.
ONE_DAY = 0
# What both tell of is one event where neither leaves more than a month open.
MONTH = 31
DENIED, EXCLUDED, WORDED = "across.denial.v1", "across.frames.v1", "across.wording.v1"
COUNTED = "across.counts.v1"
RETOLD = "across.repeat.v1"
# Terms in common: without a paragraph to stand in, more must be shared than inside one article. A denial that names
# whose claim it denies needs fewer.
COMMON, ALIKE, FEW, AIMED = 3, 0.5, 2, 0.3
# A denial that only points is of the last days' charge, of which its own article tells so many terms.
SOON, TOLD_AGAIN = 3, 2
# Of one event and not only of one kind: so much of the shorter claim's terms must two tolls share.
EVENT = 0.3
# So many, and they tell hardly anything else: two words in common are enough then.
SAME = 6
# *Had been*, *never*, *at all times*: what was so by then, or ever, is so on any later day.
EVER = frozenset({"had", "never", "always", "ever", "times"})
TOLD = SAID | WANTED | {Act.JUDGES}


def bearing(one: Remark, other: Remark) -> Iterator[Found]:
    """The links between two remarks of different origins, whichever was said first; of each family one at most."""
    if one.origin == other.origin or one.document == other.document:
        return
    if not (one.plain & other.plain or one.places & other.places or one.rejects or other.rejects):
        return
    seen: set[str] = set()
    for rule, reach in RULES:
        for later, target in _orders(one, other, reach):
            found = rule(later, target)
            if found is not None and found.family == ANSWER and later.answered:
                # Its own article has what it answers; that leads on to whoever says the same elsewhere.
                continue
            if found is not None and found.family not in seen:
                seen.add(found.family)
                yield found


def _orders(one: Remark, other: Remark, reach: int) -> list[tuple[Remark, Remark]]:
    """(later, earlier): one way round where the days differ, both of one day or of none, none where too far apart."""
    if (one.day is None) != (other.day is None):
        return []
    apart = (one.day or 0) - (other.day or 0)
    if abs(apart) > reach:
        return []
    both = sorted(((one, other), (other, one)), key=lambda pair: pair[0].id, reverse=True)
    return both if not apart else [(one, other) if apart > 0 else (other, one)]


def _denies(later: Remark, target: Remark) -> Found | None:
    """Explicit denial in the words of what is denied, or with the name of the one whose claim it is."""
    each = later.rejects
    if each is None or target.view.claim.act not in TOLD or not _same_sign(each, target):
        return None
    if (each.overruled or each.lied) and not target.view.called & later.view.terms:
        # A ruling, or who calls somebody a liar, answers whom it names.
        return None
    what = target.plain
    own = _denied(each, target)
    common, fit, aimed = own & what, share(own, what), owns(target.view, later.view)
    near = own <= what or len(later.story & target.story) >= SAME
    worded = fit >= ALIKE and len(common) >= (FEW if near else COMMON)
    met = worded and (one_story(later, target) or together(later, target))
    named = aimed and ((common and fit >= AIMED) or _meant(each, later, target))
    if not (met or named):
        return None
    if not answers(later, target, fit + aimed):
        return None
    said = f"{who(later.view)} {cue_words(later.view)} {quote(later.view)}"
    answered = f"{who(target.view)} {cue_words(target.view)} {before(later, target)}: {quote(target.view)}"
    because = f"{said}; {answered}."
    link = bond(LinkKind.DENIES, (later.view, target.view), Basis.EXPLICIT, because, DENIED)
    return Found(link, later, target, (1.0, round(fit + aimed, 1), *first(target)))


def _disclaims(later: Remark, target: Remark) -> Found | None:
    """
    A denial without words of its own (*denied responsibility*, *called the claim false*) of what another article on the
    same story begins with, where that names the one who denies.
    """
    each = later.rejects
    if each is None or target.view.claim.act not in SAID or not _same_sign(each, target):
        return None
    named = _charged(later, target)
    own = _denied(each, target)
    bare = own <= target.plain and (each.points or each.vague or each.rejects) and not each.lied and not each.overruled
    known = sum(numbered(term) in later.story for term in target.plain - named) >= TOLD_AGAIN
    if not (named and bare and known) or not one_story(later, target) or not opposed(later.view, target.view):
        return None
    if abs((later.day or 0) - (target.day or 0)) > SOON:
        return None
    said = f"{who(later.view)} {cue_words(later.view)} {quote(later.view)}"
    charged = f"{who(target.view)} {cue_words(target.view)} {before(later, target)}: {quote(target.view)}"
    link = bond(LinkKind.DENIES, (later.view, target.view), Basis.EXPLICIT, f"{said}; {charged}.", DENIED)
    accuses = target.view.claim.act is Act.ACCUSES
    return Found(link, later, target, (0.8, float(accuses), *first(target)))


def _charged(later: Remark, target: Remark) -> frozenset[str]:
    """
    The words by which the earlier claim names who speaks in the later one, names of states left out: their side or
    name in full, or a person's last name. *Court* alone names no court.
    """
    speaker = later.view.claim.speaker
    full = [terms(name) for name in (speaker.side, speaker.name) if name] if speaker else []
    told = target.view.terms
    names = [name for name in (*full, own_name(later.view)) if name and name <= told and not any(map(is_name, name))]
    return frozenset().union(*names)


def _denied(each: Denial, target: Remark) -> frozenset[str]:
    """
    The terms of what is denied, as far as they tell what and not who.

    A word for a claim or a fault is one of them where the other side has it too (*denied having offered a pact*: *had
    offered him a pact*); a name of the other side is none.
    """
    return (each.own | (each.view.terms & target.plain)) - target.view.called - _persons(target)


def _meant(each: Denial, later: Remark, target: Remark) -> bool:
    """
    Whether *rejected the engineer's statement* must mean this one: no words of its own, of one story, and the only one
    that this speaker makes there or one that the denying article begins with.
    """
    strange = {numbered(term) for term in each.own - target.view.called} - later.story
    first = sum(numbered(term) in later.story for term in target.plain) >= FEW
    return not strange and (first or (target.only and len(later.story & target.story) >= FEW))


def _same_sign(each: Denial, target: Remark) -> bool:
    """*Denied that X* answers *X*; *said that it had not* answers that it had: never two that say the same."""
    if each.rejects or each.declines:
        return each.view.negated == target.view.negated
    return not target.view.negated


def _excludes(later: Remark, target: Remark) -> Found | None:
    """Typed frames of which only one can hold, of one place and one time."""
    if not _state_both(later, target):
        return None
    denied = (turns_down(later.view), turns_down(target.view))
    for frame in later.view.claim.about:
        for rival in target.view.claim.about:
            reason = exclude(frame, rival, denied) if _one_time(later, frame, target, rival) else None
            if reason and _one_event(later, frame, target, rival):
                return _excluded(later, target, reason, EXCLUDED, 0.9)
    return None


def _one_time(later: Remark, frame: Frame, target: Remark, rival: Frame) -> bool:
    """Whether the times that two frames hold for overlap: what is said of one day is updated by the next."""
    one = valid(frame.time or later.view.claim.happened, later.day)
    two = valid(rival.time or target.view.claim.happened, target.day)
    return one is not None and two is not None and one[0] <= two[1] and two[0] <= one[1]


def _one_event(later: Remark, frame: Frame, target: Remark, rival: Frame) -> bool:
    """Whether two frames are of one event: holding a place is; a toll or a blame needs the event's words in common."""
    if frame.kind in HOLDING:
        return True
    alike = share(later.plain, target.plain)
    if frame.kind in NUMBERED:
        placed = bool(frame.place and rival.place)
        return (
            placed and alike >= EVENT and opposed(later.view, target.view) and not compatible(later.view, target.view)
        )
    return frame.kind == BLAME and alike >= ALIKE and len(later.plain & target.plain) >= COMMON


def _counts(later: Remark, target: Remark) -> Found | None:
    """Figures of one thing that cannot both hold, of one day and in the words of one event."""
    if not _of_one_day(later, target) or not _state_both(later, target) or not opposed(later.view, target.view):
        return None
    alike = share(later.plain, target.plain) >= EVENT and len(later.plain & target.plain) >= FEW
    if not alike or not (one_story(later, target) or together(later, target)):
        return None
    reason = None if _grew(later, target) else figures_apart(later.view, target.view)
    return _excluded(later, target, reason, COUNTED, 0.7) if reason else None


def _grew(later: Remark, target: Remark) -> bool:
    """Whether a toll is higher on a later day than before: more of the dead were found."""
    rose = any(one.low > two.high for one in tolls(later.view) for two in tolls(target.view))
    return rose and later.day != target.day


def _words(later: Remark, target: Remark) -> Found | None:
    """The same words with and without a negation, or with two that exclude each other, of one day."""
    days = abs((later.day or 0) - (target.day or 0))
    story = one_story(later, target)
    # What had been done by then is so on any later day.
    done = story and all(EVER & frozenset(each.view.words) and not turns_down(each.view) for each in (later, target))
    # So is what who is named in it says of it within days: *we never dumped acid*.
    done = done or (story and days <= SOON and bool(_charged(later, target)))
    if not (done or _of_one_day(later, target)) or not _tell_both(later, target):
        return None
    # Two ministers of one government need name nothing in common.
    if not together(later, target) and not (story and later.view.side & target.view.side):
        return None
    if later.figures != target.figures:
        return None
    reason = exclusive(later.view, target.view, near=story)
    return _excluded(later, target, reason, WORDED, 0.5) if reason else None


def _of_one_day(later: Remark, target: Remark) -> bool:
    """Whether two are said on one day, or tell of one past day or month: on the next day that is no other event."""
    if abs((later.day or 0) - (target.day or 0)) <= ONE_DAY:
        return True
    one, two = (valid(each.view.claim.happened, None) for each in (later, target))
    if one is None or two is None or max(one[1] - one[0], two[1] - two[0]) > MONTH:
        return False
    nested = (one[0] <= two[0] and two[1] <= one[1]) or (two[0] <= one[0] and one[1] <= two[1])
    return nested and min(one[1], two[1]) <= max(later.day or 0, target.day or 0)


def _tell_both(later: Remark, target: Remark) -> bool:
    """Whether both state or foretell something, or both demand: *should be approved*, *must be rejected*."""
    acts = {later.view.claim.act, target.view.claim.act}
    return (acts <= STATED or acts == {Act.DEMANDS}) and answers(later, target, 1.0)


def _state_both(later: Remark, target: Remark) -> bool:
    """Whether both state something, for sides or as persons that are not the same."""
    acts = {later.view.claim.act, target.view.claim.act}
    return acts <= STATES and answers(later, target, 1.0)


def _excluded(later: Remark, target: Remark, reason: str, rule: str, strength: float) -> Found:
    because = f"{who(later.view)} says {quote(later.view)}, {who(target.view)} {quote(target.view)}: {reason}."
    link = bond(LinkKind.CONTRADICTS, (later.view, target.view), Basis.DERIVED, because, rule)
    return Found(link, later, target, (strength, 0.0, *first(target)))


def _persons(one: Remark) -> frozenset[str]:
    """The terms by which a speaker is called that are not the side's."""
    speaker = one.view.claim.speaker
    side = terms(speaker.side or "") if speaker else frozenset()
    return frozenset(term for term in one.view.called if not is_name(term)) - side


def _repeats(later: Remark, target: Remark) -> Found | None:
    """The same side says the same again; the earliest time it did is the target, so that all repeats meet there."""
    if (
        later.retold
        or target.retold
        or taking_back(later.view)
        or not same(later.view, target.view)
        or later.figures != target.figures
    ):
        return None
    if hedged(later.view) != hedged(target.view) or not likeness(later.view, target.view) > 0:
        return None
    if not together(later, target):
        return None
    said = f"{who(later.view)} says {quote(later.view)}"
    because = f"{said}, as {who(target.view)} of the same side {before(later, target)}: {quote(target.view)}."
    link = bond(LinkKind.REPEATS, (later.view, target.view), Basis.DERIVED, because, RETOLD)
    return Found(link, later, target, (0.0, 0.0, *first(target)))


# In the order of evidence, each with the days within which it looks.
RULES: tuple[tuple[Callable[[Remark, Remark], Found | None], int], ...] = (
    (takes_back, LONG),
    (_denies, REACH),
    (_disclaims, REACH),
    (_excludes, REACH),
    (_counts, REACH),
    (_words, REACH),
    (confirms, LONG),
    (says_again, LONG),
    (_repeats, REACH),
)
