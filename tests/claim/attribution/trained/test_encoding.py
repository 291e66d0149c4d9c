"""How the words of a window are laid out as pieces, and where its marks stand."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from trees_made import body, made, trees

from counterclaim.claim.attribution.trained.encoding import MARK, laid_out
from counterclaim.claim.attribution.trained.vocabulary import vocabulary
from counterclaim.claim.attribution.trained.windows import Window, windows
from counterclaim.model.document import PartKind
from counterclaim.model.reading import Reading

FIRST, LAST = vocabulary().first, vocabulary().last


def test_a_window_opens_and_closes_with_a_mark() -> None:
    """Between them stand the pieces of each word, with the number of the word."""
    pieces, word_of = laid_out(body("a b c"), Window(0, 3, 0, 3), [(7,), (8, 9), (5,)])
    assert pieces.tolist() == [FIRST, 7, 8, 9, 5, LAST]
    assert word_of.tolist() == [MARK, 0, 1, 1, 2, MARK]


def test_words_are_counted_from_the_start_of_the_window() -> None:
    """A window inside a paragraph has no mark for what stands before it."""
    pieces, word_of = laid_out(body("a b | c d"), Window(2, 4, 2, 4), [(1,), (2,), (3,), (4,)])
    assert pieces.tolist() == [FIRST, 3, 4, LAST]
    assert word_of.tolist() == [MARK, 0, 1, MARK]


def test_paragraphs_are_parted_by_a_mark_and_sentences_are_not() -> None:
    """One mark where another part begins, none where the window itself begins with one."""
    reading = made((PartKind.BODY, [["a"], ["b"]]), (PartKind.BODY, [["c"]]), (PartKind.BODY, [["d"]]))
    cuts = [(1,), (2,), (3,), (4,)]
    assert laid_out(reading, Window(0, 4, 0, 4), cuts)[0].tolist() == [FIRST, 1, 2, LAST, 3, LAST, 4, LAST]
    assert laid_out(reading, Window(2, 4, 2, 4), cuts)[0].tolist() == [FIRST, 3, LAST, 4, LAST]


@settings(deadline=None)
@given(trees(), st.lists(st.integers(1, 5), min_size=1, max_size=5))
def test_every_piece_of_every_word_is_there_in_order(reading: Reading, costs: list[int]) -> None:
    """Without the marks, a window is the pieces of its words."""
    cuts = [(token.i + 1,) * costs[token.i % len(costs)] for token in reading.tokens]
    for window in windows(reading, [len(cut) for cut in cuts]):
        pieces, word_of = laid_out(reading, window, cuts)
        kept = [(int(piece), int(word)) for piece, word in zip(pieces, word_of, strict=True) if word != MARK]
        expected = [(piece, i - window.first) for i in range(window.first, window.last) for piece in cuts[i]]
        assert kept == expected
