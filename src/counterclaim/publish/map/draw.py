"""Drawing: one SVG picture of the pins and regions of a matter, with a text for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.publish.map import marks
from counterclaim.publish.map.around import NAME_SIZE, NATION_SIZE, nation_names, seen, unit_names
from counterclaim.publish.map.atlas import Unit, Vector, vector
from counterclaim.publish.map.disputed import units_of
from counterclaim.publish.map.frame import WIDTH, Frame, extent, frame_of
from counterclaim.publish.map.nouns import MapWords, Pin, Region
from counterclaim.publish.map.outlines import Outlines, area, outlines
from counterclaim.publish.map.placing import Badge, Placer, beside, within
from counterclaim.publish.map.planes import Point
from counterclaim.publish.svgtext import BOLD, clean, escaped, joined, lines_of, safe_link

REGION_SIZE, PIN_SIZE = 15.0, 13.0
# The letters of the notes grow less on a phone than names do: they are sentences and have all the width.
NOTE_PHONE = 1.5


@dataclass(frozen=True, slots=True)
class _Area:
    """A region with its units, and its path and parts on the paper."""

    region: Region
    units: tuple[Unit, ...]
    path: str
    parts: tuple[list[Point], ...]


@dataclass(frozen=True, slots=True)
class _Map:
    """What is drawn: pins with their points on the sphere, areas, and the outlines around them."""

    frame: Frame
    pins: tuple[tuple[Pin, Vector], ...]
    areas: tuple[_Area, ...]
    outlines: Outlines
    words: MapWords
    prefix: str


def draw_map(pins: Sequence[Pin], regions: Sequence[Region], *, words: MapWords, prefix: str = "map") -> str | None:
    """
    One `<svg>` of the pins and regions; None where nothing of them can be placed.

    `prefix` begins every id in it and must differ between two maps of one page. Pins without coordinates and regions
    that the shapes do not know are left out: say them in words.
    """
    placed = tuple((pin, where) for pin in pins if (where := _where(pin)))
    known = tuple((region, units) for region in regions if (units := units_of(region.unit)))
    if not placed and not known:
        return None
    frame = _frame(placed, known)
    areas = tuple(_areas(known, frame))
    return _svg(
        _Map(
            frame,
            placed,
            areas,
            outlines(frame, frozenset() if frame.is_world else _outer(known)),
            words,
            escaped(prefix),
        )
    )


def _outer(known: Sequence[tuple[Region, tuple[Unit, ...]]]) -> frozenset[Unit]:
    """The units of regions that are one unit: the borders within a country shown whole do not stand out."""
    return frozenset(units[0] for _, units in known if len(units) == 1)


def _where(pin: Pin) -> Vector | None:
    if pin.lat is None or pin.lon is None or not (abs(pin.lat) <= 90 and abs(pin.lon) <= 360):
        return None
    return vector(pin.lat, pin.lon)


def _frame(pins: Sequence[tuple[Pin, Vector]], known: Sequence[tuple[Region, tuple[Unit, ...]]]) -> Frame:
    lines = [point for _, units in known for point in extent(units)]
    for pin, _ in pins:
        lines += extent(units_of(pin.unit)) if pin.coarse and pin.unit else ()
    return frame_of([point for _, point in pins], lines, coarse=all(pin.coarse for pin, _ in pins))


def _areas(known: Sequence[tuple[Region, tuple[Unit, ...]]], frame: Frame) -> Iterator[_Area]:
    for region, units in known:
        path, parts = area(units, frame)
        if path:
            yield _Area(region, units, path, parts)


def _svg(drawn: _Map) -> str:
    frame, prefix, below = drawn.frame, drawn.prefix, _notes(drawn)
    high = round(frame.height + (sum(len(texts) for _, texts in below) * marks.NOTE_STEP + 10 if below else 0))
    paper = "".join(
        [
            marks.ground(frame, drawn.outlines.land),
            *(marks.region(each.path, hatched=each.region.hatched, prefix=prefix) for each in drawn.areas),
            marks.lines(drawn.outlines.borders, frame),
            *_on_top(drawn),
        ]
    )
    role = "group" if any(safe_link(pin.href) for pin, _ in drawn.pins) else "img"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="0 0 {WIDTH} {high}" role="{role}"'
        f' aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc" {marks.FONT}>'
        f'<title id="{prefix}-title">{escaped(drawn.words.title)}</title>'
        f'<desc id="{prefix}-desc">{escaped(description(drawn))}</desc>{marks.definitions(frame, prefix)}'
        f'<g clip-path="url(#{prefix}-paper)">{paper}</g>{marks.notes(below, frame.height + 10, prefix)}</svg>'
    )


def description(drawn: _Map) -> str:
    """What the map shows, in words."""
    regions = "; ".join(clean(each.region.label) for each in drawn.areas)
    pins = "; ".join(clean(f"{pin.number} {pin.label}") for pin, _ in drawn.pins)
    texts = [drawn.words.about, *(f"{part}." for part in (regions, pins) if part)]
    return " ".join([*texts, *(text for _, text in _notes_whole(drawn))])


def _notes_whole(drawn: _Map) -> list[tuple[str, str]]:
    words, notes = drawn.words, []
    if any(each.region.hatched for each in drawn.areas):
        notes.append(("hatched", words.hatched))
    if any(pin.coarse for pin, _ in drawn.pins):
        notes.append(("coarse", words.coarse))
    if any(drawn.outlines.borders.get(kind) for kind in ("dashed", "dashed-country")):
        notes.append(("dashed", words.dashed))
    return notes


def _notes(drawn: _Map) -> list[tuple[str, tuple[str, ...]]]:
    size = marks.NOTE_SIZE * NOTE_PHONE
    return [(kind, lines_of(text, WIDTH - marks.NOTE_LEFT, size)) for kind, text in _notes_whole(drawn)]


def _on_top(drawn: _Map) -> Iterator[str]:
    """Numbers, names and the scale bar: room is given to what the map is about first, drawn last."""
    frame, placer = drawn.frame, Placer(drawn.frame.box)
    if not frame.is_world:
        placer.reserve(marks.scale_box(frame))
    pins = list(_at_one_spot(drawn))
    badges = placer.badges([(spot, clean(pin.number)) for pin, spot in pins])
    names = [*_region_names(drawn, placer), *_pin_names(drawn, placer, zip(pins, badges, strict=True))]
    yield from _around(drawn, placer)
    yield from (marks.leader(badge) for badge in badges)
    yield from names
    yield from (marks.pin(pin, badge) for (pin, _), badge in zip(pins, badges, strict=True))
    if not frame.is_world:
        yield marks.scale_bar(frame, drawn.words.km)


def _at_one_spot(drawn: _Map) -> Iterator[tuple[Pin, Point]]:
    """The pins with their spots on the paper; those of one spot and kind as one pin with all numbers and names."""
    groups: dict[tuple[int, int, bool], list[tuple[Pin, Point]]] = {}
    for pin, point in drawn.pins:
        x, y = drawn.frame.place(point)
        groups.setdefault((round(x), round(y), pin.coarse), []).append((pin, (x, y)))
    for group in groups.values():
        first, spot = group[0]
        labels = dict.fromkeys(clean(pin.label) for pin, _ in group)
        yield replace(first, number=joined([pin.number for pin, _ in group]), label="; ".join(labels)), spot


def _around(drawn: _Map, placer: Placer) -> Iterator[str]:
    parts = seen(drawn.outlines.units, drawn.frame)
    shown = frozenset(unit for each in drawn.areas for unit in each.units)
    labels = [*(each.region.label for each in drawn.areas), *(pin.label for pin, _ in drawn.pins)]
    named = {clean(label).casefold() for label in labels}
    for placed in nation_names(parts, named, placer):
        yield marks.name(placed, "map-name map-nation", NATION_SIZE, ' fill="#66625a" letter-spacing=".06em"')
    if not drawn.frame.is_world:
        for placed in unit_names(parts, shown, placer):
            yield marks.name(placed, "map-name", NAME_SIZE, ' fill="#66625a"')


def _region_names(drawn: _Map, placer: Placer) -> Iterator[str]:
    for each in drawn.areas:
        placed = placer.text(each.region.label, within(each.parts), REGION_SIZE * BOLD)
        if placed:
            yield marks.name(placed, "map-region-name", REGION_SIZE, ' font-weight="600" fill="#222"')


def _pin_names(drawn: _Map, placer: Placer, pins: Iterable[tuple[tuple[Pin, Point], Badge]]) -> Iterator[str]:
    regions = {clean(each.region.label).casefold() for each in drawn.areas}
    for (pin, _), badge in pins:
        if clean(pin.label).casefold() in regions:
            continue
        placed = placer.text(pin.label, beside(badge, 1, PIN_SIZE), PIN_SIZE)
        if placed:
            yield marks.name(placed, "map-pin-name", PIN_SIZE, ' fill="#222"')
