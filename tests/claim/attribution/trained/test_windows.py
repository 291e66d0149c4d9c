"""How a document is cut into windows that the encoder can see at once."""

from __future__ import annotations

from itertools import cycle, islice, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from trees_made import PartOfWords, made

from counterclaim.claim.attribution.trained.encoding import laid_out
from counterclaim.claim.attribution.trained.windows import APART, CONTEXT, LONGEST_UNIT, ROOM, Window, windows
from counterclaim.model.document import PartKind
from counterclaim.model.reading import Reading

POSITIONS = 512


def part_of(kind: PartKind, lengths: list[int]) -> PartOfWords:
    """A part of sentences of so many words."""
    return kind, [["w"] * length for length in lengths]


def windows_of(reading: Reading, costs: list[int]) -> list[Window]:
    """The windows, which are whole as every test of them takes for granted."""
    found = list(windows(reading, costs))
    cores = [i for window in found for i in range(window.core_first, window.core_last)]
    assert cores == list(range(len(reading.tokens)))
    for window in found:
        assert window.first <= window.core_first < window.core_last <= window.last
        pieces, _ = laid_out(reading, window, [(7,) * cost for cost in costs])
        assert len(pieces) <= POSITIONS
    return found


def paragraphs(reading: Reading) -> list[tuple[int, int]]:
    """First token and last + 1 of each part."""
    by_part: dict[int, list[int]] = {}
    for sentence in reading.sentences:
        by_part.setdefault(sentence.part, []).extend((sentence.first, sentence.last))
    return [(min(ends), max(ends)) for ends in by_part.values()]


def weight(reading: Reading, costs: list[int], first: int, last: int) -> int:
    """What a window of these whole sentences takes, with a mark for each."""
    return sum(costs[first:last]) + sum(first <= sentence.first < last for sentence in reading.sentences)


lengths = st.lists(st.integers(1, 70), min_size=1, max_size=6)
parts = st.lists(st.builds(part_of, st.sampled_from(PartKind), lengths), min_size=1, max_size=4)
prices = st.lists(st.integers(1, 6) | st.integers(1, LONGEST_UNIT), min_size=1, max_size=30)


@settings(deadline=None, max_examples=50)
@given(parts, prices)
def test_each_token_is_in_one_core_and_every_window_fits(drawn: list[PartOfWords], asked: list[int]) -> None:
    """Whatever the parts, the sentences and the pieces of their words."""
    reading = made(*drawn)
    windows_of(reading, list(islice(cycle(asked), len(reading.tokens))))


@settings(deadline=None, max_examples=50)
@given(parts)
def test_a_paragraph_that_fits_is_never_cut(drawn: list[PartOfWords]) -> None:
    """It stands in one core as a whole."""
    reading = made(*drawn)
    costs = [1] * len(reading.tokens)
    found = windows_of(reading, costs)
    for first, last in paragraphs(reading):
        if weight(reading, costs, first, last) <= ROOM:
            assert any(window.core_first <= first and last <= window.core_last for window in found)


@settings(deadline=None, max_examples=50)
@given(parts)
def test_title_and_excerpt_are_seen_alone(drawn: list[PartOfWords]) -> None:
    """A window that sees a word of one sees nothing else."""
    reading = made(*drawn)
    for window in windows_of(reading, [1] * len(reading.tokens)):
        seen = {reading.sentence_at(i).part for i in range(window.first, window.last)}
        assert len(seen) == 1 or all(reading.document.parts[part].kind not in APART for part in seen)


@settings(deadline=None, max_examples=50)
@given(parts)
def test_context_is_of_the_same_paragraph_and_small(drawn: list[PartOfWords]) -> None:
    """What stands around a core is whole sentences of the paragraph that was cut."""
    reading = made(*drawn)
    for window in windows_of(reading, [1] * len(reading.tokens)):
        before, after = window.core_first - window.first, window.last - window.core_last
        assert max(before, after) <= CONTEXT
        if before or after:
            assert len({reading.sentence_at(i).part for i in (window.first, window.last - 1)}) == 1
            assert reading.sentence_at(window.first).first == window.first
            assert reading.sentence_at(window.last - 1).last == window.last


@settings(deadline=None, max_examples=50)
@given(st.lists(st.builds(part_of, st.just(PartKind.BODY), st.lists(st.integers(1, 20), min_size=1, max_size=5))))
def test_short_paragraphs_share_a_window_as_long_as_they_fit(drawn: list[PartOfWords]) -> None:
    """No two windows that stand next to each other could be one."""
    reading = made(*drawn)
    costs = [1] * len(reading.tokens)
    for one, other in pairwise(windows_of(reading, costs)):
        following = next(last for first, last in paragraphs(reading) if first == other.core_first)
        assert weight(reading, costs, one.first, following) > ROOM


def test_a_document_without_words_has_no_windows() -> None:
    """An empty file is not an error."""
    assert list(windows(made(), [])) == []


def test_a_paragraph_of_ten_thousand_words_is_cut_between_sentences() -> None:
    """Every core begins and ends with a sentence, and every inner one has context on both sides."""
    reading = made(part_of(PartKind.BODY, [20] * 500))
    found = windows_of(reading, [1] * 10_000)
    assert all(window.core_first % 20 == window.core_last % 20 == 0 for window in found)
    assert all(window.first < window.core_first and window.core_last < window.last for window in found[1:-1])


def test_a_sentence_of_three_thousand_words_is_cut_inside() -> None:
    """No cut between sentences is possible, and every word is seen all the same."""
    reading = made(part_of(PartKind.BODY, [30, 3_000, 30]))
    assert len(windows_of(reading, [2] * 3_060)) > 3_000 * 2 // LONGEST_UNIT


def test_words_of_many_pieces_are_counted_by_their_pieces() -> None:
    """Ten words of a hundred pieces need more windows than ten of one."""
    reading = made(part_of(PartKind.BODY, [10]))
    assert len(windows_of(reading, [1] * 10)) == 1
    assert len(windows_of(reading, [100] * 10)) == 3
