"""The town in which a site that no list has is said, or may be taken, to lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from counterclaim.model.document import Document
from counterclaim.model.reading import Reading, Sentence, Token
from counterclaim.model.span import Span
from counterclaim.understand.gazetteer import Gazetteer, Match
from counterclaim.understand.gazetteer_rows import Unit
from counterclaim.understand.places_around import Around, Surroundings
from counterclaim.understand.places_spans import Named

BERGEN = Unit("g:1", "Bergen", "settlement", ("NO",), population=250_000, geonames_id=1, lat=60.4, lon=5.3)
OSLO = Unit("g:2", "Oslo", "settlement", ("NO",), population=700_000, geonames_id=2, lat=59.9, lon=10.7)
TEXAS = Unit("a:US-TX", "Texas", "admin1", ("US",), code="US.TX")
NORWAY = Unit("c:NO", "Norway", "country", ("NO",))


class FewNames:
    """A gazetteer of three names."""

    def find(self, name: str) -> tuple[Match, ...]:
        """What bears `name`."""
        units = {"bergen": BERGEN, "oslo": OSLO, "texas": TEXAS}
        return (Match(units[name.lower()], True),) if name.lower() in units else ()


@dataclass(frozen=True)
class Found:
    """A name that means a unit."""

    named: Named
    unit: Unit | None


def read(text: str) -> Reading:
    """The words of `text`; sentences end with a full stop."""
    tokens, sentences, start, first = [], [], 0, 0
    for i, word in enumerate(text.split()):
        start = text.index(word, start)
        tokens.append(Token(i, start, start + len(word), word, word, "", "", "", i, "", False))
        start += len(word)
        if word == ".":
            sentences.append(Sentence(Span(0, 1), first, i + 1, 0))
            first = i + 1
    return Reading(Document("d", text, "", ()), tuple(tokens), tuple(sentences))


def around(text: str, site: str, *, far: bool = False, **towns: Unit) -> Around | None:
    """What holds the site in `text`, whose words `towns` name."""
    reading = read(text)
    return Surroundings(reading, cast(Gazetteer, FewNames()), known(reading, towns)).of(named(reading, site), far=far)


def named(reading: Reading, words: str) -> Named:
    """The name that stands at `words`."""
    texts, wanted = [token.text for token in reading.tokens], words.split()
    first = next(at for at in range(len(texts)) if texts[at : at + len(wanted)] == wanted)
    last = first + len(wanted) - 1
    return Named(first, last, words, (), (first, last), "site")


def known(reading: Reading, towns: dict[str, Unit]) -> list[Found]:
    """The towns of the document."""
    return [Found(named(reading, word), unit) for word, unit in towns.items()]


def test_a_site_lies_in_the_town_that_it_is_called_after() -> None:
    """Though another town stands nearer."""
    found = around("Buses from Oslo stop at Bergen Hospital .", "Bergen Hospital", Oslo=OSLO)
    assert found == Around(BERGEN, True)


def test_a_site_lies_in_the_town_that_owns_it() -> None:
    """The possessive puts it there."""
    assert around("Oslo 's Olav Tower burns .", "Olav Tower", Oslo=OSLO) == Around(OSLO, True)


def test_a_university_of_a_state_lies_in_the_state() -> None:
    """Its campus may stand in any town of it."""
    assert around("She taught at Texas University .", "Texas University") == Around(TEXAS, True)


def test_else_a_site_is_taken_to_lie_in_the_nearest_town_of_its_sentence() -> None:
    """It is said to be taken so."""
    found = around("In Oslo rain fell . Ice lay in Bergen on Olav Road .", "Olav Road", Oslo=OSLO, Bergen=BERGEN)
    assert found == Around(BERGEN, False)


def test_a_town_of_another_sentence_is_taken_only_where_somebody_asks() -> None:
    """A country does not say where in it a road is, and a pin that is guessed from afar is worse than none."""
    text = "In Oslo snow fell in Norway . Ice lay on Olav Road ."
    assert around(text, "Olav Road", Oslo=OSLO, Norway=NORWAY) is None
    assert around(text, "Olav Road", far=True, Oslo=OSLO, Norway=NORWAY) == Around(OSLO, False)


def test_where_no_town_is_named_nothing_is_taken() -> None:
    """No place is invented."""
    assert around("Ice lay on Olav Road .", "Olav Road") is None


def test_a_town_beside_the_country_that_holds_the_site_is_nearer() -> None:
    """Of a country and a town in it the town says more."""
    reading = read("Ice lay on Olav Road in Norway , near Oslo .")
    surroundings = Surroundings(reading, cast(Gazetteer, FewNames()), known(reading, {"Oslo": OSLO}))
    assert surroundings.beside(named(reading, "Olav Road"), NORWAY) == OSLO
    assert surroundings.beside(named(reading, "Olav Road"), TEXAS) is None
