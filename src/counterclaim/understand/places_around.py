"""Around: the town in which a site that no list has is said, or may be taken, to lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from counterclaim.model.reading import Reading
from counterclaim.understand.gazetteer import Gazetteer
from counterclaim.understand.gazetteer_names import fold
from counterclaim.understand.gazetteer_rows import Unit
from counterclaim.understand.places_rank import FEDERAL, within
from counterclaim.understand.places_spans import Named

# What may hold a site: anything larger says nothing on where in it the site is.
HOLDS = frozenset({"settlement", "admin2"})
# A site is called after a town of this size rather than after a family or a village: *Bergen Hospital*.
NAMESAKE = 50_000
# Countries to the codes, cities to the news.
CITY_STATES = frozenset({"c:GI", "c:HK", "c:MC", "c:MO", "c:SG", "c:VA"})


def _holds(unit: Unit) -> bool:
    return unit.precision in HOLDS or unit.key in CITY_STATES


def _one_of(units: Sequence[Unit]) -> Unit | None:
    """What a site may be called after, of all that bear the name: a state, a large town, the one region of the name."""
    areas = [unit for unit in units if unit.precision in ("admin1", "region")]
    states = [unit for unit in areas if not FEDERAL.isdisjoint(unit.countries)]
    if states:
        return states[0]
    towns = (unit for unit in units if unit.precision == "settlement")
    large = max(towns, key=lambda unit: unit.population, default=None)
    if large and (large.population >= NAMESAKE or large.geonames_id is None):
        return large
    return areas[0] if len(areas) == 1 else None


class Known(Protocol):
    """A name of the document with the unit it means."""

    @property
    def named(self) -> Named:
        """Where it stands."""
        ...

    @property
    def unit(self) -> Unit | None:
        """What it means, where that is clear."""
        ...


@dataclass(frozen=True, slots=True)
class Around:
    """A unit that holds a site; `said` whether the text puts the site there, or it is only the nearest town named."""

    unit: Unit
    said: bool


class Surroundings:
    """Finds what holds a site, among the places of one document."""

    def __init__(self, reading: Reading, names: Gazetteer, known: Sequence[Known]) -> None:
        self._tokens, self._text, self._sentences = reading.tokens, reading.document.text, reading.sentences
        self._gazetteer = names
        named = [(one.named, one.unit) for one in known if one.unit]
        self._towns = [(one, unit) for one, unit in named if _holds(unit)]
        self._by_name = {fold(one.name): unit for one, unit in reversed(named) if unit.precision != "country"}

    def of(self, site: Named, *, far: bool = False) -> Around | None:
        """The town in the site's name or that owns it, else the nearest in its sentence, or (`far`) the last before."""
        own = self._own(site)
        if own:
            return Around(own, True)
        near = self._nearest(site) or (self._last_before(site) if far else None)
        return Around(near, False) if near else None

    def _namesake(self, site: Named) -> Unit | None:
        """The town that the site is called after: *Bergen General Hospital*; one the document names goes before."""
        for last in range(site.last - 1, site.first - 1, -1):
            name = self._text[self._tokens[site.first].start : self._tokens[last].end]
            if fold(name) in self._by_name:
                return self._by_name[fold(name)]
            units = [m.unit for m in self._gazetteer.find(name) if m.main]
            if units:
                return _one_of(units)
        return None

    def _owner(self, site: Named) -> Unit | None:
        at = site.whole[0] - 1
        owned = at > 0 and self._tokens[at].text in ("'s", "’s")
        return next((unit for named, unit in self._towns if owned and named.whole[1] == at - 1), None)

    def _own(self, site: Named) -> Unit | None:
        return self._namesake(site) or self._owner(site)

    def beside(self, site: Named, around: Unit) -> Unit | None:
        """The town it is called after, or one in `around` that the sentence names: *in Norway, near Oslo*."""
        own = self._own(site)
        if own:
            return own
        towns = [(named, unit) for named, unit in self._here(site) if within(unit, around)]
        return min(towns, key=lambda town: abs(town[0].first - site.first))[1] if towns else None

    def _here(self, site: Named) -> list[tuple[Named, Unit]]:
        sentence = next(each for each in self._sentences if each.first <= site.first < each.last)
        return [(named, unit) for named, unit in self._towns if sentence.first <= named.first < sentence.last]

    def _nearest(self, site: Named) -> Unit | None:
        here = self._here(site)
        return min(here, key=lambda town: abs(town[0].first - site.first))[1] if here else None

    def _last_before(self, site: Named) -> Unit | None:
        before = [unit for named, unit in self._towns if named.first < site.first]
        return before[-1] if before else next((unit for _, unit in self._towns), None)
