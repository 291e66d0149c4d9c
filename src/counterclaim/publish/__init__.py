"""Writes what a ledger holds in forms that people and programs take up elsewhere."""

from __future__ import annotations

from counterclaim.publish.exports import FORMATS, export

__all__ = ["FORMATS", "export"]
