"""The parser sees one country in place of every country, and the text keeps its own words and offsets."""

from __future__ import annotations

import pytest

from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.span import Span
from counterclaim.understand.parse import parse

pytestmark = pytest.mark.model


def document(text: str) -> Document:
    """A document of one paragraph."""
    return Document("d", text, "", (Part(PartKind.BODY, Span(0, len(text))),), language="en")


@pytest.mark.parametrize(("one", "other"), [("Moscow", "Kyiv"), ("Armenia", "Azerbaijan"), ("Indians", "Pakistanis")])
def test_two_names_get_the_same_tree(one: str, other: str) -> None:
    """Tags, heads, labels and entities."""
    trees = [
        [(t.tag, t.dep, t.head, t.entity) for t in parse(document(f"{name} rejects the claim, Ada Brook said."))[0]]
        for name in (one, other)
    ]
    assert trees[0] == trees[1]


def test_words_and_offsets_are_those_of_the_text() -> None:
    """Though the parser saw shorter and longer words."""
    text = "Azerbaijanis and Iranians left Kyiv for Baku."
    tokens, _ = parse(document(text))
    assert [text[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    assert [token.text for token in tokens] == [*text[:-1].split(), "."]
    assert tokens[4].lemma == "kyiv"


def test_a_word_that_is_as_often_a_name_of_a_person_stays() -> None:
    """*Michael Jordan* is nobody's state."""
    tokens, _ = parse(document("Michael Jordan said he was ready."))
    assert tokens[1].entity == "PERSON"
