"""Mentions are found in phrases and adjectives, read into names and roles, and quote the text exactly."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mentions_made import by_hand, with_mentions

from counterclaim.model.reading import MentionKind
from counterclaim.understand.mentions_land import find_lands
from counterclaim.understand.mentions_words import body_kind, role_kind, singular

WORDS = (
    "Norway",
    "Norwegian",
    "President",
    "Ada",
    "Birk",
    "Ministry",
    "of",
    "the",
    "said",
    "who",
    "'s",
    "-",
    "(",
    ")",
    "I",
)
POS = ("PROPN", "NOUN", "ADJ", "VERB", "PRON", "ADP", "PUNCT", "DET")
TAGS = ("NNP", "NN", "NNS", "JJ", "VBD", "PRP", "PRP$", "WP", "IN", "POS")
DEPS = ("nsubj", "compound", "amod", "poss", "pobj", "prep", "appos", "conj", "relcl", "acl", "ROOT")


def test_the_words_of_a_state_are_found_with_their_kind() -> None:
    """Name, adjective and several words make one land each; the longest wins."""
    reading = by_hand(
        "Norwegian ADJ JJ amod 1",
        "ships NOUN NNS nsubj 2",
        "left VERB VBD ROOT 2",
        "New PROPN NNP compound 4",
        "Zealand PROPN NNP dobj 2",
    )
    lands = find_lands(reading.tokens)
    assert [(lands[at].name, lands[at].form) for at in sorted(lands)] == [
        ("Norway", "adjectives"),
        ("New Zealand", "name"),
        ("New Zealand", "name"),
    ]


def test_a_state_that_only_leads_something_does_not_act() -> None:
    """*Norway-led* names who leads a mission, not who speaks."""
    reading = by_hand(
        "Norway PROPN NNP npadvmod 2", "- PUNCT HYPH punct 2", "led VERB VBN amod 3", "mission NOUN NN ROOT 3"
    )
    assert find_lands(reading.tokens) == {}


def test_a_role_and_a_name_are_told_apart() -> None:
    """The mention of a person holds the role, the speaker's name does not."""
    reading = with_mentions(
        by_hand(
            "Norwegian ADJ JJ amod 3",
            "President PROPN NNP compound 3",
            "Ada PROPN NNP compound 3 PERSON",
            "Birk PROPN NNP nsubj 4 PERSON",
            "agreed VERB VBD ROOT 4",
        )
    )
    mention = next(each for each in reading.mentions if each.kind == MentionKind.PERSON)
    assert reading.document.quote(mention.span) == "Norwegian President Ada Birk"
    assert mention.speaker is not None
    assert (mention.speaker.name, mention.speaker.role, mention.speaker.side) == (
        "Ada Birk",
        "Norwegian President",
        "Norway",
    )


def test_an_adjective_of_a_state_is_a_mention_of_the_state() -> None:
    """*Norwegian claims* are Norway's."""
    reading = with_mentions(by_hand("Norwegian ADJ JJ amod 1", "claims NOUN NNS ROOT 1"))
    adjective = next(each for each in reading.mentions if each.kind == MentionKind.ADJECTIVE)
    assert adjective.speaker is not None and adjective.speaker.name == "Norway"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("ministers", "minister"),
        ("spokeswomen", "speaks"),
        ("secretaries", "minister"),
        ("ex-president", "office"),
        ("lamp", ""),
    ],
)
def test_plurals_and_prefixes_are_the_same_role(word: str, kind: str) -> None:
    """The table of roles holds the singular only."""
    assert role_kind(word) == kind
    assert singular(singular(word)) == singular(word)


def test_kinds_of_bodies_come_from_the_table() -> None:
    """A ministry is the state's, a company its own, a report somebody's."""
    assert [body_kind(word) for word in ("Ministry", "company", "report", "lamp")] == ["state", "own", "document", ""]


@st.composite
def trees(draw: st.DrawFn) -> tuple[str, ...]:
    """Rows of a sentence with any words, labels and heads that make a tree."""
    length = draw(st.integers(1, 12))
    rows = []
    for i in range(length):
        head = draw(st.integers(0, i)) if i else 0
        dep = "ROOT" if head == i else draw(st.sampled_from(DEPS[:-1]))
        word, pos, tag = (draw(st.sampled_from(each)) for each in (WORDS, POS, TAGS))
        rows.append(f"{word} {pos} {tag} {dep} {head} {draw(st.sampled_from(('', 'PERSON', 'ORG', 'GPE', 'DATE')))}")
    return tuple(rows)


@given(trees())
@settings(max_examples=150, deadline=None)
def test_any_parse_gives_mentions_in_order_that_hold_their_heads(rows: tuple[str, ...]) -> None:
    """However wrong the parse, nothing is raised, and each mention's span is a run of whole tokens around its head."""
    reading = with_mentions(by_hand(*rows))
    heads = [mention.head for mention in reading.mentions]
    assert heads == sorted(set(heads))
    for mention in reading.mentions:
        assert mention.span.holds(reading.tokens[mention.head].span)
        assert mention.span.start in {token.start for token in reading.tokens}
        assert mention.span.end in {token.end for token in reading.tokens}


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    """Names without end, and pronouns without end in one sentence, take seconds at most."""
    names = by_hand(*(f"Birk{i} PROPN NNP nsubj 0 ORG" for i in range(3_000)))
    pronouns = by_hand(*(f"{('he', 'military')[i % 2]} {('PRON PRP', 'NOUN NN')[i % 2]} nsubj 0" for i in range(6_000)))
    began = time.process_time()
    with_mentions(names)
    with_mentions(pronouns)
    assert time.process_time() - began < 10
