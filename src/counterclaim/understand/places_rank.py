"""Rank: which of the units that bear a name a document means, by kind, size, what stands beside it and what is near."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.understand.gazetteer import Match
from counterclaim.understand.gazetteer_rows import Unit

# What a kind weighs is measured in powers of ten of people: a country as if of a hundred million, an administrative
# unit as if of a million, so that a town wins over a unit of its name only where it is the larger name in the news.
WEIGHT = {"country": 8.0, "region": 7.0, "point": 7.0, "admin1": 6.0, "admin2": 4.7}
# States of federations are named in the news without the word *state*.
FEDERAL = frozenset({"US", "CA", "AU", "GB", "IN", "DE"})
FEDERAL_BONUS = 1.0
CAPITAL_BONUS = 1.5
# A settlement's alternate names are historic or foreign: *Pokrovsk* was once the name of a larger town. The largest
# cities are known by several (*Mecca* is listed as Makkah), which cost them nothing where no country has the name, nor
# another large city for its first.
ALTERNATE_COST = 2.0
LARGE = 500_000
# *Aleppo* alone is the city, not the governorate around it.
SAME_NAME_COST = 2.0
FOCUS_BONUS = 2.5
UNIT_FOCUS_BONUS = 1.0
BESIDE_BONUS = 6.0
# In *Idaho, Washington and Oregon* each is what the others are.
ALIKE_BONUS = 1.5
NEAR_BONUS = 1.0
NEAR_KM = 250.0
# What the word beside the name is worth for each kind: *region* is never the city.
FITS: Mapping[str, Mapping[str, float]] = {
    "admin1": {"admin1": 6.0, "region": 4.0, "admin2": 2.0, "settlement": -3.0, "country": -2.0},
    "admin2": {"admin2": 4.0, "admin1": 3.0, "region": 1.0},
    "settlement": {"settlement": 4.0, "admin1": -3.0, "admin2": -1.0, "region": -3.0, "country": -3.0},
    "region": {"region": 3.0, "admin1": 1.0},
    "site": {"settlement": 1.0, "point": 2.0},
}
# A town of 2,000 in a country of which the document does not speak is a chance likeness.
ENOUGH = 3.4


def kilometres(one: Unit, other: Unit) -> float:
    """The distance between two units' points; infinite where one has none."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    a, b = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, half)))


@dataclass(frozen=True, slots=True)
class Focus:
    """What a document speaks of: shares of countries and of first-level units, and the units it surely means."""

    countries: Mapping[str, float]
    codes: Mapping[str, float]
    units: tuple[Unit, ...] = ()

    @classmethod
    def of(cls, countries: Counter[str], codes: Counter[str], units: Iterable[Unit] = ()) -> Focus:
        """Shares of the counts."""
        return cls(shares(countries), shares(codes), tuple(units))


def shares(counts: Counter[str]) -> dict[str, float]:
    """Each count as a share of the largest."""
    most = max(counts.values(), default=0)
    return {key: count / most for key, count in counts.items()} if most else {}


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit with its score, in powers of ten of people."""

    unit: Unit
    score: float


def _size(unit: Unit, capitals: Mapping[str, str]) -> float:
    if unit.precision != "settlement":
        federal = unit.precision == "admin1" and not FEDERAL.isdisjoint(unit.countries)
        return WEIGHT.get(unit.precision, 4.0) + (FEDERAL_BONUS if federal else 0.0)
    size = math.log10(unit.population + 30) if unit.geonames_id else 5.0
    return size + (CAPITAL_BONUS if capitals.get(unit.name) in unit.countries and unit.population > 20_000 else 0.0)


def _focused(unit: Unit, focus: Focus) -> float:
    country = max((focus.countries.get(code, 0.0) for code in unit.countries), default=0.0)
    gain = FOCUS_BONUS * country + UNIT_FOCUS_BONUS * focus.codes.get(unit.code, 0.0)
    near = any(0.5 < kilometres(unit, other) < NEAR_KM for other in focus.units if other.key != unit.key)
    return gain + (NEAR_BONUS if near else 0.0)


def within(unit: Unit, container: Unit) -> bool:
    """Whether `unit` lies in `container`, as far as codes tell."""
    if container.precision not in ("country", "admin1", "admin2", "region"):
        return False
    if container.precision == "country":
        return not set(unit.countries).isdisjoint(container.countries) and unit.key != container.key
    if container.code:
        return unit.code == container.code and unit.key != container.key
    return bool(container.admin1) and unit.admin1 == container.admin1


def _overshadowed(match: Match, matches: Sequence[Match]) -> bool:
    """Whether an administrative unit has the name of a settlement in it."""
    unit = match.unit
    if unit.precision not in ("admin1", "admin2"):
        return False
    return any(
        m.unit.precision == "settlement"
        and m.unit.code == unit.code
        and m.unit.population > (3_000 if m.main else 300_000)
        for m in matches
    )


@dataclass(frozen=True, slots=True)
class Hints:
    """
    What the words around a name say of it.

    `wanted` is the kind that a word beside it says; `beside` are the units that the next name may mean (*Norby, Lund
    region*) or that stand before it (*Norway's Lund region*); `alike` is the kind of its neighbours in a list.
    """

    wanted: str = ""
    beside: tuple[Unit, ...] = ()
    alike: str = ""


def rank(matches: Sequence[Match], focus: Focus, hints: Hints, capitals: Mapping[str, str]) -> tuple[Ranked, ...]:
    """The units that bear a name, likeliest first; `capitals` maps capitals to the codes of their countries."""
    fits = FITS.get(hints.wanted, {})
    # *China, US* is a list of countries, not a hamlet called China.
    listed = any(m.unit.precision == "country" for m in matches) and any(u.precision == "country" for u in hints.beside)
    # *Mexico* is no short form of Mexico City, nor Philadelphia in news the old name of Amman.
    taken = any(m.main and (m.unit.precision in ("country", "region") or m.unit.population > LARGE) for m in matches)
    ranked = []
    for match in matches:
        unit = match.unit
        score = _size(unit, capitals) + _focused(unit, focus) + fits.get(unit.precision, 0.0)
        score -= 0.0 if match.main or (unit.population > LARGE and not taken) else ALTERNATE_COST
        score += ALIKE_BONUS if unit.precision == hints.alike else 0.0
        score -= SAME_NAME_COST if not hints.wanted and _overshadowed(match, matches) else 0.0
        score += BESIDE_BONUS if not listed and any(within(unit, other) for other in hints.beside) else 0.0
        ranked.append(Ranked(unit, round(score, 3)))
    return tuple(sorted(ranked, key=lambda item: (-item.score, item.unit.key)))
