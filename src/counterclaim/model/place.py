"""Place: a named spot on the map, with coordinates when we know them and candidates when we do not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.model.span import Span


class Precision(StrEnum):
    """How closely a place is known."""

    POINT = "point"
    SETTLEMENT = "settlement"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    COUNTRY = "country"
    REGION = "region"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Place:
    """
    One mention of a place.

    `name` is the unit with its country (*Kursk Oblast, Russia*); `key` is equal for two mentions of one unit and is
    what claims are compared by; `containers` are the keys of the units it lies in, nearest first; `countries` are
    ISO 3166-1 alpha-2 codes, several where who owns it is in dispute; `admin1` is ISO 3166-2 where known;
    `candidates` are (name, score) of what else it could be.
    """

    span: Span
    name: str
    key: str
    precision: Precision = Precision.UNRESOLVED
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    countries: tuple[str, ...] = ()
    disputed: bool = False
    admin1: str | None = None
    containers: tuple[str, ...] = ()
    candidates: tuple[tuple[str, float], ...] = ()
    because: str = ""
