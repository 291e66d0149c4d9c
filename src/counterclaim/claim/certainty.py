"""How certain the speaker is, as worded."""

from __future__ import annotations

from functools import cache

from counterclaim.claim.act import Ruling
from counterclaim.claim.clause import Saying
from counterclaim.claim.contents import points
from counterclaim.claim.wording import Wording
from counterclaim.data import table
from counterclaim.model.claim import Act, Certainty
from counterclaim.model.reading import Token

# What is asked, demanded or hoped for is not put forward as so or not so.
UNSTATED = frozenset({Act.DEMANDS, Act.ASKS, Act.HOPES})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nothing"})


@cache
def hedges() -> dict[str, Certainty]:
    """The hedging words of `hedges.tsv`."""
    return {row["word"]: Certainty(row["certainty"]) for row in table("hedges")}


def certainty_of(saying: Saying, ruling: Ruling) -> Certainty:
    """Unstated where nothing is put forward as so; possible or probable where the cue or the main clause hedges."""
    if ruling.act in UNSTATED or _unsaid(saying, ruling):
        return Certainty.UNSTATED
    if ruling.row["certainty"]:
        return Certainty(ruling.row["certainty"])
    return _hedged(Wording(saying)) or Certainty.CERTAIN


def _unsaid(saying: Saying, ruling: Ruling) -> bool:
    """*Did not say that X*: nothing was said; *did not concede X* denies, and that is certain."""
    words = {saying.token(i).text.lower() for i in saying.cue}
    return bool(words & NEGATIONS) and ruling.act is Act.ASSERTS


def _hedged(wording: Wording) -> Certainty | None:
    """The weakest hedge on the main clause: its verb, its helpers, its adverbs and what it says of the subject."""
    known = hedges()
    found: list[Certainty] = []
    for root in {*wording.roots[:1], *points(wording)[:1]}:
        found.extend(known[word] for token in _near(wording, root) for word in _names(token) if word in known)
    for token in wording.heads[:2]:
        found.extend(known[word] for word in _names(token) if word in known and token.pos in {"ADV", "AUX"})
    return Certainty.POSSIBLE if Certainty.POSSIBLE in found else found[0] if found else None


def _near(wording: Wording, root: int) -> list[Token]:
    children = [t for t in wording.children(root) if t.dep in {"aux", "advmod", "acomp", "attr", "oprd"}]
    deeper = [t for each in children if each.dep == "acomp" for t in wording.children(each.i) if t.dep == "advmod"]
    return [wording.saying.token(root), *children, *deeper]


def _names(token: Token) -> tuple[str, ...]:
    return tuple(dict.fromkeys((token.lemma, token.text.lower())))
