"""A text twice as long takes about twice the time, whatever it is long in: paragraphs, one paragraph, claims, marks."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from importlib import import_module
from itertools import pairwise

import pytest

from counterclaim.claim import find_claims
from counterclaim.dispute import find_disputes
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.span import Span
from counterclaim.understand import understand
from counterclaim.understand.parse import LONGEST_PIECE, PARSED_AS, cuts, parse

pytestmark = pytest.mark.model

# Four times the text must take no more than this many times the time: what is linear takes 4 times, what is quadratic
# 16. A busy machine moves the quotient of two times; with 6.25 the test failed once in some runs with nothing wrong.
MOST = 10
SENTENCES = (
    "The mayor of Zenda said on Monday that 12 soldiers of the Ruritanian army had been killed near the old mill.",
    "Officials in Norland denied the claim, calling it baseless.",
    "“We hold the town,” General Ada Birk told reporters. “Nobody has left it.”",
    "He added that the army would leave the region after the talks, a claim that the union rejected.",
)


def paragraphs(count: int) -> str:
    """An ordinary report in `count` paragraphs, with somebody new in each."""
    return "\n".join(SENTENCES[n % 4].replace("Ada", f"Ada{n}").replace("Zenda", f"Zenda{n}") for n in range(count))


def one_paragraph(count: int) -> str:
    """The same sentences in one paragraph."""
    return " ".join(SENTENCES[n % 4] for n in range(count))


def claims(count: int) -> str:
    """Two states that say the same against each other all the time."""
    return " ".join("Norland said that it controls Zenda. Ruritania denied the claim." for _ in range(count // 2))


def quotations(count: int) -> str:
    """Thousands of quotation marks."""
    return "\n".join("“It is so,” he said. “‘It is not,’ she says,” he added." for _ in range(count // 2))


def document(text: str) -> Document:
    """`text` as a document, a paragraph for each line."""
    parts, at = [], 0
    for line in text.split("\n"):
        parts.append(Part(PartKind.BODY, Span(at, at + len(line))))
        at += len(line) + 1
    return Document(id="grown", text=text, title="", parts=tuple(parts), published="2025-05-04")


def seconds(text: str) -> float:
    """The processor time of all stages but the parser, which is proven elsewhere; the least of three."""
    whole = document(text)
    parsed = parse(whole)
    return min(_stages(whole, parsed) for _ in range(3))


def _stages(whole: Document, parsed: object) -> float:
    # The collector's time grows with all that the test run has ever made, not with the text.
    gc.collect()
    gc.disable()
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(import_module("counterclaim.understand"), "parse", lambda _: parsed)
            start = time.process_time()
            reading = understand(whole)
            find_disputes(whole, find_claims(reading))
            return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.parametrize("text", [paragraphs, one_paragraph, claims, quotations], ids=lambda each: each.__name__)
def test_twice_the_text_takes_about_twice_the_time(text: Callable[[int], str]) -> None:
    """Four times the text, so that a quadratic step shows: two doublings."""
    understand(document(text(4)))
    assert seconds(text(1200)) <= MOST * seconds(text(300))


@pytest.mark.parametrize("text", ["a" * 200_000, '"' * 50_000, "x-" * 50_000, "1," * 50_000], ids=lambda text: text[:2])
def test_a_line_without_a_blank_is_done_in_a_moment(text: str) -> None:
    """No word is so long; the tokenizer would take minutes over it."""
    understand(document("He left."))
    start = time.process_time()
    understand(document(text))
    assert time.process_time() - start < 5


def test_a_long_paragraph_is_cut_behind_a_sentence_and_nothing_is_lost() -> None:
    """The pieces make up the text, and each but the last ends with a sentence."""
    text = one_paragraph(1000)
    pieces = list(cuts(text))
    assert "".join(text[start:end] for start, end in pieces) == text
    assert len(pieces) > 3
    assert all(end - start <= LONGEST_PIECE for start, end in pieces)
    assert all(text[start:end].rstrip().endswith((".", "”")) for start, end in pieces)


def test_a_long_paragraph_has_exact_offsets_in_all_its_pieces() -> None:
    """A token of a later piece quotes the text as one of the first does, and no sentence runs over a cut."""
    text = one_paragraph(600)
    tokens, sentences = parse(document(text))
    seen = text.translate(PARSED_AS)
    assert all(seen[token.start : token.end] == token.text for token in tokens)
    assert [token.i for token in tokens] == list(range(len(tokens)))
    assert all(one.last == two.first for one, two in pairwise(sentences))
