"""Finding places: which words name one, which unit they mean, and what stays open."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.data.countries import Country
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.place import Place, Precision
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.understand.gazetteer import Match, gazetteer
from counterclaim.understand.gazetteer_rows import Unit
from counterclaim.understand.parse import parse
from counterclaim.understand.places import find_places, resolve_places
from counterclaim.understand.places_rank import ENOUGH, Focus, Hints, kilometres, rank, within
from counterclaim.understand.places_words import nation_words, place_words

NO_FOCUS = Focus({}, {})
CITY = Match(
    Unit("g:1", "Lund", "settlement", ("SE",), code="SE.27", population=90_000, geonames_id=1, lat=55.7, lon=13.2), True
)
UNIT = Match(Unit("a:SE-M", "Lund", "admin1", ("SE",), "Province", "SE.27", "SE-M", 55.9, 13.6), True)
FAR = Match(
    Unit("g:2", "Lund", "settlement", ("CA",), code="CA.02", population=300, geonames_id=2, lat=50, lon=-124.8), True
)
OLD = Match(
    Unit("g:3", "Eng", "settlement", ("RU",), code="RU.67", population=190_000, geonames_id=3, lat=51.5, lon=46.1),
    False,
)


def best(*matches: Match, focus: Focus = NO_FOCUS, hints: Hints | None = None) -> str:
    """The key of the likeliest unit."""
    return rank(matches, focus, hints or Hints(), {})[0].unit.key


def test_a_bare_name_of_a_city_and_its_province_is_the_city() -> None:
    """Papers say the province's word where they mean the province."""
    assert best(CITY, UNIT) == "g:1"


def test_a_name_with_the_word_region_is_never_the_city() -> None:
    """The word beside the name outweighs any size."""
    assert best(CITY, UNIT, hints=Hints("admin1")) == "a:SE-M"


def test_the_container_beside_a_name_outweighs_size() -> None:
    """A hamlet in the country that is named beside it is meant, not the city elsewhere."""
    canada = Unit("c:CA", "Canada", "country", ("CA",))
    assert best(CITY, FAR, hints=Hints("", (canada,))) == "g:2"


def test_the_country_a_document_speaks_of_tips_the_scale() -> None:
    """Two towns of one name and size are told apart by what else is spoken of."""
    twin = Match(Unit("g:9", "Lund", "settlement", ("DK",), population=90_000, geonames_id=9), True)
    assert best(CITY, twin, focus=Focus({"DK": 1.0}, {})) == "g:9"
    assert best(CITY, twin, focus=Focus({"SE": 1.0}, {})) == "g:1"


def test_a_historic_name_of_a_larger_town_yields_to_the_town_that_bears_it() -> None:
    """An alternate name counts less than a main one."""
    bearer = Match(Unit("g:4", "Pol", "settlement", ("UA",), population=60_000, geonames_id=4), True)
    assert best(OLD, bearer) == "g:4"


def test_a_large_city_keeps_its_name_against_a_capital_that_once_had_it() -> None:
    """The Amman of old was called as a city in Pennsylvania is."""
    city = Match(Unit("g:5", "Polis", "settlement", ("US",), population=1_500_000, geonames_id=5), True)
    capital = Match(Unit("g:6", "Alba", "settlement", ("JO",), population=1_300_000, geonames_id=6), False)
    ranked = rank((city, capital), NO_FOCUS, Hints(), {"Alba": "JO"})
    assert ranked[0].unit.key == "g:5"


def test_a_hamlet_without_any_hint_is_not_likely_enough() -> None:
    """A chance likeness with a village must stay open."""
    assert rank((FAR,), NO_FOCUS, Hints(), {})[0].score < ENOUGH


def test_a_town_lies_in_its_unit_and_country_and_not_in_a_town() -> None:
    """Containment needs a larger unit and equal codes."""
    sweden = Unit("c:SE", "Sweden", "country", ("SE",))
    assert within(CITY.unit, UNIT.unit)
    assert within(CITY.unit, sweden)
    assert not within(FAR.unit, sweden)
    assert not within(UNIT.unit, CITY.unit)


def test_distances_are_those_of_the_globe() -> None:
    """A quarter of the equator is ten thousand kilometres; a place without a point is infinitely far."""
    one, other = Unit("a", "A", "point", lat=0.0, lon=0.0), Unit("b", "B", "point", lat=0.0, lon=90.0)
    assert kilometres(one, other) == pytest.approx(10_007.5, abs=1)
    assert kilometres(one, Unit("c", "C", "point")) == float("inf")


def test_short_names_in_capitals_and_adjectives_are_kept_apart_from_names() -> None:
    """US is a name only in capitals; Norwegian points to a country and names no place."""
    words = nation_words((Country("NO", "Norway", ("NOR",), ("Norwegian",), ("Norwegians",), "Oslo", ("Slottet",)),))
    assert (words.exact, words.adjectives) == ({"NOR": "NO"}, {"Norwegian": "NO", "Norwegians": "NO"})
    assert words.capitals == {"Oslo": "NO", "Slottet": "NO"}


def test_no_word_is_both_ordinary_and_never_a_place() -> None:
    """The two sets are read differently."""
    assert not place_words().ordinary & place_words().never


def read(text: str) -> Reading:
    """`text` as one body paragraph, parsed."""
    document = Document("d1", text, "", (Part(PartKind.BODY, Span(0, len(text))),))
    tokens, sentences = parse(document)
    return Reading(document=document, tokens=tokens, sentences=sentences)


def places(text: str) -> dict[str, Place]:
    """The places of a text by the words they were read from."""
    return {place.span.of(text): place for place in find_places(read(text))}


def keys(text: str) -> dict[str, str]:
    """The keys of the places of a text by their words."""
    return {words: place.key for words, place in places(text).items()}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Rain fell in the Kursk region on Monday.", "the Kursk region", "a:RU-KRS"),
        ("Rain fell in Sumy Oblast on Monday.", "Sumy Oblast", "a:UA-59"),
        ("Buses left the city of Kursk on Monday.", "the city of Kursk", "g:538560"),
        ("A bakery opened in Paris, Texas, last week.", "Paris, Texas", "g:4717560"),
        ("A bakery opened in Paris last week.", "Paris", "g:2988507"),
        ("Ferries run to the Crimean peninsula.", "Crimean peninsula", "a:UA-43"),
        ("Storks nest near the village of Gornal.", "the village of Gornal", "r:gornal"),
        ("Ships crossed the Black Sea at night.", "Black Sea", "r:black-sea"),
    ],
)
def test_a_name_means_the_unit_that_the_words_beside_it_say(text: str, words: str, key: str) -> None:
    """Region, city, village and a state behind a comma decide which bearer of a name is meant."""
    assert keys(text).get(words) == key


@pytest.mark.model
def test_a_bare_name_is_the_region_where_the_document_also_says_region() -> None:
    """Both mentions have one key, so that claims on them are one matter."""
    found = keys("Farmers in the Kursk region worry. Harvests around Kursk were poor.")
    assert found == {"the Kursk region": "a:RU-KRS", "Kursk": "a:RU-KRS"}


@pytest.mark.model
def test_a_country_that_acts_behind_a_comma_holds_no_place_before_it() -> None:
    """It denies; only behind *Kursk, Russia, said* does the pair name one place."""
    assert keys("They say they hold all of Kursk, Russia denies it.")["Kursk"] == "g:538560"
    assert "Kursk, Russia" in keys("They sold boats in Kursk, Russia, on Friday.")


@pytest.mark.model
def test_the_country_that_owns_a_region_is_no_place_beside_it() -> None:
    """Norway's Finnmark region is one place."""
    assert "Ukraine" not in keys("Snow fell in Ukraine's Sumy region.")
    assert keys("Snow fell in Ukraine's Sumy region.")["Sumy region"] == "a:UA-59"


@pytest.mark.model
@pytest.mark.parametrize("capital", ["Moscow", "Kyiv", "London", "Beijing", "Tehran"])
def test_a_capital_that_speaks_is_no_place_and_one_that_is_snowed_on_is(capital: str) -> None:
    """A seat of government as the subject of saying stands for the government, whichever it is."""
    assert capital not in keys(f"{capital} said it would sign the fishing treaty.")
    assert capital in keys(f"Heavy snow fell in {capital} overnight.")


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "George Washington slept badly before the vote.",
        "The Washington Post ran a story about bees.",
        "Russian bakers and Ukrainian cooks shared a kitchen.",
        "They told us on Monday that it was over.",
        "The pro-Paris crowd cheered.",
    ],
)
def test_names_of_people_papers_and_nations_are_no_places(text: str) -> None:
    """What only looks like a place is not answered."""
    assert places(text) == {}


@pytest.mark.model
def test_a_village_that_no_list_has_is_known_to_its_unit() -> None:
    """It gets the unit's point, a key of its own and a sentence that says so."""
    place = places("Police in the town of Quelmby, Ohio, closed the road.")["the town of Quelmby, Ohio"]
    assert (place.precision, place.key, place.admin1) == (Precision.ADMIN1, "n:quelmby@a:US-OH", "US-OH")
    assert place.containers == ("a:US-OH", "c:US")
    assert "no packaged list" in place.because


@pytest.mark.model
def test_an_unknown_place_stays_unresolved() -> None:
    """No point is invented for a name that nobody lists."""
    place = places("Police in the town of Quelmby closed the road.")["the town of Quelmby"]
    assert (place.precision, place.lat, place.lon, place.countries) == (Precision.UNRESOLVED, None, None, ())


@pytest.mark.model
def test_a_disputed_place_has_all_claimants_and_no_single_country() -> None:
    """Neither its name nor its containers take a side."""
    for words in ("Simferopol", "Tskhinvali", "Taipei"):
        place = places(f"Rain fell in {words} overnight.")[words]
        assert place.disputed
        assert len(place.countries) > 1
        assert not any(key.startswith("c:") for key in place.containers)
        assert "," not in place.name


@pytest.mark.model
def test_a_settlement_lies_in_its_unit_and_its_country() -> None:
    """Containers are nearest first."""
    place = places("A tram line opened in Kharkiv in spring.")["Kharkiv"]
    assert place.containers == ("a:UA-63", "c:UA")
    assert (place.name, place.precision) == ("Kharkiv, Ukraine", Precision.SETTLEMENT)


@pytest.mark.model
def test_a_part_of_a_country_is_shifted_that_way_and_lies_in_it() -> None:
    """Eastern and western Ukraine are two places with one container."""
    found = places("Rain fell in eastern Ukraine and in western Ukraine.")
    east, west = found["eastern Ukraine"], found["western Ukraine"]
    assert (east.lon or 0) > (west.lon or 0) + 4
    assert east.key != west.key
    assert east.containers == west.containers == ("c:UA",)


@pytest.mark.model
def test_neighbours_in_a_list_say_which_georgia_is_meant() -> None:
    """Among states it is the state, among countries the country."""
    assert keys("Voters in Alabama, Georgia and Florida waited.")["Georgia"] == "a:US-GA"
    assert keys("Voters in Armenia, Georgia and Azerbaijan waited.")["Georgia"] == "c:GE"


@pytest.mark.model
def test_places_of_the_readers_own_gazetteer_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fictional country with a capital and a region, all with keys of their own."""
    path = tmp_path / "own.tsv"
    lines = ["key\tname\tprecision\tcountries\tlat\tlon\tadjectives\tcapital"]
    lines += ["x:velmora\tVelmora\tcountry\t\t10\t20\tVelmoran\tTarnwick"]
    lines += ["x:tarnwick\tTarnwick\tsettlement\tx:velmora\t10.1\t20.1\t\t"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setenv("COUNTERCLAIM_GAZETTEER", str(path))
    found = places("Heavy snow fell in Tarnwick and across Velmora.")
    assert {words: place.key for words, place in found.items()} == {"Tarnwick": "x:tarnwick", "Velmora": "x:velmora"}
    assert found["Tarnwick"].containers == ("x:velmora",)
    assert found["Tarnwick"].name == "Tarnwick, Velmora"


@pytest.mark.model
@pytest.mark.parametrize(("one", "other"), [("Russia", "Ukraine"), ("Israel", "Lebanon"), ("India", "Pakistan")])
def test_swapping_two_countries_swaps_their_places_and_nothing_else(one: str, other: str) -> None:
    """The same words about either side give the same decisions."""
    text = "Officials in {0} met traders from {1}. {0} says that {1} must pay. Snow fell in {0}. {1} has many lakes."
    straight = [place.key for place in find_places(read(text.format(one, other)))]
    swapped = [place.key for place in find_places(read(text.format(other, one)))]
    codes = {straight[0]: swapped[0], swapped[0]: straight[0]}
    assert [codes.get(key, key) for key in straight] == swapped


SAMPLE = (
    "Kursk region the of village Paris , Texas ’s - and Georgia in eastern US Deir ez Zor . São Paulo 🙂 Москва \u00ad "
    "North Korea said Washington Post"
)
WORDS = st.sampled_from(SAMPLE.split(" "))


@pytest.mark.model
@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25).map(" ".join))
def test_places_never_overlap_and_quote_the_text(text: str) -> None:
    """Spans lie in the text in order, and a place without a point has no country."""
    found = find_places(read(text))
    for place, following in pairwise(found):
        assert place.span.end <= following.span.start
    for place in found:
        assert place.span.of(text).strip() == place.span.of(text) != ""
        assert (place.lat is None) == (place.precision is Precision.UNRESOLVED)


@pytest.mark.model
def test_the_same_text_gives_the_same_places() -> None:
    """Nothing depends on what was looked up before."""
    text = "Rain fell in Springfield, Georgia, and in Kharkiv. Troops left Kashmir and Lahore."
    first = find_places(read(text))
    gazetteer().find.cache_clear()
    assert find_places(read(text)) == first


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("A storm hit Polk County, Iowa, at noon.", "Polk County, Iowa", "a:US-19153"),
        ("Snow closed Gardermoen Airport.", "Gardermoen Airport", "p:ENGM"),
        ("Children skate on an Ottawa street.", "Ottawa", "g:6094817"),
        ("A train left the capital, Kyiv, at dawn.", "Kyiv", "g:703448"),
        ("The senator from Vermont Ada Holm resigned.", "Vermont", "a:US-VT"),
        ("Frost hit Pokrovsk in Ukraine's Donetsk region.", "Pokrovsk", "g:704422"),
    ],
)
def test_counties_airports_and_towns_that_hold_things_are_places(text: str, words: str, key: str) -> None:
    """What lies in a capital lies somewhere, though the capital also acts."""
    assert keys(text).get(words) == key


@pytest.mark.model
@pytest.mark.parametrize("text", ["The Kyiv government resigned.", "A U.S. official slept.", "Oslo's decision holds."])
def test_a_government_is_no_place_for_being_called_after_its_seat(text: str) -> None:
    """Nor is a country that stands before a noun as an adjective does."""
    assert keys(text) == {}


@pytest.mark.model
def test_a_bare_name_means_what_the_document_introduced_it_as() -> None:
    """*Paris* after *Paris, Texas* is no longer the one in France."""
    found = places("Bakers met in Paris, Texas, on Monday. Buyers came to Paris from afar.")
    assert {place.key for place in found.values()} == {"g:4717560"}


@pytest.mark.model
def test_a_site_that_no_list_has_is_known_to_its_town() -> None:
    """It has the town's point, a key of its own, and says how it came there."""
    text = "Ice lay on Thornwick Bridge in Bergen."
    place = next(place for words, place in places(text).items() if "Thornwick" in words)
    assert place.containers[0] == "g:3161732"
    assert place.lat is not None
    assert "no packaged list" in place.because


@pytest.mark.model
def test_a_mention_that_is_given_is_answered_whatever_it_does_in_the_sentence() -> None:
    """Governments, adjectives and abbreviations mean their places; what has no name at all stays open."""
    text = "Kyiv told Norwegian sailors of Quelmby."
    document = Document("d", text, "", (Part(PartKind.BODY, Span(0, len(text))),), language="en")
    reading = Reading(document, *parse(document))
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("Kyiv", "Norwegian", "Quelmby")]
    kyiv, norway, unknown = resolve_places(reading, [*spans])
    assert kyiv is not None
    assert norway is not None
    assert (kyiv.key, norway.key) == ("g:703448", "c:NO")
    assert unknown is not None
    assert resolve_places(reading, [Span(4, 5)]) == (None,)


@pytest.mark.model
@pytest.mark.parametrize("text", ["Ice lay in Giza's Haram district.", "Ice lay in the Haram district of Giza."])
def test_a_district_of_a_town_is_no_namesake_far_away(text: str) -> None:
    """A Haram in Norway is no part of Giza; the district is known to its town."""
    place = next(place for words, place in places(text).items() if "Haram" in words)
    assert place.countries == ("EG",)
    assert place.name == "Haram, Giza, Egypt"


@pytest.mark.model
def test_a_district_that_is_near_its_town_is_the_listed_one() -> None:
    """*The Kreuzberg district of Berlin* has a point of its own."""
    place = next(
        place for words, place in places("Ice lay in the Kreuzberg district of Berlin.").items() if "K" in words
    )
    assert place.name == "Kreuzberg, Germany"
