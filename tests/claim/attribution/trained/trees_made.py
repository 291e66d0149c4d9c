"""Makes readings without a parser for the tests of the trained network: of plain words, or random trees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from counterclaim.claim.attribution.trained.features import Labels, Roles
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.reading import Quotation, Reading, Sentence, Token

LABELS = Labels(("NN", "VBD", "IN"), ("ROOT", "nsubj", "ccomp", "prep", "punct"), ("GPE", "ORG"))
WORDS = ("Birk", "says", "claim", "the", "dam", "14", ",", "“", "NORLAND", "x2", "reportedly", "false")

PartOfWords = tuple[PartKind, Sequence[Sequence[str]]]


def made(*parts: PartOfWords) -> Reading:
    """A reading of parts of sentences of words; in each sentence all words hang on the first."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    spans: list[Part] = []
    at = 0
    for number, (kind, lines) in enumerate(parts):
        for line in lines:
            first = len(tokens)
            for word in line:
                dep = "ROOT" if len(tokens) == first else "nsubj"
                place = (len(tokens), at, at + len(word))
                tokens.append(Token(*place, word, word.lower(), "NOUN", "NN", dep, first, "", False))
                at += len(word) + 1
            sentences.append(Sentence(tokens[first].span.to(tokens[-1].span), first, len(tokens), number))
        spans.append(Part(kind, sentences[-len(lines)].span.to(sentences[-1].span)))
        at += 1
    texts = (" ".join(" ".join(line) for line in lines) for _, lines in parts)
    return Reading(Document("d", "\n\n".join(texts), "", tuple(spans)), tuple(tokens), tuple(sentences))


def body(text: str) -> Reading:
    """One body part; words are parted by blanks, sentences by a bar."""
    return made((PartKind.BODY, [line.split() for line in text.split(" | ")]))


def hanging(reading: Reading, *hung: tuple[int, str]) -> Reading:
    """The reading with head and relation of each token."""
    tokens = zip(reading.tokens, hung, strict=True)
    return replace(reading, tokens=tuple(token._replace(head=head, dep=dep) for token, (head, dep) in tokens))


def roles(source: Sequence[int], cue: Sequence[int], content: Sequence[int]) -> Roles:
    """Roles of token numbers."""
    return Roles(frozenset(source), frozenset(cue), frozenset(content))


@st.composite
def disjoint(draw: st.DrawFn, size: int) -> Roles:
    """Roles of `size` tokens, each in one of them at most."""
    drawn = draw(st.lists(st.sampled_from("-skc"), min_size=size, max_size=size))
    return roles(*([i for i, role in enumerate(drawn) if role == wanted] for wanted in "skc"))


@st.composite
def _heads(draw: st.DrawFn, first: int, last: int) -> dict[int, int]:
    """A tree over the tokens `first` up to `last`: each hangs on one that was placed before it, the first on itself."""
    order = draw(st.permutations(range(first, last)))
    return {i: draw(st.sampled_from(order[:n])) if n else i for n, i in enumerate(order)}


@st.composite
def trees(draw: st.DrawFn) -> Reading:
    """A reading of any parts, words, labels (also such as the network does not know), trees and quotations."""
    lines = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7), min_size=1, max_size=3)
    reading = made(*draw(st.lists(st.tuples(st.sampled_from(PartKind), lines), min_size=1, max_size=3)))
    heads: dict[int, int] = {}
    for sentence in reading.sentences:
        heads |= draw(_heads(sentence.first, sentence.last))
    labels = st.tuples(
        st.sampled_from((*LABELS.tags, "ODD")),
        st.sampled_from((*LABELS.deps, "relcl", "odd")),
        st.sampled_from(("", *LABELS.entities, "ODD")),
        st.sampled_from(("NOUN", "VERB", "AUX", "ADJ", "ADV", "PUNCT")),
    )
    tokens = []
    for token in reading.tokens:
        tag, dep, entity, pos = draw(labels)
        tokens.append(token._replace(tag=tag, dep=dep, entity=entity, pos=pos, head=heads[token.i]))
    made_so = replace(reading, tokens=tuple(tokens))
    ends = st.integers(0, len(tokens) - 1)
    quoted = draw(st.lists(st.tuples(ends, ends), max_size=3))
    spans = sorted(made_so.span_of(min(pair), max(pair)) for pair in quoted)
    return replace(made_so, quotations=tuple(Quotation((span,)) for span in spans))
