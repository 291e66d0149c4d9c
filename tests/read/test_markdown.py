"""Markdown is read as its reader sees it, each character with its place in the file."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model.document import PartKind
from counterclaim.read.mapped import MADE
from counterclaim.read.markdown import markdown

MARKS = ["*", "**", "_", "`", "[", "](", "](x)", "]", "![", "<b>", "</p>", "<p>", "<!--", "-->", "&amp;", "&", "\\"]
LINE_MARKS = ["\n", "\n\n", "# ", "> ", "- ", "1. ", "---", "===", "```", "|", "    ", "[a]: x", "{% a %}", "~~", "\t"]
SOURCES = st.lists(st.sampled_from([*MARKS, *LINE_MARKS]) | st.text("aé e\u0301😀“ ", max_size=4), max_size=30).map(
    "".join
)


def shown(source: str) -> list[str]:
    """The text of each piece, blanks at ends aside, as the document will have it."""
    return [text for piece in markdown(source) if (text := piece.words.text.strip())]


@settings(max_examples=500, deadline=None)
@given(source=SOURCES)
def test_every_mapped_character_equals_that_of_the_file(source: str) -> None:
    """No mark may shift what follows it."""
    for piece in markdown(source):
        assert len(piece.words.text) == len(piece.words.at)
        for character, at in zip(piece.words.text, piece.words.at, strict=True):
            assert at == MADE or source[at] == character
        assert "\0" not in piece.words.text


@settings(max_examples=200, deadline=None)
@given(lines=st.lists(st.text("abcé “”’…—.,;?\u00ad\u200d😀ж中", min_size=1, max_size=30), min_size=1, max_size=6))
def test_text_without_marks_is_not_changed(lines: list[str]) -> None:
    """Curly quotation marks, soft hyphens and joiners stay."""
    paragraphs = [line.strip() for line in lines if line.strip()]
    assert shown("\n\n".join(paragraphs)) == paragraphs


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The *port* is **closed** for __all__ ships.", ["The port is closed for all ships."]),
        ("The snake_case_name and 5 * 3 stay.", ["The snake_case_name and 5 * 3 stay."]),
        ('Read [the *order*](https://example.org/a_(b) "t") now.', ["Read the order now."]),
        ("See [the order][1] and [it].\n\n[1]: https://example.org\n[it]: x", ["See the order and it."]),
        ("On [Monday's] terms [sic].", ["On [Monday's] terms [sic]."]),
        ("A ![quay](q.jpg) b.", ["A  b."]),
        ("![the quay](q.jpg)\n\nText.", ["Text."]),
        ("Fish &amp; chips &lt;5 &nbsp;x &unknown;", ["Fish & chips <5 \u00a0x &unknown;"]),
        ("# Port closed #\n\nText.", ["Port closed", "Text."]),
        ("Port closed\n===\n\nText.", ["Port closed", "Text."]),
        ("- one\n- two\n  goes on\n\n3. three", ["one", "two\ngoes on", "three"]),
        ("1984. That was the year.", ["1984. That was the year."]),
        ("> quoted\n> goes on\n\nNot.", ["quoted\ngoes on", "Not."]),
        ("He said:\n> no", ["He said:", "no"]),
        ("one\n\n---\n\ntwo\n\n* * *", ["one", "two"]),
        ("```\nx = *y*\n```\nText.", ["x = *y*", "Text."]),
        ("Use `a_b*c*` now.", ["Use a_b*c* now."]),
        ("They can`t say, and won`t.", ["They can`t say, and won`t."]),
        (r"Not \*this\* and C:\port.", [r"Not *this* and C:\port."]),
        ("<p>One.</p><p>Two <b>bold</b>.</p>", ["One.", "Two bold."]),
        ("One <!-- not\n\nseen --> two.", ["One", "two."]),
        ("One.\n\n<script>\nalert(1)\n\nalert(2)</script>\n\nTwo.", ["One.", "Two."]),
        ("One {% include x.html %}two {{ site.name }}.", ["One two ."]),
        ("Ships[^1] wait.\n\n[^1]: Since May.", ["Ships wait.", "Since May."]),
        ("| port | ships |\n|---|---|\n| North | 5 |", ["port | ships", "North | 5"]),
        ("Profit is <5% & rising.", ["Profit is <5% & rising."]),
        ("See <https://example.org/a_b_c>.", ["See https://example.org/a_b_c."]),
        ("One.\n{: .lead}\n\nTwo.", ["One.", "Two."]),
        ("", []),
    ],
)
def test_marks_go_and_words_stay(source: str, expected: list[str]) -> None:
    """One line for each mark a post may hold."""
    assert shown(source) == expected


def test_headings_are_parts_of_their_own_kind() -> None:
    """By sign, by underline and by tag."""
    pieces = markdown("## One\n\nTwo\n---\n\n<h2>Three</h2>Four\n\n<figcaption>Five</figcaption>")
    kinds = [piece.kind for piece in pieces if piece.words.text.strip()]
    assert kinds == [PartKind.HEADING, PartKind.HEADING, PartKind.HEADING, PartKind.BODY, PartKind.CAPTION]


def _seconds(source: str) -> float:
    before = time.process_time()
    markdown(source)
    return time.process_time() - before


@pytest.mark.parametrize("mark", ["[", "![](", "*a ", "_", "`a``b", "<a", "<!--", "<script>", "&a", "> ", "- ", "](x("])
def test_marks_that_never_close_take_linear_time(mark: str) -> None:
    """Eight times the length takes far less than the sixty-four times that a quadratic reader would need."""
    took = []
    for length in (10_000, 80_000):
        source = (mark * length)[:length]
        # The best of three: what else the machine does only ever adds.
        took.append(min(_seconds(source) for _ in range(3)))
    assert took[1] < 30 * took[0] + 0.3
