"""Whether a claim rejects something that was said, and what its words tell of what that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.dispute.structure import silent, unproven
from counterclaim.dispute.terms import (
    cued,
    is_name,
    nouns_of_kind,
    stem,
    stems_of_kind,
    stopwords,
    tokens,
    words_of_kind,
)
from counterclaim.dispute.view import View
from counterclaim.dispute.wording import hedged
from counterclaim.model.claim import Act

# Words between *claims* and *baseless*.
CLOSE = 6
# *A cynical claim*, *the claim is cynical*: a looser word stands right beside it.
NEXT_WORD = 3

CLAIMS = nouns_of_kind("claim")
WISHES = nouns_of_kind("wish")
CLAIMING = frozenset(stem(word) for word in CLAIMS | WISHES)
VAGUE = frozenset(stem(word) for word in words_of_kind("vague"))
BELITTLING = frozenset(stem(word) for word in words_of_kind("belittles"))
REMARKS = frozenset({Act.JUDGES, Act.ASSERTS})
# *Such* and *this* point at what was said just before; *all*, *any* and a plural at all of it.
POINTERS = frozenset({"such", "this", "that", "these", "those", "it", "them", "no"})
HEAD = 3
LABELS = BELITTLING - stems_of_kind("vaguely") - stems_of_kind("loosely")
# *It is a lie* is hardly longer; what is longer has a subject of its own.
SHORT = 7
# *It had nothing to do with the fire in the northern depot* is about as long as a plain disclaimer gets.
PLAIN = 14
UNTRUE = words_of_kind("belittles")
CLEAN = frozenset(stem(word) for word in words_of_kind("clean"))
TRUE = stems_of_kind("true")
LIGHT = stems_of_kind("light")
LIES = stems_of_kind("lies")
SPOKE = stems_of_kind("spoke")
NO_PART = re.compile(r"\b(?:nothing to do with|no (?:part|hand|role|share) in)\b", re.I)
# *Any such thing*, *nothing of the kind*: what somebody is said to have said, without its words.
NO_SUCH = re.compile(r"\b(?:any|no) such [a-z]+|\b(?:any|no)thing (?:of the (?:kind|sort)|like (?:that|it))\b", re.I)
# *Orsa is spreading lies about the dam* has this many words of its own beside the liar and the lie.
LIED = 2
SAYS = stems_of_kind("says")
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})


@dataclass(frozen=True, slots=True)
class Denial:
    """
    A claim that rejects something. `own`: the terms of what it rejects. `points`: it names a claim as such (*the
    allegations*) or only points; `bare`: it only points (*this*). `plural`: it names several.
    `vague`: it denies a part in something.
    `rejects`: its cue says so; `declines`: its cue only turns down what was wanted. `lied`: it calls a speaker a liar;
    `overruled`: it is a ruling against somebody; `disowned`: it denies having said what another reports.
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
    lied: bool = False
    overruled: bool = False
    disowned: bool = False


def denial(view: View) -> Denial | None:
    """`view` as a denial, or None where it rejects nothing that was said."""
    plain = view.claim.act is Act.DENIES or (view.claim.act in REMARKS and rejecting(view)) or slandered(view)
    lied, overruled, disowned = not plain and calls_liar(view), not plain and overrules(view), disowns(view)
    if not (plain or lied or overruled or disowned):
        return None
    words = frozenset(view.words)
    named, belittles = (
        bool(words & (CLAIMS | WISHES)) or bool(said_at(view)),
        bool(view.terms & BELITTLING) or belittled(view) or unproven(view),
    )
    # *Did not find that X*: the negation of the cue is one of what it holds.
    unfound = view.unsaid and view.claim.act is Act.DENIES and not silent(view)
    off = waved_off(view)
    rejects = cued(view.cue, "rejects") or condemned(view) or unfound or off or contests(view)
    declines = cued(view.cue, "declines")
    own = frozenset(term for term in view.terms if not is_name(term)) - CLAIMING - VAGUE - CLEAN - BELITTLING - LIGHT
    own -= view.called
    label = labelled(view) or untrue(view) or _is_no(view)
    own -= TRUE if label else frozenset()
    pointing = (bool(POINTERS & frozenset(view.words[:HEAD])) and len(own) <= 1) or label
    # *Denied doing so*.
    pointing = pointing or (rejects and not own and view.words[-1:] == ("so",)) or off
    own = frozenset() if off else own
    if (
        silent(view)
        or withheld(view)
        or cued(view.cue, "withdraws")
        or not (
            rejects
            or declines
            or belittles
            or lied
            or overruled
            or disowned
            or view.negated
            or disclaimed(view)
            or _is_no(view)
        )
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
        lied=lied,
        overruled=overruled,
        disowned=disowned,
    )


def contests(view: View) -> bool:
    """*Contested that account*, *rebuffed the accusation*: what turns down wishes turns down a claim named as one."""
    words = frozenset(view.words[: HEAD + 1])
    return cued(view.cue, "declines") and bool(words & CLAIMS) and not words & (WISHES | {"to"})


def _is_no(view: View) -> bool:
    """*No*, *not true*, *otherwise*, *nothing of the kind happened*: all that is said is that it is not so."""
    own = frozenset(term for term in view.terms if not is_name(term))
    if not view.words or len(view.words) > SHORT or _in_part(view):
        return False
    turned = bool(frozenset(view.words) & words_of_kind("negates")) or "n't" in view.content or "n’t" in view.content
    alone = not own - TRUE and (turned or view.words == ("no",)) and not POINTERS & frozenset(view.words[1:])
    none = bool(NO_SUCH.search(view.content)) and len(own - TRUE) <= 1
    return alone or none or (bool(own) and own <= stems_of_kind("otherwise"))


def _in_part(view: View) -> bool:
    """*It was not just that*, *not even one*: less is said than that it is not so."""
    return bool(frozenset(view.words) & words_of_kind("partly"))


def withheld(view: View) -> bool:
    """*Denied funding*, *were denied entry*: a thing was not given, and nothing that was said is denied."""
    head = [word for word in view.words if word not in stopwords()][:1]
    # *Disavowed them* is said of people.
    return view.words == ("them",) or (
        view.words[:1] != ("that",) and bool(frozenset(head) & words_of_kind("withheld"))
    )


def rejecting(view: View) -> bool:
    """Whether a remark turns something down: a claim called untrue or unproven, a plain *that is a lie*, a verdict."""
    # *If so, it would be a lie* calls nothing a lie.
    plain = labelled(view) or untrue(view) or disclaimed(view) or (_is_no(view) and view.words != ("no",))
    told = not hedged(view) and (belittled(view) or unproven(view) or plain)
    return told or cued(view.cue, "rejects") or condemned(view)


def disclaimed(view: View) -> bool:
    """*Said it was not involved*, *insists on his innocence*: a part in it is denied without a verb of denying."""
    if len(view.words) > PLAIN or not view.side or frozenset(view.words) & CLAIMS:
        return False
    if NO_PART.search(view.content):
        return True
    return bool(view.terms & CLEAN) != view.negated and bool(view.terms & (VAGUE | CLEAN))


def labelled(view: View) -> bool:
    """*That is a lie*, *called it nonsense*: a word for what is untrue, and hardly another."""
    own = frozenset(term for term in view.terms if not is_name(term))
    labels = BELITTLING if POINTERS & frozenset(view.words[:HEAD]) else LABELS
    return bool(own & labels) and len(own - labels) <= 1 and not view.negated and len(view.words) <= SHORT


def untrue(view: View) -> bool:
    """*It is simply not true*, *we did not do this*: a negation, what only points, and no word of its own."""
    own = frozenset(term for term in view.terms if not is_name(term)) - TRUE - stems_of_kind("proof")
    told = bool(POINTERS & frozenset(view.words)) and "nothing" not in view.words
    return view.negated and told and not own and len(view.words) <= SHORT and bool(view.side) and not _in_part(view)


def waved_off(view: View) -> bool:
    """*Brushed this aside as idle gossip*: only a pointer is turned down, and then called something."""
    pointer = bool(POINTERS & frozenset(view.words[:1])) and view.words[:1] != ("no",)
    return pointer and "as" in view.words[1:HEAD] and view.claim.act is Act.DENIES


def calls_liar(view: View) -> bool:
    """*Accused Orsa of spreading lies*: somebody is said to tell what is not so, and hardly more."""
    if view.claim.act not in REMARKS | {Act.ACCUSES} or view.negated or hedged(view) or not view.side:
        return False
    own = frozenset(term for term in view.terms if not is_name(term))
    return bool(own & LIES) and len(own - LIES) <= LIED + 1


def disowns(view: View) -> bool:
    """*Had never told the owners any such thing*, *no such promise was made*: a saying is denied, not what was said."""
    spoke = bool(view.terms & SPOKE) or bool(frozenset(view.words) & (CLAIMS | WISHES))
    return view.claim.act in REMARKS | {Act.DENIES} and spoke and bool(NO_SUCH.search(view.content))


def overrules(view: View) -> bool:
    """*Ruled against Brandt's extension*, *found that the mayor had exceeded his powers*: a ruling against somebody."""
    words = frozenset(view.words)
    return cued(view.cue, "rules") and bool(words & words_of_kind("overrules")) and not view.negated and not view.unsaid


def condemned(view: View) -> bool:
    """*Denounced the conclusions of the meeting*: words are condemned, not a deed."""
    return cued(view.cue, "condemns") and _is_definite(view)


def _is_definite(view: View) -> bool:
    """Whether the content begins with *the report*, *that account*: what was just said, whoever said it."""
    return bool(DEFINITE & frozenset(view.words[:1])) and any(word in CLAIMS for word in view.words[1:HEAD])


def belittled(view: View) -> bool:
    """Whether a noun for a claim, or *what somebody says*, stands near a word by which claims are called untrue."""
    said = said_at(view)
    claims = [at for at, word in enumerate(view.words) if word in CLAIMS]
    loose = words_of_kind("loosely")
    lies = [(at, NEXT_WORD if word in loose else CLOSE) for at, word in enumerate(view.words) if word in UNTRUE]
    lies += [(at, CLOSE) for at, pair in enumerate(pairwise(view.words)) if " ".join(pair) in UNTRUE]
    # *Called the story of a meeting on the third of the month pure invention*: what it is called stands last.
    called = view.claim.act is Act.JUDGES and view.words[-1:] and view.words[-1] in UNTRUE - loose
    first = called and any(at < HEAD for at in claims) and view.words[0] in DEFINITE
    near = any(abs(one - other) <= reach for one in claims for other, reach in lies)
    # Between *what she says about the dam* and *is a lie* stands what it is about.
    return bool(first) or near or (bool(said) and any(0 < at - said[0] <= PLAIN for at, _ in lies))


def said_at(view: View) -> list[int]:
    """Where *says* stands in *what my former aide says is a lie*, which is that aide's claim."""
    if view.words[:1] != ("what",):
        return []
    return [at for at, word in enumerate(view.words[: CLOSE + 1]) if stem(word) in SAYS]


def slandered(view: View) -> bool:
    """*The herders' story was slander*: what somebody told is called a wrong; the cue itself accuses nobody."""
    says = any(stem(word) in SAYS for word in tokens(view.cue))
    return view.claim.act is Act.ACCUSES and says and belittled(view) and not hedged(view) and not view.negated
