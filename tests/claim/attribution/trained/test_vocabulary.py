"""How words are cut into the pieces that the encoder knows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.claim.attribution.trained.vocabulary import LONGEST_WORD, MOST_PIECES, Vocabulary, vocabulary
from counterclaim.claim.attribution.trained.windows import LONGEST_UNIT

PIECES = (
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "dam",
    "##s",
    "##age",
    "un",
    "##safe",
    "cafe",
    ",",
    "'",
    "s",
    "-",
    "水",
    "$",
)
KNOWN = Vocabulary(PIECES)
UNKNOWN = ["[UNK]"]


def cut(word: str) -> list[str]:
    """The pieces of a word by their names."""
    return [PIECES[number] for number in KNOWN.cut(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        pytest.param("dam", ["dam"], id="a known word is one piece"),
        pytest.param("damage", ["dam", "##age"], id="the longest piece goes first"),
        pytest.param("unsafe", ["un", "##safe"], id="a piece that goes on is another than one that begins"),
        pytest.param("DAM", ["dam"], id="capitals are small letters"),
        pytest.param("Café", ["cafe"], id="accents are dropped"),
        pytest.param("cafe\u0301", ["cafe"], id="combining accents too"),
        pytest.param("dam's", ["dam", "'", "s"], id="punctuation stands alone"),
        pytest.param("dam,-,dam", ["dam", ",", "-", ",", "dam"], id="each mark of punctuation by itself"),
        pytest.param("$dam", ["$", "dam"], id="an ASCII sign is punctuation"),
        pytest.param("da\u200bm", ["dam"], id="a zero width space is nothing"),
        pytest.param("da\u200dm\ufeff", ["dam"], id="a joiner and a byte order mark are nothing"),
        pytest.param("da\x00m\x07", ["dam"], id="control characters are nothing"),
        pytest.param("da m\u00a0", ["dam"], id="blanks inside a word are nothing"),
        pytest.param("da\ud800m", ["dam"], id="half a surrogate pair is nothing"),
        pytest.param("水水", ["水", "水"], id="ideographs stand alone"),
        pytest.param("dam水s", ["dam", "水", "s"], id="and part the word they stand in"),
        pytest.param("火", UNKNOWN, id="an ideograph that is not known"),
        pytest.param("🌊", UNKNOWN, id="an emoji that is not known"),
        pytest.param("dam🌊", UNKNOWN, id="a word with an emoji is unknown as a whole"),
        pytest.param("dam-x", ["dam", "-", "[UNK]"], id="but only as far as the next punctuation"),
        pytest.param("damx", UNKNOWN, id="a rest that is not known spoils the word"),
        pytest.param("", UNKNOWN, id="an empty word is one piece"),
        pytest.param("\u200b", UNKNOWN, id="nothing but a zero width space is one piece"),
        pytest.param("s" * (LONGEST_WORD + 1), UNKNOWN, id="an over-long word is not looked at"),
    ],
)
def test_a_word_is_cut_so(word: str, pieces: list[str]) -> None:
    """Each peculiarity of writing gives these pieces."""
    assert cut(word) == pieces


def test_a_word_of_just_the_greatest_length_is_looked_at() -> None:
    """The limit belongs to what is allowed."""
    assert cut("s" * LONGEST_WORD) == ["s", *["##s"] * (LONGEST_WORD - 1)]


def test_the_marks_have_their_numbers() -> None:
    """A window opens with one and closes with the other."""
    assert (PIECES[KNOWN.first], PIECES[KNOWN.last]) == ("[CLS]", "[SEP]")


def test_the_encoders_own_vocabulary_knows_plain_words() -> None:
    """The file that is shipped is the one the encoder was trained with."""
    shipped = vocabulary()
    assert [len(shipped.cut(word)) for word in ("said", "Minister", "denied", "“", "’", "…")] == [1] * 6
    assert (shipped.first, shipped.last) == (101, 102)
    assert shipped.cut("🫨") == (100,)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_word_has_pieces_and_always_the_same(word: str) -> None:
    """At least one, all known, and those of the lower-case word."""
    pieces = vocabulary().cut(word)
    assert pieces
    assert all(0 <= number < 30_522 for number in pieces)
    assert vocabulary().cut(word) == pieces == Vocabulary.cut(vocabulary(), word)


@settings(deadline=None)
@given(st.sampled_from(["각_", "水", "한.", "a-", "“"]), st.integers(1, 400))
def test_no_word_alone_is_too_much_for_a_window(unit: str, times: int) -> None:
    """However a word is written, its pieces fit in beside the marks and the context."""
    assert len(vocabulary().cut(unit * times)) <= MOST_PIECES < LONGEST_UNIT
