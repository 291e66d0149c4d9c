"""Keeps the append-only record of documents, claims, links and matters, in one SQLite file."""

from __future__ import annotations

from counterclaim.ledger.answers import Decision, Hit, Receipt, Record, Report, Step, Tombstone
from counterclaim.ledger.ledger import Ledger
from counterclaim.ledger.log import Event

__all__ = ["Decision", "Event", "Hit", "Ledger", "Receipt", "Record", "Report", "Step", "Tombstone"]
