"""Blots out what no reader of the rendered page sees: comments, scripts, styles and the tags of page templates."""

from __future__ import annotations

import re
from collections.abc import Iterator

# No decoded file holds this character, so it can stand for one that is there but not seen. Line ends stay.
UNSEEN = "\0"

OPENER = re.compile(r"<!--|<(script|style|iframe|noscript|template|svg|object)\b", re.IGNORECASE)
TEMPLATE_TAG = re.compile(r"\{%[^{}\n]*%\}|\{\{[^{}\n]*\}\}")
NOT_LINE_END = re.compile(r"[^\n]")


def masked(content: str) -> str:
    """`content` with what is not seen replaced, character for character."""
    if "<" in content:
        content = _blotted(content, _elements(content))
    if "{{" in content or "{%" in content:
        content = TEMPLATE_TAG.sub(lambda match: UNSEEN * len(match.group()), content)
    return content


def _blotted(content: str, stretches: Iterator[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, end in stretches:
        kept += [content[at:start], NOT_LINE_END.sub(UNSEEN, content[start:end])]
        at = end
    return "".join((*kept, content[at:])) if kept else content


def _elements(content: str) -> Iterator[tuple[int, int]]:
    """Comments and elements with their ends; an opener without an end is left standing, and looked for only once."""
    at = 0
    unclosed: set[str] = set()
    while opener := OPENER.search(content, at):
        name = (opener.group(1) or "--").lower()
        closer = None if name in unclosed else _closer(name).search(content, opener.end())
        if closer:
            yield opener.start(), closer.end()
            at = closer.end()
        else:
            unclosed.add(name)
            at = opener.end()


def _closer(name: str) -> re.Pattern[str]:
    return re.compile("-->" if name == "--" else rf"</{name}\s{{0,9}}>", re.IGNORECASE)
