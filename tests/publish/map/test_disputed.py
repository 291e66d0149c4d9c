"""Disputed borders: dashed for all claimants alike, and never given to one of them."""

from __future__ import annotations

import re

import pytest

from counterclaim.data import table
from counterclaim.publish.map import Pin, Region, draw_map
from counterclaim.publish.map.atlas import atlas
from counterclaim.publish.map.borders import KINDS, kind_between, kind_of, plain, sides
from counterclaim.publish.map.disputed import Area, overlay, units_of
from drawings_made import WORDS, texts, tree_of

AREAS = [area for area in overlay().areas if area.units]


def test_most_areas_have_an_outline_or_a_border() -> None:
    """The others are seas, settlements, points and small islands."""
    rows = {row["name"] for row in table("disputed_areas")}
    assert {row["name"] for row in table("disputed_shapes")} <= rows
    assert len(AREAS) >= 28


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.name)
def test_a_disputed_unit_belongs_to_all_its_claimants(area: Area) -> None:
    """To no single one, whatever the source of the outline says."""
    assert all(overlay().is_disputed(unit) and area.claimants <= overlay().claimants(unit) for unit in area.units)


def test_crimea_has_both_its_borders_drawn_alike() -> None:
    """The source gives it to one state; here the border to the one is drawn as that to the other would be."""
    (crimea,) = units_of("r:crimea")
    assert overlay().claimants(crimea) == {"RU", "UA"}
    ukraine, russia = atlas().find("UA-48")[0], atlas().find("RU-KDA")[0]
    arc = crimea.rings[0].arcs[0]
    kinds = {kind_between(crimea, ukraine, max(arc, ~arc)), kind_between(crimea, russia, max(arc, ~arc))}
    assert kinds == {"dashed-country"}


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.name)
def test_swapping_the_sides_of_a_border_changes_nothing(area: Area) -> None:
    """Whichever unit comes first, and whichever claimant the neighbour belongs to."""
    for unit in area.units[:3]:
        arcs = [max(arc, ~arc) for arc in unit.rings[0].arcs][:3]
        neighbours = [atlas().find(f"c:{country}") for country in sorted(overlay().claimants(unit))]
        others = [units[0] for units in neighbours if units and not overlay().is_disputed(units[0])]
        for arc in arcs:
            kinds = [kind_between(*pair, arc) for other in others for pair in ((unit, other), (other, unit))]
            assert kinds == ["dashed-country"] * len(kinds)


def test_a_border_that_is_itself_in_dispute_is_dashed() -> None:
    """The Golan has no outline of its own in the source."""
    svg = draw_map([Pin("Place", 33.0, 35.8, number="1")], [], words=WORDS) or ""
    assert 'class="map-dashed map-dashed-country"' in svg and WORDS.dashed[:20] in svg


def test_a_map_without_disputed_borders_has_no_note_on_them() -> None:
    """And no dashed line."""
    svg = draw_map([Pin("Place", 48.5, 13.4, number="1")], [], words=WORDS) or ""
    assert "map-dashed" not in svg and WORDS.dashed[:20] not in svg


def test_no_state_has_its_name_on_a_disputed_area() -> None:
    """A map of such an area alone names it and no claimant."""
    named = texts(tree_of(draw_map([], [Region("TW-TPE", "Taipei")], words=WORDS)), "map-nation")
    assert "TAIWAN" not in named and "CHINA" not in named


def test_borders_are_of_known_kinds_and_no_colours_are_those_of_a_state() -> None:
    """Two maps of two states differ in lines and names, and in nothing else."""
    drawn = [draw_map([], [Region(key, "Area")], words=WORDS) or "" for key in ("c:UA", "c:RU")]
    colours = [set(re.findall(r'(?:fill|stroke)="([^"]*)"', svg)) for svg in drawn]
    assert colours[0] == colours[1]
    assert set(KINDS) == {"admin", "focus", "country", "dashed", "dashed-country"}


def test_western_sahara_is_whole() -> None:
    """The source has only what lies east of the berm, and gives the rest to one claimant."""
    units = units_of("c:EH")
    assert len(units) == 4 and all(overlay().claimants(unit) == {"EH", "MA"} for unit in units)
    assert 240_000 < sum(unit.km2 for unit in units) < 290_000
    borders = {kind_of(plain(arc)) for unit in units for arc in unit.rings[0].arcs} - {""}
    assert borders == {"admin", "dashed-country"}


def test_lines_within_an_area_are_plain() -> None:
    """It is the outline of the area that its claimants dispute, not the borders of its districts."""
    inner = [arc for unit in units_of("c:XK") for arc in unit.rings[0].arcs if arc >= 0]
    kinds = {kind_of(arc) for arc in inner if {unit.country for unit in sides()[arc]} == {"XK"}}
    assert kinds == {"admin"}
