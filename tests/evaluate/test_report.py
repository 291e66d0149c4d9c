"""Figures are written between their marks and nowhere else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from evaluate.intervals import Figure
from evaluate.report import BEGIN, END, put_between, write

MARKS = ("<!-- here -->", "<!-- there -->")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of somebody's own words with a place for ours."""
    path = tmp_path / "page.md"
    path.write_text("before\n<!-- here -->\nold\n<!-- there -->\nafter\n", encoding="utf-8")
    return path


def test_only_what_stands_between_the_marks_is_replaced(page: Path) -> None:
    """Twice written is written once."""
    for _ in range(2):
        put_between(MARKS, "new\n", page)
    assert page.read_text(encoding="utf-8") == "before\n<!-- here -->\nnew\n<!-- there -->\nafter\n"


@pytest.mark.parametrize("damaged", ["<!-- here -->\n", "<!-- there -->", "<!-- here --><!-- here --><!-- there -->"])
def test_a_page_without_its_marks_is_left_as_it_is(page: Path, damaged: str) -> None:
    """The error names the marks."""
    page.write_text(damaged, encoding="utf-8")
    with pytest.raises(ValueError, match="<!-- here -->"):
        put_between(MARKS, "new", page)
    assert page.read_text(encoding="utf-8") == damaged


def test_a_table_has_each_figure_with_its_interval(tmp_path: Path) -> None:
    """And the day on which it was measured."""
    path = tmp_path / "results.md"
    path.write_text(f"{BEGIN}\n{END}\n", encoding="utf-8")
    write({"seed": [Figure("speaker", 0.9, 0.8, 0.95, 21)]}, path, date(2031, 5, 3))
    written = path.read_text(encoding="utf-8")
    assert "| speaker | 0.900 | 0.800 - 0.950 | 21 |" in written
    assert "2031-05-03" in written
    assert "**seed**" in written
