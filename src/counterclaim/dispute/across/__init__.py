"""Links claims across articles: who answered, repeated or took back what was said in another one, days before."""

from __future__ import annotations

from counterclaim.dispute.across.back import LONG, points_back
from counterclaim.dispute.across.bearing import REACH, bearing
from counterclaim.dispute.across.grouping import BINDING, Speaks, group, speaks_to
from counterclaim.dispute.across.meeting import SHARED, best, connect, in_order, likeliest, meet_all
from counterclaim.dispute.across.pair import Found
from counterclaim.dispute.across.remark import Remark, keys, numbered, of_claims, remark_alone

__all__ = [
    "BINDING",
    "LONG",
    "REACH",
    "SHARED",
    "Found",
    "Remark",
    "Speaks",
    "bearing",
    "best",
    "connect",
    "group",
    "in_order",
    "keys",
    "likeliest",
    "meet_all",
    "numbered",
    "of_claims",
    "points_back",
    "remark_alone",
    "speaks_to",
]
