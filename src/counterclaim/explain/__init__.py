"""Shows what each stage saw in one document and why, with the source text beside it."""

from __future__ import annotations

from counterclaim.explain.page import explain

__all__ = ["explain"]
