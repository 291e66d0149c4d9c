"""When, where and to whom something was said, carried on to what the same speaker goes on to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from counterclaim.claim.act import Ruling
from counterclaim.claim.addressee import addressee_of
from counterclaim.claim.channel import channel_of, known_text
from counterclaim.claim.clause import Saying
from counterclaim.claim.said import said_on
from counterclaim.model.document import PartKind
from counterclaim.model.speaker import Speaker

# News sums up in title, excerpt and its first paragraphs what it dates further down. In the development articles four
# in five such claims share the one day their speaker is dated to; from the fourth paragraph on only half do.
LEAD = 3
# Who is answered spoke right before: as many claims back as this.
ANSWERED = 3
# Of the dated claims of one speaker so many are compared with an undated one: no article has more, a list may.
DATED = 60
PAST = frozenset({"VBD", "VBN"})
CARRYING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Setting:
    """Addressee and channel in the text's words, the day as EDTF; None where the text tells none."""

    addressee: str | None = None
    channel: str | None = None
    said_on: str | None = None


def settings_of(
    sayings: Sequence[Saying], rulings: Sequence[Ruling], speakers: Sequence[Speaker | None]
) -> tuple[Setting, ...]:
    """The settings of all the sayings of one document, in their order."""
    together = _by_sentence(sayings)
    found = [
        Setting(addressee_of(saying, ruling), channel_of(saying), said_on(saying, together[_sentence(saying)]))
        for saying, ruling in zip(sayings, rulings, strict=True)
    ]
    order = sorted((i for i, s in enumerate(sayings) if s.sentence is not None), key=lambda i: _start(sayings[i]))
    keys = [_key(saying, speaker) for saying, speaker in zip(sayings, speakers, strict=True)]
    days: dict[str, str] = {}
    last: dict[tuple[str | None, int | None], int] = {}
    for n, i in enumerate(order):
        # The last claim before this one of the same speaker, told by the same voice.
        voice = keys[i], sayings[i].attribution.within
        before = last.get(voice) if keys[i] is not None else None
        if before is not None:
            found[i] = _carried(sayings[before], sayings[i], found[before], found[i])
        if found[i].said_on is None:
            found[i] = replace(found[i], said_on=_answered(speakers, found, order[max(0, n - ANSWERED) : n], i))
        last[voice] = i
        found[i] = _dated_text(sayings[i], found[i], days)
    _date_the_lead(sayings, keys, found)
    return tuple(found)


def _by_sentence(sayings: Sequence[Saying]) -> dict[int, list[Saying]]:
    found: dict[int, list[Saying]] = {}
    for saying in sayings:
        found.setdefault(_sentence(saying), []).append(saying)
    return found


def _sentence(saying: Saying) -> int:
    return -1 if saying.sentence is None else saying.sentence.first


def _dated_text(saying: Saying, setting: Setting, days: dict[str, str]) -> Setting:
    """A text has one day: *the report* says what it says on the day it came out; `days` keeps those met so far."""
    noun = known_text(saying)
    said = setting.said_on or (days.get(noun) if noun else None)
    last = setting.channel.rsplit(maxsplit=1)[-1].lower() if setting.channel else noun
    if said and last:
        days[last] = said
    return replace(setting, said_on=said)


def _start(saying: Saying) -> int:
    return (saying.attribution.cue or saying.attribution.content)[0].start


def _key(saying: Saying, speaker: Speaker | None) -> str | None:
    """What two claims of one speaker share; None for a pronoun that nobody could resolve."""
    if speaker is not None and speaker.name:
        return speaker.name
    words = " ".join(saying.token(i).text.lower() for i in saying.source)
    return None if len(saying.source) == 1 and saying.token(saying.source[0]).pos == "PRON" else words or None


def _carried(before: Saying, here: Saying, known: Setting, own: Setting) -> Setting:
    """A sentence carries all; a paragraph day and channel; the next paragraph the day, unless the tense changes."""
    one, other = before.sentence, here.sentence
    if one is None or other is None:
        return own
    if one == other:
        return Setting(own.addressee or known.addressee, own.channel or known.channel, own.said_on or known.said_on)
    if one.part == other.part:
        return replace(own, channel=own.channel or known.channel, said_on=own.said_on or known.said_on)
    parts = here.reading.document.parts
    if parts[one.part].kind is parts[other.part].kind and other.part - one.part == 1 and _tense(before) == _tense(here):
        return replace(own, said_on=own.said_on or known.said_on)
    return own


def _tense(saying: Saying) -> bool:
    """Whether the cue tells of something past."""
    return any(saying.token(i).tag in PAST for i in saying.cue)


def _answered(
    speakers: Sequence[Speaker | None], found: Sequence[Setting], earlier: Sequence[int], index: int
) -> str | None:
    """The day of the meeting in which somebody answers: each names the other as the one spoken to or met with."""
    speaker, addressee = speakers[index], found[index].addressee
    if speaker is None or not speaker.name or not addressee:
        return None
    for i in reversed(earlier):
        other, told = speakers[i], found[i].channel or ""
        named = other is not None and other.name is not None and _last(addressee) == _last(other.name)
        if named and _last(speaker.name) in told and found[i].said_on:
            return found[i].said_on
    return None


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]


def _date_the_lead(sayings: Sequence[Saying], keys: Sequence[str | None], found: list[Setting]) -> None:
    """Gives an undated claim of the lead the one day on which its speaker is dated to have said a like thing below."""
    days: dict[str, dict[str, list[int]]] = {}
    for i, setting in enumerate(found):
        key = keys[i]
        if key and setting.said_on:
            days.setdefault(key, {}).setdefault(setting.said_on, []).append(i)
    for i, saying in enumerate(sayings):
        known = days.get(keys[i] or "", {})
        if len(known) != 1 or found[i].said_on or not _in_lead(saying):
            continue
        day, dated = next(iter(known.items()))
        if any(_start(sayings[j]) > _start(saying) and _alike(saying, sayings[j]) for j in dated[-DATED:]):
            found[i] = replace(found[i], said_on=day)


def _in_lead(saying: Saying) -> bool:
    if saying.sentence is None or saying.attribution.within is not None:
        return False
    parts = saying.reading.document.parts
    if parts[saying.sentence.part].kind in {PartKind.TITLE, PartKind.EXCERPT}:
        return saying.head is not None and saying.token(saying.head).pos == "VERB"
    if not _tense(saying):
        return False
    bodies = islice((i for i, part in enumerate(parts) if part.kind is PartKind.BODY), LEAD)
    return saying.sentence.part in bodies


def _alike(one: Saying, other: Saying) -> bool:
    """Whether what is said shares two words that carry meaning."""
    return len(_words(one) & _words(other)) > 1


def _words(saying: Saying) -> set[str]:
    tokens = (saying.token(i) for i in saying.content)
    return {token.lemma for token in tokens if token.pos in CARRYING}
