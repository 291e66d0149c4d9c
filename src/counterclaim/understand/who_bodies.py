"""Finds the names of organisations in the words that describe somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.model.reading import Token
from counterclaim.understand.mentions_land import COMPOUNDED, UNION_NAMES, Land, index_of_forms
from counterclaim.understand.mentions_words import (
    body_kind,
    movements,
    opens_role,
    parties,
    role_kind,
    side_words,
    titles,
)

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


def kind_of_body(name: str) -> str:
    """The kind of body its head word tells: the last word, or the last before *of* and the like."""
    words = name.lower().split()
    for at, word in enumerate(words):
        if at and word in ("of", "for", "on", "to", "against", "in"):
            # *Free Norland Army of the North* is told by what its words before *of* tell.
            return kind_of_body(" ".join(name.split()[:at])) if at > 1 else body_kind(words[0])
    if len(words) > 1 and words[-1] in ARMED and name.rsplit(maxsplit=1)[-1][0].isupper():
        regular = words[-2] in REGULAR or is_form(name.split()[-2])
        return "state" if regular else "own"
    return (body_kind(" ".join(words[-2:])) or body_kind(words[-1])) if words else ""


def is_form(word: str) -> bool:
    """Whether one word alone names a state or its people: *Norland*, not the *Democratic* of a republic's long name."""
    return any(not rest for rest, _, _ in index_of_forms().get(word, ()))


def role_kinds(words: Sequence[str]) -> list[str]:
    """The kinds of the roles among the words, of several words the longest: *opposition leader* is no state's."""
    return [role_kind(" ".join(words[first:last])) for first, last in roles_in(words)]


def roles_in(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The words one after the other, those together that are one role."""
    at = 0
    while at < len(words):
        sizes = (n for n in (3, 2) if at + n <= len(words) and role_kind(" ".join(words[at : at + n])))
        size = next(sizes, 1) if opens_role(words[at]) else 1
        yield at, at + size
        at += size


def bodies_in(
    tokens: Sequence[Token], lands: Mapping[int, Land], described: Sequence[int]
) -> Iterator[tuple[str, bool]]:
    """The names of organisations among the tokens: capitalised runs that are neither role nor state."""
    run: list[Token] = []
    pairs = (pair for pair in roles_in([tokens[at].text for at in described]) if pair[1] - pair[0] > 1)
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
        if not _is_spoken_for(tokens, lands, run) and not _has_mayor(tokens, run, described):
            yield from _named(run, lands, inside=inside)
        else:
            yield run[0].text, _has_mayor(tokens, run, described)
        run = [token] if token is not None and _proper(token, opens=_opens_body(tokens, at)) else []


def _is_spoken_for(tokens: Sequence[Token], lands: Mapping[int, Land], run: Sequence[Token]) -> bool:
    """Whether one capitalised word is whom a *spokesperson* right behind it speaks for, known to the parser or not."""
    if (
        len(run) != 1
        or run[0].i in lands
        or run[0].i + 1 >= len(tokens)
        or not tokens[run[0].i + 1].text.lower().startswith("spokes")
    ):
        return False
    word, opens = run[0].text.lower(), run[0].i == 0 or tokens[run[0].i - 1].text in (".", "”", '"')
    plain = (
        opens
        or run[0].entity in ("NORP", "DATE")
        or role_kind(word)
        or body_kind(word)
        or word in side_words("no_name")
    )
    return not plain and word not in parties() and word not in titles()


def _has_mayor(tokens: Sequence[Token], run: Sequence[Token], described: Sequence[int]) -> bool:
    """Whether one capitalised word is the town of a mayor beside it, known to the parser or not."""
    if len(run) != 1:
        return False
    at = run[0].i
    before = [token.text.lower() for token in tokens[max(0, at - 2) : at]]
    after = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    follows = at + 1 in described and tokens[at + 1].pos == "PROPN"
    return after == "mayor" or (before == ["mayor", "of"] and not follows)


def _ends_at_state(tokens: Sequence[Token], lands: Mapping[int, Land], run: Sequence[Token], at: int) -> bool:
    """Whether a state joined by *and* is another's than the name before it: *Birk and Norland's president*."""
    return (
        run[-1].text in ("and", "&")
        and at in lands
        and not body_kind(tokens[at + 1].text if at + 1 < len(tokens) else "")
    )


def _inner(token: Token, run: Sequence[Token]) -> bool:
    """Whether a small word goes on with a name: *of the*, or what a possessor has: *'s office*."""
    if not run or _is_local_office(token.text):
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


def _is_local_office(word: str) -> bool:
    """Whether the word is both who holds an office of a town and that office: *mayor*, *sheriff*."""
    return body_kind(word) == "local" and bool(role_kind(word))


def _proper(token: Token, *, opens: bool = False) -> bool:
    if not opens and role_kind(token.text) and (not body_kind(token.text) or _is_local_office(token.text)):
        return False
    letters = len(token.text) > 1 and token.text.isupper() and token.text.isalpha()
    return (token.pos == "PROPN" or (letters and token.pos == "NOUN")) and token.text[0].isupper()


def _opens_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that can be a role stands in a body's name: *Justice Watch*, *the Mothers of the Harbour*."""
    if at + 1 >= len(tokens) or not tokens[at].text[0].isupper():
        return False
    token, after = tokens[at], tokens[at + 1]
    if _is_local_office(token.text) and after.tag == "POS":
        return True
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
    # *Police Senior* Superintendent: such words belong to the role behind them.
    while run and (run[-1].text.lower() in INNER or (len(run) > 1 and run[-1].text.lower() in side_words("rank"))):
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
