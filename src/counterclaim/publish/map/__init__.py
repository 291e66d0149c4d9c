"""Maps of matters as plain SVG: outlines of the world's administrative units, disputed borders dashed, pins."""

from __future__ import annotations

from counterclaim.publish.map.draw import draw_map
from counterclaim.publish.map.nouns import MapWords, Pin, Region

__all__ = ["MapWords", "Pin", "Region", "draw_map"]
