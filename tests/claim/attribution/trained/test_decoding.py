"""The best row of labels is the best of all allowed rows, of equals the one with the smaller labels; and cue runs."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.claim.attribution.trained.decoding import SURE, best_rows, cue_runs
from counterclaim.claim.attribution.trained.labels import LABELS, OUTSIDE, allowed, ends, starts

Scores = npt.NDArray[np.float32]

COUNT = len(LABELS)
EDGES = (starts(), ends())
LONGEST = 4
ROWS = {
    words: [
        row
        for row in product(range(COUNT), repeat=words)
        if EDGES[0][row[0]] == EDGES[1][row[-1]] == 0 and all(allowed()[a, b] == 0 for a, b in pairwise(row))
    ]
    for words in range(1, LONGEST + 1)
}
# Quarters add up without rounding, and so small that no word is surely outside; many are equal.
quarters = st.integers(-12, 12).map(lambda n: n / 4)


def tables(words: int) -> st.SearchStrategy[Scores]:
    """Scores of so many words."""
    row = st.lists(quarters, min_size=COUNT, max_size=COUNT)
    return st.lists(row, min_size=words, max_size=words).map(lambda rows: np.array(rows, dtype=np.float32))


any_table = st.integers(1, LONGEST).flatmap(tables)
learned = tables(COUNT).map(lambda drawn: allowed() + drawn)


def outside(words: int) -> Scores:
    """Words that are surely in no role."""
    scores = np.full((words, COUNT), -SURE, dtype=np.float32)
    scores[:, OUTSIDE] = 0
    return scores


def best_of_all(scores: Scores, moves: Scores) -> list[int]:
    """The best allowed row, by looking at every one; of equals that with the smaller label at the last difference."""

    def value(row: tuple[int, ...]) -> float:
        own = sum(float(scores[word, label]) for word, label in enumerate(row))
        return own + sum(float(moves[a, b]) for a, b in pairwise(row))

    return list(min(ROWS[len(scores)], key=lambda row: (-value(row), row[::-1])))


@settings(max_examples=60, deadline=None)
@given(any_table, learned)
def test_the_row_is_the_best_of_all_allowed_ones(scores: Scores, moves: Scores) -> None:
    """Whatever the scores of labels and of moves, ties included."""
    assert best_rows([scores], moves, EDGES) == [best_of_all(scores, moves)]


@settings(max_examples=60, deadline=None)
@given(st.lists(any_table, min_size=1, max_size=4), learned, st.lists(st.integers(0, 3), min_size=8, max_size=8))
def test_cues_that_are_decoded_side_by_side_do_not_touch_each_other(
    tables: list[Scores], moves: Scores, around: list[int]
) -> None:
    """Each row is what it is alone, however long the others and whatever is outside around them."""
    padded = [np.concatenate([outside(around[n]), scores, outside(around[n + 4])]) for n, scores in enumerate(tables)]
    alone = [best_rows([scores], moves, EDGES)[0] for scores in padded]
    assert best_rows(padded, moves, EDGES) == alone


@settings(max_examples=60, deadline=None)
@given(any_table, st.integers(0, 5), st.integers(0, 5))
def test_words_that_are_surely_outside_change_nothing(scores: Scores, before: int, after: int) -> None:
    """They are left out of the search, and the row between them is what it would be without them."""
    (row,) = best_rows([np.concatenate([outside(before), scores, outside(after)])], allowed(), EDGES)
    assert row == [OUTSIDE] * before + best_of_all(scores, allowed()) + [OUTSIDE] * after


@settings(max_examples=60, deadline=None)
@given(tables(2), learned)
def test_learned_moves_count_at_the_edges_of_what_is_searched(scores: Scores, moves: Scores) -> None:
    """From the words outside into a stretch and out of it again costs what it costs in the whole search."""
    whole = np.concatenate([outside(1), scores, outside(1)])
    whole[[0, -1], 1:] = -1e3
    assert best_rows([whole], moves, EDGES) == [best_of_all(whole, moves)]


def test_nothing_to_decode_gives_nothing() -> None:
    """A document without a cue."""
    assert best_rows([], allowed(), EDGES) == []


def test_where_all_words_are_outside_the_row_says_so() -> None:
    """No hull is left to search."""
    assert best_rows([outside(5)], allowed(), EDGES) == [[OUTSIDE] * 5]


def test_of_equals_the_smaller_label_is_taken() -> None:
    """Where nothing is better than anything, everything is outside, and of two roles the source comes first."""
    assert best_rows([np.zeros((3, COUNT), np.float32)], allowed(), EDGES) == [[OUTSIDE] * 3]
    scores = np.full((1, COUNT), 1, np.float32)
    scores[0, :2] = 0
    assert best_rows([scores], allowed(), EDGES) == [[LABELS.index("sS")]]


def test_a_stretch_in_the_middle_of_a_long_row_is_found() -> None:
    """Its labels stand where its words stand."""
    scores = outside(300)
    for word, label in ((120, "sS"), (121, "K"), (122, "cB"), (123, "cI"), (124, "cE")):
        scores[word, LABELS.index(label)] = 5
    (row,) = best_rows([scores], allowed(), EDGES)
    assert [LABELS[label] for label in row[119:126]] == ["O", "sS", "K", "cB", "cI", "cE", "O"]
    assert set(row[:120] + row[125:]) == {OUTSIDE}


def tags(*words: tuple[float, float]) -> Scores:
    """The probabilities of no cue, first word and further word, given the last two."""
    return np.array([(1 - first - further, first, further) for first, further in words], dtype=np.float32)


@pytest.mark.parametrize(
    ("words", "runs"),
    [
        pytest.param([(0.1, 0.1), (0.4, 0)], [], id="nothing is likely enough"),
        pytest.param([(0, 0), (0.75, 0), (0, 0)], [(1, 2, 0.75)], id="a cue of one word"),
        pytest.param([(0.75, 0), (0.1, 0.8), (0, 0.9)], [(0, 3, 0.75)], id="a cue goes on to the end"),
        pytest.param([(0.75, 0), (0.2, 0.4), (0, 0.9)], [(0, 1, 0.75)], id="further must be the likeliest to go on"),
        pytest.param([(0.75, 0), (0.625, 0.1)], [(0, 1, 0.75), (1, 2, 0.625)], id="two cues side by side"),
        pytest.param([(0.5, 0)], [(0, 1, 0.5)], id="as likely as asked is likely enough"),
        pytest.param([(0, 0.9), (0, 0.9)], [], id="nothing goes on that has not begun"),
        pytest.param([], [], id="no words"),
    ],
)
def test_a_cue_begins_at_its_first_word_and_goes_on(
    words: list[tuple[float, float]], runs: list[tuple[int, int, float]]
) -> None:
    """First word, last + 1 and probability."""
    assert cue_runs(tags(*words) if words else np.zeros((0, 3), np.float32), 0.5) == runs
