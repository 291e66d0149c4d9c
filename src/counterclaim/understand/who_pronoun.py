"""Chooses whom a pronoun stands for: number and gender must agree, the near and the subjects of clauses come first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from counterclaim.data import table
from counterclaim.model.reading import MentionKind
from counterclaim.understand.mentions_words import body_kind
from counterclaim.understand.who_cast import Someone

ONE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
THING = frozenset({"it", "its", "itself"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
FIRST = WE | {"i", "me", "my", "mine", "myself"}
WHO = frozenset({"who", "whom", "whose", "which", "that"})

# Nobody is looked for further back than this many sentences: beyond it even a person guesses.
FAR = 8
# Weights found on half of the development articles; a subject one sentence back outweighs an object in this one.
SUBJECT, SPEAKING, OBJECT, OWNER, INSIDE_QUOTATION = 1.0, 0.5, 0.0, 0.0, -2.5
# Being known already, a gender that agrees, and a single body for *they*.
KNOWN, GENDER, SINGLE = 0.05, 0.6, -0.7
# A single word that was taken for a person's name.
UNSURE = -0.7
# *They* is left open unless one is worth so much more than the next: below it two of eight were right on half of
# the development articles.
CLEAR = 0.35
# A subject of a clause that holds the pronoun's, and what stands in brackets or in a caption.
ABOVE, ASIDE = 0.4, -1.5


@dataclass(frozen=True, slots=True)
class Spot:
    """
    Where a word stands: in which sentence and quotation (-1 for none), and after how many sentences outside quotations.
    """

    sentence: int
    quotation: int
    told: int


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention already resolved: who, at which token and where, in what place of the clause, whether set apart."""

    who: Someone
    token: int
    spot: Spot
    subject: bool
    speaking: bool
    owner: bool
    aside: bool = False

    @property
    def sentence(self) -> int:
        """The number of the sentence it stands in."""
        return self.spot.sentence

    @property
    def quotation(self) -> int:
        """The number of the quotation it stands in, -1 for none."""
        return self.spot.quotation


def choose(
    pronoun: str,
    here: Spot,
    lately: Iterable[Seen],
    *,
    but: Someone | None = None,
    above: Collection[int] = (),
) -> Someone | None:
    """
    Whom of those met `lately`, the last first, the pronoun most likely stands for; None where nobody agrees.

    Never `but`: who speaks a quotation is *I* in it, not *he*. `above` are the subjects of the clauses that the
    pronoun's is part of: *Birk wrote that he had left*.
    """
    best: dict[Someone, tuple[float, int]] = {}
    for seen in lately:
        if seen.who is but or not _agrees(pronoun, seen.who) or _is_where(seen, here.sentence):
            continue
        worth = (_worth(pronoun, seen, here) + (ABOVE if seen.token in above else 0.0), seen.token)
        best[seen.who] = max(worth, best.get(seen.who, worth))
    ranked = sorted(best, key=lambda who: best[who], reverse=True)
    if pronoun in MANY and len(ranked) > 1 and best[ranked[0]][0] - best[ranked[1]][0] < CLEAR:
        return None
    return ranked[0] if ranked else None


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
        one = who.kind in (MentionKind.PERSON, MentionKind.ROLE) and not who.plural and who.gender in ("", gender)
        return one and not _is_thing(who)
    if pronoun in THING:
        return who.kind in (MentionKind.BODY, MentionKind.STATE) and not who.plural
    people = (who.kind != MentionKind.OTHER or who.people) and body_kind(who.noun) != "document"
    return people and (who.plural or who.many or who.kind == MentionKind.BODY)


def _worth(pronoun: str, seen: Seen, here: Spot) -> float:
    worth = -float(distance(seen.spot, here))
    worth += SUBJECT if seen.subject else OWNER if seen.owner else OBJECT
    worth += SPEAKING if seen.speaking else 0.0
    worth += UNSURE if pronoun in ONE and _is_unsure(seen.who) else 0.0
    worth += GENDER if seen.who.gender and pronoun in ONE else 0.0
    if seen.quotation >= 0 and seen.quotation != here.quotation:
        worth += INSIDE_QUOTATION
    worth += ASIDE if seen.aside and seen.sentence != here.sentence else 0.0
    if pronoun in MANY and not (seen.who.plural or seen.who.many):
        worth += SINGLE
    return worth + KNOWN * min(seen.who.count, 6)


def _is_thing(who: Someone) -> bool:
    """Whether the name of somebody taken for a person is that of a body or a model: *Norwind X90*, *Association*."""
    return who.kind == MentionKind.PERSON and (
        any(letter.isdigit() for word in who.words for letter in word)
        or bool(who.words and body_kind(who.words[-1]) and not who.nouns)
    )


def _is_unsure(who: Someone) -> bool:
    """Whether it is a single word that nothing else in the document says is a person's name."""
    return who.kind == MentionKind.PERSON and len(who.words) == 1 and not (who.gender or who.nouns)


def distance(there: Spot, here: Spot) -> int:
    """How many sentences back; what is quoted in between does not part *he said* from who spoke before it."""
    both = here.sentence - there.sentence
    return both if there.quotation >= 0 else min(both, max(0, here.told - there.told))
