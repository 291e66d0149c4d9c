"""Links claims to the claims they deny, contradict, repeat or support, and forms the matters they answer."""

from __future__ import annotations

from counterclaim.dispute.across import connect
from counterclaim.dispute.disputes import find_disputes
from counterclaim.dispute.join import join

__all__ = ["connect", "find_disputes", "join"]
