"""Reads from the words that describe somebody for whom they speak: a state, a party, an organisation, or nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.model.reading import Token
from counterclaim.understand.mentions_land import COMPOUNDED, UNION_NAMES, Land, index_of_forms, institutions
from counterclaim.understand.mentions_words import body_kind, movements, parties, role_kind, side_words, titles

# Roles that speak for whatever organisation stands beside them.
BELONGS = frozenset({"office", "minister", "speaks", "member", "law", "candidate", "expert", "court"})
# Roles that a state's name or adjective makes a state's; with others it tells only where somebody is from.
FOR_STATES = frozenset({"office", "speaks", "law"})
# Roles that a town has; of others its name tells only where somebody lives or works.
OF_TOWNS = frozenset({"office", "speaks"})
# How far a list inside a body's name may go on.
LONGEST_LIST = 9
INNER = frozenset({"of", "for", "the", "and", "&", "'s", "’s", "-", "on"})
# An army or force whose name holds more than what kind of troops it is may be anybody's: *Free Norland Army*.
ARMED = frozenset({"army", "forces", "force", "state", "republic", "corps", "brigade", "brigades"})
REGULAR = frozenset(
    {"armed", "security", "defense", "defence", "special", "national", "air", "royal", "federal", "military"}
)
# *FILE* opens captions; *Wis.* and *R-Ohio* are seats.
NO_BODY = re.compile(r"FILE$|[A-Z]-[A-Z]|\w+\.$")
# Where somebody was elected or is attorney is not whom they speak for.
CONSTITUENCY = re.compile(
    r"\b(?:Congressional|Electoral|Senate|House|Northern|Southern|Eastern|Western|Middle) District\b"
)
# Whoever once held such a role is over with it.
OVER = frozenset({"office", "minister", "law", "speaks"})
PAST = frozenset({"former", "ex", "formerly", "retired", "onetime", "late"})
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
    kinds = role_kinds(["" if _has_something(tokens, at) else tokens[at].text for at in _own(tokens, described)])
    named = list(dict.fromkeys(lands[at].name for at in described if at in lands))
    party = _party_of_member([_member(tokens, at) for at in described])
    past = any(tokens[at].text.lower() in PAST for at in whole)
    union = next((UNION_OF[tokens[at].text] for at in described if tokens[at].text in UNION_OF), None)
    opposed = any(tokens[at].text.lower() in side_words("opposed") for at in whole)
    beside = bool(described) and tokens[described[0]].text.lower() in ("of", "from", "with", "at")
    found = tuple(_bodies(tokens, lands, _before_title(tokens, described)))
    counsel = _strongest(kinds) == "speaks" and any(
        tokens[at].text.lower() in side_words("counsel") for at in described
    )
    towns = () if counsel else tuple(name for name, town in found if town)
    bodies = tuple(name for name, town in found if not town)
    kind, state = _strongest(kinds), _institution(tokens, whole)
    district, learned = "district judge" in " ".join(tokens[at].text.lower() for at in described), "expert" in kinds
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
    words = f" {' '.join(tokens[at].text for at in described)} ".lower()
    return next((state for name, state in institutions().items() if " " in name and f" {name} " in words), None)


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
    while len(words) > 2 and _is_form(words[0]):
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
    hidden = ("state", "school") if description.learned or description.kind in ("expert", "") else ("state",)
    own = (*(name for name in description.bodies if not any(kind in hidden for kind in _kinds(name))), *towns)
    return own[0] if own and description.kind != "law" else None


def state_of_body(name: str) -> str | None:
    """The state whose body goes by this name without naming the state; None where the name begins with its owner."""
    small = name.lower().removeprefix("the ")
    known = institutions()
    if small in known:
        return known[small]
    owner = re.split(r"['’]|\s", name.removeprefix("the ").removeprefix("The "), maxsplit=1)[0]
    if _is_form(owner):
        return None
    letters = (word.lower() for word in name.split() if word.isupper())
    by_letters = next((known[word] for word in letters if word in known), None)
    return by_letters or next((known[key] for key in known if " " in key and key in small), None)


def _has_something(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is a possessor: *the minister's driver* is no minister."""
    return at + 1 < len(tokens) and tokens[at + 1].tag == "POS"


def _kinds(name: str) -> tuple[str, ...]:
    """The kind of a body, and whether it is a place of learning, whatever part of it is named last."""
    learning = any(body_kind(word) == "school" for word in name.lower().split())
    return (kind_of_body(name), "school") if learning else (kind_of_body(name),)


def belongs_to_state(name: str) -> bool:
    """Whether the name is made with a word for a body of a state, such as ministry or army."""
    return kind_of_body(name) in ("state", "public")


def kind_of_body(name: str) -> str:
    """The kind of body its head word tells: the last word, or the last before *of* and the like."""
    words = name.lower().split()
    for at, word in enumerate(words):
        if at and word in ("of", "for", "on", "to", "against", "in"):
            # *Free Norland Army of the North* is told by what its words before *of* tell.
            return kind_of_body(" ".join(name.split()[:at])) if at > 1 else body_kind(words[0])
    if len(words) > 1 and words[-1] in ARMED and name.rsplit(maxsplit=1)[-1][0].isupper():
        regular = words[-2] in REGULAR or _is_form(name.split()[-2])
        return "state" if regular else "own"
    return (body_kind(" ".join(words[-2:])) or body_kind(words[-1])) if words else ""


def _is_form(word: str) -> bool:
    """Whether one word alone names a state or its people: *Norland*, not the *Democratic* of a republic's long name."""
    return any(not rest for rest, _, _ in index_of_forms().get(word, ()))


def _member(tokens: Sequence[Token], at: int) -> str:
    """The word in small letters where it has a capital: *a Liberal* is a party's, *a liberal* is not; *D-* with it."""
    word = tokens[at].text
    seat = len(word) == 1 and at + 1 < len(tokens) and tokens[at + 1].text == "-"
    return word.lower() + "-" * seat if word[0].isupper() else ""


def _party_of_member(words: Sequence[str]) -> str | None:
    """The party whose members the words name, by two words before one: *New Democrat* is no *Democrat*."""
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return next((parties()[word] for word in (*pairs, *words) if word in parties()), None)


def role_kinds(words: Sequence[str]) -> list[str]:
    """The kinds of the roles among the words, of several words the longest: *opposition leader* is no state's."""
    return [role_kind(" ".join(words[first:last])) for first, last in _roles(words)]


def _roles(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The words one after the other, those together that are one role."""
    at = 0
    while at < len(words):
        size = next((n for n in (3, 2) if at + n <= len(words) and role_kind(" ".join(words[at : at + n]))), 1)
        yield at, at + size
        at += size


def _strongest(kinds: Sequence[str]) -> str:
    """The kind that decides: who speaks for somebody speaks for them, whatever else they are."""
    for kind in ("speaks", "candidate", "law", "minister", "office", "court", "member", "expert", "private"):
        if kind in kinds:
            return kind
    return ""


def _bodies(tokens: Sequence[Token], lands: Mapping[int, Land], described: Sequence[int]) -> Iterator[tuple[str, bool]]:
    """The names of organisations among the tokens: capitalised runs that are neither role nor state."""
    run: list[Token] = []
    pairs = (pair for pair in _roles([tokens[at].text for at in described]) if pair[1] - pair[0] > 1)
    roles = {described[at] for first, last in pairs for at in range(first, last)}
    for at in (*(at for at in described if at not in roles), -1):
        token = tokens[at] if at >= 0 else None
        if token is not None and run and token.text.lower() in COMPOUNDED:
            run = []
        joined = token is not None and (not run or token.i == run[-1].i + 1)
        if token is not None and run and _ends_at_state(tokens, lands, run, at):
            run = []
        if (
            token is not None
            and joined
            and (_proper(token, opens=_opens_body(tokens, at)) or _inner(token, run) or _in_list(tokens, at, run))
        ):
            run.append(token)
            continue
        # Nobody is a person's adviser *with* or *at* them: the parser takes names of firms for persons'.
        inside = bool(run) and run[0].i > 0 and tokens[run[0].i - 1].text in ("with", "at")
        yield from _named(run, lands, inside=inside)
        run = [token] if token is not None and _proper(token, opens=_opens_body(tokens, at)) else []


def _before_title(tokens: Sequence[Token], described: Sequence[int]) -> Sequence[int]:
    """The description up to what a document is called in it: *author of the book Harbour Lights*."""
    for count, at in enumerate(described):
        word, after = tokens[at].text, tokens[at + 1] if at + 1 < len(tokens) else None
        if word.islower() and body_kind(word) == "document" and after is not None and after.pos == "PROPN":
            return described[:count]
    return described


def _ends_at_state(tokens: Sequence[Token], lands: Mapping[int, Land], run: Sequence[Token], at: int) -> bool:
    """Whether a state joined by *and* is another's than the name before it: *Birk and Norland's president*."""
    return (
        run[-1].text in ("and", "&")
        and at in lands
        and not body_kind(tokens[at + 1].text if at + 1 < len(tokens) else "")
    )


def _inner(token: Token, run: Sequence[Token]) -> bool:
    """Whether a small word goes on with a name: *of the*, or what a possessor has: *'s office*."""
    if not run:
        return False
    return (
        token.text.lower() in INNER
        or (token.text.isdigit() and token.entity not in ("DATE", "TIME"))
        or (run[-1].text in ("'s", "’s") and body_kind(token.text) in ("public", "own", "local", "school", "state"))
    )


def _in_list(tokens: Sequence[Token], at: int, run: Sequence[Token]) -> bool:
    """Whether a comma goes on with what a body is for: *the Centre for Rivers, Lakes and Ports*."""
    last = next((n for n in range(len(run) - 1, -1, -1) if run[n].text.lower() in ("for", "of", "on")), 0)
    if tokens[at].text != "," or not last or not body_kind(run[last - 1].text):
        return False
    for token in tokens[at + 1 : at + LONGEST_LIST]:
        if token.text in ("and", "&"):
            return True
        if token.text != "," and (token.pos != "PROPN" or token.entity in ("PERSON", "GPE")):
            return False
    return False


def _proper(token: Token, *, opens: bool = False) -> bool:
    if role_kind(token.text) and not body_kind(token.text) and not opens:
        return False
    letters = len(token.text) > 1 and token.text.isupper() and token.text.isalpha()
    return (token.pos == "PROPN" or (letters and token.pos == "NOUN")) and token.text[0].isupper()


def _opens_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that can be a role begins a body's name: *Justice Watch*, *the Mothers of the Harbour*."""
    if at + 1 >= len(tokens) or not tokens[at].text[0].isupper():
        return False
    token, after = tokens[at], tokens[at + 1]
    if token.tag == "NNPS" and after.text == "of":
        return at > 0 and tokens[at - 1].text.lower() == "the"
    begins = token.entity == after.entity == "ORG" and token.entity_start and not after.entity_start
    of_body = bool(body_kind(after.text)) and role_kind(token.text) in ("court", "private", "expert")
    return after.pos == "PROPN" and (begins or of_body)


def _without_land(run: list[Token], lands: Mapping[int, Land]) -> list[Token]:
    """The run without the state it begins with, where that only says whose body it is; of a union nothing is left."""
    at = 0
    while at < len(run) and (run[at].i in lands or run[at].text.lower() in INNER):
        at += 1
    if at == 0 or at == len(run):
        return run if at == 0 else []
    if lands[run[0].i].name in UNION_NAMES if run[0].i in lands else False:
        return []
    return run[at:] if run[at - 1].text in ("'s", "’s") else run


def _before_office(run: list[Token], lands: Mapping[int, Land]) -> list[Token]:
    """The owner alone where only a state stands behind its *'s*: *Norwind's Kenya director* is Norwind's."""
    marks = [at for at, token in enumerate(run) if token.text in ("'s", "’s")]
    if marks and marks[-1] and all(token.i in lands for token in run[marks[-1] + 1 :]):
        return run[: marks[-1]]
    return run


def _is_persons(token: Token) -> bool:
    return token.entity == "PERSON" and token.text.lower() not in movements()


def _named(run: list[Token], lands: Mapping[int, Land], *, inside: bool = False) -> Iterator[tuple[str, bool]]:
    """The run as a name, without joints at its ends; nothing where it names but a state or a party's member."""
    while run and run[-1].text.lower() in INNER:
        run = run[:-1]
    run = _without_land(run, lands)
    if run and run[0].text.lower() in titles():
        return
    if run and not inside and all(_is_persons(token) for token in run):
        return
    run = _before_office(run, lands)
    if not run or all(token.i in lands for token in run):
        return
    if len(run) == 1 and (
        run[0].text.lower() in parties()
        or run[0].text.lower() in side_words("no_name")
        or role_kind(run[0].text)
        or run[0].entity in ("DATE", "NORP")
    ):
        return
    # *High Commissioner*, *Chief Scientist*: one such word right before a role is part of the role.
    if len(run) == 1 and (
        not (run[0].entity or run[0].text.isupper() or run[0].text.lower() in movements()) or NO_BODY.match(run[0].text)
    ):
        return
    name = ""
    for token in run:
        name += (
            token.text if not name or token.text in ("'s", "’s", "-", ",") or name.endswith("-") else " " + token.text
        )
    if CONSTITUENCY.search(name) and kind_of_body(name) != "court":
        return
    # A region or a continent has nobody who speaks for it.
    if (
        all(token.entity == "LOC" or token.text in INNER for token in run)
        and kind_of_body(name) in ("", "own")
        and run[-1].text.lower() not in movements()
    ):
        return
    place = all(token.entity in ("GPE", "LOC") for token in run) and (len(run) > 1 or not body_kind(run[-1].text))
    yield name, place and kind_of_body(name) not in ("court", "state", "public", "local", "school")
