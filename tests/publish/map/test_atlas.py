"""The atlas: units by all their names, outlines that neighbours share, and loaded only as far as needed."""

from __future__ import annotations

import math

import pytest

from counterclaim.data import table
from counterclaim.publish.map.atlas import EARTH_KM, LEVELS, Atlas, atlas, level_of, vector


@pytest.mark.parametrize("name", ["RU-KRS", "a:RU-KRS", "RU.41", "a:RU.41", "538555", "g:538555"])
def test_a_unit_is_found_by_each_of_its_names(name: str) -> None:
    """ISO 3166-2, GeoNames code and id, and the keys that places carry."""
    assert [unit.name for unit in atlas().find(name)] == ["Kursk"]


def test_moscow_city_and_its_oblast_are_not_swapped() -> None:
    """The source swaps their ISO codes."""
    (city,), (oblast,) = atlas().find("RU-MOW"), atlas().find("RU-MOS")
    assert city.geonames_id == 524894 and city.km2 < oblast.km2


def test_a_nation_of_counties_is_found_by_its_code() -> None:
    """England has no outline of its own in the source."""
    assert len(atlas().find("a:GB-ENG")) > 100


def test_nothing_is_found_for_a_name_of_nothing() -> None:
    """Neither for a part of a country, nor for nothing."""
    assert not any(atlas().find(name) for name in ("", "a:", "c:NO/eastern", "r:crimea", "x:home", "XX-1", ":"))


def test_nearly_all_first_level_units_have_an_outline() -> None:
    """Those that GeoNames knows and the source does not are few."""
    rows = [row for row in table("admin1") if row["level"] == "1"]
    missing = [row for row in rows if not atlas().find(f"a:{row['iso'] or row['code']}")]
    assert len(missing) < 0.16 * len(rows)


def test_neighbours_share_their_border_at_every_level() -> None:
    """One and the same arc, so that no gap can open between them."""
    shapes = atlas()
    sides: dict[int, int] = {}
    for unit in shapes.units:
        for ring in unit.rings:
            for arc in ring.arcs:
                sides[max(arc, ~arc)] = sides.get(max(arc, ~arc), 0) + 1
    assert max(sides.values()) == 2
    assert sum(count == 2 for count in sides.values()) > 8000


def test_an_outline_closes_and_thins_out() -> None:
    """Arcs meet end to end, and coarser levels have fewer points."""
    shapes = atlas()
    ring = shapes.find("UA-59")[0].rings[0]
    counts = [len(shapes.ring(ring, level)) for level in range(0, LEVELS, 3)]
    assert counts == sorted(counts, reverse=True) and counts[0] > 4 * counts[-1] > 0
    ends = [shapes.ends(arc) if arc >= 0 else shapes.ends(~arc)[::-1] for arc in ring.arcs]
    assert all(ends[at - 1][1] == ends[at][0] for at in range(len(ends)))


def test_a_unit_lies_in_its_circle() -> None:
    """Maps leave out units whose circle does not touch them."""
    shapes = atlas()
    for unit in shapes.units[::97]:
        cosine = math.cos(unit.radius + 2 / EARTH_KM)
        for ring in unit.rings:
            points = shapes.ring(ring, 0)
            assert all(sum(a * b for a, b in zip(point, unit.middle, strict=True)) >= cosine for point in points)


def test_a_point_lies_where_it_should() -> None:
    """Kursk's middle is in the circle of its unit, and the antimeridian is one line."""
    (kursk,) = atlas().find("RU-KRS")
    assert math.dist(vector(51.7, 36.2), kursk.middle) < kursk.radius
    assert math.dist(vector(10, 180), vector(10, -180)) < 1e-12


def test_the_level_of_detail_grows_with_the_scale() -> None:
    """Never finer than the file, never coarser than its last level."""
    levels = [level_of(km) for km in (0.0, 0.25, 0.5, 1, 2, 1e9)]
    assert levels == [0, 0, 2, 4, 6, LEVELS]


def test_another_file_is_refused() -> None:
    """Rather than drawn as if it were a map."""
    with pytest.raises(ValueError, match="not a file of shapes"):
        Atlas(b"something else")
