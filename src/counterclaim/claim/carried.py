"""Says who goes on speaking in a quotation that stands by itself: whom the words right before it are about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from counterclaim.data import table
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Mention, MentionKind, Reading, Sentence
from counterclaim.model.speaker import Speaker

SUBJECT = "nsubj"


def carried_on(reading: Reading, attribution: Attribution) -> Speaker | None:
    """
    Who speaks a quotation that has neither source nor cue: who speaks, or else acts, in the sentence before it.

    Quotations in between are theirs too; None where that sentence leaves it open or stands further off than one
    paragraph.
    """
    if attribution.source or attribution.cue or not attribution.content:
        return None
    start = attribution.content[0].start
    if not reading.quoted(start):
        return None
    at = reading.tokens_in(attribution.content[0])
    before = _told_before(reading, reading.sentence_at(at[0])) if at else None
    return _speaker_in(reading, before) if before is not None else None


def _told_before(reading: Reading, sentence: Sentence) -> Sentence | None:
    """The last sentence before this one that is not wholly quoted, over no more than one paragraph's end each."""
    number, part = reading.sentences.index(sentence), sentence.part
    if not _is_quoted(reading, sentence):
        return None
    while number:
        number -= 1
        here = reading.sentences[number]
        if part - here.part > 1:
            return None
        if not _is_quoted(reading, here):
            return here
        part = here.part
    return None


def _is_quoted(reading: Reading, sentence: Sentence) -> bool:
    words = [token for token in reading.tokens[sentence.first : sentence.last] if token.pos != "PUNCT"]
    return all(reading.quoted(token.start) for token in words)


def _speaker_in(reading: Reading, sentence: Sentence) -> Speaker | None:
    """The one who speaks in the sentence; where nobody does, the person it tells of."""
    subjects = list(_subjects(reading, sentence))
    telling = {mention.speaker for verb, mention in subjects if reading.tokens[verb].lemma in _saying()}
    acting = {mention.speaker for verb, mention in subjects if _is_person(reading, verb, mention)}
    found = telling or acting
    return next(iter(found)) if len(found) == 1 else None


def _subjects(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, Mention]]:
    """The verbs of the sentence outside quotations with the mentions that are their subjects."""
    for at in range(sentence.first, sentence.last):
        token, mention = reading.tokens[at], reading.mention_of.get(at)
        if token.dep == SUBJECT and mention is not None and mention.speaker and not reading.quoted(token.start):
            yield token.head, mention


def _is_person(reading: Reading, verb: int, mention: Mention) -> bool:
    """Whether a person is the subject of the main clause."""
    return reading.tokens[verb].dep == "ROOT" and mention.kind in (MentionKind.PERSON, MentionKind.ROLE)


@cache
def _saying() -> frozenset[str]:
    """Verbs that can stand with a quotation."""
    takes = ((row["lemma"], row["takes"].split()) for row in table("cues") if row["pos"] == "verb")
    return frozenset(lemma for lemma, kinds in takes if "clause" in kinds or "quotation" in kinds)
