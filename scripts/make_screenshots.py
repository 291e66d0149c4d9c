"""Publishes the examples and takes pictures of each kind of page for docs/: desktop and phone, light and dark."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
CHROMIUM = os.environ.get("COUNTERCLAIM_CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
DESKTOP, PHONE = {"width": 1280, "height": 1000}, {"width": 390, "height": 844}
# A picture of a long page shows its beginning: what a reader sees first.
TALLEST = 2400
# Where a text is shown whole, its claims are marked in it.
MARKED = 'class="marked"'
KURSK = "Who controls Kursk Oblast"
QUALITY = 72
# The picture that the README opens with: the positions and how they bear on each other.
FIRST_SCREEN, HEIGHT = "matter", 1010


@dataclass(frozen=True)
class Shot:
    """One picture: its file name, the page, the size of the window and the colour scheme."""

    name: str
    page: Path
    phone: bool = False
    dark: bool = False


def published(folder: Path) -> Path:
    """The site of the examples, made as `make run` makes it."""
    subprocess.run(
        [sys.executable, str(ROOT / "examples" / "run.py"), "--out", str(folder)], check=True, stdout=subprocess.DEVNULL
    )
    return folder / "site"


def shots(site: Path) -> Iterator[Shot]:
    """One page of each kind, and the matter of Kursk in every way."""
    kursk = holding(site / "matters", KURSK)
    whole = holding(site / "documents", MARKED)
    quotes = holding(site / "documents", MARKED, without=True)
    yield from (Shot("front", site / "index.html"), Shot("front-phone", site / "index.html", phone=True))
    yield from (Shot("matter", kursk), Shot("matter-dark", kursk, dark=True), Shot("matter-phone", kursk, phone=True))
    yield from (
        Shot("document", whole),
        Shot("document-quotes", quotes),
        Shot("document-phone-dark", whole, phone=True, dark=True),
    )
    for kind in ("speakers", "places", "sources", "tags"):
        yield Shot(kind.removesuffix("s"), largest(site / kind))
    for name in ("matters/index", "archive/index", "lost", "search", "about"):
        yield Shot(name.split("/")[0], site / f"{name}.html")


def holding(folder: Path, words: str, *, without: bool = False) -> Path:
    """The first page of a folder, largest first, that has these words in it, or has them not."""
    pages = sorted(folder.glob("*.html"), key=lambda page: (-page.stat().st_size, page.name))
    return next(
        page for page in pages if page.name != "index.html" and (words in page.read_text(encoding="utf-8")) != without
    )


def largest(folder: Path) -> Path:
    """The page of a folder with the most on it."""
    return holding(folder, "")


def take(browser: Browser, shot: Shot, folder: Path) -> None:
    """Writes one picture."""
    scheme = "dark" if shot.dark else "light"
    context = browser.new_context(viewport=PHONE if shot.phone else DESKTOP, color_scheme=scheme)
    page = context.new_page()
    page.goto(shot.page.as_uri())
    height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    clip = {"x": 0, "y": 0, "width": page.viewport_size["width"], "height": height}
    page.screenshot(path=folder / f"{shot.name}.jpg", type="jpeg", quality=QUALITY, full_page=True, clip=clip)
    if shot.name == FIRST_SCREEN:
        page.screenshot(path=folder.parent / "kursk.png", clip=clip | {"height": HEIGHT}, full_page=True)
    context.close()


def main() -> None:
    """Takes all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images" / "site")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        site = published(Path(folder))
        browser = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for shot in shots(site):
            take(browser, shot, out)
        browser.close()


if __name__ == "__main__":
    main()
