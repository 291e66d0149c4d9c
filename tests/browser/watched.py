"""A page of a real browser that is watched: whatever it complains of, asks for from outside or pops up is kept."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Request, Route

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # What slips past the watch finds no host either.
    "--host-resolver-rules=MAP * ~NOTFOUND",
)

SIZES = {
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
    # 1280 pixels at 400 %, as WCAG 1.4.10 asks for.
    "narrow": {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True},
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "wide": {"viewport": {"width": 1920, "height": 1080}},
}

# Milliseconds: a dialog, a rejected promise or a request after loading comes within a few frames.
MOMENT = 60

# What a browser says of an icon that it was still loading when it was sent to the next page.
GONE_ON = "net::ERR_ABORTED"

SCHEMES = ("light", "dark")


@dataclass
class Watched:
    """One page in one size and one colour scheme; `troubles` are lines such as `dialog: alert 1`."""

    page: Page
    folder: Path
    troubles: list[str] = field(default_factory=list)

    def open(self, name: str, fragment: str = "") -> Page:
        """Opens a file of the folder and waits until it is quiet; troubles of earlier files are forgotten."""
        self.troubles.clear()
        address = (self.folder / name).as_uri() + (f"#{fragment}" if fragment else "")
        self.page.goto(address, wait_until="load")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Waits a moment for what the page has begun when it was loaded; a page without scripts has no event loop."""
        self.page.wait_for_timeout(MOMENT)

    def complain(self, kind: str, what: str) -> None:
        """Keeps one line."""
        self.troubles.append(f"{kind}: {what}")


def inside(address: str, folder: Path) -> bool:
    """Whether an address is a file of `folder`, or holds its own data."""
    parts = urlsplit(address)
    if parts.scheme in ("data", "blob", "about"):
        return True
    return parts.scheme == "file" and Path(unquote(parts.path)).resolve().is_relative_to(folder.resolve())


@contextmanager
def browser_of(playwright: Playwright, program: str) -> Iterator[Browser]:
    """A browser without windows, with a new and empty profile and nothing of its own to fetch."""
    with tempfile.TemporaryDirectory() as home:
        environment: dict[str, Any] = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}
        browser = playwright.chromium.launch(
            executable_path=program, headless=True, args=[*FLAGS], env=environment, chromium_sandbox=False
        )
        try:
            yield browser
        finally:
            browser.close()


def watched(
    browser: Browser,
    folder: Path,
    *,
    size: str = "desktop",
    scheme: str = "light",
    scripts: bool = True,
    calm: bool = False,
) -> Watched:
    """A new page for the files of `folder`; without JavaScript or with less motion on request."""
    context = browser.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=scripts,
        reduced_motion="reduce" if calm else "no-preference",
        service_workers="block",
        locale="en-GB",
        timezone_id="UTC",
        **SIZES[size],  # type: ignore[arg-type]
    )
    context.set_default_timeout(20_000)
    page = Watched(context.new_page(), folder)
    _watch_requests(context, page)
    _watch_words(context, page)
    return page


def _watch_requests(context: BrowserContext, page: Watched) -> None:
    """Lets through the files of the folder, and stops and keeps everything else."""

    def ask(route: Route, request: Request) -> None:
        if inside(request.url, page.folder):
            route.continue_()
            return
        page.complain("outside", f"{request.method} {request.url} ({request.resource_type})")
        route.abort()

    def failed(request: Request) -> None:
        if inside(request.url, page.folder) and request.failure != GONE_ON:
            page.complain("not loaded", f"{request.url} ({request.failure})")

    context.route("**/*", ask)
    context.on("requestfailed", failed)
    page.page.on("websocket", lambda socket: page.complain("outside", f"WebSocket {socket.url}"))


def _watch_words(context: BrowserContext, page: Watched) -> None:
    """Keeps what stands in the console, what was thrown, what popped up and what was downloaded."""

    def dialog(shown: Any) -> None:
        page.complain("dialog", f"{shown.type} {shown.message}")
        shown.dismiss()

    def console(message: Any) -> None:
        if message.type in ("error", "warning"):
            page.complain(f"console {message.type}", message.text)

    context.on("console", console)
    context.on("weberror", lambda error: page.complain("thrown", f"{error.error.name}: {error.error.message}"))
    context.on("dialog", dialog)
    context.on("page", lambda other: page.complain("new page", other.url))
    page.page.on("download", lambda download: page.complain("download", download.url))
    page.page.on("crash", lambda _: page.complain("crash", "the page is gone"))
