"""Places: finds the names of places in a document and says which units on the map they mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from counterclaim.data.countries import Country, countries
from counterclaim.model.place import Place
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.understand.gazetteer import Gazetteer, gazetteer
from counterclaim.understand.gazetteer_names import fold
from counterclaim.understand.gazetteer_rows import Unit
from counterclaim.understand.places_around import Surroundings
from counterclaim.understand.places_rank import ENOUGH, Focus, Hints, Ranked, kilometres, rank, shares, within
from counterclaim.understand.places_scribe import Scribe
from counterclaim.understand.places_spans import Finder, Named
from counterclaim.understand.places_use import Use
from counterclaim.understand.places_words import NationWords, nation_words, place_words

# A country named is a stronger hint at what the document speaks of than one of its people.
NAME_COUNT, PEOPLE_COUNT = 2, 1
CANDIDATES = 4
# So many places say where a document plays; each further one costs time with every namesake.
NEIGHBOURS = 40
# Two Springfields that differ by less, in powers of ten of people, are not told apart; towns this close are one for
# the map.
MARGIN = 0.1
CLEARLY = 10
SAME_KM = 50.0
METROPOLIS = 1_000_000
DOUBTFUL = 50_000
# What the word beside a name may make it of a town: *district* is of a town as often as of a state.
PARTS = frozenset({"admin2", "site"})
BETWEEN = frozenset({"in", ",", "of", "the", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class Meant:
    """A name span with the units it may mean, likeliest first, and the name beside it that contains it."""

    named: Named
    ranked: tuple[Ranked, ...]
    container: Named | None = None

    @property
    def unit(self) -> Unit | None:
        """The likeliest unit, where it is likely enough and no other town of the name is as likely."""
        if not self.ranked or self.ranked[0].score < ENOUGH:
            return None
        return None if self._is_open() else self.ranked[0].unit

    def _is_open(self) -> bool:
        if len(self.ranked) < 2 or self.ranked[0].score - self.ranked[1].score >= MARGIN:
            return False
        first, second = self.ranked[0].unit, self.ranked[1].unit
        if first.population > CLEARLY * second.population:
            return False
        return first.precision == second.precision == "settlement" and kilometres(first, second) > SAME_KM


class Places:
    """Finds and resolves the places of one reading."""

    def __init__(self, reading: Reading, names: Gazetteer, nations: tuple[Country, ...]) -> None:
        self._reading, self._tokens, self._text = reading, reading.tokens, reading.document.text
        self._gazetteer, self._words = names, place_words()
        self._nation: NationWords = nation_words(nations)
        self._by_code = {nation.iso2: nation for nation in nations}
        self._use = Use(self._tokens, self._words)
        self._finder = Finder(reading, names, self._words, self._nation)
        self._scribe = Scribe(reading, names, nations)
        self._alike: dict[int, str] = {}
        self._ranks: dict[tuple[object, ...], tuple[Ranked, ...]] = {}

    def all(self) -> tuple[Place, ...]:
        """The places in the order of the text."""
        return tuple(self._written(self._resolved(self._sure())))

    def given(self, spans: Sequence[Span]) -> tuple[Place | None, ...]:
        """What each of `spans`, which somebody says to name places, means; None for one that holds no word."""
        named = [self._finder.named(span) for span in spans]
        known = [one for one in named if one]
        taken = {at for one in known for at in range(one.whole[0], one.whole[1] + 1)}
        others = [one for one in self._sure() if taken.isdisjoint(range(one.whole[0], one.whole[1] + 1))]
        meant = self._resolved(sorted((*known, *others), key=lambda one: one.first))
        by_first = {m.named.first: m for m in meant}
        return tuple(
            self._place(by_first[one.first], span, meant, asked=True) if one else None
            for one, span in zip(named, spans, strict=True)
        )

    def _sure(self) -> list[Named]:
        found = [named for named in self._finder.all() if not self._use.is_part(named)]
        return self._repeated(found)

    def _resolved(self, sure: Sequence[Named]) -> list[Meant]:
        """What each name means: first by itself, then in the neighbourhood that the others make."""
        focus = self._focus(sure)
        self._alike = self._lists(sure)
        first = [self._meant(named, beside, focus) for named, beside in self._with_containers(sure)]
        around = {m.unit.key: m.unit for m in first if m.unit and m.unit.precision != "country"}
        self._ranks.clear()
        focus = replace(focus, codes=self._codes(first), units=tuple(around.values())[:NEIGHBOURS])
        again = [self._meant(m.named, m.container, focus) for m in first]
        return self._as_parts(self._as_said(self._as_introduced(again)))

    def _as_parts(self, meant: Sequence[Meant]) -> list[Meant]:
        """*Giza's Haram district*, *the Haram district of Giza*: no Haram far from Giza is meant."""
        return [
            replace(m, ranked=(), container=town.named) if town and self._is_far(m, town) else m
            for m, town in ((m, self._town_of(before, m, after)) for before, m, after in _with_neighbours(meant))
        ]

    def _town_of(self, before: Meant | None, m: Meant, after: Meant | None) -> Meant | None:
        """The town that a district, quarter or the like is said to be part of."""
        first, last = m.named.whole
        if m.named.wanted in PARTS and before and before.named.whole[1] == first - 2:
            owner = before if self._tokens[first - 1].text in ("'s", "’s") else None
        else:
            of = m.named.wanted in PARTS and after and after.named.whole[0] == last + 2
            owner = after if of and self._tokens[last + 1].text == "of" else None
        return owner if owner and owner.unit and owner.unit.precision == "settlement" else None

    def _is_far(self, m: Meant, town: Meant) -> bool:
        return m.unit is None or (town.unit is not None and kilometres(m.unit, town.unit) > SAME_KM)

    def _codes(self, meant: Sequence[Meant]) -> dict[str, float]:
        """Shares of first-level units in what was found: *Texas* is a state, though towns bear its name."""
        return shares(Counter(m.unit.code for m in meant if m.unit and m.unit.code))

    def _as_introduced(self, meant: Sequence[Meant]) -> list[Meant]:
        """Bare *Paris* is the one of *Paris, Texas*, where the document introduces it so."""
        units = {fold(m.named.name): m for m in reversed(meant) if m.unit and m.container}
        return [self._introduced(m, units.get(fold(m.named.name))) for m in meant]

    def _introduced(self, m: Meant, said: Meant | None) -> Meant:
        if said is None or m.container or m.named.wanted or said.unit is None:
            return m
        if said.unit not in [match.unit for match in m.named.matches]:
            return m
        others = tuple(ranked for ranked in m.ranked if ranked.unit.key != said.unit.key)
        return replace(m, ranked=(said.ranked[0], *others))

    def _repeated(self, named: Sequence[Named]) -> list[Named]:
        """Those that are known to be places here or, by the same name, elsewhere in the document."""
        sure = {one.first for one in named if self._use.is_known(one)}
        sure |= {
            one.first for one, following in self._with_containers(named) if following and self._lies_in(one, following)
        }
        for one, other in self._listed(named):
            if (one.first in sure) != (other.first in sure):
                sure |= {each.first for each in (one, other) if self._use.is_possible(each)}
        known = {one.name for one in named if one.first in sure and not self._use.is_tiny(one)}
        return [one for one in named if one.first in sure or (one.name in known and not self._use.is_person(one))]

    def _lies_in(self, one: Named, container: Named) -> bool:
        around = [match.unit for match in container.matches if match.main]
        return any(match.main and within(match.unit, unit) for match in one.matches for unit in around)

    def _focus(self, named: Sequence[Named]) -> Focus:
        counts: Counter[str] = Counter()
        codes: Counter[str] = Counter()
        for one in named:
            units = [match.unit for match in one.matches if match.main]
            # *Georgia* says nothing on which Georgia is spoken of.
            open_ = len({code for unit in units if unit.precision != "settlement" for code in unit.countries}) > 1
            for unit in units:
                if unit.precision == "country" and not (open_ and len(units) > 1):
                    counts.update(dict.fromkeys(unit.countries, NAME_COUNT))
                elif len(units) == 1 and unit.code:
                    counts.update(dict.fromkeys(unit.countries, PEOPLE_COUNT))
                    codes[unit.code] += 1
        for token in self._tokens:
            code = self._nation.adjectives.get(token.text)
            if code:
                counts[code] += PEOPLE_COUNT
        return Focus.of(counts, codes)

    def _with_containers(self, named: Sequence[Named]) -> Iterator[tuple[Named, Named | None]]:
        """Each name with the next one where it may contain it: *Gornal, Kursk region*, *Gornal in the Kursk region*."""
        for one, following in zip(named, [*named[1:], None], strict=False):
            yield one, following if following and self._reaches(one, following) else None

    def _lists(self, named: Sequence[Named]) -> dict[int, str]:
        """For names in a list the kind of a neighbour that is surely a country or a first-level unit."""
        alike: dict[int, str] = {}
        for one, other in self._listed(named):
            alike[one.first] = self._surely(other) or alike.get(one.first, "")
            alike[other.first] = self._surely(one)
        return alike

    def _listed(self, named: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
        """Neighbours in a list: *Bergen, Oslo and Bodø*."""
        for one, other in pairwise(named):
            between = self._tokens[one.whole[1] + 1 : other.whole[0]]
            if 0 < len(between) <= 2 and all(token.text in (",", "and", "or") for token in between):
                yield one, other

    def _surely(self, named: Named) -> str:
        large = (m for m in named.matches if m.unit.precision != "settlement" or m.unit.population > METROPOLIS)
        kinds = {match.unit.precision for match in large if match.main}
        return kinds.pop() if len(kinds) == 1 and not named.wanted else ""

    def _reaches(self, one: Named, following: Named) -> bool:
        between = self._tokens[one.whole[1] + 1 : following.whole[0]]
        if (
            not 0 < len(between) <= 3
            or between[0].text not in (",", "in")
            or any(t.text not in BETWEEN for t in between)
        ):
            return False
        return not self._acts(following)

    def _acts(self, following: Named) -> bool:
        """Whether the second name does something: *it took Kursk, Russia denies that* has no *Kursk, Russia*."""
        token = self._tokens[following.last]
        after = self._tokens[following.last + 1 : following.last + 2]
        return token.dep in ("nsubj", "nsubjpass") and token.head > token.i and bool(after) and after[0].text != ","

    def _meant(self, named: Named, container: Named | None, focus: Focus) -> Meant:
        beside = tuple(match.unit for match in container.matches) if container else self._before(named)
        hints = Hints(named.wanted, beside, self._alike.get(named.first, ""))
        ranked = self._ranked(named, hints, focus)
        held = ranked and any(within(ranked[0].unit, unit) for unit in beside)
        keep = container if container and (held or not ranked) else None
        if container and ranked and not held and self._is_doubtful(ranked[0].unit, container):
            return Meant(named, (), container)
        return Meant(named, ranked, keep)

    def _ranked(self, named: Named, hints: Hints, focus: Focus) -> tuple[Ranked, ...]:
        """Ranks a name once for each pass and each set of hints, however often the document has it."""
        asked = (
            len(named.matches),
            named.name,
            hints.wanted,
            hints.alike,
            *(unit.key for unit in hints.beside),
        )
        if asked not in self._ranks:
            self._ranks[asked] = rank(named.matches, focus, hints, self._nation.capitals)
        return self._ranks[asked]

    def _is_doubtful(self, unit: Unit, container: Named) -> bool:
        """Whether a small town is not where the text says: *Norton, Iceland* is none of the Nortons that are listed."""
        around = any(match.unit.precision in ("country", "admin1") and match.main for match in container.matches)
        listed = self._tokens[container.whole[1] + 1 : container.whole[1] + 2]
        lone = not listed or listed[0].text not in (",", "and", "or") or self._tokens[container.first - 1].text == "in"
        return around and lone and unit.precision == "settlement" and unit.population < DOUBTFUL

    def _before(self, named: Named) -> tuple[Unit, ...]:
        """The country before a name: *Norway's Finnmark region*, *the Norwegian city of Bergen*."""
        end = named.whole[0]
        owned = end > 0 and self._tokens[end - 1].text in ("'s", "’s")
        end -= 1 if owned else 0
        for length in (3, 2, 1):
            if end < length:
                continue
            words = self._text[self._tokens[end - length].start : self._tokens[end - 1].end]
            code = None if owned else self._nation.adjectives.get(words)
            if code and code in self._by_code:
                return (Unit(f"c:{code}", self._by_code[code].name, "country", (code,)),)
            found = self._gazetteer.find(words) if owned and words[0].isupper() else ()
            units = tuple(match.unit for match in found if match.unit.precision == "country")
            if units:
                return units
        return ()

    def _as_said(self, meant: Sequence[Meant]) -> list[Meant]:
        """Bare *Kursk* is the region where the document also says *the Kursk region*, so that both have one key."""
        regions = {
            fold(m.named.name): m.unit
            for m in meant
            if m.unit and m.named.wanted == "admin1" and m.unit.precision in ("admin1", "region")
        }
        return [self._as_region(m, regions.get(fold(m.named.name))) for m in meant]

    def _as_region(self, m: Meant, region: Unit | None) -> Meant:
        if region and not m.named.wanted and not m.container and m.unit and self._is_modest(m.unit):
            return replace(m, ranked=(Ranked(region, m.ranked[0].score), *m.ranked))
        return m

    def _is_modest(self, unit: Unit) -> bool:
        """Whether a settlement is no metropolis: those are meant themselves, whatever is said of their surroundings."""
        return unit.precision == "settlement" and unit.population < METROPOLIS

    def _written(self, meant: Sequence[Meant]) -> Iterator[Place]:
        """Places of those that stand for one; a container goes into the span of what it contains after a comma."""
        swallowed: set[int] = set()
        owners = {m.named.whole[0] - 2 for m in meant if m.unit and self._is_owned(m)}
        following = {m.named.first: m.container for m in meant if m.container}
        for m in meant:
            if m.named.first in swallowed or m.named.last in owners or self._is_actor(m):
                continue
            span = m.named.span(self._tokens)
            if m.container and self._tokens[m.named.whole[1] + 1].text == ",":
                swallowed.add(m.container.first)
                span = span.to(m.container.span(self._tokens))
                further = following.get(m.container.first)
                if further and self._tokens[m.container.whole[1] + 1].text == ",":
                    swallowed.add(further.first)
                    span = span.to(further.span(self._tokens))
            place = self._place(m, span, meant)
            if place:
                yield place

    def _is_owned(self, m: Meant) -> bool:
        """Whether the country before says where a place lies: *Norway's Finnmark region* is one place."""
        at, unit = m.named.whole[0] - 1, m.unit
        if unit is None or at < 1 or self._tokens[at].text not in ("'s", "’s"):
            return False
        return any(within(unit, around) for around in self._before(m.named))

    def _is_actor(self, m: Meant) -> bool:
        if m.named.direction or m.named.wanted or m.container:
            return False
        unit = m.unit
        if unit and unit.precision == "country":
            short = m.named.name in self._nation.exact
            return self._use.speaks(m.named) or (short and self._use.acts(m.named))
        if m.named.name not in self._nation.capitals or not self._use.acts(m.named):
            return False
        return not (unit and unit.precision == "settlement" and self._use.places_noun(m.named))

    def _place(self, m: Meant, span: Span, meant: Sequence[Meant], *, asked: bool = False) -> Place | None:
        """The place that is meant; `asked` where somebody else says that it is one."""
        candidates = tuple((self._scribe.name(r.unit), r.score) for r in m.ranked[1 : CANDIDATES + 1])
        if m.unit:
            return replace(self._scribe.place(m.unit, m.named, span), candidates=candidates)
        if m.container:
            return self._in_container(m, span, meant)
        site = self._at_site(m, span, meant, far=asked) if asked or m.named.wanted == "site" else None
        if site:
            return site
        told = m.named.wanted == "settlement" or m.named.ground or self._use.is_clearly_located(m.named)
        if not asked and not told:
            return None
        because = "no known place bears this name" if not m.ranked else "no place of this name is likely here"
        everything = tuple((self._scribe.name(r.unit), r.score) for r in m.ranked[:CANDIDATES])
        return Place(span, m.named.name, f"n:{fold(m.named.name)}", candidates=everything, because=because)

    def _in_container(self, m: Meant, span: Span, meant: Sequence[Meant]) -> Place | None:
        """A village that the gazetteer lacks, known to the unit it is said to lie in."""
        around = next((o.unit for o in meant if m.container and o.named.first == m.container.first), None)
        if around is None:
            return None
        if m.named.wanted == "site" and around.precision in ("country", "admin1"):
            around = Surroundings(self._reading, self._gazetteer, meant).beside(m.named, around) or around
        kind = {"settlement": "a village", "site": "a site"}.get(m.named.wanted, "a place")
        return self._held(m.named, around, span, f"{kind} in {{}}, which no packaged list has")

    def _at_site(self, m: Meant, span: Span, meant: Sequence[Meant], *, far: bool) -> Place | None:
        """A site that the gazetteer lacks, known to the town that it lies in or that is named nearest to it."""
        around = None if m.ranked else Surroundings(self._reading, self._gazetteer, meant).of(m.named, far=far)
        if around is None:
            return None
        how = "a site in {}" if around.said else "a site taken to lie in {}, the nearest town named"
        return self._held(m.named, around.unit, span, f"{how}; no packaged list has it")

    def _held(self, named: Named, around: Unit, span: Span, because: str) -> Place:
        base = self._scribe.place(around, replace(named, direction=""), span)
        return replace(
            base,
            name=f"{named.name}, {base.name}",
            key=f"n:{fold(named.name)}@{around.key}",
            geonames_id=None,
            containers=(around.key, *base.containers),
            because=because.format(base.name),
        )


def _with_neighbours(meant: Sequence[Meant]) -> Iterator[tuple[Meant | None, Meant, Meant | None]]:
    """Each with the one before and the one after it."""
    padded = (None, *meant, None)
    return ((padded[n], each, padded[n + 2]) for n, each in enumerate(meant))


def find_places(reading: Reading) -> tuple[Place, ...]:
    """
    The places that `reading` names, in the order of the text, none overlapping another.

    Names of countries and capitals that act or speak (*Moscow said*) are no places; nor are adjectives, peoples,
    and names inside those of persons and organisations. Raises GazetteerError where the index cannot be had.
    """
    return Places(reading, gazetteer(), countries()).all()


def resolve_places(reading: Reading, spans: Sequence[Span]) -> tuple[Place | None, ...]:
    """
    What each of `spans`, which somebody else says to name places, means in `reading`; one answer for each.

    Actors count too (*Moscow said*), and adjectives for their countries. Raises GazetteerError as find_places does.
    """
    return Places(reading, gazetteer(), countries()).given(spans)
