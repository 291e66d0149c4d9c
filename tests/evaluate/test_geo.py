"""Given mentions of places are scored by distance; what is not answered counts as wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from evaluate.geo import Score, document_of, scores

from evaluate import geo

TEXT = "Rain fell in Oslo.\n\nKyiv said it would help the Norwegian towns."
RECORD = {
    "id": "1", "title": "Rain", "published": "2031-05-02", "text": TEXT,
    "mentions": [
        {"span": [13, 17], "lat": 59.9, "lon": 10.7},
        {"span": [20, 24], "lat": 50.4, "lon": 30.5},
        {"span": [48, 57], "lat": 10.0, "lon": 10.0},
        {"span": [0, 4], "lat": None, "lon": None},
    ],
}  # fmt: skip


def test_each_line_of_an_article_is_a_paragraph_at_its_place() -> None:
    """Offsets of the corpus stay those of the text."""
    parts = document_of(RECORD).parts
    assert [TEXT[part.span.start : part.span.end] for part in parts] == TEXT.split("\n\n")


def test_shares_are_told_of_all_and_of_those_answered() -> None:
    """An empty corpus is no division by nought."""
    assert Score(4, 2, 1).told() == "0.250 of all 4, 0.500 of the 2 answered"
    assert Score(0, 0, 0).plus(Score(1, 1, 1)) == Score(1, 1, 1)
    assert Score(0, 0, 0).told().startswith("0.000")


@pytest.mark.model
def test_a_mention_that_is_given_is_answered_though_it_acts_or_is_an_adjective() -> None:
    """Found by itself the program takes neither for a place; a mention without coordinates is not asked."""
    given, found = scores([RECORD])
    assert given == Score(3, 3, 2)
    assert found == Score(3, 1, 1)


def test_a_corpus_that_is_not_there_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing fails where the folder beside the project is missing."""
    monkeypatch.setattr(sys, "argv", ["geo", "--shared", str(tmp_path)])
    assert geo.main() == 0
    assert capsys.readouterr().out.startswith("skipped: TR-News")
