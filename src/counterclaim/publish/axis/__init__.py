"""Axes of time as plain SVG: a lane for each side, each moment with the precision it is known with."""

from __future__ import annotations

from counterclaim.publish.axis.draw import draw_axis
from counterclaim.publish.axis.nouns import AxisWords, Moment

__all__ = ["AxisWords", "Moment", "draw_axis"]
