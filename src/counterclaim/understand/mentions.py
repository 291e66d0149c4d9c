"""Finds the phrases, pronouns and adjectives that can stand for somebody who speaks, and whom they stand for."""

from __future__ import annotations

from collections.abc import Mapping

from counterclaim.model.reading import Mention, MentionKind, Reading
from counterclaim.model.span import Span
from counterclaim.understand.mentions_land import find_lands
from counterclaim.understand.mentions_phrase import Phrase, Phrases
from counterclaim.understand.mentions_words import body_kind, role_kind
from counterclaim.understand.who import resolve

INSIDE = frozenset({"compound", "det", "quantmod", "npadvmod"})
DROPPED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL"})


def find_mentions(reading: Reading) -> tuple[Mention, ...]:
    """
    The mentions of `reading` in text order, each with its speaker as far as the document tells.

    Needs tokens, sentences and quotations; offsets are those of the document's text.
    """
    read = Phrases(reading, find_lands(reading.tokens))
    phrases: dict[int, Phrase] = {}
    for token in reading.tokens:
        if not _can_speak(read, token.i):
            continue
        phrase = read.at(token.i)
        if phrase is not None:
            phrases[token.i] = phrase
    for head in _misread(read, phrases):
        phrases[head] = Phrase(head, MentionKind.OTHER, head, head, (head, head), read.tokens[head].text.lower())
    phrases = {head: phrases[head] for head in sorted(phrases)}
    speakers = resolve(reading, read, phrases)
    return tuple(
        Mention(_span(reading, phrase), phrase.head, phrase.kind, speakers.get(phrase.head))
        for phrase in phrases.values()
    )


def _can_speak(read: Phrases, at: int) -> bool:
    """Whether a phrase that hangs on this token is worth reading: no inner part of another, no date or amount."""
    token = read.tokens[at]
    if token.tag in ("PRP", "PRP$", "WP", "WP$") or at in read.lands:
        return True
    if token.dep in INSIDE:
        following = read.tokens[at + 1] if at + 1 < len(read.tokens) else None
        ends = following is None or following.pos != "PROPN" or following.entity in DROPPED
        return token.pos == "PROPN" and ends and token.entity not in DROPPED
    return token.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET") and token.entity not in DROPPED


def _misread(read: Phrases, phrases: Mapping[int, Phrase]) -> list[int]:
    """Tokens that end a name elsewhere in the document and were taken for verbs, dates or parts of names here."""
    named = [
        phrase for phrase in phrases.values() if phrase.name and phrase.kind in (MentionKind.PERSON, MentionKind.BODY)
    ]
    last = {
        read.tokens[phrase.name[1]].text
        for phrase in named
        if phrase.name and read.tokens[phrase.name[1]].text[0].isupper()
    }
    last -= {text for text in last if body_kind(text) or role_kind(text)}
    inside = {at for phrase in named if phrase.name for at in range(phrase.name[0], phrase.name[1])}
    inside |= {token.i for token in read.tokens if read.names.is_joint(token.i - 1)}
    return [token.i for token in read.tokens if token.text in last and token.i not in phrases and token.i not in inside]


def _span(reading: Reading, phrase: Phrase) -> Span:
    """The whole phrase: its words, name and description."""
    last = max(phrase.last, max((at for at in phrase.described if at > phrase.last), default=phrase.last))
    return reading.span_of(phrase.first, last)
