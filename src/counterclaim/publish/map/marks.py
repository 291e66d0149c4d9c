"""Marks: the SVG of what stands on a map; colours by class, with plain ones for readers without the style sheet."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.publish.map.frame import WIDTH, Frame
from counterclaim.publish.map.nouns import Pin
from counterclaim.publish.map.outlines import FAR
from counterclaim.publish.map.placing import NUMBER_SIZE, RADIUS, Badge, Placed
from counterclaim.publish.svgtext import LINE_HEIGHT, Box, escaped, safe_link, short

FONT = 'font-family="system-ui,sans-serif"'
SCALE_SIZE, SCALE_LENGTH, NOTE_SIZE, NOTE_STEP = 11.5, 120.0, 13.0, 22.0
NOTE_LEFT = 44.0
LAYERS = (
    ("admin", "map-admin", 'stroke="#c4c0b8" stroke-width=".8"'),
    ("focus", "map-focus", 'stroke="#8d877b" stroke-width="1"'),
    ("country", "map-country", 'stroke="#77736b" stroke-width="1.7"'),
    ("dashed", "map-dashed", 'stroke="#77736b" stroke-width=".9" stroke-dasharray="4 3"'),
    ("dashed-country", "map-dashed map-dashed-country", 'stroke="#77736b" stroke-width="1.7" stroke-dasharray="5 4"'),
)


def definitions(frame: Frame, prefix: str) -> str:
    """The hatch, and the edge of the paper."""
    return (
        f'<defs><pattern id="{prefix}-hatch" width="7" height="7" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><path class="map-hatch-line" d="M0 0V7" stroke="#77736b" stroke-width="2.4"/>'
        f'</pattern><clipPath id="{prefix}-paper"><path d="M0 0H{WIDTH}V{frame.height}H0z"/></clipPath></defs>'
    )


def ground(frame: Frame, land: str) -> str:
    """The sea and the land on it; on a map of the world the land has no line, or the cut would look like a coast."""
    coast = "" if frame.is_world else ' stroke="#a9a59c" stroke-width=".7"'
    kind = "map-land map-land-world" if frame.is_world else "map-land"
    return (
        f'<path class="map-sea" d="M0 0H{WIDTH}V{frame.height}H0z" fill="#e9eef0"/>'
        f'<path class="{kind}" d="{land}" fill="#f8f6f1" fill-rule="evenodd"{coast}/>'
    )


def region(path: str, *, hatched: bool, prefix: str) -> str:
    """An area the map is about, hatched where it is in dispute in this matter."""
    tint = f'<path class="map-region" d="{path}" fill="#e6e0d2" fill-rule="evenodd"/>'
    if not hatched:
        return tint
    hatch = f'<path class="map-hatch" d="{path}" fill="url(#{prefix}-hatch)" fill-rule="evenodd" fill-opacity=".55"/>'
    return tint + hatch


def lines(borders: dict[str, str], frame: Frame) -> str:
    """The borders, thin ones first; thinner still where much of the world is on the paper."""
    drawn = ((kind, name, plain) for kind, name, plain in LAYERS if borders.get(kind))
    far = ' class="map-far"' if frame.scale > FAR else ""
    paths = "".join(f'<path class="{name}" d="{borders[kind]}" fill="none" {plain}/>' for kind, name, plain in drawn)
    return f"<g{far}>{paths}</g>" if paths else ""


def name(placed: Placed, kind: str, size: float, plain: str = "") -> str:
    """Lines of text; those that a phone has no room for have a class of their own."""
    classes = f"{kind} map-wide" if placed.wide else kind
    attributes = f'class="{classes}" font-size="{short(size)}" text-anchor="{placed.anchor}"{plain}'
    # The first baseline: lines are centred on y, and letters stand about a third of their size below their middle. In
    # em, as the letters grow on a phone.
    first = 0.35 - (len(placed.lines) - 1) * LINE_HEIGHT / 2
    spans = []
    for at, line in enumerate(placed.lines):
        shift = f"{first if not at else LINE_HEIGHT:.2f}em"
        spans.append(f'<tspan x="{short(placed.x)}" dy="{shift}">{escaped(line)}</tspan>')
    return f'<text {attributes} y="{short(placed.y)}">{"".join(spans)}</text>'


def leader(badge: Badge) -> str:
    """The line from a pin that moved aside to its spot."""
    if not badge.is_moved:
        return ""
    (x, y), ends = badge.spot, f"{short(badge.x)} {short(badge.y)}"
    return (
        f'<path class="map-leader" d="M{short(x)} {short(y)}L{ends}" fill="none" stroke="#333"/>'
        f'<circle class="map-spot" cx="{short(x)}" cy="{short(y)}" r="2.5" fill="#333"/>'
    )


def pin(given: Pin, badge: Badge) -> str:
    """The number in its circle, hollow for a coarse place, linked where the pin has a safe link."""
    half, wide = badge.half, short(2 * badge.half)
    hollow = " map-pin-hollow" if given.coarse else ""
    ground, ink = ("#fff", "#222") if given.coarse else ("#222", "#fff")
    shape = (
        f'<rect class="map-pin-ground" x="{short(-half)}" y="{short(-RADIUS)}" width="{wide}"'
        f' height="{short(2 * RADIUS)}" rx="{short(RADIUS)}" fill="{ground}" stroke="#222" stroke-width="1.8"/>'
        f'<text class="map-number" y="{short(NUMBER_SIZE * 0.36)}" font-size="{short(NUMBER_SIZE)}"'
        f' font-weight="700" text-anchor="middle" fill="{ink}">{escaped(given.number)}</text>'
    )
    link, words = safe_link(given.href), escaped(f"{given.number} {given.label}")
    inner = f'<g class="map-grow">{shape}</g>'
    linked = f'<a href="{escaped(link)}" aria-label="{words}">{inner}</a>' if link else inner
    where = f'transform="translate({short(badge.x)} {short(badge.y)})"'
    return f'<g class="map-pin{hollow}" {where}><title>{words}</title>{linked}</g>'


def scale_km(frame: Frame) -> int:
    """The length of the scale bar in km: 1, 2 or 5 times a power of ten."""
    most = SCALE_LENGTH * frame.scale
    steps = [int(f"{step}{'0' * power}") for power in range(5) for step in (1, 2, 5)]
    return max(step for step in steps if step <= max(1.0, most))


def scale_box(frame: Frame) -> Box:
    """The room that the scale bar takes, also on a phone."""
    return Box(0, frame.height - 52, SCALE_LENGTH + 24, frame.height)


def scale_bar(frame: Frame, unit: str) -> str:
    """A bar with its length in km in the lower left corner."""
    km = scale_km(frame)
    right, bottom = 14 + km / frame.scale, frame.height - 14
    bar = f"M14 {short(bottom - 5)}V{short(bottom)}H{short(right)}V{short(bottom - 5)}"
    return (
        f'<path class="map-scale" d="{bar}" fill="none" stroke="#333" stroke-width="1.2"/>'
        f'<text class="map-scale-name" x="14" y="{short(bottom - 10)}" font-size="{short(SCALE_SIZE)}" fill="#333">'
        f"{km:,}".replace(",", " ")
        + f" {escaped(unit)}</text>"
    )


def notes(rows: Sequence[tuple[str, tuple[str, ...]]], top: float, prefix: str) -> str:
    """The notes below the map, each with the mark that it explains."""
    parts, y = [], top + NOTE_STEP / 2
    for kind, texts in rows:
        parts.append(_sample(kind, y, prefix))
        for text in texts:
            parts.append(
                f'<text class="map-note" x="{short(NOTE_LEFT)}" y="{short(y + NOTE_SIZE * 0.36)}"'
                f' font-size="{short(NOTE_SIZE)}" fill="#333">{escaped(text)}</text>'
            )
            y += NOTE_STEP
    return "".join(parts)


def _sample(kind: str, y: float, prefix: str) -> str:
    if kind == "hatched":
        d = f"M4 {short(y - 7)}h28v14h-28z"
        return region(d, hatched=True, prefix=prefix)
    if kind == "coarse":
        return (
            f'<g class="map-pin map-pin-hollow"><circle class="map-pin-ground" cx="18" cy="{short(y)}" r="7"'
            ' fill="#fff" stroke="#222" stroke-width="1.8"/></g>'
        )
    _, classes, plain = LAYERS[-1]
    return f'<path class="{classes}" d="M4 {short(y)}H32" fill="none" {plain}/>'
