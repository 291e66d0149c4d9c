"""Marks stand under the words they mark."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.explain.marks import Mark, columns, drawn_under, in_text_order, lines_of
from counterclaim.model.span import Span

TEXT = "Ferrin denies that the bridge at Oldmoor has fallen."


def marked(text: str, *marks: Mark) -> list[str]:
    """The rows under the whole of `text`."""
    return drawn_under(text, Span(0, len(text)), in_text_order(marks))


def test_a_source_and_a_cue_are_pointed_at_where_they_begin() -> None:
    """The sign stands in the column of the first letter."""
    (row,) = marked(TEXT, Mark(Span(0, 6), "by"), Mark(Span(7, 13), "cue"))
    assert row.index("^by") == 0
    assert row.index("^cue") == 7


def test_a_content_is_drawn_from_its_first_letter_to_its_last() -> None:
    """The bar takes the columns of the words and no more."""
    (row,) = marked(TEXT, Mark(Span(14, 51), "content", bar=True))
    assert row.index("└") == 14
    assert row.index("┘") == 50


def test_marks_that_would_collide_go_into_rows_of_their_own() -> None:
    """A label longer than its word does not run into the next mark."""
    rows = marked(TEXT, Mark(Span(0, 6), "a long label"), Mark(Span(7, 13), "cue"))
    assert [row.strip() for row in rows] == ["^a long label", "^cue"]


def test_a_bar_that_runs_on_has_no_corner_at_that_side() -> None:
    """A content over two lines is open at the end of the first and at the beginning of the second."""
    mark = Mark(Span(14, 51), "content", bar=True)
    first, second = drawn_under(TEXT, Span(0, 30), [mark]), drawn_under(TEXT, Span(30, 52), [mark])
    assert "└" in first[0]
    assert "┘" not in first[0]
    assert "┘" in second[0]
    assert "└" not in second[0]


def test_wide_characters_take_two_columns_and_combining_marks_none() -> None:
    """The mark stands under its word behind either."""
    (row,) = marked("日本 says so", Mark(Span(3, 7), "cue"))
    assert row.index("^") == 5
    assert columns("e\u0301") == 1


@given(st.text(alphabet="ab ", min_size=1, max_size=80), st.integers(min_value=1, max_value=20))
def test_cutting_into_lines_loses_nothing_but_the_blanks_between(text: str, width: int) -> None:
    """Lines follow each other, hold all letters and are no wider than asked."""
    lines = list(lines_of(text, Span(0, len(text)), width))
    between = [text[one.end : other.start] for one, other in pairwise(lines)]
    assert lines[0].start == 0
    assert all(line.end - line.start <= width for line in lines)
    assert set("".join(between)) <= {" "}
    assert text[lines[-1].end :].strip() == ""
