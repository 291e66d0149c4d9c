"""A claim is direct where all of it is quoted, indirect where nothing is, and mixed else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.claim.form import form_of
from counterclaim.model.claim import Attribution, Form
from counterclaim.model.document import Document
from counterclaim.model.reading import Quotation, Reading
from counterclaim.model.span import Span
from sayings import attribution, quoting


def form(text: str, source: str, cue: str, content: str) -> Form:
    reading = quoting(text)
    return form_of(reading, attribution(reading, source, cue, content))


def test_words_in_marks_are_direct() -> None:
    """All letters of the content are quoted."""
    assert form('"The dam will hold," Arvo said.', "Arvo", "said", '"The dam will hold,"') is Form.DIRECT


def test_words_without_marks_are_indirect() -> None:
    """A quotation elsewhere in the sentence does not count."""
    text = 'Arvo, the "old man", said the dam will hold.'
    assert form(text, "Arvo", "said", "the dam will hold") is Form.INDIRECT


def test_one_quoted_word_makes_it_mixed() -> None:
    """*Difficult* in marks is a word of the speaker's among the writer's."""
    text = 'Arvo said the crossing was "difficult".'
    assert form(text, "Arvo", "said", 'the crossing was "difficult"') is Form.MIXED


def test_what_somebody_quoted_says_of_others_is_indirect() -> None:
    """Cue and content stand in one quotation: its words are Arvo's, not the baker's."""
    text = '"The baker says the dam will hold," Arvo said.'
    assert form(text, "The baker", "says", "the dam will hold") is Form.INDIRECT


def test_what_a_quoted_speaker_says_of_themselves_is_direct() -> None:
    """*I believe* in a quotation is followed by the speaker's own words."""
    text = '"I believe the dam will hold," Arvo said.'
    assert form(text, "I", "believe", "the dam will hold") is Form.DIRECT


def test_a_content_that_closes_a_lost_quotation_is_direct() -> None:
    """The text lost the opening mark; the closing one still shows that the words are quoted."""
    assert form("The dam will hold,” Arvo said.", "Arvo", "said", "The dam will hold,”") is Form.DIRECT


@given(st.text(alphabet='ab "', min_size=4, max_size=30), st.data())
def test_the_form_counts_quoted_letters(text: str, data: st.DataObject) -> None:
    """Whatever the pieces, the form is what counting letters one by one gives."""
    cut = data.draw(st.integers(1, len(text) - 1))
    start = data.draw(st.integers(0, cut - 1))
    begin = data.draw(st.integers(0, len(text) - 1))
    piece = Span(begin, data.draw(st.integers(begin + 1, len(text))))
    content = Span(start, cut)
    reading = Reading(Document("d1", text, "", ()), quotations=(Quotation((piece,)),))
    letters = [at for at in range(start, cut) if text[at].isalnum()]
    quoted = [at for at in letters if piece.start <= at < piece.end]
    expected = Form.INDIRECT if not quoted else Form.DIRECT if quoted == letters else Form.MIXED
    marked = not piece.meets(content) and '"' in (text[start], text[cut - 1])
    got = form_of(reading, Attribution((), (), (content,), None, "test.v1"))
    assert got is (Form.DIRECT if marked else expected)
