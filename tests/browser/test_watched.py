"""The watch over a page catches what it is there for; small pages written here show it, each with one thing wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from watched import SCHEMES, SIZES, inside

pytestmark = pytest.mark.browser

AWAY = "http://elsewhere.invalid"

# A page from a file may not fetch another file at all: the browser itself stops that, and the console says so.
KINDS = ("outside: ", "console error: Access to fetch at 'file:")


def page_of(body: str, head: str = "") -> str:
    """A page without faults around `body`."""
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Orsa</title>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        f"<link rel='icon' href='data:,'>{head}</head><body><main><h1>Orsa</h1>{body}</main></body></html>"
    )


@pytest.fixture
def troubles(screen, tmp_path):
    """What a page with this body and head gives cause for."""

    def of(body: str, head: str = "") -> list[str]:
        (tmp_path / "index.html").write_text(page_of(body, head), encoding="utf-8")
        page = screen(tmp_path)
        page.open("index.html")
        return page.troubles

    return of


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_page_without_faults_gives_no_trouble(screen, tmp_path, size, scheme) -> None:
    """With a style sheet, a script, a picture and a link of its own, in every size and scheme, and it has that size."""
    (tmp_path / "a.css").write_text("h1 { color: black }", encoding="utf-8")
    (tmp_path / "a.js").write_text("document.title = 'run'", encoding="utf-8")
    (tmp_path / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    head = "<link rel='stylesheet' href='a.css'><script src='a.js' defer></script>"
    body = f"<img src='a.svg' alt='Orsa'><a href='{AWAY}/source'>the source</a>"
    (tmp_path / "index.html").write_text(page_of(body, head), encoding="utf-8")
    page = screen(tmp_path, size=size, scheme=scheme)
    opened = page.open("index.html")
    assert page.troubles == []
    assert opened.title() == "run"
    assert opened.evaluate("innerWidth") == SIZES[size]["viewport"]["width"]
    assert opened.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (scheme == "dark")


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("<script>console.error('no map')</script>", "console error: no map"),
        ("<script>console.warn('old map')</script>", "console warning: old map"),
        ("<script>throw new Error('lost')</script>", "thrown: Error: lost"),
        ("<script>Promise.reject(new Error('later'))</script>", "thrown: Error: later"),
        ("<script>alert('hello')</script>", "dialog: alert hello"),
        ("<script>confirm('sure')</script>", "dialog: confirm sure"),
        ("<img src=x-none onerror=alert(1) alt=''>", "dialog: alert 1"),
        ("<script>open('about:blank')</script>", "new page: about:blank"),
        ("<img src='none.png' alt=''>", "not loaded: "),
    ],
)
def test_what_goes_wrong_on_a_page_is_kept(troubles, body, line) -> None:
    """Errors, warnings, things thrown, dialogs, new windows, files that are not there."""
    assert any(each.startswith(line) for each in troubles(body))


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", f"<img src='{AWAY}/a.png' alt=''>"),
        ("", "<img src='//elsewhere.invalid/a.png' alt=''>"),
        ("", f"<img srcset='{AWAY}/a.png 2x' alt=''>"),
        ("", f"<script src='{AWAY}/a.js'></script>"),
        ("", f"<script type='module'>import '{AWAY}/a.js'</script>"),
        ("", f"<script>fetch('{AWAY}/a.json').catch(() => 0)</script>"),
        ("", f"<script>navigator.sendBeacon('{AWAY}/seen', 'x')</script>"),
        ("", f"<script>new EventSource('{AWAY}/events')</script>"),
        ("", "<script>new WebSocket('ws://elsewhere.invalid/live')</script>"),
        ("", f"<script>new Image().src = '{AWAY}/dot.gif'</script>"),
        ("", f"<form action='{AWAY}/send' id='f'></form><script>f.submit()</script>"),
        ("", f"<iframe src='{AWAY}/frame' title='x'></iframe>"),
        ("", f"<object data='{AWAY}/thing'></object>"),
        ("", f"<video src='{AWAY}/film' autoplay></video>"),
        ("", f"<p style='background: url({AWAY}/b.png)'>text</p>"),
        (f"<style>@import url('{AWAY}/a.css');</style>", ""),
        (
            f"<style>@font-face {{ font-family: F; src: url({AWAY}/f.woff2) }} p {{ font: 1em F }}</style>",
            "<p>text</p>",
        ),
        (f"<link rel='stylesheet' href='{AWAY}/a.css'>", ""),
        (f"<link rel='prefetch' href='{AWAY}/next.html'>", ""),
        (f"<link rel='preload' as='image' href='{AWAY}/b.png'>", ""),
        (f"<link rel='modulepreload' href='{AWAY}/b.js'>", ""),
        (f"<meta http-equiv='refresh' content='0;url={AWAY}/'>", ""),
        ("", "<script>fetch('file:///etc/hostname').catch(() => 0)</script>"),
        ("", "<iframe src='file:///etc/hostname' title='x'></iframe>"),
    ],
)
def test_a_request_to_anywhere_else_is_stopped_and_kept(troubles, head, body) -> None:
    """However a page asks: a picture, a script, a style, a font, a form, a frame, a socket, in advance, for a file."""
    found = troubles(body, head)
    assert any("elsewhere.invalid" in each or "/etc/hostname" in each for each in found)
    assert any(each.startswith(KINDS) for each in found)


def test_without_scripts_none_runs(screen, tmp_path) -> None:
    """The page is that of somebody without JavaScript, and can be asked all the same."""
    (tmp_path / "index.html").write_text(page_of("<p id='p'>before</p><script>p.textContent = 1</script>"), "utf-8")
    assert screen(tmp_path, scripts=False).open("index.html").evaluate("p.textContent") == "before"
    assert screen(tmp_path).open("index.html").evaluate("p.textContent") == "1"


def test_each_file_has_its_own_troubles(screen, tmp_path) -> None:
    """What the first file did is not held against the second."""
    (tmp_path / "bad.html").write_text(page_of("<script>alert(1)</script>"), "utf-8")
    (tmp_path / "good.html").write_text(page_of(""), "utf-8")
    page = screen(tmp_path)
    page.open("bad.html")
    assert page.troubles == ["dialog: alert 1"]
    page.open("good.html")
    assert page.troubles == []


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("{folder}/a.html", True),
        ("{folder}/a%20b.html#c", True),
        ("{folder}/../b.html", False),
        ("{folder}x/b.html", False),
        ("data:,", True),
        ("http://{folder}/a.html", False),
        ("file://elsewhere.invalid/a", False),
    ],
)
def test_inside_means_within_the_folder(tmp_path: Path, address: str, answer: bool) -> None:
    """A neighbour whose name begins alike is not inside, nor is the folder above."""
    assert inside(address.format(folder=tmp_path.as_uri()), tmp_path) is answer
