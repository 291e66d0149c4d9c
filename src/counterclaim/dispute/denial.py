"""Links by explicit denial: somebody rejects, belittles or denies what another side claimed earlier in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.dispute.aim import REACH, REPEATED, SAID, targets, what
from counterclaim.dispute.bond import bond, cue_words, quote, who
from counterclaim.dispute.rejection import HEAD, POINTERS, Denial, denial
from counterclaim.dispute.terms import cued, share, tokens, words_of_kind
from counterclaim.dispute.view import View, opposed, same
from counterclaim.model.matter import Basis, Link, LinkKind

RULE = "denial.v1"
# Those asked are no party to a dispute.
SHARE = re.compile(r"%|\bper ?cent\b", re.I)
NAMES = re.compile(r"(?:[Tt]he )?(?:[A-Z][\w.’'-]*\s?)+")


def answers(views: Sequence[View], held: Sequence[Link]) -> Iterator[Link]:
    """
    Links from each denial to the earlier claim that it answers, where one stands out.

    A denial that has its claim `held` in its own words answers only what that claim's speaker says again elsewhere.
    """
    by_id = {view.claim.id: view for view in views}
    inner = {link.from_claim: by_id[link.to_claim] for link in held}
    for view in views:
        if view.claim.id in inner:
            yield from (_link(view, other) for other in again(inner[view.claim.id], view, views))
        elif (each := denial(view)) and not _answers_nobody(each, by_id):
            other = sister(each, views)
            found = [inner[other.claim.id]] if other and other.claim.id in inner else targets(each, views)
            told = (teller(each, answered, by_id) for answered in found)
            yield from (_link(view, answered) for answered in told if not _is_by_its_teller(view, answered, by_id))


def _answers_nobody(each: Denial, by_id: Mapping[str, View]) -> bool:
    """
    Whether a share of those asked answers, somebody is turned down by name, or the teller negates the denial.

    *40 percent said they did not*, *disavowed Lund*, *I don't think that anybody denies it*.
    """
    speaker = each.view.claim.speaker
    if each.rejects and not each.overruled and NAMES.fullmatch(each.view.content):
        return True
    if speaker and speaker.name and SHARE.search(speaker.name):
        return True
    outer = by_id.get(each.view.claim.within or "")
    return outer is not None and _turned_round(outer, each.view)


def _turned_round(outer: View, inner: View) -> bool:
    """Whether what holds a denial negates it."""
    before = outer.content.partition(inner.cue)[0]
    return outer.negated and bool(frozenset(tokens(before)) & words_of_kind("negates"))


def _is_by_its_teller(view: View, answered: View, by_id: Mapping[str, View]) -> bool:
    """Whether the claim answered is of the one who tells of the denial: *Lund said that nobody believed him*."""
    outer = by_id.get(view.claim.within or "")
    return outer is not None and same(outer, answered)


def teller(each: Denial, answered: View, by_id: Mapping[str, View]) -> View:
    """Who raised what nobody is named for: of *the paper raised allegations that X* the paper's claim."""
    told = answered.claim.within and by_id.get(answered.claim.within)
    if told and not answered.side and not answered.claim.source and told.claim.act in SAID and opposed(each.view, told):
        return told
    return answered


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


def _link(one: View, other: View) -> Link:
    after = "in the same paragraph" if other.paragraph == one.paragraph else "right after"
    where = "before that" if other.order < one.order else after
    because = f"{who(one)} {cue_words(one)} {quote(one)}; {where} {who(other)} {cue_words(other)} {quote(other)}."
    return bond(LinkKind.DENIES, (one, other), Basis.EXPLICIT, because, RULE)
