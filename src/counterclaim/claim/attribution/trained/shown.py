"""Shows the network a reading in which a name of a country, a person or a party is one word, the same for all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain

from counterclaim.data.stand_ins import one_for_each
from counterclaim.model.reading import Reading, Sentence, Token


@dataclass(frozen=True)
class Shown:
    """`reading` has one token for each word that is shown, `ends` the number of the last of the document's it is of."""

    reading: Reading
    ends: tuple[int, ...]


def shown(reading: Reading) -> Shown:
    """
    The reading with stand-ins for names; spans stay those of the document's text.

    A name of several words is one token that reaches over all of them, so that it takes as many steps, and stands as
    far from a cue, as a name of one word.
    """
    words = list(chain.from_iterable(_words(reading, sentence) for sentence in reading.sentences))
    ends, first = [], 0
    for _, count in words:
        first += count
        ends.append(first - 1)
    number = _numbers(ends, len(reading.tokens))
    tokens = [_token(reading, (word, count), end, number) for (word, count), end in zip(words, ends, strict=True)]
    sentences = [_sentence(sentence, number) for sentence in reading.sentences]
    return Shown(replace(reading, tokens=tuple(tokens), sentences=tuple(sentences)), tuple(ends))


def _words(reading: Reading, sentence: Sentence) -> list[tuple[str, int]]:
    tokens = reading.tokens[sentence.first : sentence.last]
    return one_for_each([token.text for token in tokens])


def _numbers(ends: list[int], count: int) -> list[int]:
    """For each token of the document the number of the shown one that it is part of."""
    found, at = [0] * count, 0
    for i in range(count):
        found[i] = at
        at += i == ends[at]
    return found


def _token(reading: Reading, word: tuple[str, int], end: int, number: list[int]) -> Token:
    """What the parser tells of a name's last word, on which the others hang."""
    first, last = reading.tokens[end - word[1] + 1], reading.tokens[end]
    return last._replace(
        i=number[end],
        start=first.start,
        text=word[0],
        head=number[last.head],
        entity_start=first.entity_start or last.entity_start,
    )


def _sentence(sentence: Sentence, number: list[int]) -> Sentence:
    return replace(sentence, first=number[sentence.first], last=number[sentence.last - 1] + 1)
