"""Finds attribution lost inside one document: a headline that is stronger than its body."""

from __future__ import annotations

from counterclaim.dispute.lost.find import find_lost
from counterclaim.model.analysis import Analysis
from counterclaim.model.lost import Lost
from counterclaim.model.record import analysis_record


def lost_within(analysis: Analysis) -> tuple[Lost, ...]:
    """What the document's own headline or excerpt lost."""
    record = analysis_record(analysis)
    return find_lost([record], record["claims"])
