"""Finds where gold stands in an answer's text: gold names spans by their words, so it outlives changes of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

Gold = Mapping[str, Any]
Pair = list[int]
FIELD = re.compile(r'^(title|excerpt): "?')


def flat(text: str) -> str:
    """`text` with every white-space character as one blank, so that offsets stay."""
    return re.sub(r"\s", " ", text)


def parts_of(document: Gold) -> dict[str, tuple[int, int]]:
    """For each kind of part the stretch from its first to its last character."""
    found: dict[str, tuple[int, int]] = {}
    for part in document["parts"]:
        low, high = found.get(part["kind"], (part["start"], part["end"]))
        found[part["kind"]] = (min(low, part["start"]), max(high, part["end"]))
    return found


def context(gold: Gold, key: str, text: str, parts: Mapping[str, tuple[int, int]]) -> tuple[int, int] | None:
    """Where the longer string `gold[key]` stands: in its own part first, then body, title, excerpt, anywhere."""
    raw, where = str(gold[key]), gold.get("where")
    if field := FIELD.match(raw):
        where, raw = field[1], raw[field.end() :].rstrip('"\n').replace('\\"', '"')
    piece = flat(re.sub(r"^[-\s]*\n", "", raw).strip())
    order = [part for part in (where, "body", "title", "excerpt") if part in parts]
    for low, high in [*(parts[str(part)] for part in order), (0, len(text))]:
        at = text.find(piece, low, high)
        if at >= 0:
            return at, at + len(piece)
    return None


def window(gold: Gold, text: str, parts: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """The stretch in which the gold's strings are to be looked for."""
    found = context(gold, "at", text, parts) if gold.get("at") else None
    return found or parts.get(str(gold.get("where"))) or parts.get("body") or (0, len(text))


def _words(piece: str) -> str:
    return flat(piece).replace('\\"', '"').strip()


def _occurrences(piece: str, text: str, low: int, high: int) -> list[int]:
    """Starts of `piece` in text[low:high], as whole words where there are any."""
    literal = re.escape(_words(piece))
    whole = [low + hit.start() for hit in re.finditer(rf"(?<!\w){literal}(?!\w)", text[low:high])]
    return whole or [low + hit.start() for hit in re.finditer(literal, text[low:high])]


def _content(pieces: Iterable[str], text: str, low: int, high: int) -> list[Pair] | None:
    """The content's pieces, each after the one before where that can be."""
    spans: list[Pair] = []
    after = low
    for piece in pieces:
        hits = _occurrences(piece, text, low, high)
        if not hits:
            return None
        at = next((hit for hit in hits if hit >= after), hits[0])
        spans.append([at, at + len(_words(piece))])
        after = spans[-1][1]
    return spans


def placed(gold: Gold, text: str, parts: Mapping[str, tuple[int, int]]) -> dict[str, list[Pair]] | None:
    """The spans of a gold attribution in `text`; None where its words are not there."""
    low, high = window(gold, text, parts)
    content = _content(gold["content"], text, low, high)
    if content is None:
        low, high = 0, len(text)
        content = _content(gold["content"], text, low, high)
    if content is None:
        return None
    found = {"content": content}
    for part in ("source", "cue"):
        near = context(gold, f"{part}_at", text, parts) if gold.get(f"{part}_at") else None
        spans = [_outside(piece, text, near or (low, high), content) for piece in gold[part]]
        if None in spans:
            return None
        found[part] = [span for span in spans if span is not None]
    return found


def _outside(piece: str, text: str, near: tuple[int, int], content: list[Pair]) -> Pair | None:
    """The occurrence of `piece` nearest to the content, outside of it where there is one."""
    hits = _occurrences(piece, text, *near)
    if not hits:
        return None
    outside = [hit for hit in hits if not any(start <= hit < end for start, end in content)]
    at = min(outside or hits, key=lambda hit: abs(hit - content[0][0]))
    return [at, at + len(_words(piece))]
