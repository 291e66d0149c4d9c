"""Country dumps of GeoNames: what is kept of them, what they add to the index, and what is said of a wrong file."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from counterclaim.errors import GazetteerError
from counterclaim.understand import gazetteer_index
from counterclaim.understand.gazetteer import Gazetteer
from counterclaim.understand.gazetteer_dump import dump_units, keep, kept_dumps
from counterclaim.understand.gazetteer_rows import Named, Overlay, Unit


def line(number: int, name: str, feature: str = "P", kind: str = "PPL", people: int = 12) -> str:
    """A line as GeoNames writes it."""
    names = f"{number}\t{name}\t{name}\tOld {name},Старое"
    return f"{names}\t51.5\t35.5\t{feature}\t{kind}\tRU\t\t41\t\t\t\t{people}\t\t150\tEurope/Moscow\t2020-01-01"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A small country with a village, a hill, a village that is gone, and a district."""
    lines = (
        line(7, "Birchwick"),
        line(8, "Birch Hill", "T", "HLL"),
        line(9, "Goneby", kind="PPLQ"),
        line(10, "Birch District", "A", "ADM2"),
    )
    path = tmp_path / "RU.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_settlements_and_districts_are_kept_and_hills_and_ruins_are_not(dump: Path, tmp_path: Path) -> None:
    """A hill has the name of the village below it, and nobody lives where a village was."""
    kept, count = keep(dump, tmp_path / "cache")
    found = {named.unit.name: named for named in dump_units([kept], Overlay(), set())}
    assert (count, set(found)) == (2, {"Birchwick", "Birch District"})
    unit = found["Birchwick"].unit
    assert (unit.key, unit.precision, unit.code, unit.population) == ("g:7", "settlement", "RU.41", 12)
    assert found["Birchwick"].aliases == ("Old Birchwick",)


def test_what_the_packaged_list_has_is_not_added_again(dump: Path, tmp_path: Path) -> None:
    """One place is one unit."""
    kept, _ = keep(dump, tmp_path / "cache")
    assert [named.unit.key for named in dump_units([kept], Overlay(), {7})] == ["g:10"]


def test_an_archive_is_read_as_the_table_in_it(dump: Path, tmp_path: Path) -> None:
    """People add what they loaded down."""
    packed = tmp_path / "RU (1).zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(dump, "RU.txt")
        archive.writestr("readme.txt", "words")
    assert keep(packed, tmp_path / "one")[0].name == keep(dump, tmp_path / "two")[0].name


def test_a_newer_dump_replaces_the_older_one(dump: Path, tmp_path: Path) -> None:
    """A country is there once."""
    cache = tmp_path / "cache"
    keep(dump, cache)
    dump.write_text(line(11, "Newby") + "\n", encoding="utf-8")
    kept, _ = keep(dump, cache)
    assert kept_dumps(cache) == (kept,)


@pytest.mark.parametrize("words", ["a\tb\n", "", "\n".join([line(8, "Birch Hill", "T", "HLL")])])
def test_a_file_that_is_no_dump_is_told_with_the_remedy(tmp_path: Path, words: str) -> None:
    """The line names the file and says where dumps are had."""
    path = tmp_path / "notes.txt"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"notes\.txt.*geonames\.org"):
        keep(path, tmp_path / "cache")


def test_the_whole_world_is_refused(dump: Path, tmp_path: Path) -> None:
    """An index of all that GeoNames has would fill the disk."""
    elsewhere = line(12, "Norby").replace("\tRU\t", "\tNO\t")
    dump.write_text(dump.read_text(encoding="utf-8") + elsewhere + "\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"RU and NO.*one country at a time"):
        keep(dump, tmp_path / "cache")


def test_an_archive_of_something_else_is_told(tmp_path: Path) -> None:
    """No table is in it."""
    packed = tmp_path / "photos.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.jpg", "no picture")
    with pytest.raises(GazetteerError, match=r"photos\.zip.*0 tables"):
        keep(packed, tmp_path / "cache")


def test_a_dump_that_is_not_there_is_told_too(tmp_path: Path) -> None:
    """A wrong path is no traceback."""
    with pytest.raises(GazetteerError, match=r"RU\.zip"):
        keep(tmp_path / "RU.zip", tmp_path)


def test_an_added_dump_is_found_and_the_old_index_is_gone(
    dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index is built anew with the villages in it."""
    cache = tmp_path / "cache"
    city = Named(Unit("g:1", "Norby", "settlement", ("NO",), code="NO.01", population=9, geonames_id=1))
    monkeypatch.setenv("COUNTERCLAIM_CACHE", str(cache))
    monkeypatch.setattr(gazetteer_index, "city_units", lambda _: iter([city]))
    before = gazetteer_index.index_path()
    index, count = gazetteer_index.add_dump(dump)
    assert (count, before.exists(), index.exists()) == (2, False, True)
    assert [match.unit.key for match in Gazetteer(index).find("Old Birchwick")] == ["g:7"]
    assert gazetteer_index.index_path() == index
