"""The page about the site: what it is, how it works, how well, and what it gets wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from counterclaim.data import table
from counterclaim.publish.site.frame import Frame
from counterclaim.publish.texts import Texts

SECTIONS = ("what", "how", "well", "rights", "wrong")


def about_page(frame: Frame) -> tuple[str, bytes]:
    """The page about the site, with the figures that the last evaluation gave."""
    sections = [_section(frame, name) for name in SECTIONS]
    return frame.page("about.html", "about.html", "about.html", {"about": sections})


def _section(frame: Frame, name: str) -> dict[str, Any]:
    texts = frame.texts
    return {
        "heading": texts(f"about.{name}.heading"),
        "paragraphs": texts.value(f"about.{name}.paragraphs"),
        "tables": list(_tables(texts)) if name == "well" else (),
    }


def _tables(texts: Texts) -> Iterator[dict[str, Any]]:
    """One table of figures for each set of texts that was measured on."""
    head = [texts(f"about.well.{column}") for column in ("what", "figure", "interval")]
    for measured, rows in groupby(table("accuracy"), key=lambda row: row["set"]):
        caption = texts("about.well.caption", texts=texts(f"set.{_key(measured)}"))
        yield {"caption": caption, "head": head, "rows": [_row(texts, row) for row in rows]}


def _row(texts: Texts, row: dict[str, str]) -> tuple[str, ...]:
    return texts(f"figure.{_key(row['what'])}"), row["figure"], f"{row['low']} – {row['high']}"


def _key(name: str) -> str:
    return name.lower().replace(" ", "_")
