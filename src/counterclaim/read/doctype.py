"""Refuses pages and feeds that define entities of their own, before any parser sees them."""

from __future__ import annotations

import re

from counterclaim.errors import ReadError

ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?[A-Za-z]")
DEFINES = re.compile(r"<!ENTITY|<!DOCTYPE[^<>\[]*\[", re.IGNORECASE)


def refuse_entities(content: str, path: str) -> None:
    """Raises ReadError where something before the root element defines entities: bombs and readers of files do."""
    root = ROOT.search(content)
    found = DEFINES.search(content, 0, root.start() if root else len(content))
    if found:
        line = content.count("\n", 0, found.start()) + 1
        reason = "defines XML entities, which are not read"
        raise ReadError(path, reason, place=f"line {line}", remedy="take the DTD out")
