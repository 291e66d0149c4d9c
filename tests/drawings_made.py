"""What tests read out of a drawn map or axis: its elements, its texts, and the boxes that they take."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

from counterclaim.publish.map import MapWords
from counterclaim.publish.svgtext import LINE_HEIGHT, Box, width

SVG = "{http://www.w3.org/2000/svg}"
WORDS = MapWords("Where", "A map of invented events.")


def tree_of(svg: str | None) -> ElementTree.Element:
    """The drawing as a tree; fails where it is no well-formed XML."""
    assert svg is not None
    return ElementTree.fromstring(svg)


def texts(tree: ElementTree.Element, kind: str) -> list[str]:
    """The texts of a class, lines joined."""
    found = [text for text in tree.iter(f"{SVG}text") if kind in text.get("class", "").split()]
    return [" ".join(part.strip() for part in text.itertext()) for text in found]


def name_boxes(tree: ElementTree.Element, *, phone: bool, kinds: tuple[str, ...]) -> Iterator[Box]:
    """The boxes of the names of some classes, as large as a phone or a wide screen draws them."""
    for text in tree.iter(f"{SVG}text"):
        classes = text.get("class", "").split()
        if not set(kinds) & set(classes) or (phone and "map-wide" in classes):
            continue
        size = float(text.get("font-size", "0")) * (1.7 if phone else 1.0)
        spans = list(text)
        y, high = float(text.get("y", "0")), len(spans) * size * LINE_HEIGHT
        for_all = max(width(span.text or "", size) for span in spans)
        x = float(spans[0].get("x", "0"))
        left = x - for_all * {"start": 0, "middle": 0.5, "end": 1}[text.get("text-anchor", "start")]
        yield Box(left, y - high / 2 + 0.2, left + for_all - 0.2, y + high / 2 - 0.2)


def pin_boxes(tree: ElementTree.Element, *, phone: bool) -> Iterator[Box]:
    """The boxes of the pins on the map, without the one in the notes."""
    for group in tree.iter(f"{SVG}g"):
        found = re.fullmatch(r"translate\((\S+) (\S+)\)", group.get("transform", ""))
        if "map-pin" in group.get("class", "").split() and found:
            half, scale = next(group.iter(f"{SVG}rect")), 1.7 if phone else 1.0
            x, y, wide = float(found[1]), float(found[2]), float(half.get("width", "0")) / 2 * scale
            yield Box(x - wide + 0.2, y - 9 * scale + 0.2, x + wide - 0.2, y + 9 * scale - 0.2)


def overlaps(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """All pairs that touch each other."""
    return [(one, other) for at, one in enumerate(boxes) for other in boxes[:at] if one.touches(other)]
