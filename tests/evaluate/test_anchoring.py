"""Gold names spans by their words, and anchoring finds the very ones that are meant."""

from __future__ import annotations

from typing import Any

from answers_made import GOLD, SECOND, TEXT, answer
from evaluate.anchoring import context, flat, parts_of, placed, window
from hypothesis import given
from hypothesis import strategies as st

PARTS = parts_of(answer()["documents"][0])


def words_of(spans: list[list[int]]) -> list[str]:
    """What the spans quote."""
    return [TEXT[start:end] for start, end in spans]


def marked(**changes: Any) -> dict[str, Any]:
    """The first gold attribution, changed."""
    return GOLD["attributions"][0] | changes


def test_every_string_of_gold_is_found_in_its_part() -> None:
    """The spans quote just the strings."""
    for each in GOLD["attributions"]:
        spans = placed(each, flat(TEXT), PARTS)
        assert spans is not None
        for key in ("source", "cue", "content"):
            assert words_of(spans[key]) == each[key]
            assert all(start >= SECOND for start, _ in spans[key])


def test_a_source_that_stands_in_the_content_too_is_taken_outside_of_it() -> None:
    """The nearest occurrence that is no part of what is said."""
    spans = placed(GOLD["attributions"][1], flat(TEXT), PARTS)
    assert spans is not None
    assert spans["source"] == [[TEXT.index("Ferrin denied"), TEXT.index(" denied")]]


def test_words_that_are_not_there_are_not_placed() -> None:
    """None, never something like them."""
    for key in ("source", "cue", "content"):
        assert placed(marked(**{key: ["nowhere at all"]}), flat(TEXT), PARTS) is None


def test_whole_words_are_preferred() -> None:
    """*it* is not the middle of *with*."""
    text = "With it they went."
    found = placed({"source": ["they"], "cue": ["went"], "content": ["it"]}, text, {"body": (0, len(text))})
    assert found is not None
    assert found["content"] == [[5, 7]]


def test_pieces_of_a_content_come_one_after_the_other() -> None:
    """The second *calm* is the one after the first piece."""
    text = "calm, she said, and calm"
    gold = {"source": ["she"], "cue": ["said"], "content": ["calm", "calm"]}
    found = placed(gold, text, {"body": (0, len(text))})
    assert found is not None
    assert found["content"] == [[0, 4], [20, 24]]


def test_the_context_says_which_occurrence_is_meant() -> None:
    """Title and body both have a Norland."""
    assert context(marked(at="Norland claims"), "at", flat(TEXT), PARTS) == (0, len("Norland claims"))
    assert window(marked(where="title"), flat(TEXT), PARTS) == PARTS["title"]
    assert window(marked(where="caption"), flat(TEXT), PARTS) == PARTS["body"]


def test_a_context_from_the_front_matter_is_looked_for_without_its_key() -> None:
    """The line of the file is not the line of the text."""
    raw = marked(at='title: "Norland claims it holds Orrin, Ferrin denies it"')
    assert context(raw, "at", flat(TEXT), PARTS) == PARTS["title"]


@given(st.text(alphabet="ab \n\t\u00a0é𐐷", max_size=40))
def test_flattening_keeps_every_offset(text: str) -> None:
    """White space becomes blanks, one for one."""
    assert len(flat(text)) == len(text)
    assert all(one == other or one.isspace() for one, other in zip(text, flat(text), strict=True))


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 30))
def test_what_is_placed_quotes_what_was_asked_for(start: int, length: int) -> None:
    """Any stretch of the text, as a content."""
    piece = flat(TEXT)[start : start + length].strip()
    found = placed({"source": [], "cue": [], "content": [piece]}, flat(TEXT), PARTS) if piece else None
    if found is not None:
        ((low, high),) = found["content"]
        assert flat(TEXT)[low:high] == piece
