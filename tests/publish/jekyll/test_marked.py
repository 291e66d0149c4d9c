"""Words of articles stay words in Markdown, Liquid and addresses, and quotations have one pair of marks."""

from __future__ import annotations

import re

import pytest

from counterclaim.publish.jekyll.marked import address, link, one_line, quoted, safe
from counterclaim.read.inline import plain_words
from counterclaim.read.mapped import Mapped
from hostile_markup import PERILOUS


@pytest.mark.parametrize("string", PERILOUS)
def test_escaped_words_are_read_as_the_words_that_they_were(string: str) -> None:
    """Who reads the Markdown sees the words on one line, and nothing of them is a mark."""
    seen = "".join(each.words.text for each in plain_words(Mapped.made(safe(string)), set()))
    assert seen == one_line(string)


@pytest.mark.parametrize("string", PERILOUS)
def test_escaped_words_hold_no_tag_and_no_liquid(string: str) -> None:
    """Liquid knows no backslash, so braces are entities; so are the signs of tags."""
    assert not re.search(r"[<>{}\n]", safe(string))


@pytest.mark.parametrize(
    "opening", ["# Orsa", "- Orsa", "+ Orsa", "1. Orsa", "12) Orsa", ": Orsa", "=== Orsa", "> Orsa"]
)
def test_words_that_would_open_a_block_are_escaped_where_they_stand_first(opening: str) -> None:
    """A heading, a list, a definition, a rule or a quotation begins with a bare sign; these begin with none."""
    assert re.match(r"\\[#+:=-]|&#62;|\d+\\[.)]", safe(opening))


def test_dashes_and_dots_stay_as_many_as_they_are() -> None:
    """Kramdown sets one sign for two dashes or three dots; quoted words are exact."""
    assert safe("a--b ... c-d. e") == r"a\-\-b \.\.\. c-d. e"


def test_an_address_has_no_sign_that_ends_or_changes_a_link() -> None:
    """Brackets, quotation marks, blanks, braces and letters of other scripts are written as numbers."""
    assert address("https://orsa.invalid/a b)(\"'{{x}}<ü>?q=1&r=%20#s") == (
        "https://orsa.invalid/a%20b%29%28%22%27%7B%7Bx%7D%7D%3C%C3%BC%3E?q=1&r=%20#s"
    )


def test_a_link_without_an_address_is_only_its_words() -> None:
    """Nothing is linked to nowhere."""
    assert (link("a [b]", None), link("a", "https://orsa.invalid")) == (r"a \[b\]", "[a](https://orsa.invalid)")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("it fell", "“it fell”"),
        ("“It fell,”", "“It fell”"),
        ('"It fell."', "“It fell.”"),
        ("«It fell»", "“It fell”"),
        ('the "free" town of “Orsa”', "“the ‘free’ town of ‘Orsa’”"),
        ('"We held," … "all of it"', "“‘We held,’ … ‘all of it’”"),
        ("Orsa's  town\nfell", "“Orsa's town fell”"),
        ('"', "“‘”"),
    ],
)
def test_words_stand_between_one_pair_of_marks(words: str, shown: str) -> None:
    """Their own outer marks go, inner ones become single; no word changes."""
    assert quoted(words) == shown
