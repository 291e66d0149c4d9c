"""Quoting: exact words, never too many, never a whole paragraph, with at most their sentence around them."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterclaim.model.span import Span
from counterclaim.publish.quoting import (
    AROUND,
    BETWEEN,
    CUT,
    LETTERS,
    LONGEST,
    Terms,
    bare,
    quote,
    shortened,
    word_count,
)
from stories_made import span_of

FERRY = "The ferry at Orsa sank in the night, the harbour master of Veldaria said on the radio."
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def told(count: int, first: int = 0) -> str:
    """So many words that are all different."""
    return " ".join(f"{NUMBERS[number % 10]}{number}" for number in range(first, first + count))


def terms(*paragraphs: str, whole: bool = False) -> Terms:
    """A text of these paragraphs."""
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Terms("\n\n".join(paragraphs), tuple(spans), whole)


def test_a_claim_is_shown_in_its_exact_words_with_its_sentence_around_it() -> None:
    """Where the sentence is not all of the paragraph."""
    text = terms(f"{FERRY} Nobody was on board.")
    shown = quote([span_of("sank in the night", text.text)], Span(0, len(FERRY)), text)
    assert (shown.before, shown.words, shown.cut) == ("The ferry at Orsa ", "sank in the night", 0)
    assert shown.after == ", the harbour master of Veldaria said on the radio."


def test_a_sentence_that_is_the_paragraph_is_not_shown_around_the_words() -> None:
    """Else the paragraph would stand there whole."""
    text = terms(FERRY, "Nobody was on board.")
    shown = quote([span_of("sank in the night", text.text)], Span(0, len(FERRY)), text)
    assert (shown.before, shown.words, shown.after) == ("", "sank in the night", "")


def test_a_text_that_may_be_shown_is_quoted_without_limits() -> None:
    """All pieces, the whole sentence."""
    text = terms(told(200), whole=True)
    shown = quote([Span(5, 900)], Span(0, len(text.text)), text)
    assert shown.words == text.text[5:900]
    assert shown.before + shown.words + shown.after == text.text


def test_pieces_are_joined_and_what_is_between_them_is_left_out() -> None:
    """As a quotation in print would be."""
    text = terms(f"{FERRY} Nobody was on board.")
    pieces = [span_of("The ferry at Orsa", text.text), span_of("in the night", text.text)]
    assert quote(pieces, None, text).words == f"The ferry at Orsa{BETWEEN}in the night"


def test_a_long_quotation_is_cut_and_says_how_much_is_left_out() -> None:
    """At the stated limit, and nothing of the sentence stands after it."""
    text = terms(f"{told(80)} and so on.")
    shown = quote([Span(0, len(told(75)))], Span(0, len(text.text)), text)
    assert (shown.words, shown.cut, shown.after) == (f"{told(60)} {CUT}", 15, "")


def test_context_is_cut_on_both_sides() -> None:
    """At most so many words on either, the nearest ones."""
    text = terms(f"{told(40)} HERE {told(40, 50)}", "More.")
    shown = quote([span_of("HERE", text.text)], Span(0, len(text.text) - 7), text)
    assert shown.before == f"{CUT} {told(AROUND, 15)} "
    assert shown.after == f" {told(AROUND, 50)} {CUT}"


def test_a_claim_of_a_whole_paragraph_loses_its_end() -> None:
    """However it is put in: with other words around it, in pieces, or twice in the text."""
    text = terms(told(20), "Then nothing happened for days.", told(20))
    for content in ([Span(0, len(told(20)))], [Span(0, len(text.text))], [Span(0, 9), Span(10, len(told(20)))]):
        shown = quote(content, None, text)
        assert shown.cut
        assert bare(told(20)) not in bare(shown.words)


def test_paragraphs_that_run_through_several_pieces_are_not_shown_whole() -> None:
    """The second piece of a claim can be a paragraph as well as the first."""
    text = terms(told(12), told(12, 20), told(12, 40))
    shown = quote([Span(20, len(told(12))), text.paragraphs[1], text.paragraphs[2]], None, text)
    assert not any(bare(each.of(text.text)) in bare(shown.words) for each in text.paragraphs)


def test_a_heading_of_a_word_or_two_cuts_no_claim() -> None:
    """It stands in many a sentence by chance."""
    text = terms("Orsa", "The ferry", f"{FERRY} Nobody was on board.")
    shown = quote([span_of("The ferry at Orsa sank", text.text)], None, text)
    assert (shown.words, shown.cut) == ("The ferry at Orsa sank", 0)


def test_a_claim_that_is_a_heading_of_two_words_is_shown() -> None:
    """Cut it would say something else."""
    text = terms("Not true", FERRY)
    assert quote([Span(0, 8)], None, text).words == "Not true"


def test_a_heading_of_four_words_is_a_paragraph() -> None:
    """Also inside a claim of several pieces."""
    text = terms("We do not go", f"{FERRY} Nobody was on board.")
    shown = quote([span_of("The ferry", text.text), Span(0, 12)], None, text)
    assert "wedonotgo" not in bare(shown.words)


def test_a_sentence_of_another_place_is_no_context() -> None:
    """None, one that does not hold the words, one that ends before the last of them."""
    text = terms(f"{FERRY} Nobody was on board.", told(30))
    words = [span_of("sank in the night", text.text)]
    assert quote(words, None, text).before == ""
    assert quote(words, span_of("Nobody was on board.", text.text), text).before == ""
    two = [*words, span_of("Nobody was", text.text)]
    shown = quote(two, Span(0, len(FERRY)), text)
    assert (shown.before, shown.after) == ("The ferry at Orsa ", "")


@pytest.mark.parametrize(
    "letters",
    ["漢", "かな", "ไทย", "សម", "ابجد", "x", "абв", "한"],
    ids=["han", "kana", "thai", "khmer", "arabic", "latin", "cyrillic", "hangul"],
)
def test_text_without_blanks_is_cut_too(letters: str) -> None:
    """By signs or by letters: sixty words are never more than six hundred letters."""
    text = terms(letters * 1000, "Another paragraph follows here.")
    shown = quote([Span(10, 990)], Span(0, len(letters) * 1000), text)
    assert len(shown.words) <= LONGEST * LETTERS + len(CUT) + 1
    assert len(shown.before) + len(shown.after) <= 2 * (AROUND * LETTERS + len(CUT) + 1)
    assert shown.cut > 0


def test_sixty_signs_of_a_script_without_blanks_are_sixty_words() -> None:
    """A Han sign is nearer to a word than to a letter."""
    assert shortened("漢" * 100, 60) == ("漢" * 60 + f" {CUT}", 40)
    assert word_count("ไทย" * 4) == 3


def test_a_text_that_needs_no_cut_stays_as_it_is() -> None:
    """Blanks and line ends too."""
    assert shortened("  one \n two  ", 2) == ("  one \n two  ", 0)
    assert shortened("", 5) == ("", 0)
    assert shortened("one two", 0) == (CUT, 2)


def test_what_others_say_of_a_text_holds_none_of_its_paragraphs() -> None:
    """A reason or a question that quotes one loses its end; one without stays as it is."""
    text = terms("The ferry sank in the night", "Short one")
    assert text.thinned("Orsa says “the ferry, sank in the NIGHT”: so") == f"Orsa says “the ferry, sank in {CUT}”: so"
    assert text.thinned("Orsa says “the ferry sank in the day”") == "Orsa says “the ferry sank in the day”"
    assert text.thinned("A short one.") == "A short one."
    assert Terms(text.text, text.paragraphs, whole=True).thinned(text.text) == text.text


WORDS = st.text(alphabet="ab 漢字ไé.-ßİ\n…“”", min_size=1, max_size=60).filter(str.strip)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=5).map(lambda found: [*found, found[0]])


@st.composite
def quoted(draw: st.DrawFn) -> tuple[Terms, list[Span], Span | None]:
    """A text that is not open, one to three pieces of it in order, and sometimes a sentence that holds the first."""
    repeat = draw(st.integers(1, 12))
    text = terms(*(paragraph * repeat for paragraph in draw(PARAGRAPHS)))
    ends = sorted(draw(st.sets(st.integers(0, len(text.text)), min_size=2, max_size=6)))
    pieces = [Span(first, last) for first, last in zip(ends[::2], ends[1::2], strict=False)]
    start = draw(st.integers(0, pieces[0].start))
    around = Span(start, draw(st.integers(pieces[0].end, len(text.text))))
    return text, pieces, draw(st.sampled_from([None, around]))


@given(quoted())
def test_words_shown_are_the_beginning_of_the_words_quoted(case: tuple[Terms, list[Span], Span | None]) -> None:
    """Character for character, but for the sign that something was cut; context stands where it says."""
    text, pieces, sentence = case
    shown = quote(pieces, sentence, text)
    words = BETWEEN.join(piece.of(text.text) for piece in pieces)
    if shown.cut:
        assert shown.words.endswith(CUT)
        assert words.startswith(shown.words.removesuffix(CUT).removesuffix(" "))
    else:
        assert shown.words == words
    assert text.text[: pieces[0].start].endswith(shown.before.removeprefix(f"{CUT} "))
    assert text.text[pieces[-1].end :].startswith(shown.after.removesuffix(f" {CUT}"))


@given(quoted())
def test_no_quotation_is_too_long_or_a_whole_paragraph(case: tuple[Terms, list[Span], Span | None]) -> None:
    """Words by blanks, letters where there are none; paragraphs by letters and figures alone."""
    text, pieces, sentence = case
    shown = quote(pieces, sentence, text)
    assert len(shown.words.removesuffix(CUT).split()) <= LONGEST
    assert len("".join(shown.words.split())) <= LONGEST * LETTERS + len(CUT)
    for around in (shown.before, shown.after):
        assert len(around.replace(CUT, "").split()) <= AROUND
    for paragraph in (span.of(text.text) for span in text.paragraphs):
        if len(re.findall(r"[^\W_]+", paragraph)) >= 4 and len(bare(paragraph)) > 20:
            assert bare(paragraph) not in bare(shown.before + shown.words + shown.after)


MET = "aa aa aa aa aa aa aa aa aa aa \n\nßßßßßßßßßß\n\naa aa aa aa aa aa aa aa aa aa "


@example((Terms(MET, (Span(0, 30), Span(32, 42), Span(44, 74))), [Span(0, 1)], None), "")
@given(quoted(), st.text(alphabet="ab 漢", max_size=20))
def test_no_paragraph_is_left_in_what_is_thinned(case: tuple[Terms, list[Span], Span | None], say: str) -> None:
    """Whatever stands around it."""
    text = case[0]
    shown = bare(text.thinned(say + text.text + say))
    assert not any(each in shown for each in text.bare_paragraphs)


@given(st.text(max_size=200), st.integers(0, 40))
def test_shortening_twice_is_shortening_once(words: str, most: int) -> None:
    """A quotation that goes through two hands loses nothing in the second."""
    once, cut = shortened(words, most)
    if cut:
        assert shortened(once, most)[0] == once or most == 0
