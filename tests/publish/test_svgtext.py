"""Text in drawings: escaped, measured from above, broken into lines, and links that lead nowhere dangerous."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.publish.svgtext import Box, escaped, joined, lines_of, safe_link, short, shortened, width


@given(st.text(max_size=60))
def test_any_text_stands_in_an_element_and_an_attribute(text: str) -> None:
    """Control characters and lone halves of pairs would make the whole page unreadable."""
    tree = ElementTree.fromstring(f'<a b="{escaped(text)}">{escaped(text)}</a>')
    assert (tree.text or "") == tree.attrib["b"]


@pytest.mark.parametrize("href", ["#c1", "/places/x", "places/x.html", "../x", "https://a.example/b?c=d", "./a:b"])
def test_links_of_a_site_are_kept(href: str) -> None:
    """Relative ones and those to the web."""
    assert safe_link(href) == href


@pytest.mark.parametrize(
    "href",
    [None, "", "javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", " java\nscript:x", "vbscript:x", "x:y"],
)
def test_links_that_run_something_are_dropped(href: str | None) -> None:
    """Also those that hide behind blanks and capitals."""
    assert safe_link(href) is None


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=9), max_size=12))
def test_lines_keep_every_word_and_hold_to_their_width(words: list[str]) -> None:
    """A line is wider than allowed only where a single word is."""
    lines = lines_of(" ".join(words), 90, 10)
    assert " ".join(lines).split() == words
    assert all(width(line, 10) <= 90 or " " not in line for line in lines)


def test_a_long_name_is_cut_with_a_mark() -> None:
    """So that nobody takes the rest for the whole."""
    assert shortened("a" * 50, 10) == "a" * 9 + "…"
    assert shortened("short", 10) == "short"


def test_numbers_are_written_to_a_tenth() -> None:
    """Without needless digits."""
    assert [short(value) for value in (1, 1.04, -0.04, -2.25, 10.96)] == ["1", "1", "0", "-2.2", "11"]


def test_numbers_of_one_mark_are_joined() -> None:
    """In a row, two, or many."""
    assert joined(["3"]) == "3"
    assert joined(["3", "7"]) == "3, 7"
    assert joined(["3", "4", "5"]) == "3–5"
    assert joined(["3", "5", "9"]) == "3 +2"
    assert joined(["a", "b", "c"]) == "a +2"


def test_boxes_that_share_an_edge_do_not_touch() -> None:
    """Or no two things could stand side by side."""
    one = Box(0, 0, 10, 10)
    assert not one.touches(Box(10, 0, 20, 10))
    assert one.touches(Box(9.9, 9.9, 20, 20)) and Box(2, 2, 3, 3).within(one)
