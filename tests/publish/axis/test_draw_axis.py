"""Axes: each moment with its precision, none over another, safe, and told in words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.publish.axis import AxisWords, Moment, draw_axis
from counterclaim.publish.axis.draw import ROW, _lanes
from counterclaim.publish.axis.nouns import KINDS
from counterclaim.publish.axis.rows import PHONE
from counterclaim.publish.axis.scale import WIDTH, scale_of
from counterclaim.publish.axis.spans import stretches
from counterclaim.publish.svgtext import Box, width
from drawings_made import SVG, overlaps, texts, tree_of
from hostile_strings import HOSTILE

WORDS = AxisWords("When", "Who said what when.")
DAYS = st.dates(date(1800, 1, 1), date(2100, 1, 1))
NEAR = st.dates(date(2025, 3, 1), date(2025, 5, 1))
EDTFS = st.one_of(
    NEAR.map(str),
    NEAR.map(lambda day: f"{day:%Y-%m}"),
    NEAR.map(lambda day: f"{day}~"),
    NEAR.map(lambda day: f"../{day}"),
    NEAR.map(lambda day: f"{day}/.."),
    DAYS.map(lambda day: f"{day.year:04}"),
    DAYS.map(str),
    st.sampled_from(["202X", "2025-21", "2025-W17", "2025-02/2025-04", "someday", "../.."]),
)
MOMENTS = st.lists(
    st.builds(
        Moment,
        label=st.sampled_from(["Denied", "The mayor says that the bridge stands", ""]),
        edtf=EDTFS,
        lane=st.sampled_from(["Veldaria", "Sundmark", "Orsa", ""]),
        kind=st.sampled_from(KINDS),
        number=st.integers(1, 999).map(str),
    ),
    max_size=25,
)


def label_boxes(svg: str, *, phone: bool) -> list[Box]:
    """The boxes of the labels beside marks, as a phone or a wide screen draws them."""
    boxes = []
    for text in tree_of(svg).iter(f"{SVG}text"):
        classes = text.get("class", "").split()
        if "axis-label" in classes and not (phone and "axis-wide" in classes):
            size = float(text.get("font-size", "0")) * (1.7 if phone else 1.0)
            wide, x, y = width(text.text or "", size), float(text.get("x", "0")), float(text.get("y", "0"))
            left = x if text.get("text-anchor") == "start" else x - wide
            boxes.append(Box(left + 0.2, y - size / 2, left + wide - 0.2, y + size / 2))
    return boxes


def mark_boxes(svg: str, moments: list[Moment], *, phone: bool) -> list[Box]:
    """The boxes of the marks, from the places where the drawing has them."""
    del svg
    known = stretches(moments)
    scale = 1.7 if phone else 1.0
    return [
        Box(
            mark.x - mark.half * scale + 0.2,
            lane.y(mark) - 9 * scale,
            mark.x + mark.half * scale - 0.2,
            lane.y(mark) + 9 * scale,
        )
        for lane in _lanes(known, scale_of(known))
        for mark in lane.marks
    ]


@given(MOMENTS)
@settings(max_examples=60, deadline=None)
def test_nothing_stands_on_anything_else(moments: list[Moment]) -> None:
    """Neither on a phone nor on a wide screen, and all of it on the paper."""
    svg = draw_axis(moments, words=WORDS)
    if svg is None:
        assert stretches(moments) == []
        return
    for phone in (True, False):
        boxes = mark_boxes(svg, moments, phone=phone) + label_boxes(svg, phone=phone)
        assert overlaps(boxes) == []
        assert all(box.left > -1 and box.right < WIDTH + 1 for box in boxes)


@given(MOMENTS)
@settings(max_examples=60, deadline=None)
def test_time_runs_from_left_to_right(moments: list[Moment]) -> None:
    """Also across the cuts."""
    known = stretches(moments)
    if known:
        scale = scale_of(known)
        days = sorted(day for stretch in known for day in (stretch.start, stretch.end) if day is not None)
        places = [scale.x(day) for day in days]
        assert places == sorted(places) and places[0] >= 0 and places[-1] <= WIDTH


@given(MOMENTS)
@settings(max_examples=60, deadline=None)
def test_names_of_days_do_not_run_into_each_other(moments: list[Moment]) -> None:
    """As large as a phone draws them."""
    svg = draw_axis(moments, words=WORDS)
    if svg:
        ticks = [text for text in tree_of(svg).iter(f"{SVG}text") if text.get("class") == "axis-tick-name"]
        sides = [(float(text.get("x", "0")), width(text.text or "", 11.5 * PHONE)) for text in ticks]
        assert sides
        assert all(x - wide / 2 > 0 and x + wide / 2 < WIDTH for x, wide in sides)
        assert all(b[0] - b[1] / 2 > a[0] + a[1] / 2 for a, b in pairwise(sides))


@given(MOMENTS)
@settings(max_examples=30, deadline=None)
def test_an_axis_is_the_same_each_time_and_self_contained(moments: list[Moment]) -> None:
    """No script, no style attribute, no address outside."""
    svg = draw_axis(moments, words=WORDS) or ""
    assert svg == (draw_axis(list(moments), words=WORDS) or "")
    assert len(svg) < 60_000 and not re.search(r"<script|\sstyle=|\son\w+=|url\(", svg)


def drawn(*moments: Moment) -> str:
    """The axis of these moments; fails where there is none."""
    svg = draw_axis(moments, words=WORDS)
    assert svg is not None
    return svg


def test_a_day_is_a_dot_and_a_month_a_bar_of_its_extent() -> None:
    """Nobody should take a month for its first day."""
    days = drawn(Moment("a", "2025-04-26", "Orsa"), Moment("b", "2025-04-20", "Orsa"))
    assert "axis-bar" not in days
    (bar,) = re.findall(r'class="axis-bar" d="M(\S+) \S+H(\S+)V', drawn(Moment("a", "2025-04", "Orsa")))
    scale = scale_of(stretches([Moment("a", "2025-04", "Orsa")]))
    begin, end = date(2025, 4, 1).toordinal(), date(2025, 5, 1).toordinal()
    assert [float(side) for side in bar] == pytest.approx([scale.x(begin), scale.x(end)], abs=0.1)


def test_an_open_end_has_an_arrow_and_a_note() -> None:
    """To the side on which nothing is known."""
    for edtf in ("../2025-04-26", "2022/.."):
        svg = drawn(Moment("a", edtf, "Orsa"), Moment("b", "2023-01-01", "Orsa"))
        assert WORDS.open_end in svg and re.search(r'class="axis-bar" d="[^"]*L', svg)
    assert WORDS.open_end not in drawn(Moment("b", "2023-01-01", "Orsa"))


def test_an_approximate_time_is_dashed_and_has_a_note() -> None:
    """In its mark and in its bar."""
    svg = drawn(Moment("a", "2025-04~", "Orsa"))
    assert svg.count("stroke-dasharray") == 2 and WORDS.about_when in svg
    assert WORDS.about_when not in drawn(Moment("a", "2025-04", "Orsa"))


def test_kinds_differ_by_shape() -> None:
    """Not by colour alone; each is named below."""
    svg = drawn(*(Moment(kind, f"2025-04-{at:02}", "Orsa", kind, "1") for at, kind in enumerate(KINDS, 1)))
    marks = [g for g in tree_of(svg).iter(f"{SVG}g") if "axis-mark" in g.get("class", "").split()]
    shapes = [next(mark.iter(f"{SVG}path")).get("d") for mark in marks]
    assert len(set(shapes)) == len(KINDS)
    assert texts(tree_of(svg), "axis-note") == list(KINDS)


def test_sides_have_lanes_in_order_of_appearance() -> None:
    """No side comes first for any other reason."""
    one, other = Moment("a", "2025-04-26", "Veldaria", number="1"), Moment("b", "2025-04-20", "Orsa", number="2")
    assert texts(tree_of(drawn(one, other)), "axis-lane-name") == ["Veldaria", "Orsa"]
    assert texts(tree_of(drawn(other, one)), "axis-lane-name") == ["Orsa", "Veldaria"]


def test_swapping_the_names_of_two_sides_swaps_nothing_else() -> None:
    """The drawing is the same with one name in the place of the other."""
    moments = [Moment("a", "2025-04-26", "Orsa", number="1"), Moment("b", "2025-04-20", "Tora", number="2")]
    turned = [Moment(m.label, m.edtf, {"Orsa": "Tora", "Tora": "Orsa"}[m.lane], number=m.number) for m in moments]
    swapped = drawn(*turned).replace("Orsa", "\0").replace("Tora", "Orsa").replace("\0", "Tora")
    assert drawn(*moments) == swapped


def test_far_away_times_are_cut_off_and_it_is_said() -> None:
    """Days of this spring keep their room though something lies ten years back."""
    near = [Moment("a", str(date(2025, 4, 20) + timedelta(days=at)), "Orsa", number=str(at)) for at in range(6)]
    svg = drawn(Moment("old", "2014-03", "Orsa", number="9"), *near)
    assert "axis-cut" in svg and WORDS.cut[:20] in svg
    scale = scale_of(stretches([Moment("old", "2014-03", "Orsa"), *near]))
    assert scale.x(date(2025, 4, 25).toordinal()) - scale.x(date(2025, 4, 20).toordinal()) > 150
    assert "axis-cut" not in drawn(*near)


def test_even_times_are_not_cut() -> None:
    """One a year for six years is a row, not six parts."""
    moments = [Moment("a", f"{year}-06-01", "Orsa", number=str(year)) for year in range(2019, 2025)]
    assert len(scale_of(stretches(moments)).parts) == 1


def test_moments_of_one_day_are_one_mark() -> None:
    """With all their numbers, and all their labels in the text."""
    svg = drawn(*(Moment(f"Label {at}", "2025-04-26", "Orsa", number=str(at)) for at in range(1, 30)))
    assert texts(tree_of(svg), "axis-number") == ["1–29"]
    assert all(f"Label {at}" in (tree_of(svg).findtext(f"{SVG}desc") or "") for at in range(1, 30))


def test_what_cannot_be_read_is_left_off() -> None:
    """None where nothing is left."""
    bad = [Moment("a", edtf, "Orsa") for edtf in ("", "someday", "../..", "2025-13", "2025-05/2025-04")]
    assert draw_axis(bad, words=WORDS) is None
    assert draw_axis([], words=WORDS) is None


@pytest.mark.parametrize("text", [*HOSTILE, "<script>alert(1)</script>", '"><b onload=x>', "]]>", "a" * 5000])
def test_hostile_labels_stay_text(text: str) -> None:
    """Nothing of a label becomes an element or a link that runs something."""
    words = AxisWords(text, text, dict.fromkeys(KINDS, text), cut=text, about_when=text, open_end=text)
    moments = [
        Moment(text, "2025-04-26~", text, "said", text, text, text),
        Moment("b", "../2014", "Orsa", "happened", "2", f"javascript:{text}"),
    ]
    tree = tree_of(draw_axis(moments, words=words))
    assert {element.tag.removeprefix(SVG) for element in tree.iter()} <= {
        "svg",
        "title",
        "desc",
        "path",
        "g",
        "text",
        "a",
    }
    assert not [link for link in tree.iter(f"{SVG}a") if "javascript" in link.get("href", "")]


def test_the_edges_of_the_calendar_can_be_drawn() -> None:
    """The first and the last year that a date can have."""
    for edtf in ("0001", "9999", "9999-12-31", "0001-01-01/9999-12-31", "000X", "../0001-01-01"):
        assert "<svg" in drawn(Moment("a", edtf, "Orsa"))


def test_an_axis_names_itself_and_links_can_be_reached() -> None:
    """Role, title, description; no image where there are links."""
    plain = tree_of(draw_axis([Moment("a", "2025", "Orsa")], words=WORDS, prefix="t3"))
    assert plain.get("role") == "img" and plain.get("aria-labelledby") == "t3-title"
    linked = tree_of(draw_axis([Moment("a", "2025", "Orsa", href="#c1")], words=WORDS))
    assert linked.get("role") == "group" and next(linked.iter(f"{SVG}a")).get("href") == "#c1"


def test_rows_have_room_for_a_mark_on_a_phone() -> None:
    """Two marks one above the other."""
    assert ROW > 2 * 9 * 1.7


def test_a_day_on_its_own_is_named_under_its_mark() -> None:
    """Not the day before and the day after."""
    svg = drawn(Moment("old", "2014-03-18", "Orsa"), *(Moment("b", f"2025-04-{at}", "Orsa") for at in (24, 25, 26, 27)))
    assert "18 Mar" in texts(tree_of(svg), "axis-tick-name") and "2014" in texts(tree_of(svg), "axis-year")
