"""Text in drawings: escaped, measured without a font, broken into lines, and boxes that must not overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

# Widths in parts of the font size, a little above those of common sans-serif fonts: a box may be too wide, never too
# narrow, whichever font the reader's machine has.
NARROW, USUAL, CAPITAL, BROAD, FULL = 0.38, 0.62, 0.74, 0.98, 1.05
THIN_LETTERS = frozenset("iljtfrI.,:;'’|!()[] -")
BROAD_LETTERS = frozenset("mwMW@%&—…<>=+~#OQ")
BOLD = 1.1
LINE_HEIGHT = 1.2
# Letters that XML 1.0 does not allow, and those that turn the direction of what follows.
UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
SAFE_LINK = re.compile(r"(?:https?://|#|\.{0,2}/|[A-Za-z0-9_\-]+(?:[/.#?]|$))", re.ASCII)


def clean(text: str) -> str:
    """`text` on one line, without characters that XML forbids."""
    return " ".join(UNPRINTABLE.sub("", text).split())


def escaped(text: str) -> str:
    """`text` as it stands in an element or an attribute."""
    return escape(clean(text), quote=True)


def safe_link(href: str | None) -> str | None:
    """`href` where it is relative or leads to the web; None for everything else (`javascript:`, `data:` ...)."""
    plain = clean(href or "")
    if not plain or not SAFE_LINK.match(plain):
        return None
    before = re.split(r"[/?#]", plain, maxsplit=1)[0]
    return plain if ":" not in before or before in ("http:", "https:") else None


def _letter(letter: str) -> float:
    if letter in THIN_LETTERS:
        return NARROW
    if letter in BROAD_LETTERS:
        return BROAD
    if ord(letter) >= 0x1100:
        return FULL
    return CAPITAL if letter.isupper() else USUAL


def width(text: str, size: float) -> float:
    """The width of `text` in a font of `size`, from above."""
    return sum(map(_letter, text)) * size


def shortened(text: str, most: int) -> str:
    """`text` cut to `most` characters, with a mark of omission where something is left out."""
    plain = clean(text)
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"


def lines_of(text: str, widest: float, size: float) -> tuple[str, ...]:
    """`text` in lines no wider than `widest`; a word that is wider has a line of its own."""
    lines: list[str] = []
    for word in clean(text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= widest:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def joined(numbers: Sequence[str]) -> str:
    """What stands in one mark for several numbers: *3*, *3, 7*, *3–5* for numbers in a row, else *3 +2*."""
    plain = [clean(number) for number in numbers]
    if len(plain) > 1 and all(number.isdecimal() and number.isascii() and len(number) < 9 for number in plain):
        values = [int(number) for number in plain]
        if len(values) > 2 and values == list(range(values[0], values[0] + len(values))):
            return f"{values[0]}–{values[-1]}"
    return ", ".join(plain) if len(plain) < 3 else f"{plain[0]} +{len(plain) - 1}"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a drawing, in its units."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """Whether the two have a point in common."""
        return not (
            self.right <= other.left or other.right <= self.left or self.bottom <= other.top or other.bottom <= self.top
        )

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether a point lies in it."""
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom

    def within(self, other: Box) -> bool:
        """Whether it lies in `other` whole."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    def is_free(self, taken: Iterable[Box]) -> bool:
        """Whether none of `taken` touches it."""
        return not any(self.touches(other) for other in taken)


def text_box(lines: Sequence[str], x: float, y: float, size: float, anchor: str) -> Box:
    """
    The box of lines of text around (x, y): `anchor` is start, middle or end, as in SVG.

    `y` is the middle of the lines from top to bottom.
    """
    wide, high = max(width(line, size) for line in lines), len(lines) * size * LINE_HEIGHT
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return Box(left, y - high / 2, left + wide, y + high / 2)


def short(value: float) -> str:
    """A number as SVG takes it, to a tenth, without needless digits."""
    tenths = round(value * 10)
    whole, rest = divmod(abs(tenths), 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"
