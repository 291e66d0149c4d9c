"""Planes and frames: equal in area, turned the right way, and whole at the edges."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.publish.map.atlas import EARTH_KM, vector
from counterclaim.publish.map.frame import HIGHEST, LOWEST, WIDTH, frame_of
from counterclaim.publish.map.lines import centre_of, clipped_line, clipped_ring, path, size_of
from counterclaim.publish.map.planes import Azimuthal, World
from counterclaim.publish.svgtext import Box

LATS, LONS = st.floats(-85, 85), st.floats(-180, 180)


@given(LATS, LONS, st.floats(-2000, 2000), st.floats(-2000, 2000))
def test_a_point_of_the_plane_has_its_place_on_the_sphere(lat: float, lon: float, x: float, y: float) -> None:
    """There and back again."""
    plane = Azimuthal(lat, lon)
    back = plane.point(vector(*plane.inverse(x, y)))
    assert math.dist(back, (x, y)) < 1e-3


@given(LATS, LONS)
def test_north_is_up_and_east_is_right(lat: float, lon: float) -> None:
    """At the centre of a map."""
    plane = Azimuthal(lat, lon)
    (x1, y1), (x2, y2) = plane.point(vector(lat + 1, lon)), plane.point(vector(lat, lon + 1))
    assert abs(x1) < 1e-6 and y1 == pytest.approx(-math.radians(1) * EARTH_KM, rel=1e-3)
    assert x2 > 0 and abs(y2) < 1.5


@given(st.floats(-70, 70), st.floats(-170, 170))
def test_areas_are_true_on_both_planes(lat: float, lon: float) -> None:
    """A square of a degree has the same area around a point and on the map of the world."""
    corners = [vector(lat + dy, lon + dx) for dx, dy in ((0, 0), (1, 0), (1, 1), (0, 1))]
    (around,), world = Azimuthal(lat, lon).ring(corners), World(lon).ring(corners)
    assert size_of(around) == pytest.approx(sum(map(size_of, world)), rel=0.01)


def test_the_world_is_cut_opposite_its_middle() -> None:
    """An island on the cut is on both sides, and a line across it is two."""
    island = [vector(-17, 179), vector(-17, -179), vector(-18, -179), vector(-18, 179)]
    left, right = sorted(World(0).ring(island))
    assert max(x for x, _ in left) < 0 < min(x for x, _ in right)
    assert len(World(0).line([vector(0, 178), vector(0, 179.5), vector(0, -179.5), vector(0, -178)])) == 2


@given(st.lists(st.tuples(st.floats(-89, 89), LONS), min_size=1, max_size=6))
def test_every_point_lies_in_its_frame(places: list[tuple[float, float]]) -> None:
    """Wherever on earth, with a margin that holds a pin."""
    pins = [vector(*place) for place in places]
    frame = frame_of(pins, [])
    assert frame.is_world or LOWEST <= frame.height <= HIGHEST
    assert frame.is_world or frame.scale * WIDTH >= 300
    if not frame.is_world:
        assert all(20 < x < WIDTH - 20 and 20 < y < frame.height - 20 for x, y in map(frame.place, pins))


@given(st.lists(st.tuples(st.floats(-50, 150), st.floats(-50, 150)), min_size=3, max_size=12))
def test_a_clipped_line_stays_on_the_paper(ring: list[tuple[float, float]]) -> None:
    """Closed ones are cut at the edge; what lies on the paper whole is left as it is."""
    box = Box(0, 0, 100, 100)
    cut = clipped_ring(ring, box)
    assert all(-1e-6 <= value <= 100 + 1e-6 for point in cut for value in point)
    if all(0 <= value <= 100 for point in ring for value in point):
        assert cut == ring
    assert all(len(run) > 1 for run in clipped_line(ring, box))


def test_a_path_is_written_in_steps_of_tenths() -> None:
    """Without blanks that nobody needs, and without points that nobody sees."""
    assert path([[(1, 2), (11.5, 2), (11.6, 2), (11.5, -0.54)]], closed=False) == "M1 2l10.5 0 0-2.5"
    assert path([[(0, 0), (0.1, 0), (0, 0.1)]], closed=True) == ""
    assert path([[(0, 0), (10, 0), (10, 10)]], closed=True) == "M0 0l10 0 0 10z"


def test_the_middle_of_a_square_is_its_middle() -> None:
    """And of something without area its first point."""
    assert centre_of([(0, 0), (4, 0), (4, 4), (0, 4)]) == (2, 2)
    assert centre_of([(3, 1), (3, 1), (3, 1)]) == (3, 1)
