"""Quotation marks are paired, nested, carried over paragraphs, and never confused with apostrophes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.span import Span
from counterclaim.understand.quotations import find_quotations


def document(*paragraphs: str) -> Document:
    text, parts = "", []
    for paragraph in paragraphs:
        start = len(text) + (2 if text else 0)
        text = text + "\n\n" + paragraph if text else paragraph
        parts.append(Part(PartKind.BODY, Span(start, len(text))))
    return Document(id="d", text=text, title="", parts=tuple(part for part in parts if part.span))


def words(*paragraphs: str) -> list[list[str]]:
    made = document(*paragraphs)
    return [[made.quote(piece) for piece in quotation.pieces] for quotation in find_quotations(made)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "the dam holds" twice.', ['"the dam holds"']),
        ("He said “the dam holds” twice.", ["“the dam holds”"]),
        ("Er sagte „der Damm hält“ und ging.", ["„der Damm hält“"]),
        ("Il dit « la digue tient » hier.", ["« la digue tient »"]),
        ("Er sagte »der Damm hält« und ging.", ["»der Damm hält«"]),
        ("Hon sa ”dammen håller” två gånger.", ["”dammen håller”"]),
        ("He said ``the dam holds'' twice.", ["``the dam holds''"]),
        ("He said ‘the dam holds’ twice.", ["‘the dam holds’"]),
        ("Mayor: 'The dam holds'", ["'The dam holds'"]),
        ('"No," she said. "Not yet."', ['"No,"', '"Not yet."']),
        ('A ("calm") day', ['"calm"']),
        ('" she said. He said "no".', ['"no"']),
    ],
)
def test_each_style_of_marks_is_paired_with_its_marks_included(text: str, quoted: list[str]) -> None:
    """Straight, curly, German, French, Swedish and typewriter marks all make one quotation each."""
    assert words(text) == [[each] for each in quoted]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor's dam isn't the farmers' dam.",
        "The mayor’s dam isn’t the farmers’ dam, nor the mills’ pond.",
        "Back in the '90s the farmers' dam held.",
        "Rock ’n’ roll in the ‘90s at O’Hara’s.",
        'The plank is 6 feet 2" long and the other 5\'3" wide.',
        "No marks at all.",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    """Possessives, contractions, clipped words, decades and inch signs open nothing."""
    assert words(text) == []


def test_a_quotation_inside_a_quotation_is_found_as_its_own() -> None:
    """Both the outer and the inner quotation are given, the outer first."""
    assert words("“He told me ‘never’ and left,” she said.") == [["“He told me ‘never’ and left,”"], ["‘never’"]]
    assert words('"He told me "never" and left," she said.') == [['"He told me "never" and left,"'], ['"never"']]


def test_an_apostrophe_inside_a_single_quotation_does_not_close_it() -> None:
    """The closing mark is the first that is no plural's apostrophe."""
    assert words("It was ‘the farmers’ own dam’, he said.") == [["‘the farmers’ own dam’"]]


def test_a_quotation_that_opens_each_paragraph_and_closes_in_the_last_is_one_in_pieces() -> None:
    """The newspaper convention for running quotations gives one quotation."""
    made = document("He said: “We wait.", "“We watch.", "“We go.” He left.")
    (quotation,) = find_quotations(made)
    assert [made.quote(piece) for piece in quotation.pieces] == ["“We wait.", "“We watch.", "“We go.”"]
    assert quotation.closed


def test_a_quotation_that_opens_each_line_of_a_paragraph_is_one_in_pieces_too() -> None:
    """Feeds part the paragraphs of a speech by single line ends."""
    assert words("“The dam holds.\n“Nobody leaves,” she said. “We stay.”") == [
        ["“The dam holds.", "“Nobody leaves,”"],
        ["“We stay.”"],
    ]


def test_who_opens_paragraphs_with_one_mark_opens_something_else_with_another() -> None:
    """A report is quoted over two paragraphs with straight marks; what somebody says in it stands in curly ones."""
    assert words('"The dam holds.', '"Nobody leaves.', "“I am fine,” she said.") == [
        ['"The dam holds.', '"Nobody leaves.'],
        ["“I am fine,”"],
    ]


def test_an_unclosed_quotation_ends_with_its_paragraph_and_says_so() -> None:
    """A missing closing mark does not swallow the next paragraph."""
    made = document('He said "we wait.', "Then he left.", 'She said "no".')
    first, second = find_quotations(made)
    assert (made.quote(first.pieces[0]), first.closed) == ('"we wait.', False)
    assert (made.quote(second.pieces[0]), second.closed) == ('"no"', True)


def test_mixed_curly_and_straight_marks_still_pair() -> None:
    """A quotation opened by a curly mark may be closed by a straight one."""
    assert words('“The dam holds," he said.') == [['“The dam holds,"']]


@given(st.lists(st.text(alphabet="ab s'\"“”„«»‘’`.,—\n5", min_size=1, max_size=40), max_size=5))
def test_any_marks_give_spans_inside_one_paragraph_each_that_begin_with_a_mark(paragraphs: list[str]) -> None:
    """Whatever the marks, nothing is raised and every piece lies in one part and opens with a mark."""
    made = document(*paragraphs)
    for quotation in find_quotations(made):
        for piece in quotation.pieces:
            assert any(part.span.holds(piece) for part in made.parts)
            assert made.text[piece.start] in "\"'“”„«»‘`"
        assert list(quotation.pieces) == sorted(quotation.pieces)


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    """A hundred thousand stray marks of every kind take about a second at most."""
    began = time.process_time()
    for marks in ('" a', "‘a s’ ", "“a", "'a ", "''"):
        find_quotations(document(marks * 100_000))
    assert time.process_time() - began < 8
