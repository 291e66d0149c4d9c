"""Which earlier claim a denial answers: the one in its words, of the speaker it names, or said right before it."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.dispute.names import parties
from counterclaim.dispute.rejection import CLAIMS, POINTERS, WISHES, Denial, said_at
from counterclaim.dispute.structure import turns_down
from counterclaim.dispute.terms import cued, is_name, share, stems_of_kind, term, tokens
from counterclaim.dispute.view import View, meet, opposed, own_name, same
from counterclaim.model.claim import Act
from counterclaim.model.document import PartKind

# An answer stands near what it answers; further back the same words are about something else more often than not.
REACH = 40
# Paragraphs: *such claims* points at what was just said, *Moscow's claims* at what Moscow said lately.
NEXT, LATELY = 1, 4
# A denial of a denial has its words: nearly all of them.
REPEATED = 0.8
# Half of the words in common is the least at which two claims of the development set were on one proposition.
ALIKE = 0.5
SAID = frozenset({Act.ASSERTS, Act.ACCUSES, Act.ADMITS, Act.PREDICTS})
TOLD = SAID | {Act.JUDGES}
HELD = frozenset({Act.ASSERTS, Act.HOPES, Act.JUDGES, Act.PREDICTS})
WANTED = frozenset({Act.DEMANDS, Act.PROMISES})
# *Accusation* and *accused*, *conclusion* and *concluded* begin alike.
ROOT = 5
# A denial in the sentence of the claim answers it, unless it has more words of its own than this and shares none.
FEW = 2
# Frames in which an actor did something that can be laid at their door.
DEEDS = frozenset({"responsibility", "attack", "casualties"})
# *Northern spring warning*, *the claim made by the northern army*: words between a claim and the one who made it.
AHEAD, BEHIND = 4, 5
MAKERS = frozenset({"by", "of", "from"})
# More claims than this are not answered by one *such allegations*.
MOST = 3
# A content of so many words stands in another only where that tells of it, with some more.
TOLD_WORDS, MORE = 4, 2
# *She did not* answers what was said of her.
PERSONS = frozenset({"he", "she", "they", "we", "i", "you"})
WILL = frozenset({"will", "would", "won", "shall"})
Scored = list[tuple[float, View]]


def targets(each: Denial, views: Sequence[View]) -> list[View]:
    """The claim that the denial answers; several only where it says *such allegations* of one speaker's; or none."""
    at = each.view.order
    near = [view for view in views[max(0, at - REACH) : at] if fits(each, view)]
    if each.plural and "all" in each.view.words and len(every := _of_each(each, near)) > 1:
        return every
    if each.disowned and (told := told_of(each, near, views[:at])):
        return [max(told, key=lambda pair: (pair[0], pair[1].order))[1]]
    for pick in (
        (lied,)
        if each.lied
        else (ordered,)
        if each.overruled
        else (alike, aimed, personally, echoed, charged, breached, imputed, beside, sided)
    ):
        found = sorted(pick(each, near), key=lambda pair: (-pair[0], -pair[1].order))
        if found:
            return _all_of(each, found) if pick is imputed and each.plural else [found[0][1]]
    return behind(each, views)[:1]


def behind(each: Denial, views: Sequence[View]) -> list[View]:
    """
    What follows at once: an accusation in the same paragraph (*he pleaded not guilty; police say that he ...*), or what
    the one says next whose claim it is called (*denounced a report by the guild*. *The guild said ...*).
    """
    after = views[each.view.order + 1 : each.view.order + 4]
    named = [view for view in after if each.points and owns(view, each.view) and view.claim.act in SAID]
    owned = [view for view in named if view.paragraph - each.view.paragraph <= NEXT and fits(each, view)]
    if owned:
        return owned
    near = [view for view in after if view.paragraph == each.view.paragraph and fits(each, view)]
    accused = [view for view in near if view.claim.act is Act.ACCUSES] if each.vague else []
    return accused or [view for _, view in beside(each, near)]


def lied(each: Denial, near: Sequence[View]) -> Scored:
    """What somebody said last who is called a liar."""
    close = [view for view in near if each.view.paragraph - view.paragraph <= NEXT and view.claim.act in SAID]
    named = [view for view in close if view.called & each.view.terms and opposed(each.view, view)]
    return [(_closeness(each, view), view) for view in named]


def told_of(each: Denial, near: Sequence[View], before: Sequence[View]) -> Scored:
    """What reports a saying of the one who denies having said it: *the navy had told them that X*."""
    own = own_name(each.view) | each.view.side | _titled(each.view)
    telling = {view.claim.within for view in before if view.called & own}
    close = [view for view in near if each.view.paragraph - view.paragraph <= LATELY and view.claim.act in SAID]
    return [(_closeness(each, view), view) for view in close if view.claim.id in telling]


def ordered(each: Denial, near: Sequence[View]) -> Scored:
    """What somebody ordered or wanted whom a ruling is against."""
    close = [view for view in near if each.view.paragraph - view.paragraph <= LATELY and view.claim.act in WANTED]
    named = [view for view in close if view.called & each.view.terms and opposed(each.view, view)]
    return [(_closeness(each, view), view) for view in named]


def charged(each: Denial, near: Sequence[View]) -> Scored:
    """What accuses by name the person who denies: the nearest such charge, in a few paragraphs."""
    if not each.rejects:
        return []
    close = [view for view in near if each.view.paragraph - view.paragraph <= LATELY and view.claim.act is Act.ACCUSES]
    name = own_name(each.view)
    named = [view for view in close if name & view.terms and (len(each.own) <= FEW or each.points)]
    return [(_closeness(each, view), view) for view in named if not same(each.view, view)]


def sided(each: Denial, near: Sequence[View]) -> Scored:
    """What was just said of the side of the one who denies: a charge with a word of what is denied, else all of it."""
    close = [view for view in near if each.view.paragraph - view.paragraph <= NEXT and view.claim.act in SAID]
    named = [view for view in close if opposed(each.view, view) and _accused(each, view) and each.rejects]
    return [
        (_closeness(each, view), view)
        for view in named
        if (view.claim.act is Act.ACCUSES and each.own & what(view)) or (each.own and each.own <= what(view))
    ]


def beside(each: Denial, near: Sequence[View]) -> Scored:
    """What another side says in the sentence of the denial: *X says it sank the boat, Y denies losses*."""
    found = []
    for view in near:
        common = each.own & what(view)
        together = view.sentence == each.view.sentence and not view.claim.within and not each.view.claim.within
        # *Rejected the money* turns a thing down; what is denied is something said, in whatever words.
        brief = len(each.own) <= FEW and cued(each.view.cue, "nays")
        about = view.part is PartKind.TITLE or each.points or brief or bool(common)
        turned = each.rejects or (each.points and not each.own)
        if together and about and turned and opposed(each.view, view) and view.claim.act in TOLD:
            found.append((float(len(common)), view))
    return found


def breached(each: Denial, near: Sequence[View]) -> Scored:
    """What another side just called a breach, where a breach is denied in other words: *violated the truce*."""
    if not each.rejects or not each.own & stems_of_kind("breaks"):
        return []
    close = [view for view in near if each.view.paragraph - view.paragraph <= NEXT and opposed(each.view, view)]
    broke = [view for view in close if view.terms & stems_of_kind("breaks") and view.claim.act in SAID]
    return [(_closeness(each, view), view) for view in broke]


def _of_each(each: Denial, near: Sequence[View]) -> list[View]:
    """*Denied all such accusations*: of each who just made one the last, where they were made of the one who denies."""
    close = [view for view in near if each.view.paragraph - view.paragraph <= NEXT + 1 and _imputes(each, view)]
    last = {view.side: view for view in close if opposed(each.view, view) and _accused(each, view)}
    return list(last.values())[-MOST:]


def _all_of(each: Denial, found: Scored) -> list[View]:
    """All that one speaker, or nobody named, imputes in the nearest paragraph."""
    best = found[0][1]
    together = [view for _, view in found if view.paragraph == best.paragraph and _accused(each, view)]
    return together[:MOST] if best in together else [best]


def fits(each: Denial, view: View) -> bool:
    """Whether `view` can be what is denied at all."""
    if view.claim.id == each.view.claim.within or each.view.claim.id == view.claim.within:
        return False
    if view.claim.act is Act.DENIES and each.rejects and share(each.own, what(view)) >= REPEATED:
        # Two who reject the same words agree; only a denial in words of its own can be rejected with them.
        return not turns_down(view) and not same(each.view, view) and view.part is each.view.part
    wanted = each.rejects or bool(WILL & frozenset(each.view.words) and each.view.negated)
    acts = (
        frozenset({Act.DEMANDS})
        if each.declines
        else SAID | HELD | (WANTED if wanted or each.overruled else frozenset())
    )
    if same(each.view, view) or view.claim.act not in acts or view.claim.speaker == each.view.claim.speaker:
        return False
    if _tells_of(each, view) or _against_too(each, view):
        return False
    if (each.declines or view.cue.endswith("ly")) and not view.side:
        return False
    return meet(each.view, view)


def _tells_of(each: Denial, view: View) -> bool:
    """Whether a claim holds the words of the denial and more: who tells of a denial is not denied by it."""
    own = each.view
    longer = len(own.words) >= TOLD_WORDS and len(view.words) > len(own.words) + MORE
    if each.rejects:
        # *The dam burst* stands in *the dam burst on Monday*, which *denied that the dam burst* denies.
        return longer and f"{own.cue} {own.content}" in view.content
    return longer and (own.content in view.content or share(own.terms, view.terms) >= REPEATED)


def _against_too(each: Denial, view: View) -> bool:
    """*Rejected the levy*, and *said the levy is not worth it*: where a thing is turned down, both are against it."""
    thing = each.rejects and bool(each.own) and not (each.points or each.vague or each.definite or each.bare)
    said = each.view.words[:1] == ("that",) or cued(each.view.cue, "nays") or each.view.negated
    return thing and not said and (view.claim.act is Act.JUDGES or view.negated)


def what(view: View) -> frozenset[str]:
    """The terms of a claim that are no names."""
    return frozenset(term for term in view.terms if not is_name(term))


def alike(each: Denial, near: Sequence[View]) -> Scored:
    """Claims in whose words the denial denies: half of its own terms, at least two, are in them."""
    found = []
    for view in near:
        common = share(each.own, what(view))
        close = each.declines and each.view.paragraph - view.paragraph <= NEXT
        if (
            view.claim.within is None
            and opposed(each.view, view)
            and common >= ALIKE
            and (len(each.own & what(view)) >= 2 or (close and each.own <= what(view)))
        ):
            found.append((common + 0.5 * _accused(each, view) + 0.5 * (view.claim.act is Act.ACCUSES), view))
    return found


def aimed(each: Denial, near: Sequence[View]) -> Scored:
    """Claims of the speaker whom the denial names as having made them."""
    if not each.points:
        return []
    apart = each.view.paragraph
    named = [view for view in near if owns(view, each.view) and apart - view.paragraph <= LATELY]
    stated = [view for view in named if view.claim.act in _meant(each)]
    return [(_closeness(each, view) + 0.5 * len(_titled(view) & each.view.terms), view) for view in stated or named]


def personally(each: Denial, near: Sequence[View]) -> Scored:
    """What somebody said last who is contradicted by name: *contradicted the canon*."""
    if not each.rejects or not each.own or each.points:
        return []
    close = [view for view in near if each.view.paragraph - view.paragraph <= NEXT and view.claim.act in SAID]
    return [(_closeness(each, view), view) for view in close if each.own <= view.called and opposed(each.view, view)]


def echoed(each: Denial, near: Sequence[View]) -> Scored:
    """*Denied the accusation* after *accused*: the noun is that of the cue."""
    # *The claim* is what anything said is called, *claims* or not.
    nouns = {word[:ROOT] for word in each.view.words if word in CLAIMS | WISHES and len(word) >= ROOT} - {"claim"}
    close = [view for view in near if each.view.paragraph - view.paragraph <= LATELY and each.points | each.definite]
    return [
        (_closeness(each, view), view)
        for view in close
        if (view.side or view.claim.speaker) and any(word[:ROOT] in nouns for word in tokens(view.cue))
    ]


def _meant(each: Denial) -> frozenset[Act]:
    """*Their offer* was wanted or promised, *their claim* was said."""
    return WANTED if frozenset(each.view.words) & WISHES else SAID


def _titled(view: View) -> frozenset[str]:
    """The words of the speaker's name and role, by which *the official's claim* points at one and not at another."""
    speaker = view.claim.speaker
    return frozenset(term(word) for word in tokens(f"{speaker.name} {speaker.role or ''}")) if speaker else frozenset()


def owns(view: View, denial: View) -> bool:
    """Whether the denial names the speaker of `view` as the one whose claim it is: *X's claim*, *the claim by X*."""
    words, said = [term(word) for word in denial.words], said_at(denial)
    for at, word in enumerate(denial.words):
        if word in CLAIMS | WISHES or at in said:
            behind = words[at + 1 : at + 1 + BEHIND]
            by = next((i for i, each in enumerate(behind) if each in MAKERS), len(behind))
            if view.called & frozenset(words[max(0, at - AHEAD) : at] + behind[by + 1 :]):
                return True
    return False


def imputed(each: Denial, near: Sequence[View]) -> Scored:
    """What was just imputed to the one who denies: by an accusation, or by a claim that names them as the doer."""
    if not (each.vague or each.points):
        return []
    close = [view for view in near if each.view.paragraph - view.paragraph <= NEXT]
    close = [view for view in close if each.definite or len(each.own) < 2 or each.own & what(view)]
    if each.bare:
        # *This was not the case* is said of what was said last.
        told = [view for view in close if view.claim.within is None or view.sentence == each.view.sentence]
        said = each.view.claim.act is Act.DENIES
        # *“No,” they replied* to a wish or a question told in a report, but to an accusation as to any other.
        acts = SAID if said or each.view.words != ("no",) else frozenset({Act.ACCUSES})
        if PERSONS & frozenset(each.view.words[:2]):
            told = [view for view in told if _accused(each, view)]
        return [(1.0, view) for view in told[-1:] if view.claim.act in acts and (said or opposed(each.view, view))]
    found = [(_closeness(each, view), view) for view in close if _imputes(each, view)]
    named = [view for view in close if each.vague and len(each.own) <= 1 and _names(each, view)]
    if not any(view.claim.speaker for _, view in found) and named:
        return [(_closeness(each, view), view) for view in named]
    return found or [(_closeness(each, view), view) for view in close[-1:] if _just_said(each, view)]


def _names(each: Denial, view: View) -> bool:
    """*Denied responsibility* after somebody said that *northern boats had done it*, without a word of accusing."""
    return _accused(each, view) and opposed(each.view, view) and view.claim.act in SAID and not view.negated


def _just_said(each: Denial, view: View) -> bool:
    """Whether the claim right before is what *this number*, *such plans* must mean."""
    pointer = bool(frozenset(each.view.words) & POINTERS) and each.rejects
    acts = SAID | WANTED if pointer else SAID
    return (pointer or each.definite) and bool(view.side) and view.claim.act in acts


def _accused(each: Denial, view: View) -> bool:
    return bool(each.view.called & view.terms)


def _imputes(each: Denial, view: View) -> bool:
    if view.claim.act is Act.ACCUSES:
        return True
    if frozenset(each.view.words) & WISHES and view.claim.act is Act.DEMANDS:
        return True
    if each.vague:
        deeds = [frame for frame in view.claim.about if frame.actor and frame.kind in DEEDS]
        own = any(each.view.side & parties(frame.actor or "") for frame in deeds)
        # *Denied responsibility* without more answers whoever was last said to be behind it.
        return own or (not each.own and any(frame.kind == "responsibility" for frame in deeds))
    return _accused(each, view) and view.claim.act in HELD


def _closeness(each: Denial, view: View) -> float:
    apart = each.view.paragraph - view.paragraph
    accused = 0.5 * (view.claim.act is Act.ACCUSES) + 0.5 * _accused(each, view)
    return accused + share(each.own, what(view)) - 0.3 * apart + 0.25 * bool(view.side)
