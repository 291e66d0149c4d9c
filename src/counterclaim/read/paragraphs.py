"""Divides text into paragraphs at its blank lines."""

from __future__ import annotations

import re

from counterclaim.read.mapped import Mapped

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def paragraphs(words: Mapped) -> list[Mapped]:
    """The stretches between blank lines, without the blanks at their ends."""
    divided, start = [], 0
    for gap in BLANK_LINE.finditer(words.text):
        divided.append(words[start : gap.start()])
        start = gap.end()
    divided.append(words[start:])
    return [each.stripped() for each in divided if each.text.strip()]
