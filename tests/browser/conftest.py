"""One browser for all its tests, and pages of it in every size and colour scheme."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from watched import Watched, browser_of, watched

from components import component
from counterclaim import Ledger, publish
from ledgers_made import hostile_ledger, story_ledger

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, started once."""
    program = component("chromium")
    with sync_playwright() as playwright, browser_of(playwright, program) as browser:
        yield browser


@pytest.fixture(scope="session")
def examples_site(tmp_path_factory) -> Path:
    """The site at the end of `make run`."""
    out = tmp_path_factory.mktemp("examples")
    told = [sys.executable, str(ROOT / "examples" / "run.py"), "--out", str(out)]
    done = subprocess.run(told, capture_output=True, text=True, check=False, env=os.environ, timeout=300)
    assert done.returncode == 0, done.stderr
    return out / "site"


@pytest.fixture(scope="session")
def story_site(tmp_path_factory) -> Path:
    """The site of the small story."""
    return _published(story_ledger(tmp_path_factory.mktemp("story") / "story.ledger"))


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory) -> Path:
    """The site of a ledger with markup, scripts and control characters in every field."""
    return _published(hostile_ledger(tmp_path_factory.mktemp("hostile") / "hostile.ledger"))


def _published(path: Path) -> Path:
    with Ledger(path) as ledger:
        publish(ledger, path.parent / "site")
    return path.parent / "site"


Screen = Callable[..., Watched]


@pytest.fixture
def screen(chromium: Browser) -> Iterator[Screen]:
    """Makes watched pages: `screen(folder, size="phone", scheme="dark")`; they are closed when the test ends."""
    made: list[Watched] = []

    def make(folder: Path, **options: object) -> Watched:
        made.append(watched(chromium, folder, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for each in made:
        each.page.context.close()
