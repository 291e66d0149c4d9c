"""Finds attribution lost: what an article says in its own voice and was somebody's claim, or hedged, before."""

from __future__ import annotations

from counterclaim.dispute.lost.find import find_lost
from counterclaim.dispute.lost.within import lost_within

__all__ = ["find_lost", "lost_within"]
