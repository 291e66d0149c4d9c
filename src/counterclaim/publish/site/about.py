"""The page about the site: what it is, how it works, how well, and what it gets wrong."""

from __future__ import annotations

from typing import Any

from counterclaim.data import table
from counterclaim.publish.site.frame import Frame

NAMED = (("figure", "what"), ("set", "set"))
SECTIONS = ("what", "how", "well", "rights", "wrong")


def about_page(frame: Frame) -> tuple[str, bytes]:
    """The page about the site, with the figures that the last evaluation gave."""
    sections = [_section(frame, name) for name in SECTIONS]
    return frame.page("about.html", "about.html", "about.html", {"about": sections})


def _section(frame: Frame, name: str) -> dict[str, Any]:
    texts = frame.texts
    told = {
        "heading": texts(f"about.{name}.heading"),
        "paragraphs": texts.value(f"about.{name}.paragraphs"),
        "rows": (),
    }
    if name != "well":
        return told
    head = [texts(f"about.well.{column}") for column in ("what", "measured_on", "figure", "interval")]
    rows = [_row(frame, row) for row in table("accuracy")]
    return told | {"caption": texts("about.well.caption"), "head": head, "rows": rows}


def _row(frame: Frame, row: dict[str, str]) -> tuple[str, ...]:
    names = (frame.texts(f"{kind}.{row[column].lower().replace(' ', '_')}") for kind, column in NAMED)
    return *names, row["figure"], f"{row['low']} – {row['high']}"
