"""Chooses whom a pronoun stands for: number and gender must agree, the near and the subjects of clauses come first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from counterclaim.data import table
from counterclaim.model.reading import MentionKind
from counterclaim.understand.who_cast import Someone

ONE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
THING = frozenset({"it", "its", "itself"})
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
WHO = frozenset({"who", "whom", "whose", "which", "that"})

# Nobody is looked for further back than this many sentences: beyond it even a person guesses.
FAR = 8
# Weights found on half of the development articles; a subject one sentence back outweighs an object in this one.
SUBJECT, SPEAKING, OBJECT, OWNER, INSIDE_QUOTATION = 1.0, 0.8, 0.0, 0.0, -2.5
# Being known already, a gender that agrees, and a single body for *they*.
KNOWN, GENDER, SINGLE = 0.1, 1.2, -0.7


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention already resolved: who, at which token and in which sentence, and in what place of the clause."""

    who: Someone
    token: int
    sentence: int
    subject: bool
    speaking: bool
    owner: bool
    quotation: int


def choose(pronoun: str, sentence: int, quotation: int, lately: Iterable[Seen]) -> Someone | None:
    """Whom of those met `lately`, the last first, the pronoun most likely stands for; None where nobody agrees."""
    best: tuple[float, int] | None = None
    chosen = None
    for seen in lately:
        if not _agrees(pronoun, seen.who) or _is_where(seen, sentence):
            continue
        worth = (_worth(pronoun, seen, sentence, quotation), seen.token)
        if best is None or worth > best:
            best, chosen = worth, seen.who
    return chosen


@cache
def _channels(kind: str) -> frozenset[str]:
    """Words for where things are said (noun) or names of where they are posted (platform), in small letters."""
    return frozenset(row["word"] for row in table("channels") if row["kind"] == kind)


def _is_where(seen: Seen, sentence: int) -> bool:
    """Whether it is where something is said in this sentence, not who says it: *In a post on Telegram, it said*."""
    if (seen.who.name or "").lower() in _channels("platform"):
        return True
    return seen.sentence == sentence and not seen.subject and seen.who.noun.lower() in _channels("noun")


def _agrees(pronoun: str, who: Someone) -> bool:
    if pronoun in ONE:
        gender = "f" if pronoun in FEMALE else "m"
        return who.kind in (MentionKind.PERSON, MentionKind.ROLE) and not who.plural and who.gender in ("", gender)
    if pronoun in THING:
        return who.kind in (MentionKind.BODY, MentionKind.STATE) and not who.plural
    people = who.kind != MentionKind.OTHER or who.people
    return people and (who.plural or who.many or who.kind == MentionKind.BODY)


def _worth(pronoun: str, seen: Seen, sentence: int, quotation: int) -> float:
    worth = float(seen.sentence - sentence)
    worth += SUBJECT if seen.subject else OWNER if seen.owner else OBJECT
    worth += SPEAKING if seen.speaking else 0.0
    worth += GENDER if seen.who.gender and pronoun in ONE else 0.0
    if seen.quotation >= 0 and seen.quotation != quotation:
        worth += INSIDE_QUOTATION
    if pronoun in MANY and not (seen.who.plural or seen.who.many):
        worth += SINGLE
    return worth + KNOWN * min(seen.who.count, 6)
