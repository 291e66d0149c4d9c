"""Marked words are held by the claim whose content fits them best."""

from __future__ import annotations

from typing import Any

from evaluate.hard.holding import Mark, held_by


def _claim(name: str, *content: tuple[int, int], document: str = "d1") -> dict[str, Any]:
    return {"id": name, "document": document, "content": [list(span) for span in content]}


def test_the_inner_claim_holds_the_inner_words() -> None:
    """A denial and the claim it denies: each mark finds its own."""
    claims = [_claim("denial", (10, 60)), _claim("denied", (30, 60))]
    assert held_by(Mark("d1", 30, 60), Mark("d1", 10, 60), claims) == ("denied", "denial")


def test_one_claim_does_not_stand_for_both() -> None:
    """Where only the outer claim is there, the inner words are not found."""
    assert held_by(Mark("d1", 30, 60), Mark("d1", 10, 60), [_claim("denial", (10, 60))]) == (None, "denial")


def test_a_claim_of_another_document_holds_nothing() -> None:
    """The same offsets in the other article are other words."""
    claims = [_claim("here", (0, 20)), _claim("there", (0, 20), document="d2")]
    assert held_by(Mark("d1", 0, 20), Mark("d2", 0, 20), claims) == ("here", "there")
    assert held_by(Mark("d1", 0, 20), Mark("d2", 0, 20), claims[:1]) == ("here", None)


def test_less_than_half_of_the_words_is_another_claim() -> None:
    """A content in pieces counts as a whole; one that only touches the words does not hold them."""
    mark, other = Mark("d1", 0, 20), Mark("d1", 50, 60)
    assert held_by(mark, other, [_claim("touching", (15, 40))]) == (None, None)
    assert held_by(mark, other, [_claim("pieces", (0, 6), (14, 20))]) == ("pieces", None)
