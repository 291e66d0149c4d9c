"""Nouns of the time axis: moments, and the words around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["said", "happened", "published", "captured"]
KINDS: tuple[Kind, ...] = ("said", "happened", "published", "captured")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Moment:
    """
    Something at a time: `edtf` is a value of levels 0 and 1; one that cannot be read is left off the axis.

    `lane` is the side it belongs to; `number` stands in its mark and in the caller's list; `when` is the time in words
    for those who cannot see the axis, by default the value itself.
    """

    label: str
    edtf: str
    lane: str
    kind: Kind = "said"
    number: str = ""
    href: str | None = None
    when: str = ""


@dataclass(frozen=True, slots=True)
class AxisWords:
    """
    The words of an axis: `title`, `about` (what it shows), the name of each kind, the months, and the notes.

    `cut` is the note where time is left out of the axis, `about_when` the one on dashed marks, `open_end` on arrows.
    """

    title: str
    about: str
    kinds: Mapping[str, str] = field(default_factory=lambda: {kind: kind for kind in KINDS})
    months: tuple[str, ...] = MONTHS
    cut: str = "The axis is cut where nothing lies; the parts have scales of their own."
    about_when: str = "Dashed: about that time."
    open_end: str = "Arrow: begin or end not known."
