"""Nouns of the map: pins, regions and the words around them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pin:
    """
    A place to be pinned: `number` stands in the pin and in the caller's list.

    `coarse`: known only to a region or a country; drawn hollow. `unit`: what it is known to (see Region.unit), so
    that the frame holds it whole.
    """

    label: str
    lat: float | None
    lon: float | None
    coarse: bool = False
    href: str | None = None
    number: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """
    An area to be shown with its outline; `hatched` where it is in dispute in this matter.

    `unit` is an ISO 3166-2 code (`RU-KRS`), a country code, a GeoNames id or the key of a place (`a:RU-KRS`, `c:UA`,
    `r:crimea`).
    """

    unit: str
    label: str
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class MapWords:
    """
    The words of a map: `title` and `about` (what it shows, for those who cannot see it), and the notes below it.

    `dashed` is the note on disputed borders, `hatched` and `coarse` explain the hatch and the hollow pin; each is
    shown only where the map has such a thing. `km` is the unit of the scale bar.
    """

    title: str
    about: str
    dashed: str = "Borders drawn dashed are in dispute; drawing them says nothing on who is right."
    hatched: str = "Hatched: in dispute in this matter."
    coarse: str = "Open circle: known only to a region or a country."
    km: str = "km"
