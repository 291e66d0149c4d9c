"""Marking: a text cut where claims begin and end; put together again it is the text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.publish.edition import PublishedClaim, PublishedDocument
from counterclaim.publish.site.marking import DEEPEST, marked
from editions_made import claim, document

Pairs = tuple[tuple[int, int], ...]
TEXT = "Ferrin denies that Orsa said it fled.\n\nOrsa was silent."


def page(claims: list[PublishedClaim], text: str | None = TEXT, ends: tuple[int, ...] = (0, 37, 39, 55)):
    """A document of these claims and of parts that begin and end so."""
    parts = tuple({"kind": "body", "start": a, "end": b} for a, b in zip(ends[::2], ends[1::2], strict=True))
    return replace(document(), text=text, parts=parts, claims=tuple(claims))


def made(number: int, content: Pairs, source: Pairs = (), cue: Pairs = ()) -> PublishedClaim:
    return replace(claim(f"c{number}"), number=number, content=content, source=source, cue=cue)


def told(document: PublishedDocument) -> list[list[tuple[str, int, str, tuple[int, ...]]]]:
    return [[(each.text, each.depth, each.role, each.opens) for each in part.segments] for part in marked(document)]


def test_a_text_that_may_not_be_shown_has_no_paragraphs() -> None:
    """There is nothing to mark."""
    assert [*marked(page([], None))] == []


def test_a_text_without_claims_is_one_piece_a_part() -> None:
    """And keeps what kind each is."""
    assert told(page([])) == [[(TEXT[:37], 0, "", ())], [(TEXT[39:], 0, "", ())]]
    assert [part.kind for part in marked(page([]))] == ["body", "body"]


def test_a_claim_inside_a_claim_is_one_step_deeper() -> None:
    """Each opens where its content begins; source and cue are told apart."""
    outer = made(1, ((14, 36),), ((0, 6),), ((7, 13),))
    inner = made(2, ((29, 36),), ((19, 23),), ((24, 28),))
    assert told(page([outer, inner]))[0] == [
        ("Ferrin", 0, "source", ()),
        (" ", 0, "", ()),
        ("denies", 0, "cue", ()),
        (" ", 0, "", ()),
        ("that ", 1, "", (1,)),
        ("Orsa", 1, "source", ()),
        (" ", 1, "", ()),
        ("said", 1, "cue", ()),
        (" ", 1, "", ()),
        ("it fled", 2, "", (2,)),
        (".", 0, "", ()),
    ]


def test_claims_that_overlap_are_both_marked() -> None:
    """Where they share words, the words are deeper."""
    found = told(page([made(1, ((0, 20),)), made(2, ((10, 30),))]))[0]
    assert [(text, depth) for text, depth, *_ in found] == [
        (TEXT[:10], 1),
        (TEXT[10:20], 2),
        (TEXT[20:30], 1),
        (TEXT[30:37], 0),
    ]


def test_a_claim_in_pieces_over_two_parts_opens_once() -> None:
    """Its number stands where its first piece begins."""
    found = told(page([made(7, ((30, 36), (39, 43)))]))
    opens = [number for part in found for *_, numbers in part for number in numbers]
    assert opens == [7]
    assert [text for part in found for text, depth, *_ in part if depth] == ["t fled", "Orsa"]


def test_a_claim_that_runs_over_two_parts_is_marked_in_both() -> None:
    """One span from the one into the other."""
    found = told(page([made(1, ((30, 43),))]))
    assert [[text for text, depth, *_ in part if depth] for part in found] == [["t fled."], ["Orsa"]]


def test_deeper_than_three_looks_like_three() -> None:
    """More shades nobody can tell apart."""
    deep = [made(number, ((number, 36 - number),)) for number in range(1, 7)]
    assert max(depth for part in told(page(deep)) for _, depth, *_ in part) == DEEPEST == 3


def test_a_word_that_is_source_and_cue_is_a_cue() -> None:
    """As in *Orsan claims*, where one word may be both."""
    assert told(page([made(1, ((14, 36),), ((0, 13),), ((7, 13),))]))[0][1][2] == "cue"


@st.composite
def documents(draw: st.DrawFn) -> PublishedDocument:
    """Any text in any parts with any claims: nested, overlapping, in pieces, beyond the parts."""
    text = draw(st.text(min_size=1, max_size=40))
    spot = st.integers(0, len(text))
    ends = sorted(draw(st.sets(spot, max_size=8)))
    parts = tuple(ends[: len(ends) // 2 * 2])
    pair = st.tuples(spot, spot).filter(lambda each: each[0] < each[1])
    pairs = st.lists(pair, min_size=1, max_size=3).map(lambda each: tuple(sorted(each)))
    claims = [made(number, draw(pairs), draw(pairs), draw(pairs)) for number in range(1, draw(st.integers(0, 4)) + 1)]
    return page(claims, text, parts)


@given(documents())
def test_the_pieces_of_a_part_are_its_text(document: PublishedDocument) -> None:
    """Every character once, in order; no piece is empty, no two that follow are marked alike for nothing."""
    for part, shown in zip(document.parts, marked(document), strict=True):
        assert "".join(each.text for each in shown.segments) == (document.text or "")[part["start"] : part["end"]]
        assert all(each.text for each in shown.segments)


@given(documents())
def test_each_claim_opens_at_most_once(document: PublishedDocument) -> None:
    """Once where its content begins in a part, never where it begins between parts."""
    opens = [number for part in marked(document) for each in part.segments for number in each.opens]
    assert sorted(opens) == sorted(set(opens))
    starts = {each.number: each.content[0][0] for each in document.claims}
    inside = {n for n, at in starts.items() if any(part["start"] <= at < part["end"] for part in document.parts)}
    assert set(opens) == inside
