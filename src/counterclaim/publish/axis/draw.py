"""Drawing: one SVG picture of the moments of a matter on an axis of time, a lane for each side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.publish.axis import shapes
from counterclaim.publish.axis.nouns import KINDS, AxisWords, Moment
from counterclaim.publish.axis.rows import PHONE, RADIUS, Mark, rows
from counterclaim.publish.axis.scale import LEFT, WIDTH, Scale, scale_of
from counterclaim.publish.axis.spans import Stretch, stretches
from counterclaim.publish.axis.ticks import ticks
from counterclaim.publish.svgtext import (
    BOLD,
    Box,
    clean,
    escaped,
    lines_of,
    safe_link,
    short,
    shortened,
    text_box,
    width,
)

TOP, HEAD, ROW, LANE_GAP, FOOT = 6.0, 28.0, 44.0, 6.0, 62.0
LANE_SIZE, LABEL_SIZE, NOTE_SIZE, NOTE_STEP = 14.0, 12.0, 13.0, 24.0
MOST_LETTERS, ASIDE = 44, 7.0
NOTE_PHONE, NOTE_LEFT, NOTE_GAP = 1.5, 32.0, 22.0


@dataclass(frozen=True, slots=True)
class Lane:
    """A side with its marks, from `top` down."""

    name: str
    marks: tuple[Mark, ...]
    top: float

    @property
    def first(self) -> float:
        """The middle of its first row."""
        return self.top + (HEAD if self.name else 0.0) + ROW / 2

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.first + ROW * (max((mark.row for mark in self.marks), default=0) + 0.5)

    def y(self, mark: Mark) -> float:
        """The middle of the row of one of its marks."""
        return self.first + ROW * mark.row


def draw_axis(moments: Sequence[Moment], *, words: AxisWords, prefix: str = "axis") -> str | None:
    """
    One `<svg>` of the moments; None where none of them has a time that can be read.

    `prefix` begins every id in it and must differ between two axes of one page. Moments with a time that cannot be
    read or is open on both sides are left off: say them in words.
    """
    known = stretches(moments)
    if not known:
        return None
    scale = scale_of(known)
    lanes = _lanes(known, scale)
    bottom = lanes[-1].bottom + LANE_GAP
    parts = [*_back(scale, words, bottom), *(part for at, lane in enumerate(lanes) for part in _lane(lane, at))]
    below, high = _notes(known, scale, words, bottom + FOOT)
    return _framed([*parts, *below], high, _Texts(known, words, escaped(prefix), _has_cut(scale)))


def _lanes(known: Sequence[Stretch], scale: Scale) -> list[Lane]:
    by_name: dict[str, list[Stretch]] = {}
    for stretch in known:
        by_name.setdefault(stretch.moments[0].lane, []).append(stretch)
    lanes: list[Lane] = []
    for name, own in by_name.items():
        top = lanes[-1].bottom + LANE_GAP if lanes else TOP
        lanes.append(Lane(clean(name), tuple(rows(own, scale)), top))
    return lanes


def _back(scale: Scale, words: AxisWords, bottom: float) -> Iterator[str]:
    for each in ticks(scale, words.months):
        yield shapes.tick(each, TOP, bottom)
    yield shapes.ground(scale, TOP, bottom)


def _lane(lane: Lane, at: int) -> Iterator[str]:
    yield f'<g class="axis-lane axis-side-{at % shapes.SIDES + 1}">'
    if lane.name:
        line, name = (
            f"M0 {short(lane.top)}H{short(WIDTH)}",
            _fitting(lane.name, LANE_SIZE * PHONE * BOLD, WIDTH - 2 * LEFT),
        )
        yield f'<path class="axis-rule" d="{line}" stroke="#ddd"/>' if at else ""
        yield (
            f'<path class="axis-key" d="M{short(LEFT - 10)} {short(lane.top + 8)}h5v15h-5z" fill="#222"/>'
            f'<text class="axis-lane-name" x="{short(LEFT)}" y="{short(lane.top + 21)}" font-size="{short(LANE_SIZE)}"'
            f' font-weight="600" fill="#222">{escaped(name)}</text>'
        )
    for mark in lane.marks:
        yield shapes.bar(mark, lane.y(mark))
    yield from _labels(lane)
    for mark in lane.marks:
        yield shapes.mark(mark, lane.y(mark))
    yield "</g>"


def _fitting(text: str, size: float, room: float) -> str:
    letters = len(text)
    while letters > 1 and width(shortened(text, letters), size) > room:
        letters -= 1
    return shortened(text, letters)


def _labels(lane: Lane) -> Iterator[str]:
    """The labels that have room beside their marks: right of them, else left."""
    boxes = [
        Box(mark.extent[0], lane.y(mark) - ROW / 2 + 1, mark.extent[1], lane.y(mark) + ROW / 2 - 1)
        for mark in lane.marks
    ]
    for mark, own in zip(lane.marks, tuple(boxes), strict=True):
        placed = _label(mark, lane.y(mark), own, boxes)
        if placed:
            boxes.append(placed[1])
            yield placed[0]


def _label(mark: Mark, y: float, own: Box, taken: Sequence[Box]) -> tuple[str, Box] | None:
    text = shortened("; ".join(dict.fromkeys(moment.label for moment in mark.stretch.moments)), MOST_LETTERS)
    if not text:
        return None
    paper = Box(2, 0, WIDTH - 2, 1e9)
    for scale in (PHONE, 1.0):
        for x, anchor in ((own.right + ASIDE, "start"), (own.left - ASIDE, "end")):
            box = text_box((text,), x, y, LABEL_SIZE * scale, anchor)
            if box.within(paper) and box.is_free(taken):
                wide = " axis-wide" if scale == 1.0 else ""
                return (
                    f'<text class="axis-label{wide}" x="{short(x)}" y="{short(y)}" dy=".35em" text-anchor="{anchor}"'
                    f' font-size="{short(LABEL_SIZE)}" fill="#222">{escaped(text)}</text>',
                    box,
                )
    return None


def _has_cut(scale: Scale) -> bool:
    return len(scale.parts) > 1


def _notes(known: Sequence[Stretch], scale: Scale, words: AxisWords, top: float) -> tuple[list[str], float]:
    """What the shapes mean, in lines that a phone can hold, and where the drawing ends."""
    parts, x, y = [], LEFT, top + NOTE_STEP / 2
    present = {stretch.moments[0].kind for stretch in known}
    for kind in (kind for kind in KINDS if kind in present):
        text = clean(words.kinds.get(kind, kind))
        room = NOTE_LEFT + width(text, NOTE_SIZE * NOTE_PHONE) + NOTE_GAP
        if x > LEFT and x + room > WIDTH:
            x, y = LEFT, y + NOTE_STEP
        shape = f'<path class="axis-mark-ground" d="{shapes.outline(kind, RADIUS + 1)}" fill="#222"/>'
        parts.append(f'<g class="axis-key-mark" transform="translate({short(x + 8)} {short(y)}) scale(.8)">{shape}</g>')
        parts.append(_note(text, x + 24, y))
        x += room
    for note in _whole_notes(known, _has_cut(scale), words):
        for line in lines_of(note, WIDTH - 2 * LEFT, NOTE_SIZE * NOTE_PHONE):
            y += NOTE_STEP
            parts.append(_note(line, LEFT, y))
    return parts, y + NOTE_STEP / 2 + 4


def _note(text: str, x: float, y: float) -> str:
    return (
        f'<text class="axis-note" x="{short(x)}" y="{short(y)}" dy=".35em" font-size="{short(NOTE_SIZE)}" fill="#333">'
        f"{escaped(text)}</text>"
    )


def _whole_notes(known: Sequence[Stretch], has_cut: bool, words: AxisWords) -> list[str]:
    notes = []
    if any(stretch.approximate for stretch in known):
        notes.append(words.about_when)
    if any(stretch.start is None or stretch.end is None for stretch in known):
        notes.append(words.open_end)
    return [*notes, words.cut] if has_cut else notes


@dataclass(frozen=True, slots=True)
class _Texts:
    """What the frame of the drawing says in words."""

    known: Sequence[Stretch]
    words: AxisWords
    prefix: str
    has_cut: bool

    @property
    def description(self) -> str:
        """Each moment with its number, side, kind and time."""
        told = []
        for moment in (moment for stretch in self.known for moment in stretch.moments):
            kind = self.words.kinds.get(moment.kind, moment.kind)
            named = clean(f"{moment.number} {moment.label}")
            told.append(
                f"{named} ({', '.join(part for part in (moment.lane, kind, moment.when or moment.edtf) if part)})"
            )
        return " ".join([self.words.about, "; ".join(told) + ".", *_whole_notes(self.known, self.has_cut, self.words)])


def _framed(parts: Sequence[str], high: float, texts: _Texts) -> str:
    linked = any(safe_link(stretch.moments[0].href) for stretch in texts.known)
    prefix = texts.prefix
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="axis" viewBox="0 0 {short(WIDTH)} {short(high)}"'
        f' role="{"group" if linked else "img"}" aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc"'
        f' font-family="system-ui,sans-serif"><title id="{prefix}-title">{escaped(texts.words.title)}</title>'
        f'<desc id="{prefix}-desc">{escaped(texts.description)}</desc>{"".join(parts)}</svg>'
    )
