"""The names of two sides are exchanged, all of them and nothing else, and a difference is found and explained."""

from __future__ import annotations

from dataclasses import replace

import pytest
from evaluate.swap.cause import UNCHANGED, cause_of
from evaluate.swap.compare import compare
from evaluate.swap.sides import HERE, Pair, pairs, rows_of

from counterclaim import Act, Analysis, Certainty, Claim, Document, Form, Link, Reading, Span, Speaker
from counterclaim.model.matter import Basis, Disputes, LinkKind
from counterclaim.model.reading import Sentence, Token

FEWEST_TEMPLATES = 40
PAIR = Pair("norland-ferrin", {}, {}, (("Norland", "Ferrin"), ("Norlandic", "Ferrish"), ("Ada Brook", "Eva Stone")))
TEXT = "Norland denies it."
OTHER = "Ferrin denies it."


def names(pair: Pair) -> str:
    """What a test of one pair is called."""
    return pair.name


@pytest.mark.parametrize("pair", pairs(), ids=names)
def test_exchanging_twice_gives_the_text_back(pair: Pair) -> None:
    """For every template, and once is not enough."""
    for row in rows_of(HERE / "sentences.tsv"):
        text = row["words"].format(**pair.fields())
        assert pair.exchange(text) != text
        assert pair.exchange(pair.exchange(text)) == text


def test_there_are_enough_templates_and_no_two_are_alike() -> None:
    """With five pairs they make more than two hundred sentences."""
    words = [row["words"] for row in rows_of(HERE / "sentences.tsv")]
    assert len(words) == len(set(words)) >= FEWEST_TEMPLATES


def test_names_are_exchanged_as_whole_words() -> None:
    """Longest first, possessives too, and not inside other words."""
    assert PAIR.exchange("Norland's Norlandic guards left Norlandia.") == "Ferrin's Ferrish guards left Norlandia."


def token(i: int, words: str, start: int, **labels: str) -> Token:
    """A token that hangs on the second one."""
    given = {"tag": "NNP", "dep": "nsubj", "entity": ""} | labels
    return Token(i, start, start + len(words), words, words.lower(), "PROPN", given["tag"], given["dep"], 1,
                 given["entity"], False)  # fmt: skip


def reading(text: str, **labels: str) -> Reading:
    """A reading of one sentence of four tokens, the first with `labels`."""
    name = text.split(maxsplit=1)[0]
    start = len(name) + 1
    tokens = (
        token(0, name, 0, **labels),
        token(1, "denies", start),
        token(2, "it", start + 7),
        token(3, ".", len(text) - 1),
    )
    return Reading(Document("d", text, "", ()), tokens, (Sentence(Span(0, len(text)), 0, 4, 0),))


def analysis(text: str, *, act: Act = Act.DENIES, side: str | None = None, **labels: str) -> Analysis:
    """An analysis of `text` with one claim, linked to itself."""
    name = text.split(maxsplit=1)[0]
    start = len(name) + 1
    claim = Claim(
        "c", "d", (Span(0, len(name)),), (Span(start, start + 6),), (Span(start + 7, start + 9),), Form.INDIRECT, act,
        Certainty.CERTAIN, Speaker(name, side=side or name),
    )  # fmt: skip
    link = Link("l", "c", "c", LinkKind.REPEATS, Basis.DERIVED, "", "")
    return Analysis(Document("d", text, "", ()), reading(text, **labels), (claim,), Disputes((link,)))


def test_an_exchanged_answer_is_no_difference() -> None:
    """Though every offset is another."""
    found = compare("t", analysis(TEXT), analysis(OTHER), PAIR.exchange)
    assert found.differences == ()
    assert found.decisions == 1 + 5 + 1


def test_each_decision_that_is_not_the_same_is_a_difference() -> None:
    """An act and a side, each with its own words."""
    found = compare("t", analysis(TEXT), analysis(OTHER, act=Act.ASSERTS, side="nobody"), PAIR.exchange)
    assert [(each.what, each.before, each.after) for each in found.differences] == [
        ("side", "Norland", "nobody"),
        ("act", "denies", "asserts"),
    ]
    assert {each.cause for each in found.differences} == {UNCHANGED}


def test_a_claim_or_a_link_that_is_gone_is_a_difference() -> None:
    """In either direction."""
    bare = replace(analysis(OTHER), claims=(), disputes=Disputes())
    for first, second in (
        (analysis(TEXT), bare),
        (replace(bare, document=Document("d", TEXT, "", ())), analysis(OTHER)),
    ):
        assert [each.what for each in compare("t", first, second, PAIR.exchange).differences] == ["claim", "link"]


def test_the_cause_is_the_first_token_that_the_parser_takes_otherwise() -> None:
    """Both labels are told."""
    told = cause_of(reading(TEXT, entity="GPE"), reading(OTHER, entity="PERSON"), 0)
    assert told == "parser: *Norland* is GPE, *Ferrin* in its place is PERSON"
    assert cause_of(reading(TEXT), reading(OTHER), 3) == UNCHANGED
