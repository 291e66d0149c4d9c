"""When, where and to whom something was said, carried on to what the same speaker goes on to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.claim.act import Ruling
from counterclaim.claim.addressee import addressee_of
from counterclaim.claim.channel import channel_of, known_text
from counterclaim.claim.clause import Saying
from counterclaim.claim.lead import DATED, Told, day_of_lead, past
from counterclaim.claim.said import published_by_us, said_on
from counterclaim.claim.scene import DAY, day_of_scene
from counterclaim.model.speaker import Speaker

# A speaker who goes on does so within as many paragraphs; in the development articles a third brings nothing.
PARAGRAPHS = 2
# What stands beside a cue of before the story.
FORMERLY = frozenset({"once", "previously", "formerly"})
# Who is answered spoke right before: as many claims back as this.
ANSWERED = 3


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
    undated = {i for i in order if found[i].said_on is None and _of_before(sayings[i])}
    keys = [_key(saying, speaker) for saying, speaker in zip(sayings, speakers, strict=True)]
    days: dict[str, str] = {}
    last: dict[tuple[str | None, int | None], int] = {}
    for n, i in enumerate(order):
        # The last claim before this one of the same speaker, told by the same voice.
        voice = keys[i], sayings[i].attribution.within
        before = last.get(voice) if keys[i] is not None else None
        if before is not None:
            found[i] = _carried(sayings[before], sayings[i], found[before], found[i])
        outer = sayings[i].attribution.within
        same = outer is not None and keys[i] is not None and keys[outer] == keys[i] and _told_of_oneself(sayings[i])
        if found[i].said_on is None and outer is not None and same:
            # *They told reporters on Monday that they hope ...*: what one says of oneself is of the same day.
            found[i] = replace(found[i], said_on=found[outer].said_on)
        if found[i].said_on is None:
            found[i] = replace(found[i], said_on=_answered(speakers, found, order[max(0, n - ANSWERED) : n], i))
        if found[i].said_on is None:
            found[i] = replace(found[i], said_on=published_by_us(sayings[i]) or day_of_scene(sayings[i], keys[i]))
        last[voice] = i
        found[i] = _dated_text(sayings[i], found[i], days)
    # What was said before the story has no day of the story, but the claims behind it go on from those before it.
    found = [replace(each, said_on=None) if i in undated else each for i, each in enumerate(found)]
    told = [Told(s, key, setting.said_on) for s, key, setting in zip(sayings, keys, found, strict=True)]
    dated = [each for each in told if each.day][-DATED:]
    return tuple(
        setting if setting.said_on or _of_before(each.saying) else replace(setting, said_on=day_of_lead(each, dated))
        for setting, each in zip(found, told, strict=True)
    )


def _of_before(saying: Saying) -> bool:
    """Whether the cue tells of what was said before the story: *had promised*, *once called*."""
    if saying.head is None:
        return False
    beside = [saying.token(i) for i in saying.reading.children[saying.head]]
    had = any(t.dep == "aux" and t.lemma == "have" for t in beside)
    return had or any(t.dep == "advmod" and t.lemma.lower() in FORMERLY for t in beside)


def _told_of_oneself(saying: Saying) -> bool:
    """Whether the cue stands in reported words and in the past, as what is told of one's own saying does."""
    return past(saying) and not any(saying.reading.quoted(cue.start) for cue in saying.attribution.cue)


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
    """A sentence carries all; a paragraph day and channel; the next two the day, but from no past to a present."""
    one, other = before.sentence, here.sentence
    if one is None or other is None:
        return own
    if one == other:
        return Setting(own.addressee or known.addressee, own.channel or known.channel, own.said_on or known.said_on)
    day = own.said_on or (known.said_on if DAY.fullmatch(known.said_on or "") else None)
    if one.part == other.part:
        return replace(own, channel=own.channel or known.channel, said_on=day)
    parts = here.reading.document.parts
    near = parts[one.part].kind is parts[other.part].kind and other.part - one.part <= PARAGRAPHS
    if near and past(here) >= past(before):
        return replace(own, said_on=day)
    return own


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
