"""The gazetteer: spelling, tables, the index on disk, and the reader's own places."""

from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.data import table
from counterclaim.data.countries import countries, extra_rows, packaged
from counterclaim.errors import GazetteerError
from counterclaim.understand import gazetteer_index
from counterclaim.understand.gazetteer import Gazetteer, gazetteer
from counterclaim.understand.gazetteer_names import fold, without_article, worth_keeping
from counterclaim.understand.gazetteer_rows import (
    Named,
    Overlay,
    Unit,
    admin_units,
    country_units,
    free_units,
    own_units,
)

OWN = """key\tname\taliases\tprecision\tcountries\tlat\tlon\tadjectives\tpeople\tcapital\tseats
x:velmora\tVelmora\tRepublic of Velmora\tcountry\t\t10.0\t20.0\tVelmoran\tVelmorans\tTarn\tGrey Palace
\tTarn\t\tsettlement\tx:velmora\t10.1\t20.1\t\t\t\t
\tParis\t\tsettlement\tx:velmora\t10.2\t20.2\t\t\t\t
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.tsv"
    path.write_text(OWN, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("one", "other"),
    [("al-Ra'i", "Al Rai"), ("The Hague", "hague"), ("Düsseldorf", "Dusseldorf"), ("St. Gallen", "Saint Gallen")],
)
def test_two_spellings_of_a_name_fold_to_one(one: str, other: str) -> None:
    """Case, accents, apostrophes, hyphens, a leading the and the abbreviation of Saint make no difference."""
    assert fold(one) == fold(other)


def test_names_that_differ_in_letters_stay_apart() -> None:
    """Folding must not make one place of two."""
    assert len({fold(name) for name in ("Niger", "Nigeria", "El Salvador", "Salvador", "Mali", "Male")}) == 6


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more_but_an_article(text: str) -> None:
    """A folded name is lower case and has no blanks at its ends, whatever was folded."""
    folded = fold(text)
    assert folded == folded.strip()
    assert "  " not in folded


def test_an_arabic_article_can_be_left_out() -> None:
    """Al Bab and Bab name one town; a word that only begins like an article loses nothing."""
    assert without_article("al bab") == "bab"
    assert without_article("alma ata") == "alma ata"


def test_only_names_that_an_english_text_can_have_are_kept() -> None:
    """Other scripts, romanisations without a capital, figures and abbreviations are left out."""
    assert worth_keeping("Łódź")
    assert not any(worth_keeping(name) for name in ("Москва", "surudeu", "Area 51", "NY"))


def test_every_country_has_one_code_and_a_name() -> None:
    """Codes and names are keys for other tables."""
    rows = packaged()
    assert len({row.iso2 for row in rows}) == len(rows) > 240
    assert len({row.name for row in rows}) == len(rows)
    assert all(set(row.cities) <= set(row.seats) for row in rows)


def test_no_word_names_two_countries_by_its_aliases() -> None:
    """An alias that two countries shared would give the first of them everything."""
    seen: dict[str, str] = {}
    for row in packaged():
        for name in row.names:
            assert seen.setdefault(name, row.iso2) == row.iso2, name


def test_claimants_of_disputed_areas_stand_in_alphabetical_order() -> None:
    """An order by anything else would favour one of them."""
    for row in table("disputed_areas"):
        claimants = row["countries"].split("|")
        assert claimants == sorted(claimants), row["name"]
        assert len(claimants) > 1 or row["name"] == "Somaliland", row["name"]


def test_every_place_of_the_supplement_says_where_it_is_and_how_that_is_known() -> None:
    """Keys are unique, points are on the globe, and each line has its source."""
    rows = table("gazetteer_supplement")
    assert len({row["key"] for row in rows}) == len(rows)
    for row in rows:
        assert -90 <= float(row["lat"]) <= 90, row["name"]
        assert -180 <= float(row["lon"]) <= 180, row["name"]
        assert row["source"], row["name"]


def test_units_of_the_tables_have_keys_of_their_own() -> None:
    """Two units with one key would be one matter."""
    overlay = Overlay()
    units = [named.unit for rows in (country_units, admin_units, free_units) for named in rows(overlay)]
    assert len({unit.key for unit in units}) == len(units)


def test_what_lies_in_a_disputed_area_has_all_claimants() -> None:
    """A settlement takes the claimants of its first-level unit; elsewhere nothing changes."""
    overlay = Overlay()
    inside = overlay.on(Unit("g:1", "Norby", "settlement", ("GE",), code="GE.02"))
    outside = overlay.on(Unit("g:2", "Norby", "settlement", ("NO",), code="NO.01"))
    assert (inside.countries, inside.disputed) == (("GE", "RU"), True)
    assert (outside.countries, outside.disputed) == (("NO",), False)


def test_the_readers_own_country_comes_first_and_has_its_words(own: Path) -> None:
    """A fictional country can be a side: its adjective, people, capital and seats are there."""
    first = countries(own)[0]
    assert (first.iso2, first.name, first.adjectives, first.capital) == ("x:velmora", "Velmora", ("Velmoran",), "Tarn")
    assert first.seats == ("Grey Palace",)
    assert len(countries(own)) == len(packaged()) + 1


def test_without_an_own_gazetteer_the_packaged_countries_are_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable decides alone."""
    monkeypatch.delenv("COUNTERCLAIM_GAZETTEER", raising=False)
    assert countries() == packaged()
    assert extra_rows() == ()


def test_own_places_have_keys_that_say_so(own: Path) -> None:
    """A key made of a name begins with x: and belongs to no other gazetteer."""
    assert [named.unit.key for named in own_units(own)] == ["x:velmora", "x:tarn", "x:paris"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("name\tprecision\nTarn\tsettlement\n", "line 2"),
        ("name\tprecision\tlat\tlon\nTarn\tsettlement\tnorth\t1\n", "degrees"),
    ],
)
def test_a_broken_own_gazetteer_is_named_with_its_line(tmp_path: Path, content: str, told: str) -> None:
    """The error names the file, the line and what was expected, in one line."""
    path = tmp_path / "broken.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError, match=told) as caught:
        extra_rows(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_own_gazetteer_is_told(tmp_path: Path) -> None:
    """A path that leads nowhere is a mistake, not an empty gazetteer."""
    with pytest.raises(GazetteerError, match="nowhere"):
        extra_rows(tmp_path / "nowhere.tsv")


def _few(_overlay: Overlay) -> list[Named]:
    town = Unit("g:7", "Norby", "settlement", ("NO",), population=900, geonames_id=7, lat=60.0, lon=10.0)
    return [Named(town, ("Nordby",))]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A cache folder for an index with one town instead of all, so that it is built in no time."""
    monkeypatch.setattr(gazetteer_index, "city_units", _few)
    monkeypatch.setenv("COUNTERCLAIM_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_the_index_is_built_once_and_found_again(small: Path) -> None:
    """A second call takes the file that the first one left, and nothing else lies in the folder."""
    path = gazetteer_index.index_path()
    written = path.stat().st_mtime_ns
    assert gazetteer_index.index_path() == path
    assert path.stat().st_mtime_ns == written
    assert list(small.iterdir()) == [path]


def test_names_and_alternate_names_are_looked_up(small: Path) -> None:
    """Both spellings find the town; only its main name is marked as that."""
    names = Gazetteer(gazetteer_index.index_path())
    assert [(match.unit.key, match.main) for match in names.find("NORBY")] == [("g:7", True)]
    assert [(match.unit.key, match.main) for match in names.find("Nordby")] == [("g:7", False)]
    assert names.find("Nowhere at all") == ()


def test_own_places_shadow_those_of_the_index(small: Path, own: Path) -> None:
    """Where the reader's own table has a name, no other bearer of it is offered."""
    names = Gazetteer(gazetteer_index.index_path(), own)
    assert [match.unit.key for match in names.find("Paris")] == ["x:paris"]
    assert [match.unit.key for match in names.find("Norby")] == ["g:7"]


def test_many_builders_at_once_leave_one_whole_index(small: Path) -> None:
    """Each builds beside the name and then takes it; whoever is last replaces an equal file."""
    path = small / "places-test.sqlite"
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(gazetteer_index.build, [path] * 4))
    assert [child.name for child in small.iterdir()] == [path.name]
    assert Gazetteer(path).find("Norby")


def test_a_damaged_index_is_built_anew(small: Path) -> None:
    """A file cut off by a full disk must not stop every run after it."""
    path = gazetteer_index.index_path()
    path.write_bytes(b"this is no database, though it has the name of one" * 100)
    assert Gazetteer(path).find("Norby")


def test_an_index_of_equal_sources_is_equal(small: Path, tmp_path: Path) -> None:
    """The rows do not depend on hashing or time."""
    first, second = tmp_path / "a.sqlite", tmp_path / "b.sqlite"
    for path in (first, second):
        gazetteer_index.build(path)
    dumps = [list(sqlite3.connect(path).iterdump()) for path in (first, second)]
    assert dumps[0] == dumps[1]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have other owners here")
def test_where_the_cache_cannot_be_written_a_temporary_folder_serves(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file in the place of the cache folder stands for a read-only one, which a superuser could write to."""
    small.write_text("no folder")
    monkeypatch.setattr(gazetteer_index.tempfile, "gettempdir", lambda: str(tmp_path))
    assert gazetteer_index.index_path().parent == tmp_path / f"counterclaim-{os.getuid()}"


def test_where_nothing_can_be_written_the_error_tells_the_remedy(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line that names the folders and the variable to set."""
    small.write_text("no folder")
    monkeypatch.setattr(gazetteer_index.tempfile, "gettempdir", lambda: str(small))
    with pytest.raises(GazetteerError, match="COUNTERCLAIM_CACHE") as caught:
        gazetteer_index.index_path()
    assert "\n" not in str(caught.value)


@pytest.mark.model
def test_the_whole_index_is_small_and_knows_the_hard_spellings() -> None:
    """Villages of the supplement, Arabic articles, old and new spellings are in one file below 80 MB."""
    names = gazetteer()
    assert gazetteer_index.index_path().stat().st_size < 80_000_000
    for name in ("Gornal", "al-Bab", "Kiev", "Kyiv", "Deir ez-Zor", "Sao Paulo", "Hawke's Bay", "Burma"):
        assert names.find(name), name


@pytest.mark.model
def test_a_disputed_country_region_and_town_have_all_claimants() -> None:
    """The overlay reaches every kind of unit."""
    names = gazetteer()
    for name in ("Crimea", "Sevastopol", "Simferopol", "Taiwan", "Kosovo", "Abkhazia", "Tskhinvali", "Kashmir"):
        largest = max(names.find(name), key=lambda match: (match.main, match.unit.disputed, match.unit.population))
        assert largest.unit.disputed, name
        assert len(largest.unit.countries) > 1, name
