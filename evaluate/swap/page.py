"""Writes docs/swap.md, of which each of the two swap tests writes its own sections and keeps the other's."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "swap.md"
SPANS = "## Spans of attributions"


def write_decisions(told: str, page: Path = PAGE) -> None:
    """Everything but the section on spans."""
    page.write_text(f"{told.rstrip()}\n\n{_sections(page)[1]}".rstrip() + "\n", encoding="utf-8")


def write_spans(told: str, page: Path = PAGE) -> None:
    """The section on spans alone; `told` begins with its heading."""
    page.write_text(f"{_sections(page)[0].rstrip()}\n\n{told.rstrip()}\n", encoding="utf-8")


def _sections(page: Path) -> tuple[str, str]:
    """What stands before the section on spans, and that section, the last one; empty where there is none."""
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    before, *rest = re.split(rf"^(?={re.escape(SPANS)}$)", text, maxsplit=1, flags=re.MULTILINE)
    return before, "".join(rest)
