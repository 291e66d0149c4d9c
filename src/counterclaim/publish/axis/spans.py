"""Spans: the moments of an axis as stretches of days, those of one time and side together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.model.edtf import bounds, is_approximate
from counterclaim.publish.axis.nouns import Moment
from counterclaim.publish.svgtext import joined


@dataclass(frozen=True, slots=True)
class Stretch:
    """
    Moments of one lane, kind and time: `start` and `end` in days since the year 1, the last day included whole.

    None at an open end; never both.
    """

    moments: tuple[Moment, ...]
    start: float | None
    end: float | None
    approximate: bool

    @property
    def is_day(self) -> bool:
        """Whether it is known to the day."""
        return self.start is not None and self.end is not None and self.end - self.start == 1

    @property
    def number(self) -> str:
        """What stands in its mark."""
        return joined([moment.number for moment in self.moments])


def _stretch(moments: Sequence[Moment]) -> Stretch | None:
    days = bounds(moments[0].edtf)
    if days is None or days == (None, None):
        return None
    first, last = days
    start = float(first.toordinal()) if first else None
    end = float(last.toordinal() + 1) if last else None
    return Stretch(tuple(moments), start, end, is_approximate(moments[0].edtf))


def stretches(moments: Sequence[Moment]) -> list[Stretch]:
    """The stretches in the order of their first moments; what has no readable time is left off."""
    groups: dict[tuple[str, str, str], list[Moment]] = {}
    for moment in moments:
        groups.setdefault((moment.lane, moment.kind, moment.edtf), []).append(moment)
    found = (_stretch(group) for group in groups.values())
    return [stretch for stretch in found if stretch]
