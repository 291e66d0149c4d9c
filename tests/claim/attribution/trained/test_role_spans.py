"""How the tokens of a role become spans: loose punctuation off, gaps of punctuation closed, quotation marks kept."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trees_made import body, disjoint, made, roles, trees

from counterclaim.claim.attribution.trained.features import Roles
from counterclaim.claim.attribution.trained.spans import content_spans, role_spans, speakers_of
from counterclaim.model.document import PartKind
from counterclaim.model.reading import Quotation, Reading
from counterclaim.model.span import meet


def words(reading: Reading, found: Roles) -> list[str]:
    """The words of each span of the content."""
    return [span.of(reading.document.text) for span in content_spans(reading, found)]


@pytest.mark.parametrize(
    ("text", "content", "found"),
    [
        pytest.param("dam is safe", [0, 1, 2], ["dam is safe"], id="a run is a span"),
        pytest.param("dam is safe", [0, 2], ["dam", "safe"], id="a word between parts two spans"),
        pytest.param("dam , road", [0, 2], ["dam , road"], id="a comma between does not"),
        pytest.param("dam ” “ road", [0, 3], ["dam ” “ road"], id="nor do quotation marks"),
        pytest.param(", dam is safe .", [0, 1, 2, 3, 4], ["dam is safe"], id="punctuation at the edges is cut off"),
        pytest.param(": – dam ; …", [0, 1, 2, 3, 4], ["dam"], id="however much there is"),
        pytest.param("“ dam is safe ”", [0, 1, 2, 3, 4], ["“ dam is safe ”"], id="quotation marks are kept"),
        pytest.param("( dam ) .", [0, 1, 2, 3], ["( dam )"], id="and so are brackets"),
        pytest.param("dam , , .", [0, 2, 3], ["dam"], id="what is joined is trimmed too"),
        pytest.param("— “ ”", [0, 1, 2], [], id="nothing but punctuation is no span"),
        pytest.param("dam is safe", [], [], id="nothing marked is no span"),
        pytest.param("14 % 💧", [0, 1, 2], ["14 % 💧"], id="a digit speaks"),
        pytest.param("💧 is 💧", [0, 2], [], id="a sign alone does not"),
    ],
)
def test_a_content_is_cut_so(text: str, content: list[int], found: list[str]) -> None:
    """Each peculiarity gives these spans."""
    assert words(body(text), roles([], [], content)) == found


@pytest.mark.parametrize("taken", ["source", "cue"])
def test_a_gap_that_belongs_to_another_role_stays_open(taken: str) -> None:
    """A colon that is the cue of a headline is no part of the content around it."""
    source, cue = ([1], []) if taken == "source" else ([], [1])
    assert words(body("dam : safe"), roles(source, cue, [0, 2])) == ["dam", "safe"]


def test_source_and_cue_are_spans_as_they_were_marked() -> None:
    """One for each run, nothing cut off and nothing joined."""
    reading = body("told , the press that")
    assert [span.of(reading.document.text) for span in role_spans(reading, frozenset({0, 1, 4}))] == ["told ,", "that"]
    assert role_spans(reading, frozenset()) == ()


def test_no_span_reaches_from_one_paragraph_into_the_next() -> None:
    """A speech that goes on has a span in each, and so has a source."""
    reading = made((PartKind.BODY, [["dam", "."]]), (PartKind.BODY, [["“", "road"]]))
    assert words(reading, roles([], [], [0, 1, 2, 3])) == ["dam", "“ road"]
    assert words(reading, roles([], [], [0, 3])) == ["dam", "road"]
    assert len(role_spans(reading, frozenset({0, 1, 2, 3}))) == 2


def test_a_content_takes_the_whole_quotation_it_was_cut_from() -> None:
    """As far as no other role has a token of it."""
    reading = body("“ dam is safe ” Birk says")
    quoted = replace(reading, quotations=(Quotation((reading.span_of(0, 4),)),))
    assert words(quoted, roles([5], [6], [1, 3])) == ["“ dam is safe ”"]
    assert words(quoted, roles([1], [6], [3])) == ["is safe ”"]


def test_a_piece_of_a_quotation_that_another_speaker_has_is_left_to_that() -> None:
    """Where a closing mark is missing, what two people say looks like one quotation over two paragraphs."""
    first, second = ["Birk", "said", "“", "dam", "is", "safe"], ["“", "road", "is", "dry", "”", "says", "Lund"]
    reading = made((PartKind.BODY, [first]), (PartKind.BODY, [second]))
    both = Quotation((reading.span_of(2, 5), reading.span_of(6, 10)))
    quoted = replace(reading, quotations=(both,))
    birk, lund = roles([0], [1], [3, 4, 5]), roles([12], [11], [7, 8, 9])

    speakers = speakers_of(quoted, [birk, lund])
    assert words(quoted, birk) == ["“ dam is safe", "“ road is dry ”"]
    assert [span.of(quoted.document.text) for span in content_spans(quoted, birk, speakers)] == ["“ dam is safe"]
    assert [span.of(quoted.document.text) for span in content_spans(quoted, lund, speakers)] == ["“ road is dry ”"]


def test_a_quotation_with_the_cue_in_it_or_of_one_word_is_left_as_it_is() -> None:
    """The cue of an inner report stands inside the speech; a word held at arm's length is no speech."""
    reading = body("“ dam is safe ” “ road")
    inner = replace(reading, quotations=(Quotation((reading.span_of(0, 4),)),))
    assert words(inner, roles([], [2], [3])) == ["safe"]
    word = replace(reading, quotations=(Quotation((reading.span_of(5, 6),)),))
    assert words(word, roles([], [], [6])) == ["road"]


@settings(deadline=None)
@given(st.data())
def test_spans_lie_on_tokens_and_touch_no_other_role(data: st.DataObject) -> None:
    """Whatever is marked in whatever reading."""
    reading = data.draw(trees())
    drawn = data.draw(disjoint(len(reading.tokens)).filter(lambda roles: bool(roles.content)))
    found = content_spans(reading, drawn)
    starts, ends = {token.start for token in reading.tokens}, {token.end for token in reading.tokens}
    assert all(span.start in starts and span.end in ends for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(any(part.span.holds(span) for part in reading.document.parts) for span in found)
    assert not meet(found, (*role_spans(reading, drawn.source), *role_spans(reading, drawn.cue)))
    assert all(any(map(str.isalnum, span.of(reading.document.text))) for span in found)
