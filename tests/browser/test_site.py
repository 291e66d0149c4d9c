"""The site of the examples in a real browser: quiet, by itself, open to everybody, on every screen and on paper."""

from __future__ import annotations

import faults
import pytest
from keyboard import keyboard
from sites import by_kind, chosen
from watched import SCHEMES

pytestmark = [pytest.mark.browser, pytest.mark.model]

KINDS = {
    "index.html", "about.html", "search.html", "lost.html", "matters", "matters/index.html", "documents", "speakers",
    "speakers/index.html", "places", "places/index.html", "sources", "sources/index.html", "archive",
    "archive/index.html", "categories", "tags",
}  # fmt: skip


def each_page(site, seen, pages, look) -> list[str]:
    """What `look` finds on each of these pages, with the page's name before each line."""
    return [f"{name}: {line}" for name in pages for line in look(seen.open(name), seen)]


def test_every_kind_of_page_is_there(examples_site) -> None:
    """What is not there would be found without fault below."""
    assert set(by_kind(examples_site)) >= KINDS


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_no_kind_of_page_complains_shuts_out_or_overflows(screen, examples_site, size, scheme) -> None:
    """No line in the console, no request, no serious finding of axe, nothing over the edge."""
    seen = screen(examples_site, size=size, scheme=scheme)

    def look(page, seen):
        return [*faults.findings(page), *faults.overflow(page), *seen.troubles]

    assert each_page(examples_site, seen, chosen(examples_site), look) == []


def test_every_single_page_opens_quietly(screen, examples_site) -> None:
    """On a phone, in the scheme that is looked at less."""
    seen = screen(examples_site, size="phone", scheme="dark")
    pages = [page for pages in by_kind(examples_site).values() for page in pages]

    def look(page, seen):
        return [*faults.overflow(page), *seen.troubles]

    assert each_page(examples_site, seen, pages, look) == []


@pytest.mark.parametrize("size", ["narrow", "wide"])
def test_nothing_is_cut_off_at_400_per_cent_or_on_a_wide_screen(screen, examples_site, size) -> None:
    """As somebody sees it who has enlarged the page four times."""
    seen = screen(examples_site, size=size)
    assert each_page(examples_site, seen, chosen(examples_site), lambda page, _: faults.overflow(page)) == []


def test_a_keyboard_is_enough(screen, examples_site) -> None:
    """Each link, field and button is reached, on the screen and with a mark; the first leads past the menu."""
    seen = screen(examples_site)
    assert each_page(examples_site, seen, chosen(examples_site), lambda page, _: keyboard(page)) == []


def test_without_scripts_only_the_search_is_gone(screen, examples_site) -> None:
    """Every word is there all the same, and nothing complains."""
    with_them, without = screen(examples_site), screen(examples_site, scripts=False)
    lines = []
    for name in chosen(examples_site):
        lost = faults.lost(with_them.open(name), without.open(name), f"{faults.SCRIPTED}, #search")
        lines += [f"{name}: {line}" for line in lost]
        lines += [f"{name}: {line}" for line in without.troubles]
    assert lines == []


def test_nothing_moves_for_somebody_who_asked_for_that(screen, examples_site) -> None:
    """Neither by itself nor on the way to a heading."""
    seen = screen(examples_site, calm=True)
    assert each_page(examples_site, seen, chosen(examples_site), lambda page, _: faults.motion(page)) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_paper_is_white_and_holds_every_word(screen, examples_site, scheme) -> None:
    """Whatever scheme the screen has; what can only be clicked stays on the screen."""
    seen = screen(examples_site, scheme=scheme)
    clicked = f"{faults.SCRIPTED}, .copyable, .reading, .downloads, .take, .pages"
    assert each_page(examples_site, seen, chosen(examples_site), lambda page, _: faults.in_print(page, clicked)) == []
