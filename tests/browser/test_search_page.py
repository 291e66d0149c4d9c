"""The search works in a real browser from a disk: words, choices, days, the keyboard, links to a search, copying."""

from __future__ import annotations

from pathlib import Path

import pytest
from faults import findings
from playwright.sync_api import Page, expect

from counterclaim.publish.edition import Edition
from counterclaim.publish.quoting import Quote
from counterclaim.publish.search import search_files
from counterclaim.publish.site.frame import Frame
from counterclaim.publish.site.pages import static_files
from editions_made import BREAKOUTS, claim, document, edition, hostile, imprint

pytestmark = pytest.mark.browser

FOUND = "#search-found li"
COUNT = "#search-count"


def site_of(made: Edition, folder: Path) -> Path:
    """The page of the search over an edition, with what it loads."""
    files = [*static_files(), Frame(made, imprint()).page("search.html", "search.html", "search.html", {})]
    files += [(path, "".join(parts).encode()) for path, parts in search_files(made, imprint())]
    for path, content in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def bridges(count: int = 45) -> Edition:
    """Many claims, one a day from the first of March on, each with a number of its own."""
    claims = [claim(f"c{n:x}", document=f"d{n:x}", quote=Quote(f"the bridge fell on day n{n}")) for n in range(count)]
    documents = {
        each.document: document(each.document, each, published=f"2031-{3 + n // 28:02}-{1 + n % 28:02}")
        for n, each in enumerate(claims)
    }
    return Edition(documents, {each.id: each for each in claims}, {}, {})


def opened(screen, folder: Path, fragment: str = "") -> tuple[Page, list[str]]:
    """The page of the search, and the list of what it gives cause for."""
    page = screen(folder)
    return page.open("search.html", fragment), page.troubles


def test_words_are_found_as_they_are_typed(screen, tmp_path) -> None:
    """The beginning of a word is enough, two words must both be there, and the count is told."""
    page, troubles = opened(screen, site_of(edition(), tmp_path))
    page.fill("#search-q", "bri")
    expect(page.locator(COUNT)).to_have_text("2 claims, the latest first")
    page.fill("#search-q", "bridge FELL")
    expect(page.locator(COUNT)).to_have_text("1 claim, the latest first")
    expect(page.locator(FOUND)).to_contain_text("that the bridge at Orsa fell")
    page.fill("#search-q", "bridge castle")
    expect(page.locator(COUNT)).to_contain_text("No claim found.")
    assert troubles == []


def test_a_result_names_the_teller_and_leads_to_the_claim(screen, tmp_path) -> None:
    """What Sundmark says as Veldaria tells it is shown so, and its words are a link to it."""
    page, _ = opened(screen, site_of(edition(), tmp_path))
    page.fill("#search-q", "sundmark")
    expect(page.locator(f"{FOUND} .who")).to_have_text("Sundmark, as Mara Tal (Veldaria) tells it")
    address = page.locator(f"{FOUND} a").get_attribute("href")
    assert address == (tmp_path / "documents/d1.html").as_uri() + "#c2"


@pytest.mark.parametrize(
    ("held", "typed"),
    [("Órsa", "orsa"), ("Orsa", "órsa"), ("Straße", "STRASSE"), ("ОДЕСА", "одеса"), ("ﬁnal", "final")],
)
def test_accents_and_capitals_make_no_difference(screen, tmp_path, held: str, typed: str) -> None:
    """The page folds what is typed as the index folded what was read."""
    page, _ = opened(screen, site_of(edition(claim(quote=Quote(held)), links={}, matters={}), tmp_path))
    page.fill("#search-q", typed)
    expect(page.locator(FOUND)).to_have_count(1)


def test_choices_narrow_a_search(screen, tmp_path) -> None:
    """Side, act, status and source can be chosen, alone or with words."""
    page, troubles = opened(screen, site_of(edition(), tmp_path))
    page.select_option("#search-act", "denies")
    expect(page.locator(COUNT)).to_have_text("1 claim, the latest first")
    page.select_option("#search-act", "")
    page.select_option("#search-side", "Sundmark")
    expect(page.locator(f"{FOUND} .words")).to_have_text("that the bridge […]")
    page.select_option("#search-status", "contested")
    page.select_option("#search-source", "Harrow Courier")
    expect(page.locator(FOUND)).to_have_count(1)
    page.click("button[type=reset]")
    expect(page.locator(COUNT)).to_have_text("Type a word or choose a filter.")
    expect(page.locator(FOUND)).to_have_count(0)
    assert troubles == []


@pytest.mark.parametrize(
    ("begin", "end", "first", "last"),
    [("2031-03-05", "2031-03-07", "n6", "n4"), ("2031-04-16", "", "n44", "n43"), ("", "2031-03-02", "n1", "n0")],
)
def test_days_narrow_a_search(screen, tmp_path, begin: str, end: str, first: str, last: str) -> None:
    """The first and the last day that are asked for belong to the stretch, and each may be left open."""
    page, _ = opened(screen, site_of(bridges(), tmp_path))
    page.fill("#search-from", begin)
    page.fill("#search-to", end)
    page.fill("#search-q", "bridge")
    expect(page.locator(f"{FOUND} .words").first).to_have_text(f"the bridge fell on day {first}")
    expect(page.locator(f"{FOUND} .words").last).to_have_text(f"the bridge fell on day {last}")


def test_no_day_lies_outside_all_days(screen, tmp_path) -> None:
    """A stretch before the first text finds nothing, and says so."""
    page, _ = opened(screen, site_of(bridges(3), tmp_path))
    page.fill("#search-to", "2030-01-01")
    expect(page.locator(COUNT)).to_contain_text("No claim found.")


def test_more_results_come_by_the_keyboard(screen, tmp_path) -> None:
    """A page shows twenty; the next come on request, and the first of them has the focus."""
    page, _ = opened(screen, site_of(bridges(), tmp_path))
    page.fill("#search-q", "bridge")
    expect(page.locator(FOUND)).to_have_count(20)
    page.focus("#search-more")
    page.keyboard.press("Enter")
    expect(page.locator(FOUND)).to_have_count(40)
    expect(page.locator(f"{FOUND} a").nth(20)).to_be_focused()
    page.focus("#search-more")
    page.keyboard.press("Enter")
    expect(page.locator(FOUND)).to_have_count(45)
    expect(page.locator("#search-more")).to_be_hidden()


def test_a_search_can_be_linked(screen, tmp_path) -> None:
    """Words and choices stand in the address, and an address with them brings the results."""
    folder = site_of(edition(), tmp_path)
    page, _ = opened(screen, folder)
    page.fill("#search-q", "bridge & orsa")
    page.select_option("#search-side", "Veldaria")
    expect(page.locator(COUNT)).to_have_text("1 claim, the latest first")
    fragment = page.url.partition("#")[2]
    again, troubles = opened(screen, folder, fragment)
    expect(again.locator(COUNT)).to_have_text("1 claim, the latest first")
    assert again.input_value("#search-q") == "bridge & orsa"
    assert again.input_value("#search-side") == "Veldaria"
    assert troubles == []


@pytest.mark.parametrize(
    "fragment", ["q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "side=__proto__", "from=never", "to=2031-02-31", "q=%"]
)
def test_a_hostile_link_does_nothing(screen, tmp_path, fragment: str) -> None:
    """An address that somebody else made opens no dialog and breaks nothing."""
    page, troubles = opened(screen, site_of(edition(), tmp_path), fragment)
    expect(page.locator("#search")).to_be_visible()
    page.wait_for_timeout(300)
    assert troubles == []


@pytest.mark.parametrize("words", BREAKOUTS)
def test_hostile_texts_stay_texts(screen, tmp_path, words: str) -> None:
    """What an article holds is shown as text: no dialog, no element of its making."""
    page, troubles = opened(screen, site_of(hostile(words), tmp_path))
    page.select_option("#search-act", "denies")
    expect(page.locator(FOUND)).to_have_count(1)
    assert page.locator("#search-found :is(img, script, x)").count() == 0
    assert troubles == []


def test_a_part_that_is_missing_is_said_to_be(screen, tmp_path) -> None:
    """A file of the index that cannot be loaded leaves no page that waits for ever."""
    folder = site_of(edition(), tmp_path)
    (folder / "search/words-0.js").unlink()
    page, _ = opened(screen, folder)
    page.fill("#search-q", "bridge")
    expect(page.locator(COUNT)).to_contain_text("could not be loaded")


def test_without_scripts_other_ways_are_told(screen, tmp_path) -> None:
    """Who has no JavaScript reads where else to look, and sees no form that does nothing."""
    page = screen(site_of(edition(), tmp_path), scripts=False).open("search.html")
    expect(page.locator("#search")).to_be_hidden()
    expect(page.get_by_text("The search needs JavaScript.")).to_be_visible()


def test_the_search_has_no_faults_for_those_who_need_help(screen, tmp_path) -> None:
    """With results on it the page passes the checks of axe-core, on a phone too."""
    folder = site_of(bridges(), tmp_path)
    for size in ("phone", "desktop"):
        for scheme in ("light", "dark"):
            watched = screen(folder, size=size, scheme=scheme)
            page = watched.open("search.html")
            page.fill("#search-q", "bridge")
            expect(page.locator(FOUND)).to_have_count(20)
            assert findings(page) == []
            assert watched.troubles == []


COPY = (
    "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Orsa</title><link rel='icon' href='data:,'>"
    "<script src='static/copy.js' defer></script></head><body><p id='cite'> Mara Tal denies it.\n</p>"
    "<p><button type='button' data-copy='cite' data-done='Copied.' data-select='Selected.' hidden>Copy</button>"
    "<span role='status'></span></p></body></html>"
)


def copying(screen, tmp_path) -> Page:
    """A page with one text to copy."""
    (tmp_path / "static").mkdir()
    (tmp_path / "static/copy.js").write_bytes(dict(static_files())["static/copy.js"])
    (tmp_path / "index.html").write_text(COPY, encoding="utf-8")
    page: Page = screen(tmp_path).open("index.html")
    return page


def test_a_citation_is_copied_by_the_keyboard(screen, tmp_path) -> None:
    """The button puts the text into the clipboard, and says so where it is read out."""
    page = copying(screen, tmp_path)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.focus("button")
    page.keyboard.press("Enter")
    expect(page.locator("[role=status]")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == "Mara Tal denies it."


def test_without_a_clipboard_the_text_is_selected(screen, tmp_path) -> None:
    """Where the browser refuses, the text is selected, so that two keys copy it, and that is said."""
    page = copying(screen, tmp_path)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.evaluate("document.execCommand = () => false")
    page.click("button")
    expect(page.locator("[role=status]")).to_have_text("Selected.")
    assert page.evaluate("String(getSelection()).trim()") == "Mara Tal denies it."
