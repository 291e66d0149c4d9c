"""Headlines in capitals get the small letters of common words, and no other change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.read import read
from counterclaim.understand.headline_case import Common, small_letters
from counterclaim.understand.parse import parse


def test_a_headline_in_capitals_gets_small_letters_where_the_body_has_them() -> None:
    """Verbs of saying and the body's own words become small; names stay."""
    headline = "Veldaria Says It Sank Three Boats, Brenholm Denies Losses"
    small = small_letters(headline, Common(["They sank three boats."]))
    assert small == "Veldaria says it sank three boats, Brenholm denies Losses"


def test_an_ordinary_headline_stays_as_it_is() -> None:
    """A headline with a few capitals tells by them what its names are."""
    headline = "Veldaria says it sank three boats of Brenholm"
    assert small_letters(headline, Common(["boats sank"])) == headline


def test_a_word_in_all_capitals_is_no_common_word() -> None:
    """Letters that stand for a name stay."""
    assert "IT" in small_letters("IT Union Says Its Members Will Strike", Common(["it"])).split()


@given(st.text(max_size=60), st.lists(st.text(max_size=30), max_size=3))
def test_the_length_never_changes(headline: str, body: list[str]) -> None:
    """Offsets in the small headline are those of the headline."""
    small = small_letters(headline, Common(body))
    assert len(small) == len(headline)
    assert small.lower() == headline.lower()


@pytest.mark.model
def test_tokens_of_a_headline_in_capitals_quote_the_headline(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """What the parser is given in small letters is not what the document says."""
    path = tmp_path / "post.md"
    path.write_text("---\ntitle: Veldaria Says It Sank Boats Near Maravel\n---\nIt sank boats near the port.\n")
    (document,) = read([path])
    tokens, _ = parse(document)
    assert all(token.text == document.text[token.start : token.end] for token in tokens)
    assert next(token for token in tokens if token.text == "Says").pos == "VERB"
