"""Walks a page with the Tab key alone, and says where somebody without a mouse would be lost."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

LIMIT = 800

# The mark of focus is what changes when the focus comes, so how each element looks without it is kept first; to take
# the focus away and give it back would lead a field in pieces, as for a day, to its first piece again and again.
# Transitions would show the old value for a while, and smooth scrolling the old place. A sheet made by a script is no
# inline style, which a page may forbid.
_START = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { transition: none !important; scroll-behavior: auto !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.activeElement.blur();
  scrollTo(0, 0);
  window.lookOf = e => {
    const s = getComputedStyle(e);
    const ring = s.outlineStyle === 'none' || parseFloat(s.outlineWidth) === 0 ? 'none' : s.outline;
    return [ring, s.boxShadow, s.borderColor, s.borderWidth, s.backgroundColor, s.color, s.textDecoration].join('|');
  };
  window.atRest = new Map([...document.querySelectorAll('*')].map(e => [e, lookOf(e)]));
}"""

_STOP = """number => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const box = e.getBoundingClientRect();
  const seen = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight
    && box.right > 0 && box.left < innerWidth;
  const name = (e.getAttribute('aria-label') || e.innerText || e.value || e.title || '').trim().slice(0, 60);
  e.dataset.reached = e.dataset.reached || number;
  const marked = lookOf(e) !== atRest.get(e);
  return {name: `${e.tagName.toLowerCase()} ${name}`.trim(), marked, seen, number: Number(e.dataset.reached)};
}"""

# One of a group of radio buttons stands for all: arrow keys lead to the others.
_UNREACHED = """() => [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [onclick], [tabindex]')]
  .filter(e => !e.dataset.reached && !e.disabled && e.tabIndex >= 0 && e.type !== 'radio')
  .filter(e => e.checkVisibility({visibilityProperty: true}))
  .map(e => `${e.tagName.toLowerCase()} ${(e.innerText || e.value || '').trim().slice(0, 60)}`)"""


@dataclass(frozen=True)
class Stop:
    """Where the focus stood: the element's name, whether its focus is marked, whether it is on the screen."""

    name: str
    marked: bool
    seen: bool


def tab_stops(page: Page, limit: int = LIMIT) -> list[Stop]:
    """
    Where Tab leads from the top of the page, in order, until it leaves the page or comes back.

    A field in pieces, as for a day, is one stop; one that Tab never leaves uses up the limit.
    """
    page.evaluate(_START)
    stops: list[Stop] = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        found = page.evaluate(_STOP, len(stops) + 1)
        number = found.pop("number") if found else 0
        if number > len(stops):
            stops.append(Stop(**found))
        elif number < len(stops):
            break
    return stops


def keyboard(page: Page, limit: int = LIMIT) -> list[str]:
    """Where Tab leads without a mark, out of sight, and what can be clicked but not reached."""
    stops = tab_stops(page, limit)
    return [
        *(f"focus is not marked: {stop.name}" for stop in stops if not stop.marked),
        *(f"focus is off the screen: {stop.name}" for stop in stops if not stop.seen),
        *(f"not reached by Tab: {name}" for name in page.evaluate(_UNREACHED) if len(stops) < limit),
    ]
