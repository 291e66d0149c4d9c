"""The order of the stages, written once: read, understand, claim, dispute; and the way of many files into a ledger."""

from __future__ import annotations

from counterclaim.pipeline.analysis import analyse, attempt
from counterclaim.pipeline.many import analyse_all, analyse_documents, count_files
from counterclaim.pipeline.recording import Outcome, record

__all__ = ["Outcome", "analyse", "analyse_all", "analyse_documents", "attempt", "count_files", "record"]
