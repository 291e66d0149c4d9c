"""The day of what title, excerpt and lead sum up: the one on which the same speaker is dated to say it further down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from counterclaim.claim.clause import Saying
from counterclaim.model.document import PartKind

# News sums up in title, excerpt and its first paragraphs what it dates further down. In the development articles four
# in five such claims share the one day their speaker is dated to; from the fourth paragraph on only half do.
LEAD = 3
# Of the dated claims of one document so many are compared with an undated one: no article has more, a list may.
DATED = 60
HEADS = frozenset({PartKind.TITLE, PartKind.EXCERPT})
CARRYING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
NAMING = frozenset({"NOUN", "PROPN"})
PAST = frozenset({"VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class Told:
    """A saying, what its speaker goes by, and the day it is known to be of."""

    saying: Saying
    speaker: str | None
    day: str | None

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return (self.saying.attribution.cue or self.saying.attribution.content)[0].start


def day_of_lead(told: Told, others: Sequence[Told]) -> str | None:
    """The one day of the like sayings of its speaker below; a headline names the speaker as short as it can."""
    if not _in_lead(told.saying):
        return None
    dated = [other for other in others if other.day and other.speaker]
    own = [other for other in dated if told.speaker and other.speaker == told.speaker]
    if _headed(told.saying) and not own:
        own = [other for other in dated if _one_name(told.saying, other.saying)]
        own = [other for other in own if _alike(told.saying, other.saying)]
    below = any(other.start > told.start and _alike(told.saying, other.saying) for other in own)
    days = {other.day for other in own}
    return days.pop() if below and len(days) == 1 else None


def past(saying: Saying) -> bool:
    """Whether the cue tells of something past."""
    return any(saying.token(i).tag in PAST for i in saying.cue)


def _headed(saying: Saying) -> bool:
    """Whether it stands in title or excerpt."""
    if saying.sentence is None:
        return False
    return saying.reading.document.parts[saying.sentence.part].kind in HEADS


def _in_lead(saying: Saying) -> bool:
    if saying.sentence is None or saying.attribution.within is not None:
        return False
    if _headed(saying):
        return saying.head is not None and saying.token(saying.head).pos in {"VERB", "AUX", "NOUN", "PUNCT"}
    parts = saying.reading.document.parts
    bodies = islice((i for i, part in enumerate(parts) if part.kind is PartKind.BODY), LEAD)
    return past(saying) and saying.sentence.part in bodies


def _one_name(one: Saying, other: Saying) -> bool:
    """Whether both sources share a word that names: *Mayor*, *the mayor of Ostgard*."""
    return bool(_names(one) & _names(other))


def _names(saying: Saying) -> set[str]:
    tokens = (saying.token(i) for i in saying.source)
    return {token.lemma.lower() for token in tokens if token.pos in NAMING}


def _alike(one: Saying, other: Saying) -> bool:
    """Whether what is said shares two words that carry meaning."""
    return len(_words(one) & _words(other)) > 1


def _words(saying: Saying) -> set[str]:
    tokens = (saying.token(i) for i in saying.content)
    return {token.lemma.lower() for token in tokens if token.pos in CARRYING}
