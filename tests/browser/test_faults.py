"""Each finder of faults finds its own on a small page that has it, and nothing on the page that has not."""

from __future__ import annotations

import faults
import pytest
from keyboard import keyboard, tab_stops
from test_watched import page_of

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(screen, tmp_path):
    """The page with this body and head, opened on a screen."""

    def of(body: str, head: str = "", **options: object):
        (tmp_path / "index.html").write_text(page_of(body, head), encoding="utf-8")
        made = screen(tmp_path, **options)
        page = made.open("index.html")
        page.watched = made
        return page

    return of


PALE = "<p style='color: #aaa; background: #fff'>Orsa denies it.</p>"


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (PALE, "color-contrast"),
        ("<img src='data:,x'>", "image-alt"),
        ("<input>", "label"),
        ("<button></button>", "button-name"),
        ("<a href='index.html'></a>", "link-name"),
        ("<ul><p>no item</p></ul>", "list"),
        ("<p><a href='#a' style='color: #00e; text-decoration: none'>in</a> a line of words</p>", "link-in-text-block"),
        ("<p lang='xx-none'>words</p>", "valid-lang"),
        ("<div role='checkbox'>x</div>", "aria-toggle-field-name|aria-required-attr"),
    ],
)
def test_axe_finds_what_shuts_people_out(opened, body, rule) -> None:
    """Low contrast, a picture, a field, a button or a link without words, a broken list or role."""
    found = faults.findings(opened(body))
    assert any(f" {each} at " in line for each in rule.split("|") for line in found), found


def test_axe_finds_nothing_on_a_good_page_and_makes_no_trouble_itself(opened, tmp_path) -> None:
    """Its own run asks for nothing and says nothing in the console, with a style sheet there."""
    (tmp_path / "a.css").write_text("p { color: black }", encoding="utf-8")
    page = opened("<p>Orsa denies it.</p>", "<link rel='stylesheet' href='a.css'>")
    assert faults.findings(page) == []
    assert page.watched.troubles == []


def test_axe_sees_the_colours_of_the_scheme(opened) -> None:
    """Letters that are dark in both schemes can be read in the light one only."""
    head = (
        "<style>:root { color-scheme: light dark } body { color: #222; background: #fff }"
        "@media (prefers-color-scheme: dark) { body { background: #111 } }</style>"
    )
    assert faults.findings(opened("<p>words</p>", head, scheme="light")) == []
    assert "color-contrast" in "".join(faults.findings(opened("<p>words</p>", head, scheme="dark")))


def test_moderate_findings_can_be_asked_for(opened) -> None:
    """A jump in the headings is no fault against the criteria; what is asked for is what is given."""
    page = opened(PALE)
    assert faults.findings(page, ("minor",)) == []


@pytest.mark.parametrize("size", ["phone", "narrow", "desktop"])
@pytest.mark.parametrize(
    "body",
    [
        "<div style='width: 1400px'>wide</div>",
        "<p>" + "x" * 400 + "</p>",
        "<table><tr>" + "<td>neverending</td>" * 40 + "</tr></table>",
        "<style>html, body { overflow-x: hidden }</style><div style='width: 1400px'>wide and cut off</div>",
        "<svg width='1400' height='9' role='img' aria-label='Orsa'></svg>",
    ],
)
def test_what_stands_out_over_the_edge_is_found(opened, body, size) -> None:
    """A wide box, a long word, a wide table, a wide drawing, and one that the page cuts off."""
    assert faults.overflow(opened(body, size=size)) != []


@pytest.mark.parametrize("size", ["phone", "narrow", "desktop"])
@pytest.mark.parametrize(
    "body",
    [
        "<p>Orsa denies it.</p>",
        "<div style='overflow-x: auto'><div style='width: 1400px'>a wide table</div></div>",
        "<p style='overflow-wrap: anywhere'>" + "x" * 400 + "</p>",
        "<svg width='90' height='9' role='img' aria-label='Orsa'><rect x='0' width='5000' height='9'/></svg>",
        "<p style='position: absolute; left: -9999px'>to the content</p>",
    ],
)
def test_what_has_its_own_scroll_bar_or_breaks_is_no_fault(opened, body, size) -> None:
    """Wide tables that scroll, long words that break, drawings that are clipped, links out to the left."""
    assert faults.overflow(opened(body, size=size)) == []


def test_a_page_made_for_no_phone_is_found(opened, screen, tmp_path) -> None:
    """Without a viewport a phone lays a page out 980 wide."""
    (tmp_path / "old.html").write_text(page_of("<p>words</p>").replace("device-width", "980"), encoding="utf-8")
    assert faults.overflow(screen(tmp_path, size="phone").open("old.html")) != []


TALL = "<style>html { scroll-behavior: smooth }</style>" + "<p style='height: 900px'><a href='#a'>far</a></p>" * 3


def test_a_focus_far_down_is_on_the_screen_and_a_field_in_pieces_is_one_stop(opened) -> None:
    """However slowly the page would scroll; a day has three pieces, and what follows it is reached."""
    assert keyboard(opened(TALL)) == []
    field = "<label>day <input type='date' style='padding: 9px'></label> <button>after</button>"
    assert [stop.name for stop in tab_stops(opened(field))] == ["input", "button after"]


BUTTONS = "<a href='#a'>one</a> <button>two</button> <details><summary>three</summary><a href='#b'>deep</a></details>"


def test_tab_walks_through_all_that_can_be_reached(opened) -> None:
    """In order, once around, with the browser's own ring."""
    page = opened(BUTTONS)
    assert [stop.name for stop in tab_stops(page)] == ["a one", "button two", "summary three"]
    assert keyboard(opened(BUTTONS)) == []


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("<style>:focus { outline: none }</style><a href='#a'>one</a>", "focus is not marked: a one"),
        ("<a href='#a' style='position: absolute; left: -999px'>one</a>", "focus is off the screen: a one"),
        ("<a href='#a'>one</a><div onclick='0' tabindex='0' id=x>two</div><script>x.tabIndex = 0;"
         "document.querySelector('a').onkeydown = e => e.preventDefault()</script>", "not reached by Tab: div two"),
    ],
)  # fmt: skip
def test_what_the_keyboard_cannot_do_is_found(opened, body, line) -> None:
    """A focus without a mark, one out of sight, and a trap."""
    assert line in keyboard(opened(body))


def test_a_mark_of_ones_own_is_a_mark(opened) -> None:
    """A box shadow or another ground in place of the ring, even one that fades in."""
    head = "<style>a:focus { outline: none; box-shadow: 0 0 0 3px black; transition: box-shadow 2s }</style>"
    assert keyboard(opened("<a href='#a'>one</a>", head)) == []


STRICT = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"


def test_a_page_that_forbids_scripts_and_styles_can_be_looked_at(opened) -> None:
    """The finders need nothing that a strict page forbids, and cause no complaint there."""
    page = opened("<p><a href='#a'>one</a></p>", STRICT)
    looks = [faults.findings(page), faults.overflow(page), faults.motion(page), faults.in_print(page), keyboard(page)]
    assert looks == [[]] * 5
    assert page.watched.troubles == []


MOVING = "<style>p { animation: a 2s } @keyframes a { to { opacity: 0 } } a { transition: color 1s }</style>"


def test_motion_is_found_where_somebody_asked_for_none(opened) -> None:
    """Animations, transitions and smooth scrolling; a page that heeds the wish has none."""
    body = MOVING + "<style>html { scroll-behavior: smooth }</style><p>words</p><a href='#a'>one</a>"
    found = faults.motion(opened(body, calm=True))
    assert found == ["html scrolls smoothly", "p is animated", "a changes over 1s"]
    heeds = MOVING.replace("<style>", "<style>@media (prefers-reduced-motion: no-preference) {").replace("</s", "}</s")
    assert faults.motion(opened(heeds + "<p>words</p>", calm=True)) == []


def test_what_only_a_script_shows_is_found(opened) -> None:
    """Words that a script wrote are lost without it; a search and what is marked as a script's own is not asked for."""
    body = "<p>always</p><p id='p'></p><form>search</form><p data-script id='q'></p>"
    script = "<script>p.textContent = 'only sometimes'; q.textContent = 'copied'</script>"
    before, after = opened(body + script), opened(body + script, scripts=False)
    assert faults.lost(before, after) == ["not shown: only sometimes"]
    assert faults.lost(after, before) == []


PRINT = "<style>@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }</style>"


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (PRINT, "body prints a dark ground, rgb(17, 17, 17)"),
        (PRINT, "main prints pale letters, rgb(238, 238, 238)"),
        ("<nav style='position: sticky; top: 0'>menu</nav>", "nav is sticky, on each sheet"),
        ("<style>@media print { p { display: none } }</style><p>Orsa denies it.</p>", "not printed: Orsa denies it."),
    ],
)
def test_what_prints_badly_is_found(opened, body, line) -> None:
    """The dark scheme on paper, bars over each sheet, words that the paper lacks."""
    assert line in faults.in_print(opened(body, scheme="dark"))


def test_a_page_that_prints_well_has_no_faults(opened) -> None:
    """Dark on the screen, light on paper, and on the screen again afterwards."""
    page = opened(PRINT.replace("@media", "@media screen and") + "<p>words</p>", scheme="dark")
    assert faults.in_print(page) == []
    assert page.evaluate("matchMedia('screen').matches")
