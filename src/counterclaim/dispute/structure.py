"""Links by structure: a denial whose content holds a claim of somebody else denies that claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.dispute.bond import bond, cue_words, quote, who
from counterclaim.dispute.terms import cued, nouns_of_kind, stem, stems_of_kind, tokens, words_of_kind
from counterclaim.dispute.view import View
from counterclaim.model.claim import Act
from counterclaim.model.matter import Basis, Link, LinkKind

RULE = "structure.v1"
REMARKS = frozenset({Act.DENIES, Act.JUDGES, Act.ASSERTS, Act.ACCUSES})


def held(views: Sequence[View]) -> Iterator[Link]:
    """A link from each denial to the first claim of another speaker that stands directly in its content."""
    by_id = {view.claim.id: view for view in views}
    for outer in views:
        if outer.claim.speaker and (outer.claim.act in REMARKS or turns_down(outer)):
            inner = [by_id[each] for each in outer.holds if each in by_id and denied(outer, by_id[each])]
            # What is denied is the first claim held; those behind it only tell more of the matter.
            yield from (_link(outer, view) for view in sorted(inner, key=lambda view: view.order)[:1])


def denied(outer: View, inner: View) -> bool:
    """
    Whether the outer claim rejects the inner one: another's, and turned down by the cue or by the words around it.

    *Reports say that Arvo denies it* rejects nothing, nor does *they have not ruled out what Arvo says*.
    """
    if _one_speaker(outer, inner) or (inner.claim.act is Act.HOPES and not _rejects(outer)):
        return False
    return turns_down(outer) or unproven(outer) or _called_untrue(outer, inner) or _negates(outer, inner)


def _rejects(view: View) -> bool:
    """Whether the cue rejects what was said; who *refuses* something rejects no wish told along with it."""
    return cued(view.cue, "rejects") and not view.unsaid


def _called_untrue(outer: View, inner: View) -> bool:
    """
    *The theory that X is unfounded*, *falsely said that X*, *contrary to X's claim*: around what is said stands a word
    by which claims are called untrue.
    """
    around = outer.terms - inner.terms
    untrue = around & stems_of_kind("belittles") and not outer.negated and not outer.unsaid
    noun = any(word in nouns_of_kind("claim") for word in tokens(inner.cue))
    told = inner.claim.act in (Act.ASSERTS, Act.ACCUSES)
    falsely = told and (frozenset(outer.words) - frozenset(inner.words)) & words_of_kind("falsely")
    # *They lied that X*, *the myth that X*: the word for saying it says that it is untrue.
    lied = told and bool(frozenset(stem(word) for word in tokens(inner.cue)) & stems_of_kind("lies"))
    return bool((untrue and noun) or falsely or lied) and inner.claim.act is not Act.DENIES


def _negates(outer: View, inner: View) -> bool:
    """A denial without a verb of denying holds what it denies behind its own negation: *it is not so that X said Y*."""
    if outer.claim.act is not Act.DENIES or outer.unsaid or inner.claim.act is Act.DENIES:
        return False
    return outer.negated or inner.negated


def _one_speaker(outer: View, inner: View) -> bool:
    one, other = outer.claim.speaker, inner.claim.speaker
    return one is not None and other is not None and (one.name, one.side) == (other.name, other.side)


def turns_down(view: View) -> bool:
    """Whether the cue itself rejects or turns down what it holds: *denied*, *refused*; no *refused to condemn* it."""
    turned = view.words[:1] == ("to",) and frozenset(view.words[1:2]) <= words_of_kind("withholds")
    return cued(view.cue, "rejects", "declines") and not view.unsaid and not turned


def unproven(view: View) -> bool:
    """Whether the words say that there is *no evidence for somebody's claims*: a claim noun and a missing proof."""
    words = view.words
    lacks = (at for at, word in enumerate(words) if word in words_of_kind("proof"))
    lacking = words_of_kind("negates") | {"without"}
    missing = any(word in lacking for at in lacks for word in words[max(0, at - 2) : at])
    return missing and any(word.removesuffix("s") in words_of_kind("claim") for word in words)


def silent(view: View) -> bool:
    """Whether a word of rejecting is itself negated: who does *not deny* has not answered."""
    return view.unsaid and cued(view.cue, "rejects", "declines")


def _link(outer: View, inner: View) -> Link:
    because = f"{who(outer)} {cue_words(outer)} what {who(inner)} {cue_words(inner)}: {quote(inner)}."
    return bond(LinkKind.DENIES, (outer, inner), Basis.STRUCTURE, because, RULE)
