"""Whether a frame is negated, only possible, wished or asked, and how much of its object it takes."""

from __future__ import annotations

from functools import cache

from counterclaim.data import table
from counterclaim.model.reading import Reading

# Clause-mates whose words bear on a verb though they do not hang on it: *failed to hold*, *plans to take*.
RAISING = frozenset({"xcomp", "aux", "auxpass", "neg", "advmod", "det", "ccomp"})
# *full control*, *all of the region*: words of extent stand this close.
BESIDE = 3


@cache
def words(kind: str) -> dict[str, str]:
    """The words of one kind in the table of frame words, with their values."""
    return {row["word"]: row["value"] for row in table("frame_words") if row["kind"] == kind}


def beside(reading: Reading, index: int, lowest: int) -> list[str]:
    """
    The lemmas that bear on token `index`: what hangs on it as auxiliary, negation or adverb, what it hangs on by an
    infinitive, and the same of that; and the word right before it, where the parse is wrong. None before `lowest`.
    """
    found, at, steps = [], index, 0
    while steps < 3:
        near = [c for c in reading.children[at] if reading.tokens[c].dep in RAISING - {"ccomp", "xcomp"}]
        found += [reading.tokens[c] for c in near if c >= lowest]
        if reading.tokens[at].dep not in ("xcomp", "dobj") or reading.tokens[at].head < lowest:
            break
        at, steps = reading.tokens[at].head, steps + 1
        found.append(reading.tokens[at])
    found += [reading.tokens[i] for i in range(max(lowest, index - 1), index)]
    return [token.lemma if token.lemma != "ca" else "can" for token in found]


def negated(lemmas: list[str]) -> bool:
    """Whether one of `lemmas` turns the frame round."""
    return any(lemma in words("polarity") for lemma in lemmas)


def modality(reading: Reading, lemmas: list[str], index: int, lowest: int) -> str:
    """How the frame is put forward: asserted, possible, conditional, promised, predicted, question."""
    for lemma in lemmas:
        if lemma in words("modality"):
            return words("modality")[lemma]
    sentence = reading.sentence_at(index)
    if reading.tokens[sentence.last - 1].text == "?":
        return "question"
    before = range(max(lowest, sentence.first), index)
    if any(reading.tokens[i].lemma in ("if", "unless", "whether") for i in before):
        return "conditional"
    return "asserted"


def extent(reading: Reading, first: int, last: int, inside: frozenset[int]) -> str | None:
    """Full, most, some: the nearest word of extent beside the tokens from `first` to `last`; else None."""
    order = sorted(range(first - BESIDE, last + BESIDE + 1), key=lambda i: (min(abs(i - first), abs(i - last)), i))
    near = (i for i in order if i in inside)
    return next((told for i in near if (told := _told_of_extent(reading, i))), None)


def _told_of_extent(reading: Reading, index: int) -> str | None:
    """What a word tells of extent; *end* and *side* do so before *of* only: *the northern end of the valley*."""
    lemma = reading.tokens[index].lemma
    of = index + 1 < len(reading.tokens) and reading.tokens[index + 1].text == "of"
    return words("extent").get(lemma) or (words("part").get(lemma) if of else None)
