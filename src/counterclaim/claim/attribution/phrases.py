"""Finds attributions whose cue is no verb or noun: according to X, reportedly, and the headline's colon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from counterclaim.claim.attribution.cues import VERBAL, adverb_cue, verb_cue
from counterclaim.claim.attribution.found import Found
from counterclaim.claim.attribution.grammar import ancestors, below, kids, subject_of, words
from counterclaim.claim.attribution.sources import phrase
from counterclaim.data import table
from counterclaim.model.document import PartKind
from counterclaim.model.reading import Reading, Sentence, Token

ACCORDING = "according.v1"
ADVERB = "adverb.v1"
COLON = "colon.v1"
# A headline's *Speaker: claim* names somebody; what stands before a longer lead is a topic.
SPEAKER_WORDS = 6


def find_by_phrase(reading: Reading) -> Iterator[Found]:
    """All three kinds, in text order of their kinds."""
    yield from _according(reading)
    yield from _adverbs(reading)
    yield from _colons(reading)


def _according(reading: Reading) -> Iterator[Found]:
    for token in words(reading):
        if token.text.lower() != "according":
            continue
        to = next((k for k in kids(reading, token.i, "prep", "pcomp") if reading.tokens[k].lemma == "to"), None)
        if to is None:
            continue
        for noun in kids(reading, to, "pobj", "pcomp"):
            source = phrase(reading, noun)
            cut = below(reading, token.i)
            content = _governed(reading, token, frozenset(cut))
            yield Found(token.i, ACCORDING, source, frozenset({token.i, to}), content)
            break


def _governed(reading: Reading, according: Token, cut: frozenset[int]) -> frozenset[int]:
    """What the phrase speaks of: the clause it hangs on, up to the sentence's own verb where it opens or ends that."""
    sentence = reading.sentence_at(according.i)
    clause = next((a.i for a in ancestors(reading, according.i) if a.pos in VERBAL), None)
    first = min(cut)
    if clause is None or first == sentence.first:
        return frozenset(range(sentence.first, sentence.last)) - cut
    return frozenset(below(reading, clause)) - cut


def _adverbs(reading: Reading) -> Iterator[Found]:
    for token in words(reading):
        if token.pos == "ADV" and adverb_cue(token):
            governor = reading.tokens[token.head]
            loose = [k for k in kids(reading, governor.i, "nsubj", "aux") if _relative(reading, governor)]
            content = below(reading, governor.i, without=frozenset({token.i, *loose}))
            yield Found(token.i, ADVERB, frozenset(), frozenset({token.i}), frozenset(content))


def _relative(reading: Reading, verb: Token) -> bool:
    """Whether the subject of the verb is a relative pronoun, which says nothing by itself."""
    return any(reading.tokens[k].tag in ("WDT", "WP") for k in kids(reading, verb.i, "nsubj", "nsubjpass"))


def _colons(reading: Reading) -> Iterator[Found]:
    """*Speaker: claim* in a headline."""
    for sentence in reading.sentences:
        part = reading.document.parts[sentence.part]
        if part.kind in (PartKind.TITLE, PartKind.HEADING):
            yield from _colon(reading, sentence, reading.tokens_in(part.span))


@cache
def _labels() -> frozenset[str]:
    """What stands before a headline's colon and is nobody."""
    return frozenset(row["label"] for row in table("headline_labels"))


def _colon(reading: Reading, sentence: Sentence, part: range) -> Iterator[Found]:
    if sentence.first != part.start:
        return
    for i in part[1 : SPEAKER_WORDS + 1]:
        if reading.tokens[i].text == ":" and i + 2 < part.stop:
            source = frozenset(range(part.start, i))
            named = any(reading.tokens[s].pos in ("PROPN", "NOUN") for s in source)
            verbal = any(reading.tokens[s].pos in VERBAL for s in source)
            label = " ".join(reading.tokens[s].text.lower() for s in sorted(source)) in _labels()
            if named and not verbal and not label and not _is_topic(reading, i, part):
                yield Found(i, COLON, source, frozenset({i}), frozenset(range(i + 1, part.stop)))
            return


def _is_topic(reading: Reading, colon: int, part: range) -> bool:
    """Whether a headline's *topic:* names what it is about, not who says it: a report with a speaker follows."""
    for at in part[colon + 1 - part.start :]:
        token = reading.tokens[at]
        cue = verb_cue(reading, token) if token.pos in VERBAL and not reading.quoted(token.start) else None
        subject = subject_of(reading, at) if cue is not None and cue.kind == "speech" else None
        if subject is not None and subject > colon and reading.tokens[subject].pos in ("NOUN", "PROPN"):
            return True
    return False
