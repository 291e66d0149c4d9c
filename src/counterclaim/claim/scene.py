"""The day of the scene a saying stands in: the sentence before tells on which day its speaker did something."""

from __future__ import annotations

import re

from counterclaim.claim.clause import Saying
from counterclaim.claim.said import is_day_of_saying
from counterclaim.model.reading import Sentence, Token
from counterclaim.model.when import Time

# Only a day holds for what the speaker goes on to say: a month or a year has room for many occasions.
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What lies more days back is no news but its background.
NEWS = 31
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NAMING = frozenset({"NOUN", "PROPN"})


def day_of_scene(saying: Saying, name: str | None) -> str | None:
    """
    The one day on which the speaker, called `name`, acts in the sentence before, where the cue goes on in the past.

    *Ana Berg left the party on Monday. In a letter she wrote ...*
    """
    if saying.attribution.within is not None or saying.head is None or saying.token(saying.head).tag != "VBD":
        return None
    before = _before(saying)
    if before is None or not _speaker_acts(saying, before, name):
        return None
    days = _days(saying, before)
    return days.pop() if len(days) == 1 else None


def _before(saying: Saying) -> Sentence | None:
    """The sentence before the cue's, in the same paragraph."""
    if saying.sentence is None or saying.sentence.first == 0:
        return None
    before = saying.reading.sentence_at(saying.sentence.first - 1)
    return before if before.part == saying.sentence.part else None


def _days(saying: Saying, sentence: Sentence) -> set[str]:
    """The days on which the main verb there happened, in the article's own voice."""
    reading = saying.reading
    times = (t for t in reading.times_in(sentence.span) if is_day_of_saying(t) and not reading.quoted(t.span.start))
    found = {str(t.value).partition("T")[0] for t in times if _of_main_verb(saying, t)}
    return {day for day in found if DAY.fullmatch(day) and _is_news(saying, day)}


def _of_main_verb(saying: Saying, time: Time) -> bool:
    inside = saying.reading.tokens_in(time.span)
    above = next((saying.token(i).head for i in inside if saying.token(i).head not in inside), None)
    if above is not None and saying.token(above).dep == "prep":
        above = saying.token(above).head
    return above is not None and saying.token(above).dep == "ROOT"


def _is_news(saying: Saying, day: str) -> bool:
    """What happened long before publication is told as background, and what is said next is not of that day."""
    published = (saying.reading.document.published or "")[: len(day)]
    if not DAY.fullmatch(published):
        return True
    return _ordinal(published) - _ordinal(day) <= NEWS


def _ordinal(day: str) -> int:
    """A count of days that is near enough to tell news from background, and takes any month that a file may hold."""
    year, month, number = (int(part) for part in day.split("-"))
    return 365 * year + 31 * month + number


def _speaker_acts(saying: Saying, sentence: Sentence, name: str | None) -> bool:
    """Whether a subject there is the speaker: by name, or whom a pronoun can mean."""
    source = [saying.token(i) for i in saying.source]
    if len(source) == 1 and source[0].pos == "PRON":
        return source[0].text.lower() in {"he", "she", "they", "it"}
    own = {token.text for token in source if token.pos in NAMING} | set((name or "").split())
    return any(token.text in own for token in _subjects(saying, sentence))


def _subjects(saying: Saying, sentence: Sentence) -> list[Token]:
    heads = (i for i in range(sentence.first, sentence.last) if saying.token(i).dep in SUBJECTS)
    return [saying.token(i) for head in heads for i in saying.reading.subtree(head) if saying.token(i).pos in NAMING]
