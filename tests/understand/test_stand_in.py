"""The parser sees one country, first name and party in place of all, and the text keeps its own words and offsets."""

from __future__ import annotations

import pytest

from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.span import Span
from counterclaim.understand import understand
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


@pytest.mark.parametrize(("one", "other"), [("Olga", "Kwame"), ("Taras", "Giorgi"), ("Yuki", "Fatima"), ("SPD", "ANC")])
def test_first_names_and_parties_get_the_same_tree(one: str, other: str) -> None:
    """Of whatever language."""
    trees = [
        [(t.tag, t.dep, t.head, t.entity) for t in parse(document(f"The letter was forged, {name} Brook said."))[0]]
        for name in (one, other)
    ]
    assert trees[0] == trees[1]


@pytest.mark.parametrize("name", ["South Korea", "Sierra Leone", "Papua New Guinea", "Bosnia and Herzegovina"])
def test_a_state_of_several_words_gets_the_tree_of_a_state_of_one(name: str) -> None:
    """Its first words hang on its last, and all are one entity; the text keeps its own."""
    text = f"Norway said {name} had lied."
    plain, _ = parse(document("Norway said Chile had lied."))
    tokens, sentences = parse(document(text))
    more = len(name.split()) - 1
    named = tokens[2 : 3 + more]
    assert [token.text for token in tokens] == [*text[:-1].split(), "."]
    assert [(t.tag, t.dep, t.entity) for t in (*tokens[:2], *tokens[2 + more :])] == [
        (t.tag, t.dep, t.entity) for t in plain
    ]
    assert {token.head for token in named[:-1]} == {named[-1].i}
    assert [token.entity_start for token in named] == [True, *[False] * more]
    assert len(sentences) == 1


def test_a_word_that_is_as_often_a_name_of_a_person_stays() -> None:
    """*Michael Jordan* is nobody's state."""
    tokens, _ = parse(document("Michael Jordan said he was ready."))
    assert tokens[1].entity == "PERSON"


@pytest.mark.parametrize("name", ["the Netherlands", "the United Arab Emirates", "the Central African Republic"])
def test_a_state_with_an_article_gets_the_tree_of_one_without(name: str) -> None:
    """The article is a determiner of its last word and no part of the entity."""
    plain, _ = parse(document("Norway said Chile had lied."))
    tokens, _ = parse(document(f"Norway said {name} had lied."))
    more = len(name.split()) - 1
    assert [(t.tag, t.dep, t.entity) for t in (*tokens[:2], *tokens[2 + more :])] == [
        (t.tag, t.dep, t.entity) for t in plain
    ]
    assert (tokens[2].text, tokens[2].tag, tokens[2].dep, tokens[2].entity) == ("the", "DT", "det", "")
    assert tokens[2].head == 2 + more


def test_a_woman_gets_the_tree_of_a_man_and_keeps_her_words() -> None:
    """Text and lemma stay hers, so that nobody takes her for a man."""
    woman, _ = parse(document("She said Mrs. Foe had lost her keys, and blamed herself."))
    man, _ = parse(document("He said Mr. Foe had lost his keys, and blamed himself."))
    assert [(t.tag, t.dep, t.head, t.entity) for t in woman] == [(t.tag, t.dep, t.head, t.entity) for t in man]
    assert [woman[0].text, woman[0].lemma, woman[7].text] == ["She", "she", "keys"]


def test_a_name_with_a_hyphen_may_end_a_text() -> None:
    """*N.* is one word of it, and none follows."""
    assert understand(document("He spoke for Ora-N.")).mentions
