"""The texts written for training keep to their form, and braces become spans of the words they enclose."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.corpora import TEXTS, own_text, own_texts, unbraced

from counterclaim.model.claim import Act
from counterclaim.model.span import hold, words_of

FEWEST_TEXTS, FEWEST_MARKED = 200, 2000
RAW = """title: {1s Kelm} {1c denies} {1t {2s Vardan} {2c claims}}
date: 2023-05-04
acts: 1 denies, 2 asserts, 3 asserts

A ferry sank. {3?s The pilot} {3c said} {3t it was "old

and slow"}, and left.
"""


def test_a_piece_of_an_attribution_is_a_span_of_its_words() -> None:
    """In the title as in the body, over the end of a paragraph too."""
    example = own_text("ferry", RAW)
    text = example.document.text
    found = [(words_of(m.source, text), words_of(m.cue, text), words_of(m.content, text)) for m in example.marked]
    assert found == [
        ("Kelm", "denies", "Vardan claims"),
        ("Vardan", "claims", ""),
        ("The pilot", "said", 'it was "old\n\nand slow"'),
    ]
    assert [m.optional for m in example.marked] == [False, False, True]
    assert [part.span.of(text) for part in example.document.parts] == [
        "Kelm denies Vardan claims",
        'A ferry sank. The pilot said it was "old',
        'and slow", and left.',
    ]


@pytest.mark.parametrize("marked", ["{1s Kelm", "a { brace"])
def test_a_brace_that_opens_nothing_or_never_closes_is_refused(marked: str) -> None:
    """By name and place, so that its writer finds it."""
    with pytest.raises(ValueError, match=r"brace|closed"):
        unbraced(marked)


def test_there_are_as_many_texts_as_the_model_card_says() -> None:
    """A folder that went astray would make the tests below pass."""
    examples = list(own_texts())
    assert len(examples) >= FEWEST_TEXTS
    assert sum(len(each.marked) for each in examples) >= FEWEST_MARKED


@pytest.mark.parametrize("path", sorted(Path(TEXTS).rglob("*-*.txt")), ids=lambda path: path.stem)
def test_every_text_has_cue_content_and_act_for_each_attribution(path: Path) -> None:
    """No blank at an edge, each piece inside a part or over whole ones."""
    example = own_text(path.stem, path.read_text(encoding="utf-8"))
    text = example.document.text
    assert "{" not in text and "}" not in text
    for each in example.marked:
        assert each.cue and each.content
        assert each.act in set(Act)
        pieces = [span.of(text) for span in (*each.source, *each.cue, *each.content)]
        assert all(piece == piece.strip() for piece in pieces)
        assert hold([part.span for part in example.document.parts], each.cue)
