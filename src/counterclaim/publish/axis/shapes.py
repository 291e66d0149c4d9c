"""Shapes: the SVG of marks, bars and ticks; kinds differ by shape, sides by lane, never by colour alone."""

from __future__ import annotations

from counterclaim.publish.axis.rows import NUMBER_SIZE, PHONE, RADIUS, TIPS, Mark
from counterclaim.publish.axis.scale import CUT, LEFT, RIGHT, WIDTH, Scale
from counterclaim.publish.axis.ticks import Tick
from counterclaim.publish.svgtext import escaped, safe_link, short

TICK_SIZE, SIDES = 11.5, 6
BAR, TIP, HEAD = 3.5, 8.0, 6.5
# Bars shorter than the mark are drawn below it, or it would hide them.
BELOW = RADIUS * PHONE + 5.0


def outline(kind: str, half: float) -> str:
    """The `d` of a mark around (0, 0): round, pointed at the sides, square, or pointed below."""
    h, r, w = RADIUS, short(RADIUS), short(half)
    if kind == "happened":
        tip, flat, high = short(half + TIPS), short(half - 4), short(h + 1)
        return f"M-{tip} 0L-{flat}-{high}H{flat}L{tip} 0L{flat} {high}H-{flat}z"
    if kind == "published":
        return f"M-{w}-{r}H{w}V{r}H-{w}z"
    if kind == "captured":
        return f"M-{w}-{r}H{w}V{short(h - 4)}L0 {short(h + 4)}L-{w} {short(h - 4)}z"
    flat = short(half - h)
    return f"M-{flat}-{r}H{flat}a{r} {r} 0 0 1 0 {short(2 * h)}H-{flat}a{r} {r} 0 0 1 0-{short(2 * h)}z"


def bar(mark: Mark, y: float) -> str:
    """The true extent of a time that is longer than a day, with an arrow at an open end; nothing for a day."""
    stretch = mark.stretch
    if stretch.is_day:
        return ""
    hidden = mark.right - mark.left < 2.6 * mark.half * PHONE
    top = y + (BELOW if hidden else 0.0)
    dashed = ' stroke-dasharray="4 3"' if stretch.approximate else ""
    low, high = short(top - BAR), short(top + BAR)
    left, right = short(mark.left), short(mark.right)
    if stretch.start is None:
        tip = short(mark.left + TIP)
        d = f"M{right} {low}H{tip}V{short(top - HEAD)}L{left} {short(top)}L{tip} {short(top + HEAD)}V{high}H{right}z"
    elif stretch.end is None:
        tip = short(mark.right - TIP)
        d = f"M{left} {low}H{tip}V{short(top - HEAD)}L{right} {short(top)}L{tip} {short(top + HEAD)}V{high}H{left}z"
    else:
        d = f"M{left} {low}H{right}V{high}H{left}z"
    kind = "axis-bar axis-about" if stretch.approximate else "axis-bar"
    return f'<path class="{kind}" d="{d}" fill="#cfcac0" stroke="#444" stroke-width="1"{dashed}/>'


def mark(given: Mark, y: float) -> str:
    """The mark with its number, linked to its first moment, and the labels of all its moments as its title."""
    first = given.stretch.moments[0]
    about = " axis-about" if given.stretch.approximate else ""
    dashed = ' stroke-dasharray="3 2.5"' if about else ""
    ground, ink = ("#fff", "#222") if about else ("#222", "#fff")
    words = escaped("; ".join(f"{moment.number} {moment.label}" for moment in given.stretch.moments))
    shape = (
        f'<g class="axis-grow"><path class="axis-mark-ground" d="{outline(first.kind, given.half)}" fill="{ground}"'
        f' stroke="#222" stroke-width="1.6"{dashed}/><text class="axis-number" y="{short(NUMBER_SIZE * 0.36)}"'
        f' font-size="{short(NUMBER_SIZE)}" font-weight="700" text-anchor="middle" fill="{ink}">'
        f"{escaped(given.stretch.number)}</text></g>"
    )
    link = safe_link(first.href)
    linked = f'<a href="{escaped(link)}" aria-label="{words}">{shape}</a>' if link else shape
    where = f'transform="translate({short(given.x)} {short(y)})"'
    return f'<g class="axis-mark axis-{first.kind}{about}" {where}><title>{words}</title>{linked}</g>'


def ground(scale: Scale, top: float, bottom: float) -> str:
    """The axis itself, broken where time is left out."""
    lines = []
    for at, part in enumerate(scale.parts):
        left = part.left if at else LEFT / 2
        right = part.right if at + 1 < len(scale.parts) else WIDTH - RIGHT / 2
        lines.append(f"M{short(left)} {short(bottom)}H{short(right)}")
    cuts, gaps = [], []
    for part in scale.parts[:-1]:
        middle = part.right + CUT / 2
        for shift in (-4, 4):
            x = middle + shift
            cuts.append(f"M{short(x - 3)} {short(bottom + 7)}L{short(x + 3)} {short(bottom - 7)}")
        gaps.append(f"M{short(middle - 4)} {short(top)}V{short(bottom - 10)}h8V{short(top)}z")
    broken = (
        f'<path class="axis-gap" d="{"".join(gaps)}" fill="#eee"/>'
        f'<path class="axis-cut" d="{"".join(cuts)}" fill="none" stroke="#555"/>'
    )
    return f'<path class="axis-line" d="{"".join(lines)}" fill="none" stroke="#444"/>' + (broken if cuts else "")


def tick(given: Tick, top: float, bottom: float) -> str:
    """A line through the lanes, the name under it, and the year below that."""
    size, x, middle = short(TICK_SIZE), short(given.x), short(given.at)
    year = (
        f'<text class="axis-tick-name axis-year" x="{middle}" y="{short(bottom + 48)}" font-size="{size}"'
        f' text-anchor="middle" fill="#555">{escaped(given.year)}</text>'
        if given.year
        else ""
    )
    return (
        f'<path class="axis-grid" d="M{x} {short(top)}V{short(bottom + 5)}" stroke="#ddd"/>'
        f'<text class="axis-tick-name" x="{middle}" y="{short(bottom + 25)}" font-size="{size}" text-anchor="middle"'
        f' fill="#333">{escaped(given.name)}</text>{year}'
    )
