"""What the whole extractor makes of odd texts: whatever they hold, its spans are whole, and always the same."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from counterclaim.claim import find_claims
from counterclaim.claim.attribution import find_attributions
from counterclaim.model.claim import Attribution
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span, hold, meet
from counterclaim.understand import understand

pytestmark = pytest.mark.model

# Parsing takes its time, and more on a busy machine.
patiently = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])

SAID = ("The mayor said the dam was safe.", "Norland denies it.", "“We hold the mill,” Birk told reporters.")
ODD = (
    "🌊",
    "👩‍👩‍👧‍👦",
    "e\u0301\u0302\u0303",
    "\u202eturned\u202c",
    "שלום",
    "قال الوزير",
    "水火",
    "각_각_",
    "\u200d",
    "\u200b",
    "\ufeff",
    "\ufffd",
    "\x00",
    "\x07",
    "\x1b[31m",
    "\x85",
    "\u2028",
    "“",
    "”",
    "…",
    "—",
    "''",
    "(" * 20,
    "x" * 350,
    "y" * 2_000,
    "각_" * 199,
    "水" * 399,
    "\U0001d15e",
    "ﬁ",
    "İ",
    "says",
    "according to",
)
# Lone surrogates never reach a document: readers put the sign for what is not known in their place.
letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
pieces = st.lists(st.sampled_from(SAID) | st.sampled_from(ODD) | letters, min_size=1, max_size=8)
paragraphs = st.tuples(st.sampled_from(PartKind), pieces.map(" ".join).filter(lambda text: bool(text.strip())))


def document_of(drawn: list[tuple[PartKind, str]]) -> Document:
    """A document of parts of any kind."""
    parts, at = [], 0
    for kind, text in drawn:
        parts.append(Part(kind, Span(at, at + len(text))))
        at += len(text) + 2
    return Document("d", "\n\n".join(text for _, text in drawn), "", tuple(parts))


documents = st.lists(paragraphs, min_size=1, max_size=4).map(document_of)


def assert_whole(reading: Reading, found: tuple[Attribution, ...]) -> None:
    """Every span lies in one part and on tokens; no role touches another; each says how likely it is."""
    starts, ends = {token.start for token in reading.tokens}, {token.end for token in reading.tokens}
    for each in found:
        for span in (*each.source, *each.cue, *each.content):
            assert span.start in starts
            assert span.end in ends
            assert any(part.span.holds(span) for part in reading.document.parts)
        assert each.cue
        assert each.content
        assert not meet(each.cue, each.content)
        assert not meet(each.cue, each.source)
        assert not meet(each.source, each.content)
        assert each.score is not None
        assert 0 <= each.score <= 1
        if each.within is not None:
            assert hold(found[each.within].content, (*each.cue, *each.content))


@patiently
@given(documents)
@example(document_of([(PartKind.BODY, "The mayor said the dam was safe. according to 00D` 0A")]))
def test_every_span_is_whole_whatever_the_text(document: Document) -> None:
    """Signs, marks, other scripts, controls, and words without an end."""
    reading = understand(document)
    assert_whole(reading, find_attributions(reading))


@patiently
@given(documents)
def test_claims_of_the_network_say_how_likely_they_are(document: Document) -> None:
    """Between 0 and 1, beside the name of the network that found them."""
    for claim in find_claims(understand(document)):
        assert claim.found_by.startswith("network.")
        assert claim.score is not None
        assert 0 <= claim.score <= 1


@cache
def first_answer(text: str) -> tuple[Attribution, ...]:
    """What was found when the text was read for the first time."""
    return find_attributions(understand(document_of([(PartKind.BODY, text)])))


@patiently
@given(documents, st.sampled_from([" ".join(SAID), SAID[0], f"{SAID[2]} {SAID[1]}"]))
def test_the_same_text_gives_the_same_spans_whatever_was_read_before(before: Document, text: str) -> None:
    """And the same scores, to the last digit."""
    first = first_answer(text)
    find_attributions(understand(before))
    assert find_attributions(understand(document_of([(PartKind.BODY, text)]))) == first


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "\u200b", "🌊", "“", "x" * 5_000])
def test_a_text_without_words_has_no_attributions(text: str) -> None:
    """And is no error."""
    document = document_of([(PartKind.BODY, text)]) if text else Document("d", "", "", ())
    assert find_attributions(understand(document)) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The road to the mill is long and dry and white. ", id="of sentences"),
        pytest.param("the road to the mill and ", id="without a full stop"),
        pytest.param("각_각_각_ 水火水火 14 🌊 ", id="of words with many pieces"),
    ],
)
def test_a_paragraph_of_ten_thousand_words_is_read_to_its_end(sentence: str) -> None:
    """What is said in its last sentence is found."""
    times = 10_000 // len(sentence.split())
    text = f"{sentence * times}. The mayor said the dam was safe."
    reading = understand(document_of([(PartKind.BODY, text)]))
    found = find_attributions(reading)
    assert_whole(reading, found)
    assert any(span.of(text) == "said" for each in found for span in each.cue)


def test_a_word_with_more_pieces_than_the_encoder_has_places_is_no_error() -> None:
    """Syllables strung together by signs, beside a sentence that is found all the same."""
    text = f"{'각_' * 199} The mayor said the dam was safe."
    reading = understand(document_of([(PartKind.BODY, text)]))
    found = find_attributions(reading)
    assert_whole(reading, found)
    assert [span.of(text) for each in found for span in each.cue] == ["said"]
