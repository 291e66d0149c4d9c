"""One browser for all its tests, and pages of it in every size and colour scheme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from watched import Watched, browser_of, watched

from components import component


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, started once."""
    program = component("chromium")
    with sync_playwright() as playwright, browser_of(playwright, program) as browser:
        yield browser


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
