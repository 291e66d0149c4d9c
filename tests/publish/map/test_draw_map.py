"""Maps: well formed, safe, readable by all, the same each time, and small."""

from __future__ import annotations

import random
import re
import time

import pytest

from counterclaim.publish.map import MapWords, Pin, Region, draw_map
from drawings_made import SVG, WORDS, name_boxes, overlaps, pin_boxes, texts, tree_of
from hostile_strings import HOSTILE

OURS, OTHERS = ("map-region-name", "map-pin-name"), ("map-name",)


def crowd(seed: int, count: int, spread: float) -> list[Pin]:
    """Pins around a point that the seed picks, with invented names."""
    rng = random.Random(seed)
    lat, lon = rng.uniform(-60, 70), rng.uniform(-180, 180)
    names = ("Orsa", "Lower Mirnograd", "Saint Veldar of the Seven Wells", "Tor", "Upper Sundmark-on-Sea")
    return [
        Pin(
            f"{rng.choice(names)} {at}",
            lat + rng.gauss(0, spread),
            lon + rng.gauss(0, spread),
            rng.random() < 0.3,
            f"#place-{at}",
            str(at),
        )
        for at in range(1, count + 1)
    ]


CASES = [
    ([], [Region("RU-KRS", "One"), Region("UA-59", "Two", hatched=True)]),
    ([Pin("Suva", -18.1, 178.4, number="1"), Pin("Taveuni", -16.8, -179.9, number="2")], [Region("c:FJ", "Fiji")]),
    ([Pin("A village", 48.5, 13.4, number="1")], []),
    ([Pin("All of it", 61, 97, True, None, "1", "c:RU")], [Region("c:RU", "Russia")]),
    ([Pin("Far", 38.9, -77, number="1"), Pin("Farther", 39.9, 116.4, number="2")], []),
    ([], [Region("r:kashmir", "Kashmir", hatched=True)]),
    *[(crowd(seed, 3 + 3 * seed, 0.05 * 3 ** (seed % 6)), []) for seed in range(10)],
]


@pytest.mark.parametrize(("pins", "regions"), CASES)
def test_nothing_stands_on_anything_else(pins: list[Pin], regions: list[Region]) -> None:
    """Neither on a phone, where letters are larger and fewer, nor on a wide screen."""
    tree = tree_of(draw_map(pins, regions, words=WORDS))
    for phone in (True, False):
        names = list(name_boxes(tree, phone=phone, kinds=OURS + OTHERS))
        assert overlaps(names + list(pin_boxes(tree, phone=phone))) == []


@pytest.mark.parametrize(("pins", "regions"), CASES)
def test_a_map_is_small_and_self_contained(pins: list[Pin], regions: list[Region]) -> None:
    """No script, no style attribute, no address outside; the same bytes again."""
    svg = draw_map(pins, regions, words=WORDS) or ""
    assert len(svg) < 90_000
    assert svg == draw_map(list(pins), list(regions), words=WORDS)
    assert not re.search(r"<script|\sstyle=|\son\w+=|<image|@import|xlink", svg)
    assert set(re.findall(r"url\((.*?)\)", svg)) <= {"#map-hatch", "#map-paper"}
    assert all(set(path) <= set("MLHVZlhvz-. 0123456789") for path in re.findall(r' d="([^"]*)"', svg))


@pytest.mark.parametrize(("pins", "regions"), CASES)
def test_all_that_is_given_stands_on_the_map(pins: list[Pin], regions: list[Region]) -> None:
    """Each number in a pin, and all of it in the text for those who cannot see the map."""
    tree = tree_of(draw_map(pins, regions, words=WORDS))
    told = tree.findtext(f"{SVG}desc") or ""
    assert all(f"{pin.number} {pin.label}" in told for pin in pins)
    assert all(region.label in told for region in regions)
    if len({(pin.lat, pin.lon) for pin in pins}) == len(pins) < 5:
        assert texts(tree, "map-number") == [pin.number for pin in pins]
    assert len(list(pin_boxes(tree, phone=False))) == len(texts(tree, "map-number"))


def test_a_map_names_itself() -> None:
    """Role, title and description, with ids that begin as the caller says."""
    tree = tree_of(draw_map([Pin("Orsa", 50, 30, number="1")], [], words=MapWords("Where", "Shows."), prefix="m7"))
    assert tree.get("role") == "img"
    assert tree.get("aria-labelledby") == "m7-title" and tree.get("aria-describedby") == "m7-desc"
    ids = [element.get("id", "") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) and all(each.startswith("m7-") for each in ids)


def test_a_map_with_links_is_no_image() -> None:
    """What lies in an image cannot be reached by keyboard."""
    tree = tree_of(draw_map([Pin("Orsa", 50, 30, href="#p1", number="1")], [], words=WORDS))
    assert tree.get("role") == "group"
    (link,) = tree.iter(f"{SVG}a")
    assert link.get("href") == "#p1" and link.get("aria-label") == "1 Orsa"


@pytest.mark.parametrize("text", [*HOSTILE, "<script>alert(1)</script>", '"><b onload=x>', "]]>", "&amp;", "a" * 5000])
def test_hostile_labels_stay_text(text: str) -> None:
    """Whatever a document calls a place; nothing of it becomes an element."""
    words = MapWords(text, text, dashed=text, hatched=text, coarse=text, km=text)
    pins = [Pin(text, 50.0, 36.0, True, text, text), Pin("b", 50.0, 37.0, False, f"javascript:{text}", "2")]
    tree = tree_of(draw_map(pins, [Region("RU-KRS", text, hatched=True)], words=words))
    known = {"svg", "title", "desc", "defs", "pattern", "path", "clipPath", "g", "circle", "rect", "text", "tspan", "a"}
    assert {element.tag.removeprefix(SVG) for element in tree.iter()} <= known
    assert not [link for link in tree.iter(f"{SVG}a") if "javascript" in link.get("href", "")]


def test_what_has_no_place_is_left_off() -> None:
    """None where nothing is left."""
    nowhere = [Pin("a", None, None), Pin("b", float("nan"), 3.0), Pin("c", 91.0, 3.0), Pin("d", 3.0, float("inf"))]
    unknown = [
        Region("r:atlantis", "Atlantis"),
        Region("", ""),
        Region("c:NO/eastern", "eastern Norway"),
        Region("0", ""),
    ]
    assert draw_map(nowhere, unknown, words=WORDS) is None
    assert draw_map([*nowhere, Pin("e", 3.0, 3.0, number="5")], unknown, words=WORDS) is not None


def test_places_on_both_sides_of_the_antimeridian_lie_together() -> None:
    """Two islands 180 km apart are not at two ends of the world."""
    pins = [Pin("West", -17.0, 179.2, number="1"), Pin("East", -17.0, -179.1, number="2")]
    tree = tree_of(draw_map(pins, [], words=WORDS))
    west, east = pin_boxes(tree, phone=False)
    assert west.right < east.left < 640 and "km" in texts(tree, "map-scale-name")[0]
    assert int(texts(tree, "map-scale-name")[0].split()[0]) <= 100


def test_one_village_is_shown_with_what_lies_around() -> None:
    """At least 300 km from side to side, with the names of countries."""
    tree = tree_of(draw_map([Pin("Village", 48.5, 13.4, number="1")], [], words=WORDS))
    assert {"GERMANY", "AUSTRIA"} <= set(texts(tree, "map-nation"))
    assert texts(tree, "map-scale-name") == ["50 km"]


def test_a_coarse_place_is_hollow_and_shows_all_of_its_unit() -> None:
    """The note says so, and only where there is such a pin."""
    coarse = draw_map([Pin("Somewhere", 61.0, 97.0, True, None, "1", "c:RU")], [], words=WORDS) or ""
    close = draw_map([Pin("Somewhere", 61.0, 97.0, False, None, "1", "c:RU")], [], words=WORDS) or ""
    assert "map-pin-hollow" in coarse and "Open circle" in coarse and "2 000 km" not in close
    assert "map-pin-hollow" not in close and "Open circle" not in close
    assert texts(tree_of(coarse), "map-scale-name") == ["1 000 km"]


def test_pins_of_one_spot_are_one_pin_with_all_numbers() -> None:
    """Eight numbers on leaders around one dot say no more."""
    pins = [Pin("Orsa", 50.0, 30.0, number=str(at)) for at in range(1, 9)]
    tree = tree_of(draw_map(pins, [], words=WORDS))
    assert texts(tree, "map-number") == ["1–8"] and texts(tree, "map-pin-name") == ["Orsa"]


def test_maps_are_drawn_fast() -> None:
    """Thousands of pages are published in one run; 15 ms were measured, a busy machine may need several times that."""
    draw_map([], [Region("RU-KRS", "One")], words=WORDS)
    start = time.process_time()
    for seed in range(40):
        pins = [Pin("Orsa", 50 + seed % 7, 20 + seed % 11 * 1.5, number="1"), Pin("Tor", 49 + seed % 5, 25, number="2")]
        draw_map(pins, [Region("UA-59", "Two", hatched=True)], words=WORDS)
    assert (time.process_time() - start) / 40 < 0.1
