"""A claim as other articles see it: when it was said, whom and what it names, and the keys it is looked up by."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.dispute.names import fold
from counterclaim.dispute.rejection import Denial, denial
from counterclaim.dispute.slots import HOLDING, NUMBERED
from counterclaim.dispute.status import OPPOSING
from counterclaim.dispute.terms import is_name, term, terms
from counterclaim.dispute.view import View, Wording, alone, look
from counterclaim.model.claim import Act, Claim
from counterclaim.model.document import Document, PartKind
from counterclaim.model.edtf import bounds
from counterclaim.model.identity import identity
from counterclaim.model.matter import Link, LinkKind, Matter

# A day of saying further from publication than this is told as history; the article itself is of its own day.
NEWS = 31
DAYS = 10
# News tells what it is about in its title and its first paragraphs.
LEAD = 2
# 40 bits: of a million words and places hardly two share a number, and where they do one claim more is compared.
BYTES = 5
CAPITAL = re.compile(r"@\w+|[^\W\d_a-z][\w’'-]*")
NUMBER = re.compile(r"\d[\d.,]*")
# Wishes and questions are answered where they are put; in another article nobody answers one by the words in common.
SILENT = frozenset({Act.ASKS, Act.HOPES})


@dataclass(frozen=True, slots=True)
class Remark:
    """
    One claim with the document it stands in, that document's origin, and the day it was said.

    `day` is a proleptic ordinal, None where neither the text nor the document tells a day; `names` are the terms of
    persons, places, states and bodies that the content names; `root` is the id of the question whether it is so;
    `plain` are the terms that tell what is claimed, `figures` the numbers, `places` the keys of the places of frames
    and what these lie in, `rejects` what it denies.

    Of its article: `story` are the numbers of the terms it begins with, `answered` whether the claim answers another
    there that stands for itself, `retold` whether another says the same, `only` whether its speaker makes no other.
    """

    view: View
    document: str
    origin: str
    day: int | None
    names: frozenset[str]
    root: str
    plain: frozenset[str]
    figures: frozenset[str]
    places: frozenset[str]
    rejects: Denial | None
    story: frozenset[int] = frozenset()
    answered: bool = False
    retold: bool = False
    only: bool = False

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.view.claim.id


def of_claims(document: Document, claims: Sequence[Claim], links: Sequence[Link] = ()) -> tuple[Remark, ...]:
    """The claims of one document that can bear on those of others: each once, none that another speaker tells."""
    published = document.published if (document.published_precision or "day") == "day" else None
    views = [view for view in look(document, claims) if speaks_out(view)]
    ids = document.id, document.origin or document.id
    here = {view.claim.id for view in views}
    inside = [link for link in links if link.to_claim in here]
    answers = {link.from_claim for link in inside if link.kind in OPPOSING}
    titles = {view.claim.id for view in views if view.part is not PartKind.BODY}
    again = [link for link in inside if link.kind is LinkKind.REPEATS]
    # A title is told in full by the body; what the body says twice it said the first time.
    retold = {link.to_claim if link.to_claim in titles else link.from_claim for link in again}
    made = (_remark(view, ids, day_of(view.claim.said_on, published)) for view in views)
    told, by = story_of(document), Counter(view.side for view in views if view.part is PartKind.BODY)
    return tuple(
        replace(one, story=told, answered=one.id in answers, retold=one.id in retold, only=by[one.view.side] == 1)
        for one in made
    )


def story_of(document: Document) -> frozenset[int]:
    """The terms of an article's title and its first paragraphs, as numbers: what it is about, states left out."""
    first = [part for part in document.parts if part.kind is PartKind.BODY][:LEAD]
    heads = [part for part in document.parts if part.kind is PartKind.TITLE]
    found = (terms(document.quote(part.span)) for part in (*heads, *first))
    return frozenset(numbered(term) for each in found for term in each if not is_name(term))


def numbered(key: str) -> int:
    """The number that a word or place is looked up by and kept as, so that no word stands where it need not."""
    return int.from_bytes(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:BYTES], "big")


def speaks_out(view: View) -> bool:
    """Whether a claim stands for itself: not in another's, no excerpt's copy, with a side, and words or a denial."""
    told = bool(view.terms) or denial(view) is not None
    return not (view.claim.within or view.copied or view.claim.act in SILENT) and bool(view.side) and told


def remark_alone(claim: Claim, said: Wording, ids: tuple[str, str], day: int | None) -> Remark:
    """
    The same of one claim that was found to speak out before; `ids` are those of its document and its origin.

    What its document tells of it is for the caller to add: `story`, `answered`, `retold`.
    """
    return _remark(alone(claim, said), ids, day)


def _remark(view: View, ids: tuple[str, str], day: int | None) -> Remark:
    root = identity("m", "claim", ids[0], view.content, view.start)
    placed = (frame for frame in view.claim.about if frame.place)
    places = frozenset(each for frame in placed for each in (frame.place or "", *frame.containers))
    return Remark(view, *ids, day, named(view), root, plain(view), numbers(view), places, denial(view))


def day_of(said_on: str | None, published: str | None) -> int | None:
    """The day something was said, else the day the article came out; None where neither is known to the day."""
    out = _ordinal((published or "")[:DAYS])
    said = _ordinal(said_on or "")
    if said is not None and (out is None or 0 <= out - said <= NEWS):
        return said
    return out


def _ordinal(day: str) -> int | None:
    try:
        return date.fromisoformat(day).toordinal() if len(day) == DAYS else None
    except ValueError:
        return None


def named(view: View) -> frozenset[str]:
    """The terms that name: states, capitalised words but the first, the places of frames."""
    words = list(CAPITAL.finditer(fold(view.content)))
    proper = {term(word[0].lower()) for word in words if word.start() > 1 or word[0][0] == "@"}
    places = {frame.place for frame in view.claim.about if frame.place}
    return frozenset((proper & view.terms) | places)


def numbers(view: View) -> frozenset[str]:
    """The figures in a claim, as they are written."""
    return frozenset(found.rstrip(".,") for found in NUMBER.findall(view.content))


def plain(view: View) -> frozenset[str]:
    """The terms that tell what is claimed, names of states left out."""
    return frozenset(term for term in view.terms if not is_name(term))


def keys(one: Remark) -> frozenset[str]:
    """
    What a remark is looked up by: the places of its typed frames with their containers, its terms, and who said it.

    A denial is looked up by whom it may name too: *rejected the engineer's statement* has no word of the statement; and
    by who denies, whom the charge names.
    """
    named = one.view.called | (one.view.terms if one.rejects else frozenset())
    found = {f"by|{term}" for term in named if not is_name(term)}
    for frame in one.view.claim.about:
        kind = "held" if frame.kind in HOLDING else frame.counted if frame.kind in NUMBERED else None
        if kind and frame.place:
            found |= {f"{kind}|{place}" for place in (frame.place, *frame.containers)}
    denier = frozenset(term for term in one.view.called if not is_name(term)) if one.rejects else frozenset()
    return frozenset(found) | one.plain | denier


def valid(edtf: str | None, otherwise: int | None) -> tuple[int, int] | None:
    """First and last day of a value, else the one day; None where neither is known."""
    found = bounds(edtf) if edtf else None
    if found is not None and found[0] and found[1]:
        return found[0].toordinal(), found[1].toordinal()
    return None if otherwise is None else (otherwise, otherwise)


def quoted_in(one: Remark, matters: Sequence[Matter]) -> Matter | None:
    """The matter of the remark's own document that asks whether a claim is so and in which it stands."""
    mine = (matter for matter in matters if one.id in members(matter) and not matter.place)
    return min(mine, key=lambda matter: (matter.id != one.root, matter.id), default=None)


def members(matter: Matter) -> frozenset[str]:
    """The ids of all claims in a matter."""
    return frozenset(claim for claims in (*matter.sides.values(), matter.unattributed) for claim in claims)
