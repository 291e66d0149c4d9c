"""Reads from the words that describe somebody for whom they speak: a state, a party, an organisation, or nobody."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from counterclaim.model.reading import Token
from counterclaim.understand.mentions_land import UNION_NAMES, Land, institutions, town_called
from counterclaim.understand.mentions_words import body_kind, parties, side_words
from counterclaim.understand.who_bodies import bodies_in, is_form, kind_of_body, role_kinds
from counterclaim.understand.who_offices import is_held

# Roles that speak for whatever organisation stands beside them.
BELONGS = frozenset({"office", "minister", "speaks", "member", "law", "candidate", "expert", "court"})
# Roles that a state's name or adjective makes a state's; with others it tells only where somebody is from.
FOR_STATES = frozenset({"office", "speaks", "law"})
# Roles that a town has; of others its name tells only where somebody lives or works.
OF_TOWNS = frozenset({"office", "speaks"})
# Whoever once held such a role is over with it.
OVER = frozenset({"office", "minister", "law", "speaks"})
PAST = frozenset({"former", "ex", "formerly", "retired", "onetime", "late"})
# No such name is shorter.
FEWEST = 2
# Where no state is named, these say for which union of states somebody acts: *a European diplomat*.
UNION_OF = {"European": "European Union"}


@dataclass(frozen=True, slots=True)
class Description:
    """What the words around a name say: the kind of role, the states, organisations and parties named there."""

    kind: str
    lands: tuple[str, ...]
    bodies: tuple[str, ...]
    towns: tuple[str, ...]
    party: str | None
    past: bool
    beside: bool
    opposed: bool = False
    institution: str | None = None
    union: str | None = None
    learned: bool = False
    district: bool = False


def describe(tokens: Sequence[Token], lands: Mapping[int, Land], described: Sequence[int]) -> Description:
    """What the tokens `described` say of somebody."""
    described = _since_then(tokens, described)
    whole, described = described, without_topic(tokens, lands, described)
    small = [tokens[at].text.lower() for at in described]
    kinds = role_kinds(["" if _has_something(tokens, at) else tokens[at].text for at in _own(tokens, described)])
    named = list(dict.fromkeys(lands[at].name for at in described if at in lands))
    party = _party_of_member([_member(tokens, at) for at in described])
    past = any(tokens[at].text.lower() in PAST | side_words("captive") for at in whole)
    union = next((UNION_OF[tokens[at].text] for at in described if tokens[at].text in UNION_OF), None)
    opposed = any(tokens[at].text.lower() in side_words("opposed") for at in whole)
    of_them = small[:1] in (["of"], ["from"], ["with"], ["at"])
    # *The Red Star's Ibrahim* is of the Red Star.
    beside = of_them or (bool(described) and tokens[described[-1]].tag == "POS")
    found = tuple(bodies_in(tokens, lands, _before_title(tokens, described)))
    counsel = _strongest(kinds) == "speaks" and not side_words("counsel").isdisjoint(small)
    towns = () if counsel else tuple(town_called(name) for name, town in found if town)
    bodies = tuple(name for name, town in found if not town)
    kind, state = _strongest(kinds), _institution(tokens, whole)
    if kind == "member" and named and is_held(named[0], " ".join(small)):
        # A *chief executive* is a firm's, but Hong Kong's and Macau's head their governments.
        kind = "office"
    district, learned = "district judge" in " ".join(small), "expert" in kinds
    return Description(kind, tuple(named), bodies, towns, party, past, beside, opposed, state, union, learned, district)


def _since_then(tokens: Sequence[Token], described: Sequence[int]) -> Sequence[int]:
    """What somebody is now, where the words say what they once were too: *a former pilot, now with Norwind*."""
    words = [tokens[at].text.lower() for at in described]
    if "now" not in words[:-1] or not PAST & set(words[: words.index("now")]):
        return described
    return described[words.index("now") + 1 :]


def without_topic(tokens: Sequence[Token], lands: Mapping[int, Land], described: Sequence[int]) -> Sequence[int]:
    """The description up to what somebody deals with: *to Orsa*, *for Central Asia*, *against the Coast Front*."""
    sent = any(tokens[at].text.lower() in side_words("sent") for at in described)
    for count, at in enumerate(described[:-1]):
        small, after = tokens[at].text.lower(), _first_named(tokens, described[count + 1 :])
        place = after is not None and (after.i in lands or after.entity in ("GPE", "LOC"))
        if small in side_words("against") or (
            place and (small == "to" or (sent and small in side_words("dealt_with")))
        ):
            return described[:count]
    return described


def _institution(tokens: Sequence[Token], described: Sequence[int]) -> str | None:
    """The state of an office or body named in the description that goes by its own name: *Norland* has no say in it."""
    if len(described) < FEWEST:
        return None
    words = f" {' '.join(tokens[at].text for at in described)} ".lower()
    return next((state for name, state in _long_names() if name in words), None)


@cache
def _long_names() -> tuple[tuple[str, str], ...]:
    """The names of several words by which bodies of states are known, between blanks, with the state."""
    return tuple((f" {name} ", state) for name, state in institutions().items() if " " in name)


def _own(tokens: Sequence[Token], described: Sequence[int]) -> Sequence[int]:
    """The description up to whose relative somebody is: the brother *of President Birk* is no president."""
    count = next((n for n, at in enumerate(described) if tokens[at].text.lower() == "of"), len(described))
    kinds = role_kinds([tokens[at].text for at in described[:count]])
    return described[:count] if "private" in kinds else described


def _first_named(tokens: Sequence[Token], described: Sequence[int]) -> Token | None:
    """The first word after an article."""
    return next((tokens[at] for at in described if tokens[at].pos != "DET"), None)


def side_of(description: Description) -> str | None:
    """
    The state, party or organisation that somebody so described speaks for; None where the words do not tell.

    A party comes before a state for members of parliaments, an organisation before the state it sits in, and a
    state's own bodies are the state.
    """
    kind = description.kind or ("member" if description.beside else "")
    named = (_party(name) for name in description.bodies if name.lower().endswith("party"))
    party = description.party or next(named, None)
    if party and description.kind in ("law", "candidate", ""):
        return party
    if kind not in BELONGS or (kind in OVER and (description.past or description.opposed)):
        return None
    land = description.lands[0] if description.lands else None
    if kind == "court":
        named_court = next((name for name in description.bodies if kind_of_body(name) == "court"), None)
        return named_court or (f"{land} District Court" if land and description.district else None)
    if kind == "minister":
        part = description.towns[0] if description.towns else None
        return land or description.institution or state_of_body(" ".join(description.bodies) or "-") or part
    return _side_of_bodies(description, land) or (land or description.union if kind in FOR_STATES else None)


def _party(name: str) -> str:
    """A party's name without the state before it and without what stands before *the*."""
    words = name.rsplit(" the ", maxsplit=1)[-1].split()
    while len(words) > 2 and is_form(words[0]):
        words = words[1:]
    return " ".join(words)


def _side_of_bodies(description: Description, land: str | None) -> str | None:
    """The side that the organisations of a description stand for."""
    for name in description.bodies:
        if belongs_to_state(name) and land:
            return land
        state = state_of_body(name)
        if state is not None:
            return state
    if land in UNION_NAMES:
        return land
    towns = description.towns if description.kind in OF_TOWNS else ()
    # A professor teaches at a university; *Birk of the University of Orsa*, of whom no more is told, is of it.
    hidden = ("state", "school") if description.learned or description.kind == "expert" else ("state",)
    own = (*(name for name in description.bodies if not any(kind in hidden for kind in _kinds(name))), *towns)
    return own[0] if own and description.kind != "law" else None


def state_of_body(name: str) -> str | None:
    """The state whose body goes by this name without naming the state; None where the name begins with its owner."""
    small = name.lower().removeprefix("the ")
    known = institutions()
    if small in known:
        return known[small]
    owner = re.split(r"['’]|\s", name.removeprefix("the ").removeprefix("The "), maxsplit=1)[0]
    if is_form(owner):
        return None
    letters = (word.lower() for word in name.split() if word.isupper())
    by_letters = next((known[word] for word in letters if word in known), None)
    return by_letters or next((known[key] for key in known if " " in key and key in small), None)


def _has_something(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is a possessor: *the minister's driver* is no minister."""
    return at + 1 < len(tokens) and tokens[at + 1].tag == "POS"


def _kinds(name: str) -> tuple[str, ...]:
    """The kind of a body, and whether it is a place of learning, whatever part of it is named last."""
    return (kind_of_body(name), "school") if is_school(name) else (kind_of_body(name),)


def is_school(name: str) -> bool:
    """Whether a body is a place of learning, or a part of one."""
    return any(body_kind(word) == "school" for word in name.lower().split())


def belongs_to_state(name: str) -> bool:
    """Whether the name is made with a word for a body of a state, such as ministry or army."""
    return kind_of_body(name) in ("state", "public")


def _member(tokens: Sequence[Token], at: int) -> str:
    """The word in small letters where it has a capital: *a Liberal* is a party's, *a liberal* is not; *D-* with it."""
    word = tokens[at].text
    seat = len(word) == 1 and at + 1 < len(tokens) and tokens[at + 1].text == "-"
    return word.lower() + "-" * seat if word[0].isupper() else ""


def _party_of_member(words: Sequence[str]) -> str | None:
    """The party whose members the words name, by two words before one: *New Democrat* is no *Democrat*."""
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return next((parties()[word] for word in (*pairs, *words) if word in parties()), None)


def _strongest(kinds: Sequence[str]) -> str:
    """The kind that decides: who speaks for somebody speaks for them, whatever else they are."""
    for kind in ("speaks", "candidate", "law", "minister", "office", "court", "member", "expert", "private"):
        if kind in kinds:
            return kind
    return ""


def _before_title(tokens: Sequence[Token], described: Sequence[int]) -> Sequence[int]:
    """The description up to what a document is called in it: *author of the book Harbour Lights*."""
    for count, at in enumerate(described):
        word, after = tokens[at].text, tokens[at + 1] if at + 1 < len(tokens) else None
        if word.islower() and body_kind(word) == "document" and after is not None and after.pos == "PROPN":
            return described[:count]
    return described
