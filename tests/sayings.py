"""Makes readings and attributions of invented sentences: by hand for the unit tests, parsed for the others."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.claim.clause import Saying
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Quotation, Reading, Sentence, Token
from counterclaim.model.span import Span
from counterclaim.model.when import Time
from stories_made import document


def by_hand(*rows: str) -> Reading:
    """A reading of one sentence from rows of `text lemma POS tag dep head`, head counted within the sentence."""
    tokens, at = [], 0
    for i, row in enumerate(rows):
        text, lemma, pos, tag, dep, head = row.split()
        tokens.append(Token(i, at, at + len(text), text, lemma, pos, tag, dep, int(head), "", False))
        at += len(text) + 1
    text = " ".join(token.text for token in tokens)
    return Reading(document(text), tuple(tokens), (Sentence(Span(0, len(text)), 0, len(tokens), 0),))


def quoting(text: str) -> Reading:
    """A reading without tokens in which each pair of straight marks is a quotation."""
    marks = [at for at, character in enumerate(text) if character == '"']
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return Reading(document(text), quotations=tuple(Quotation((Span(a, b + 1),)) for a, b in pairs))


def span(text: str, words: str) -> Span:
    """Where `words` stand; they must stand there once."""
    assert text.count(words) == 1, (text.count(words), words)
    at = text.index(words)
    return Span(at, at + len(words))


def attribution(reading: Reading, source: str, cue: str, content: str, within: int | None = None) -> Attribution:
    """An attribution by its words; pieces of a content are parted by a slash, an empty part is left out."""
    text = reading.document.text

    def spans(words: str) -> tuple[Span, ...]:
        return tuple(span(text, piece) for piece in words.split(" / ")) if words else ()

    return Attribution(spans(source), spans(cue), spans(content), within, "test.v1")


def saying(reading: Reading, source: str, cue: str, content: str) -> Saying:
    """A saying of that attribution."""
    return Saying(reading, attribution(reading, source, cue, content))


def timed(reading: Reading, **values: str) -> Reading:
    """The reading with a time for each word, its blanks written as underscores."""
    text = reading.document.text
    found = [Time(span(text, words.replace("_", " ")), value) for words, value in values.items()]
    return replace(reading, times=tuple(sorted(found, key=lambda time: time.span)))
