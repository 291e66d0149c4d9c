"""What the network is told of each word, and of each word as seen from a cue."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trees_made import LABELS, body, disjoint, hanging, made, roles, trees

from counterclaim.claim.attribution.trained.features import (
    BUCKETS,
    HANGING,
    KINDS,
    LISTED,
    NEAR,
    PAIR_COLUMNS,
    SHAPES,
    WORD_COLUMNS,
    Features,
    Roles,
    roles_of,
    shape,
)
from counterclaim.model.claim import Attribution
from counterclaim.model.document import PartKind
from counterclaim.model.reading import Quotation, Reading


def column(features: Features, name: str) -> list[int]:
    """One column of what is told of the words."""
    return [int(n) for n in features.words[:, WORD_COLUMNS.index(name)]]


def seen(features: Features, name: str, *cue: int) -> list[int]:
    """One column of what is told of all words as seen from a cue."""
    return [int(n) for n in features.pairs(cue, 0, len(features.reading.tokens))[:, PAIR_COLUMNS.index(name)]]


def told(reading: Reading, *ruled: Roles) -> Features:
    """The features of a reading."""
    return Features(reading, ruled, LABELS)


@settings(deadline=None)
@given(st.data())
def test_every_number_is_below_the_size_of_its_column(data: st.DataObject) -> None:
    """Whatever the tree, the labels, the quotations and what the rules found; a larger one would read past a table."""
    reading = data.draw(trees())
    size = len(reading.tokens)
    features = told(reading, *data.draw(st.lists(disjoint(size), max_size=3)))
    assert features.words.shape == (size, len(WORD_COLUMNS))
    assert (features.words >= 0).all()
    assert (features.words < np.array(LABELS.word_sizes())).all()
    first = data.draw(st.integers(0, size - 1))
    cue = range(first, data.draw(st.integers(first + 1, size)))
    start, end = data.draw(st.integers(0, first)), data.draw(st.integers(first + 1, size))
    pairs = features.pairs(cue, start, end)
    assert pairs.shape == (end - start, len(PAIR_COLUMNS))
    assert (pairs >= 0).all()
    assert (pairs < np.array(LABELS.pair_sizes())).all()


@settings(deadline=None)
@given(st.data())
def test_a_word_looks_the_same_from_a_cue_in_every_window(data: st.DataObject) -> None:
    """What a window leaves out changes nothing of what it shows."""
    reading = data.draw(trees())
    size = len(reading.tokens)
    features = told(reading, *data.draw(st.lists(disjoint(size), max_size=2)))
    cue = (data.draw(st.integers(0, size - 1)),)
    start = data.draw(st.integers(0, size - 1))
    end = data.draw(st.integers(start + 1, size))
    assert (features.pairs(cue, start, end) == features.pairs(cue, 0, size)[start:end]).all()


def test_a_reading_without_words_has_no_rows() -> None:
    """The columns are there all the same."""
    assert told(made()).words.shape == (0, len(WORD_COLUMNS))


def test_labels_that_the_network_does_not_know_are_nothing() -> None:
    """Another parser may have others; no entity is told from one that is not known."""
    reading = body("a b c")
    labelled = zip(reading.tokens, (("NN", "nsubj", "ORG"), ("XX", "zz", "ZZ"), ("IN", "ROOT", "")), strict=True)
    tokens = tuple(token._replace(tag=tag, dep=dep, entity=entity) for token, (tag, dep, entity) in labelled)
    features = told(replace(reading, tokens=tokens))
    assert column(features, "tag") == [1, 0, 3]
    assert column(features, "dep") == [2, 0, 1]
    assert column(features, "entity") == [3, 0, 1]


def test_each_word_has_the_kind_of_its_part() -> None:
    """From 1, in the order of the kinds."""
    reading = made(*((kind, [["a"]]) for kind in PartKind))
    assert column(told(reading), "part") == [KINDS.index(kind) + 1 for kind in PartKind]


@pytest.mark.parametrize(
    ("word", "named"),
    [
        ("dam", "lower"),
        ("Dam", "title"),
        ("NATO", "upper"),
        ("14", "number"),
        ("14-strong", "lower"),
        ("“", "mark"),
        ("🌊", "mark"),
        ("", "mark"),
        ("McKay", "mixed"),
    ],
)
def test_a_word_has_a_shape(word: str, named: str) -> None:
    """As it is written."""
    assert SHAPES[shape(word) - 1] == named


def test_words_know_how_they_stand_in_quotations() -> None:
    """Outside, inside, first and last; a quotation of one word ends with it."""
    reading = body("He “ is here ” today “")
    quoted = replace(reading, quotations=(Quotation((reading.span_of(1, 4),)), Quotation((reading.span_of(6, 6),))))
    assert column(told(quoted), "quoted") == [1, 3, 2, 2, 4, 1, 4]


def test_words_know_what_the_rules_made_of_them() -> None:
    """1 for nothing; else 1, 2 and 4 for source, cue and content, added up over all attributions."""
    features = told(body("a b c d e"), roles([0], [1], [2, 3]), roles([3], [2], []))
    assert column(features, "rules") == [2, 3, 7, 6, 1]


def test_words_know_which_table_of_cues_has_them() -> None:
    """By lemma and part of speech."""
    reading = body("say claim dam reportedly")
    kinds = zip(reading.tokens, ("VERB", "NOUN", "NOUN", "ADV"), strict=True)
    features = told(replace(reading, tokens=tuple(token._replace(pos=pos) for token, pos in kinds)))
    assert [LISTED[n - 1] for n in column(features, "listed")] == ["speech", "noun", "no", "adverb"]


def test_the_branch_below_a_cue_is_that_of_its_child() -> None:
    """A word deep in the content has the relation by which the content hangs on the cue."""
    reading = hanging(body("Birk says dam is safe"), (1, "nsubj"), (1, "ROOT"), (3, "nsubj"), (1, "ccomp"), (3, "prep"))
    number = LABELS.numbers[1]
    below = number["ccomp"] + 2
    assert seen(told(reading), "branch", 1) == [number["nsubj"] + 2, 2, below, below, below]


def test_outside_the_cues_subtree_a_word_knows_whether_it_is_below_the_cues_head() -> None:
    """The number also tells how the cue hangs on that head."""
    reading = hanging(
        body("port is dam which Birk says | rain"),
        (1, "nsubj"),
        (1, "ROOT"),
        (1, "ccomp"),
        (5, "punct"),
        (5, "nsubj"),
        (2, "relcl"),
        (6, "ROOT"),
    )
    number = LABELS.numbers[1]
    outside = len(LABELS.deps) + 3 + 2 * HANGING.index("relcl")
    below_head, elsewhere = outside, outside + 1
    expected = [elsewhere, elsewhere, below_head, number["punct"] + 2, number["nsubj"] + 2, 2, 1]
    assert seen(told(reading), "branch", 5) == expected


def test_a_cue_of_two_words_hangs_as_its_upper_word_does() -> None:
    """*has said*: both are the cue, and the auxiliary's head is inside."""
    reading = hanging(body("Birk has said so"), (2, "nsubj"), (2, "punct"), (2, "ROOT"), (2, "ccomp"))
    number = LABELS.numbers[1]
    assert seen(told(reading), "branch", 1, 2) == [number["nsubj"] + 2, 2, 2, number["ccomp"] + 2]


def test_a_cue_that_a_rule_has_shows_what_the_rule_found() -> None:
    """5 its cue, 3 its source, 4 its content, 2 the rest; 1 where no rule has the cue."""
    features = told(body("a b c d"), roles([0], [1], [2]))
    assert seen(features, "rules", 1) == [3, 5, 4, 2]
    assert seen(features, "rules", 3) == [1, 1, 1, 1]


def test_of_two_rules_the_one_that_shares_more_of_the_cue_is_shown() -> None:
    """However they are ordered."""
    one, other = roles([0], [2], [4]), roles([4], [2, 3], [0])
    for ruled in ((one, other), (other, one)):
        assert seen(told(body("a b c d e"), *ruled), "rules", 2, 3) == [4, 2, 5, 5, 3]


def test_quotations_are_told_as_seen_from_the_cue() -> None:
    """From inside: the same, another, none; from outside: none, one in this sentence, one in another."""
    reading = body("a “b” c “d” | “e” f")
    pieces = (1, 3, 4)
    quoted = replace(reading, quotations=tuple(Quotation((reading.span_of(i, i),)) for i in pieces))
    assert seen(told(quoted), "quotation", 1) == [3, 1, 3, 2, 2, 3]
    assert seen(told(quoted), "quotation", 2) == [4, 5, 4, 5, 6, 4]


def test_sentences_are_counted_up_to_three_away() -> None:
    """Further ones look alike."""
    reading = body(" | ".join("abcdefghi"))
    assert seen(told(reading), "sentences", 4) == [1, 1, 2, 3, 4, 5, 6, 7, 7]
    assert max(seen(told(reading), "sentences", 0)) == 2 * NEAR + 1


def test_distances_are_told_apart_the_better_the_nearer() -> None:
    """0 between the words of the cue; before it and after it other numbers, which grow with the distance."""
    reading = body(" ".join(["w"] * 400))
    far = seen(told(reading), "distance", 200, 201)
    assert far[200:202] == [1, 1]
    assert sorted(set(far[:200])) == list(range(2, 3 + len(BUCKETS)))
    assert sorted(set(far[202:])) == list(range(3 + len(BUCKETS), 4 + 2 * len(BUCKETS)))
    assert far[:200] == sorted(far[:200], reverse=True)
    assert far[202:] == sorted(far[202:])


def test_the_roles_of_an_attribution_are_the_tokens_its_spans_touch() -> None:
    """A span that begins inside a token takes the whole token."""
    reading = body("Birk says dam holds")
    said = Attribution((reading.span_of(0, 0),), (reading.span_of(1, 1),), (reading.span_of(2, 3),), None, "test.v1")
    assert roles_of(reading, said) == roles([0], [1], [2, 3])
