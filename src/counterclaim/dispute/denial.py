"""Links by explicit denial: somebody rejects, belittles or denies what another side claimed earlier in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.dispute.bond import bond, cue_words, quote, who
from counterclaim.dispute.names import parties
from counterclaim.dispute.structure import silent, turns_down, unproven
from counterclaim.dispute.terms import (
    cued,
    is_name,
    nouns_of_kind,
    share,
    stem,
    stems_of_kind,
    stopwords,
    term,
    tokens,
    words_of_kind,
)
from counterclaim.dispute.view import View, meet, opposed, same
from counterclaim.model.claim import Act
from counterclaim.model.document import PartKind
from counterclaim.model.matter import Basis, Link, LinkKind

RULE = "denial.v1"
# An answer stands near what it answers; further back the same words are about something else more often than not.
REACH = 40
# Paragraphs: *such claims* points at what was just said, *Moscow's claims* at what Moscow said lately.
NEXT, LATELY = 1, 4
# A denial of a denial has its words: nearly all of them.
REPEATED = 0.8
# Words between *claims* and *baseless*.
CLOSE = 6
# *A cynical claim*, *the claim is cynical*: a looser word stands right beside it.
NEXT_WORD = 2
# Half of the words in common is the least at which two claims of the development set were on one proposition.
ALIKE = 0.5

CLAIMS = nouns_of_kind("claim")
WISHES = nouns_of_kind("wish")
CLAIMING = frozenset(stem(word) for word in CLAIMS | WISHES)
VAGUE = frozenset(stem(word) for word in words_of_kind("vague"))
BELITTLING = frozenset(stem(word) for word in words_of_kind("belittles"))
REMARKS = frozenset({Act.JUDGES, Act.ASSERTS})
SAID = frozenset({Act.ASSERTS, Act.ACCUSES, Act.ADMITS, Act.PREDICTS})
TOLD = SAID | {Act.JUDGES}
HELD = frozenset({Act.ASSERTS, Act.HOPES, Act.JUDGES, Act.PREDICTS})
WANTED = frozenset({Act.DEMANDS, Act.PROMISES})
# *Such* and *this* point at what was said just before; *all*, *any* and a plural at all of it.
POINTERS = frozenset({"such", "this", "that", "these", "those", "it", "them", "no"})
HEAD = 3
# *Accusation* and *accused*, *conclusion* and *concluded* begin alike.
ROOT = 5
LABELS = BELITTLING - stems_of_kind("vaguely") - stems_of_kind("loosely")
# *It is a lie* is hardly longer; what is longer has a subject of its own.
SHORT = 7
# *It had nothing to do with the fire in the northern depot* is about as long as a plain disclaimer gets.
PLAIN = 14
UNTRUE = words_of_kind("belittles")
CLEAN = frozenset(stem(word) for word in words_of_kind("clean"))
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
# A denial in the sentence of the claim answers it, unless it has more words of its own than this and shares none.
FEW = 2
# Frames in which an actor did something that can be laid at their door.
DEEDS = frozenset({"responsibility", "attack", "casualties"})
# *Northern spring warning*, *the claim made by the northern army*: words between a claim and the one who made it.
AHEAD, BEHIND = 4, 5
MAKERS = frozenset({"by", "of", "from"})
# More claims than this are not answered by one *such allegations*.
MOST = 3


@dataclass(frozen=True, slots=True)
class Denial:
    """
    A claim that rejects something. `own`: the terms of what it rejects. `points`: it names a claim as such (*the
    allegations*) or only points; `bare`: it only points (*this*). `plural`: it names several.
    `vague`: it denies a part in something.
    `rejects`: its cue says so; `declines`: its cue only turns down what was wanted.
    """

    view: View
    own: frozenset[str]
    points: bool
    bare: bool
    plural: bool
    vague: bool
    rejects: bool
    declines: bool
    definite: bool = False


def denial(view: View) -> Denial | None:
    """`view` as a denial, or None where it rejects nothing that was said."""
    if view.claim.act is not Act.DENIES and not (view.claim.act in REMARKS and rejecting(view)):
        return None
    words = frozenset(view.words)
    named, belittles = bool(words & (CLAIMS | WISHES)), bool(view.terms & BELITTLING)
    rejects, declines = cued(view.cue, "rejects") or condemned(view), cued(view.cue, "declines")
    own = frozenset(term for term in view.terms if not is_name(term)) - CLAIMING - VAGUE - CLEAN - BELITTLING
    own -= view.called
    label = labelled(view)
    pointing = (bool(POINTERS & frozenset(view.words[:HEAD])) and len(own) <= 1) or label
    if (
        silent(view)
        or withheld(view)
        or cued(view.cue, "withdraws")
        or not (rejects or declines or belittles or view.negated or disclaimed(view) or _is_no(view))
    ):
        return None
    return Denial(
        view=view,
        own=own,
        points=(named and (rejects or declines or belittles or view.negated)) or pointing,
        bare=pointing and not named,
        plural=any(word in words for word in CLAIMS if word.endswith("s")),
        vague=(bool(view.terms & VAGUE) and (rejects or view.negated)) or disclaimed(view),
        rejects=rejects,
        declines=declines and not rejects,
        definite=_is_definite(view) and (belittles or (rejects and len(own) <= 1)),
    )


def _is_no(view: View) -> bool:
    return view.content.lower().strip("“”\"'.,") == "no"


def withheld(view: View) -> bool:
    """*Denied funding*, *were denied entry*: a thing was not given, and nothing that was said is denied."""
    head = [word for word in view.words if word not in stopwords()][:1]
    # *Disavowed them* is said of people.
    return view.words == ("them",) or bool(frozenset(head) & words_of_kind("withheld"))


def rejecting(view: View) -> bool:
    """Whether a remark turns something down: a claim called untrue or unproven, a plain *that is a lie*, a verdict."""
    told = belittled(view) or unproven(view) or labelled(view) or disclaimed(view)
    return told or cued(view.cue, "rejects") or condemned(view)


def disclaimed(view: View) -> bool:
    """*Said it was not involved*, *insists on his innocence*: a part in something is denied without a verb of denying."""
    if len(view.words) > PLAIN or not view.side or frozenset(view.words) & CLAIMS:
        return False
    return bool(view.terms & CLEAN) != view.negated and bool(view.terms & (VAGUE | CLEAN))


def labelled(view: View) -> bool:
    """*That is a lie*, *called it nonsense*: a word for what is untrue, and hardly another."""
    own = frozenset(term for term in view.terms if not is_name(term))
    labels = BELITTLING if POINTERS & frozenset(view.words[:HEAD]) else LABELS
    return bool(own & labels) and len(own - labels) <= 1 and not view.negated and len(view.words) <= SHORT


def condemned(view: View) -> bool:
    """*Denounced the conclusions of the summit*: words are condemned, not a deed."""
    return cued(view.cue, "condemns") and _is_definite(view)


def _is_definite(view: View) -> bool:
    """Whether the content begins with *the report*, *that account*: what was just said, whoever said it."""
    return bool(DEFINITE & frozenset(view.words[:1])) and any(word in CLAIMS for word in view.words[1:HEAD])


def belittled(view: View) -> bool:
    """Whether a noun for a claim stands near a word by which claims are called untrue."""
    claims = [at for at, word in enumerate(view.words) if word in CLAIMS]
    loose = words_of_kind("loosely")
    lies = [(at, NEXT_WORD if word in loose else CLOSE) for at, word in enumerate(view.words) if word in UNTRUE]
    return any(abs(one - other) <= reach for one in claims for other, reach in lies)


def answers(views: Sequence[View], held: Sequence[Link]) -> Iterator[Link]:
    """
    Links from each denial to the earlier claim that it answers, where one stands out.

    A denial that has its claim `held` in its own words answers only what that claim's speaker says again elsewhere.
    """
    inner = {link.from_claim: views_by_id(views)[link.to_claim] for link in held}
    for view in views:
        if view.claim.id in inner:
            yield from (_link(view, other) for other in again(inner[view.claim.id], view, views))
        elif each := denial(view):
            other = sister(each, views)
            found = [inner[other.claim.id]] if other and other.claim.id in inner else targets(each, views)
            yield from (_link(view, teller(each, answered, views)) for answered in found)


def teller(each: Denial, answered: View, views: Sequence[View]) -> View:
    """Who raised what nobody is named for: of *the paper raised allegations that X* the paper's claim."""
    told = answered.claim.within and views_by_id(views).get(answered.claim.within)
    if told and not answered.side and told.claim.act in SAID and opposed(each.view, told):
        return told
    return answered


def views_by_id(views: Sequence[View]) -> dict[str, View]:
    """The views by the ids of their claims."""
    return {view.claim.id: view for view in views}


def again(inner: View, outer: View, views: Sequence[View]) -> list[View]:
    """The nearest earlier claim in which the speaker of what is denied says the same outside of the denial."""
    own = what(inner)
    found = [
        view
        for view in views[max(0, outer.order - REACH) : outer.order]
        if same(view, inner)
        and view.claim.within is None
        and not same(view, outer)
        and view.negated == inner.negated
        and len(own & what(view)) >= 2
        and share(own, what(view)) >= REPEATED
    ]
    return found[-1:]


def sister(each: Denial, views: Sequence[View]) -> View | None:
    """The other rejection in its sentence, where it only points: *dismissed X's claim, calling it nonsense*."""
    if not (POINTERS & frozenset(each.view.words[:HEAD])):
        return None
    near = [view for view in views if view.sentence == each.view.sentence and view is not each.view]
    found = [view for view in near if view.claim.speaker == each.view.claim.speaker and cued(view.cue, "rejects")]
    return found[-1] if found else None


def targets(each: Denial, views: Sequence[View]) -> list[View]:
    """The claim that the denial answers; several only where it says *such allegations* of one speaker's; or none."""
    at = each.view.order
    near = [view for view in views[max(0, at - REACH) : at] if fits(each, view)]
    for pick in (alike, aimed, echoed, charged, breached, imputed, beside):
        found = sorted(pick(each, near), key=lambda pair: (-pair[0], -pair[1].order))
        if found:
            return _all_of(each, found) if pick is imputed and each.plural else [found[0][1]]
    return behind(each, views)[:1]


def behind(each: Denial, views: Sequence[View]) -> list[View]:
    """Accusations that follow in the same paragraph: *he pleaded not guilty; police say that he ...*."""
    after = views[each.view.order + 1 : each.view.order + 4]
    near = [view for view in after if view.paragraph == each.view.paragraph and fits(each, view)]
    accused = [view for view in near if view.claim.act is Act.ACCUSES] if each.vague else []
    return accused or [view for _, view in beside(each, near)]


def charged(each: Denial, near: Sequence[View]) -> Scored:
    """What accuses by name the person who denies: the nearest such charge, in a few paragraphs."""
    if not each.rejects or (len(each.own) > FEW and not each.points):
        return []
    close = [view for view in near if each.view.paragraph - view.paragraph <= LATELY and view.claim.act is Act.ACCUSES]
    name = frozenset(term for term in each.view.called if not is_name(term))
    return [(_closeness(each, view), view) for view in close if name & view.terms and not same(each.view, view)]


def beside(each: Denial, near: Sequence[View]) -> Scored:
    """What another side says in the sentence of the denial: *X says it sank the boat, Y denies losses*."""
    found = []
    for view in near:
        common = each.own & what(view)
        together = view.sentence == each.view.sentence and not view.claim.within and not each.view.claim.within
        about = view.part is PartKind.TITLE or each.points or len(each.own) <= FEW or bool(common)
        if together and about and each.rejects and opposed(each.view, view) and view.claim.act in TOLD:
            found.append((float(len(common)), view))
    return found


def breached(each: Denial, near: Sequence[View]) -> Scored:
    """What another side just called a breach, where a breach is denied in other words: *violated the truce*."""
    if not each.rejects or not each.own & stems_of_kind("breaks"):
        return []
    close = [view for view in near if each.view.paragraph - view.paragraph <= NEXT and opposed(each.view, view)]
    broke = [view for view in close if view.terms & stems_of_kind("breaks") and view.claim.act in SAID]
    return [(_closeness(each, view), view) for view in broke]


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
    acts = frozenset({Act.DEMANDS}) if each.declines else SAID | HELD | (WANTED if each.rejects else frozenset())
    if same(each.view, view) or view.claim.act not in acts or view.claim.speaker == each.view.claim.speaker:
        return False
    if (each.declines or view.cue.endswith("ly")) and not view.side:
        return False
    return meet(each.view, view)


Scored = list[tuple[float, View]]


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
    return WANTED if frozenset(each.view.words) & WISHES else SAID | frozenset({Act.JUDGES})


def _titled(view: View) -> frozenset[str]:
    """The words of the speaker's name and role, by which *the official's claim* points at one and not at another."""
    speaker = view.claim.speaker
    return frozenset(term(word) for word in tokens(f"{speaker.name} {speaker.role or ''}")) if speaker else frozenset()


def owns(view: View, denial: View) -> bool:
    """Whether the denial names the speaker of `view` as the one whose claim it is: *X's claim*, *the claim by X*."""
    words = [term(word) for word in denial.words]
    for at, word in enumerate(denial.words):
        if word in CLAIMS | WISHES:
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
        return [(1.0, view) for view in told[-1:] if view.claim.act in SAID]
    found = [(_closeness(each, view), view) for view in close if _imputes(each, view)]
    return found or [(_closeness(each, view), view) for view in close[-1:] if _just_said(each, view)]


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


def _link(one: View, other: View) -> Link:
    where = "before that" if other.order < one.order else "in the same paragraph"
    because = f"{who(one)} {cue_words(one)} {quote(one)}; {where} {who(other)} {cue_words(other)} {quote(other)}."
    return bond(LinkKind.DENIES, (one, other), Basis.EXPLICIT, because, RULE)
