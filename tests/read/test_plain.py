"""Plain text comes back as it stands in the file, whatever script it is in."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from read_made import assert_whole, one

LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0\n\r-+<\ufeff")
LINES = st.text(CHARACTERS | st.sampled_from(["\u0301", "\u200d", "\u00ad", "😀", "”", " ", "\t", "מ"]), max_size=20)


@settings(max_examples=300, deadline=None)
@given(lines=st.lists(LINES, min_size=1, max_size=12), line_end=LINE_ENDS, bom=st.booleans())
def test_plain_text_comes_back_but_for_blanks_at_ends_of_paragraphs(lines: list[str], line_end: str, bom: bool) -> None:
    """Any script, any line end, with and without a BOM."""
    content = line_end.join(["A port was closed", *lines])
    raw = (b"\xef\xbb\xbf" if bom else b"") + content.encode("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        document = one(Path(folder), "a.txt", raw)
    decoded = "\n".join(["A port was closed", *lines])
    expected = [line.rstrip() for line in decoded.rstrip().split("\n")]
    assert [line.rstrip() for line in document.text.split("\n")] == expected
    assert_whole(document, decoded)


def test_a_text_without_blanks_at_ends_is_not_changed_at_all(tmp_path: Path) -> None:
    """Indents, several blank lines and quotation marks stay."""
    content = "  One “line”,\n\tindented.\n\n\n\nAnother: \u00adx\u200dy e\u0301 é\nand its second line."
    assert one(tmp_path, "a.txt", content).text == content


def test_blanks_go_only_where_a_paragraph_ends(tmp_path: Path) -> None:
    """A blank at the end of a line inside a paragraph stays."""
    assert one(tmp_path, "a.txt", "one \ntwo \t\n  \nthree  \n\n").text == "one \ntwo\n\nthree"


def test_each_paragraph_is_a_part(tmp_path: Path) -> None:
    """Parts are divided at blank lines, not at line ends."""
    document = one(tmp_path, "a.txt", "one\ntwo\n\n\nthree")
    assert [document.quote(part.span) for part in document.parts] == ["one\ntwo", "three"]


@pytest.mark.parametrize("lead_in", ["Here's what you need to know: ", "According to new developments, "])
def test_nothing_in_plain_text_is_taken_for_a_lead_in(tmp_path: Path, lead_in: str) -> None:
    """Only posts and feeds come from republishers."""
    document = one(tmp_path, "a.txt", f"{lead_in}The port is closed.\n\nFollow us on X")
    assert document.text == f"{lead_in}The port is closed.\n\nFollow us on X"
    assert document.removed == ()
