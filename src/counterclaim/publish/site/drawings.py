"""Drawings: hands the places and times of a matter or document to the map and the axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from counterclaim.publish.axis import AxisWords, Moment, draw_axis
from counterclaim.publish.axis.nouns import KINDS, Kind
from counterclaim.publish.edition.nouns import PublishedClaim, PublishedMatter
from counterclaim.publish.map import MapWords, Pin, Region, draw_map
from counterclaim.publish.site.columns import Column
from counterclaim.publish.site.frame import Frame
from counterclaim.publish.telling import named
from counterclaim.publish.texts import Texts

Record = Mapping[str, Any]

CONTESTED = "contested"
EXACT = frozenset({"point", "settlement"})
AREAS = frozenset({"admin1", "admin2", "region", "country"})
SHADED = frozenset({"admin1", "admin2"})
# More pins than this hide each other and the land; the rest is named in words.
MOST_PINS = 30


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing, and the names of the places that could not be put on it."""

    svg: Markup | None = None
    unplaced: tuple[str, ...] = ()


def map_of(frame: Frame, matter: PublishedMatter, numbers: Mapping[str, int]) -> Drawn:
    """The map of a matter: its place hatched where the sides give different answers, places of its claims pinned."""
    spots: dict[str, tuple[Record, str, str]] = {}
    for claim, number in numbers.items():
        for place in _places(frame, frame.edition.claims[claim]):
            spots.setdefault(place["key"], (place, str(number), f"#{claim}"))
    regions = []
    if matter.place_key and not matter.place_key.startswith("g:"):
        name = matter.place_name or matter.place_key
        regions = [Region(matter.place_key, name, hatched=matter.status == CONTESTED)]
    near = [each for key, each in spots.items() if key != matter.place_key and each[0]["precision"] != "country"]
    own = spots.get(matter.place_key or "")
    if own and own[0]["precision"] in EXACT:
        near.insert(0, own)
    return _drawn(near, regions, _words(frame.texts, frame.asked(matter.question)))


def places_of(frame: Frame, places: Iterable[Record]) -> Drawn:
    """The map of the places that a text names, each once; countries only where there is nothing nearer."""
    found = {place["key"]: place for place in places}
    near = [each for each in found.values() if each["precision"] != "country"] or list(found.values())
    # One place that is a region is shown as one; a whole state coloured in would say how far it reaches.
    alone = near if len(near) == 1 else []
    regions = [Region(each["key"], _short(each["name"])) for each in alone if each["precision"] in SHADED]
    names = ", ".join(each["name"] for each in near[:3])
    return _drawn([(each, "", "") for each in near], regions, _words(frame.texts, names))


def _drawn(spots: Sequence[tuple[Record, str, str]], regions: Sequence[Region], words: MapWords) -> Drawn:
    shown = [each for each in spots if each[0].get("lat") is not None][:MOST_PINS]
    names = {each[0]["key"] for each in shown}
    unplaced = tuple(dict.fromkeys(each[0]["name"] for each in spots if each[0]["key"] not in names))
    svg = draw_map([_pin(*each) for each in shown], regions, words=words)
    return Drawn(Markup(svg) if svg else None, unplaced)


def _pin(place: Record, number: str, href: str) -> Pin:
    coarse = place["precision"] not in EXACT
    return Pin(
        _short(place["name"]),
        place["lat"],
        place["lon"],
        coarse=coarse,
        href=href or None,
        number=number,
        unit=place["key"] if place["precision"] in AREAS else "",
    )


def _short(name: str) -> str:
    """The place without its country, which the map shows."""
    return name.split(",", maxsplit=1)[0]


def _places(frame: Frame, claim: PublishedClaim) -> Iterator[Record]:
    for place in frame.edition.documents[claim.document].places:
        start, end = place["span"]
        if any(first <= start and end <= last for first, last in claim.content):
            yield place


def _words(texts: Texts, about: str) -> MapWords:
    return MapWords(
        title=texts("map.title", about=about),
        about=texts("map.about"),
        dashed=texts("map.dashed"),
        hatched=texts("map.hatched"),
        coarse=texts("map.coarse"),
        km=texts("map.km"),
    )


def axis_of(
    frame: Frame, matter: PublishedMatter, columns: Sequence[Column], numbers: Mapping[str, int]
) -> Markup | None:
    """The time axis of a matter: a lane for each side, with when its claims were said and what they speak of."""
    moments = [each for column in columns for each in _moments(frame, column, numbers)]
    words = _axis_words(frame.texts, frame.asked(matter.question))
    svg = draw_axis(moments, words=words, prefix="axis")
    return Markup(svg) if svg else None


def _axis_words(texts: Texts, about: str) -> AxisWords:
    return AxisWords(
        title=texts("axis.title", about=about),
        about=texts("axis.about"),
        kinds={kind: texts(f"axis.{kind}") for kind in KINDS},
        months=tuple(texts.value("dates.short_months")),
        cut=texts("axis.cut"),
        about_when=texts("axis.about_when"),
        open_end=texts("axis.open_end"),
    )


def _moments(frame: Frame, column: Column, numbers: Mapping[str, int]) -> Iterator[Moment]:
    for identifier in dict.fromkeys(claim for answer in column.answers for claim in answer.claims):
        claim = frame.edition.claims[identifier]
        # The lane says whom they speak for.
        own = claim.voice.side == column.name
        label = (own and (claim.voice.name or claim.voice.role)) or named(claim.voice, frame.texts)
        number, published = str(numbers[identifier]), frame.edition.documents[claim.document].published
        # Where the text does not tell when it was said, the day on which it was published is what is known.
        times: tuple[tuple[Kind, str | None], ...] = (("said", claim.said_on), ("happened", claim.happened))
        if not any(when for _, when in times):
            times = (("published", published),)
        for kind, when in times:
            if when:
                yield Moment(label, when, column.name, kind, number, f"#{identifier}", frame.day(when))
