"""The reader of published folders finds what is broken, loaded from outside or able to run."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_read import Read, broken, loaded_from_outside, read_site, scheme_of, unreachable

AWAY = "http://elsewhere.invalid"


@pytest.fixture
def site(tmp_path: Path):
    """Writes files of these names and texts, and reads the pages among them."""

    def of(**files: str) -> tuple[Path, list[Read]]:
        for name, text in {"index.html": "<p>front</p>", **files}.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path, read_site(tmp_path)

    return of


GOOD = {
    "index.html": "<a href='a/b.html#x'>b</a> <a href='#top' id='top'>up</a> <a href='http://elsewhere.invalid/'>out</a>"
    "<link rel='stylesheet' href='s.css'><link rel='canonical' href='http://elsewhere.invalid/'>",
    "a/b.html": "<p id='x'><a href='../index.html?q=1'>front</a><img src='data:,'><svg><use href='#x'/></svg>",
    "s.css": "p { background: url(data:,) }",
}


def test_a_whole_site_has_no_faults(site) -> None:
    """Links up and down, anchors, addresses outside that are only told, data in the page."""
    folder, pages = site(**GOOD)
    assert [page.path for page in pages] == ["a/b.html", "index.html"]
    assert broken(folder, pages) == loaded_from_outside(folder, pages) == unreachable(folder, pages) == []
    assert [line for page in pages for line in page.running()] == []


@pytest.mark.parametrize(
    "link",
    ["none.html", "a", "#none", "a/b.html#none", "/index.html", "../x.html", "javascript:alert(1)", "INDEX.html"],
)
def test_a_link_that_leads_nowhere_is_broken(site, link: str) -> None:
    """No such file, no such id, a folder, an address from the root, above the site, other capitals."""
    folder, pages = site(**GOOD | {"c.html": f"<a href='{link}'>c</a>"})
    assert broken(folder, pages) == [f"c.html leads to {link!r}"]


def test_an_id_that_stands_twice_is_broken(site) -> None:
    """A link could lead to either."""
    folder, pages = site(**{"c.html": "<p id='x'>1<p id='x'>2"})
    assert broken(folder, pages) == ["c.html has the id 'x' twice"]


def test_a_page_that_nothing_leads_to_is_unreachable(site) -> None:
    """Two pages that lead to each other only are both lost."""
    folder, pages = site(**GOOD | {"c.html": "<a href='d.html'>d</a>", "d.html": "<a href='c.html'>c</a>"})
    assert unreachable(folder, pages) == ["c.html", "d.html"]


@pytest.mark.parametrize(
    "markup",
    [
        f"<img src='{AWAY}/a.png'>",
        "<img src='//elsewhere.invalid/a.png'>",
        f"<img srcset='{AWAY}/a.png 2x'>",
        f"<script src='{AWAY}/a.js'></script>",
        f"<form action='{AWAY}/'></form>",
        f"<link rel='stylesheet' href='{AWAY}/a.css'>",
        f"<link rel='icon' href='{AWAY}/favicon.ico'>",
        f"<link rel='dns-prefetch' href='{AWAY}'>",
        f"<link rel='preconnect' href='{AWAY}'>",
        f"<style>@import '{AWAY}/a.css';</style>",
        f"<p style='background: url({AWAY}/b.png)'>",
        f"<svg><use href='{AWAY}/s.svg#x'/></svg>",
        f"<svg><image xlink:href='{AWAY}/s.png'/></svg>",
        "<img src='none.png'>",
        "<script src='/static/a.js'></script>",
    ],
)
def test_what_would_be_loaded_from_outside_is_found(site, markup: str) -> None:
    """Also what no browser without windows asks for: an icon, a look-up of a name, a connection in advance."""
    folder, pages = site(**{"c.html": markup})
    assert [line.partition(" loads ")[0] for line in loaded_from_outside(folder, pages)] == ["c.html"]


def test_a_style_sheet_that_loads_from_outside_is_found(site) -> None:
    """A font, say."""
    folder, pages = site(**{"s.css": f"@font-face {{ src: url('{AWAY}/f.woff2') }}"})
    assert loaded_from_outside(folder, pages) == [f"s.css loads '{AWAY}/f.woff2'"]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<p onclick='x'>",
        "<iframe src='a/b.html'></iframe>",
        "<base href='http://elsewhere.invalid/'>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='&#1;java&#9;script:alert(1)'>x</a>",
        "<a href='data:text/html,x'>x</a>",
        "<meta http-equiv='Refresh' content='0; URL=http://elsewhere.invalid/'>",
    ],
)
def test_what_could_run_is_found(site, markup: str) -> None:
    """Scripts in the page, handlers, frames, another base, addresses that are programs, a refresh that leads away."""
    _, pages = site(**{"c.html": f"<p>{markup}"})
    assert [line for page in pages for line in page.running()] != []


def test_data_and_scripts_of_ones_own_do_not_run_words(site) -> None:
    """JSON-LD in the page, a script file, and a refresh to another page of the site are no danger."""
    data = "<script type='application/ld+json'>{}</script><script src='a.js' defer></script>"
    moved = "<meta http-equiv='refresh' content='0; url=a/b.html'>"
    _, pages = site(**{"c.html": f"{data}{moved}<p>"})
    assert [line for page in pages for line in page.running()] == []


@pytest.mark.parametrize(
    ("address", "scheme"),
    [("JavaScript:x", "javascript"), (" \x01java\tscr\nipt:x", "javascript"), ("a/b:c", ""), ("./javascript:x", "")],
)
def test_a_scheme_is_what_a_browser_takes_for_one(address: str, scheme: str) -> None:
    """Blanks before it and tabs in it do not hide it; a slash before the colon ends it."""
    assert scheme_of(address) == scheme
