"""Whose words each token of a document is: the article's own, or those of the innermost claim that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from counterclaim.claim.certainty import hedges
from counterclaim.data import table
from counterclaim.model.claim import Claim
from counterclaim.model.document import PartKind
from counterclaim.model.reading import Reading, Sentence
from counterclaim.model.statement import Voice

# A headline sets another's words in single marks, where a reading looks for none.
SET_OFF = re.compile(r"(?<!\w)[‘'][^‘]+?[’'](?!\w)|[“\"„«»]")
# *Mayor: bridge unsafe*, *Bridge unsafe - mayor*: the shorter piece, of at most so many words, can be who says it.
PIECE = re.compile(r":\s|\s[-–—|]\s")
FEW = 5
MARKS = '"“”„«»'
FIRST_PERSON = frozenset({"i", "we", "us", "our", "my", "me", "I"})
HELPING = frozenset({"aux", "advmod", "acomp", "oprd"})
PARTIES = frozenset({"nsubj", "nsubjpass", "dobj"})
WHO = frozenset({"person", "body", "role", "state"})


@dataclass(frozen=True, slots=True)
class Voices:
    """
    `owner` is the index of the innermost claim whose content each token stands in, None for the article's own words;
    `cue` and `source` are the tokens of cues and of sources.
    """

    owner: tuple[int | None, ...]
    cue: frozenset[int]
    source: frozenset[int]


def voices(reading: Reading, claims: Sequence[Claim]) -> Voices:
    """Whose words each token of `reading` is."""
    owner: list[int | None] = [None] * len(reading.tokens)
    sizes = [sum(span.end - span.start for span in claim.content) for claim in claims]
    # The widest first, so that what stands in a narrower one is that one's.
    for index in sorted(range(len(claims)), key=lambda each: (-sizes[each], each)):
        for span in claims[index].content:
            for token in reading.tokens_in(span):
                owner[token] = index
    cue = frozenset(i for claim in claims for span in claim.cue for i in reading.tokens_in(span))
    source = frozenset(i for claim in claims for span in claim.source for i in reading.tokens_in(span))
    return Voices(tuple(owner), cue, source)


@cache
def distances(kind: str) -> frozenset[str]:
    """The words by which a text keeps its distance, of one kind."""
    own = frozenset(row["word"] for row in table("distances") if row["kind"] == kind)
    return own | frozenset(hedges()) - distances("report") if kind == "hedge" else own


def voice_of(reading: Reading, sentence: Sentence, told: Voices, clause: Sequence[int], head: int) -> Voice | None:
    """
    Whose voice a clause outside all claims is: own, or hedged; None where its sentence attributes something, and where
    a hedge stands in it that does not bear on its `head` (*life without the possibility of parole*).

    An attribution that no rule found leaves its words behind (*in the ministry's account*): one of them anywhere in
    the sentence is enough to leave it, but for another clause that comes after it.
    """
    after = _others_clauses(reading, told, head)
    inside = [i for i in range(sentence.first, sentence.last) if i not in after]
    if any(i in told.cue for i in inside) or _others_words(reading, sentence, clause) or _put_in(reading, head):
        return None
    if _reports(reading, inside) or _set_off(reading, sentence):
        return None
    if not _words(reading, clause) & distances("hedge"):
        return Voice.OWN
    return Voice.HEDGED if _words(reading, _bearing(reading, head)) & distances("hedge") else None


def _others_clauses(reading: Reading, told: Voices, head: int) -> frozenset[int]:
    """
    What comes after the clause of `head` and has a cue for itself: joined by an *and* (*troops took it and threaten
    the road*), relative (*it came the day when the ministry confirmed a first case*), or of another time or reason
    (*his resignation came after the council rejected the budget*).
    """
    found: set[int] = set()
    for at in reading.subtree(head):
        if at > head and (reading.tokens[at].dep == "relcl" or of_another_time(reading, at)):
            found.update(reading.subtree(at))
    for at in _conjuncts(reading, head):
        whole = reading.subtree(at)
        opened = whole[0] > head and reading.tokens[whole[0] - 1].pos == "CCONJ"
        if opened and any(i in told.cue for i in whole):
            found.update(whole)
    return frozenset(found)


def _put_in(reading: Reading, head: int) -> bool:
    """Whether words put in between keep a distance that no list of verbs names: *the charge, it runs, ...*."""
    return any(
        reading.tokens[child].dep == "parataxis"
        and reading.tokens[child - 1].dep in PARTIES
        and reading.tokens[min(child + 1, len(reading.tokens) - 1)].pos == "PUNCT"
        for child in reading.children[head]
        if child
    )


def of_another_time(reading: Reading, index: int) -> bool:
    """Whether a clause tells of another time or reason: *after the council rejected it*."""
    opened = {reading.tokens[c].lemma for c in reading.children[index] if reading.tokens[c].dep in ("mark", "advmod")}
    return reading.tokens[index].dep == "advcl" and bool(opened & distances("joins"))


def _conjuncts(reading: Reading, head: int) -> Iterator[int]:
    for child in reading.children[head]:
        if reading.tokens[child].dep == "conj" and reading.tokens[child].pos in ("VERB", "AUX"):
            yield child
            yield from _conjuncts(reading, child)


def _reports(reading: Reading, inside: Sequence[int]) -> bool:
    """Whether a word there tells that it is somebody's account; *54 per cent* and *bank accounts* are none."""
    told = distances("report")
    return any(_words(reading, [i]) & told and not _other_sense(reading, i) for i in inside)


def _other_sense(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    after = reading.tokens[index + 1].lemma if index + 1 < len(reading.tokens) else ""
    if token.lemma == "per":
        return after in distances("counted")
    return token.pos == "NOUN" and token.tag == "NNS" and token.lemma in distances("plural")


def _others_words(reading: Reading, sentence: Sentence, clause: Sequence[int]) -> bool:
    """Whether a clause is quoted, or looks so: a mark without its other, or *we*, which no report says of others."""
    if any(reading.quoted(reading.tokens[i].start) or reading.tokens[i].lemma in FIRST_PERSON for i in clause):
        return True
    words = sentence.span.of(reading.document.text)
    return sum(words.count(mark) for mark in MARKS) % 2 == 1 or words[0] in MARKS


def _bearing(reading: Reading, head: int) -> list[int]:
    """A verb, its helpers and adverbs, and the adjectives of its parties: *a suspected leak destroyed it*."""
    near = [c for c in reading.children[head] if reading.tokens[c].dep in HELPING]
    parties = [c for c in reading.children[head] if reading.tokens[c].dep in PARTIES]
    return [head, *near, *(c for each in parties for c in reading.children[each] if reading.tokens[c].dep == "amod")]


def _words(reading: Reading, tokens: Sequence[int]) -> frozenset[str]:
    """Lemmas and forms; a name is none of them: the month *May* hedges nothing."""
    common = [reading.tokens[i] for i in tokens if reading.tokens[i].tag not in ("NNP", "NNPS")]
    return frozenset(word for token in common for word in (token.lemma, token.text.lower()))


def _set_off(reading: Reading, sentence: Sentence) -> bool:
    """Whether a title or heading leaves its words to others: by marks, or by a piece that names somebody."""
    document = reading.document
    if document.parts[sentence.part].kind not in (PartKind.TITLE, PartKind.HEADING):
        return False
    title = document.parts[sentence.part].span
    text = title.of(document.text)
    return bool(SET_OFF.search(text)) or _named(reading, title.start, text)


def _named(reading: Reading, start: int, text: str) -> bool:
    joint = PIECE.search(text)
    if not joint:
        return False
    ends = [(0, joint.start()), (joint.end(), len(text))]
    short = min(ends, key=lambda piece: len(text[slice(*piece)].split()))
    if len(text[slice(*short)].split()) > FEW:
        return False
    return any(
        mention.kind in WHO and start + short[0] <= mention.span.start < start + short[1]
        for mention in reading.mentions
    )
