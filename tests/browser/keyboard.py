"""Walks a page with the Tab key alone, and says where somebody without a mouse would be lost."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

LIMIT = 400

# The mark of focus is what changes when the focus comes: read with it, without it, and with it again. Transitions
# would show the old value for a while.
_STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const look = () => {
    const s = getComputedStyle(e);
    const ring = s.outlineStyle === 'none' || parseFloat(s.outlineWidth) === 0 ? 'none' : s.outline;
    return [ring, s.boxShadow, s.borderColor, s.borderWidth, s.backgroundColor, s.color, s.textDecoration].join('|');
  };
  const box = e.getBoundingClientRect();
  const seen = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight
    && box.right > 0 && box.left < innerWidth;
  const name = (e.getAttribute('aria-label') || e.innerText || e.value || e.title || '').trim().slice(0, 60);
  const held = look();
  e.blur();
  const marked = held !== look();
  e.focus({preventScroll: true});
  e.dataset.reached = (Number(e.dataset.reached) || 0) + 1;
  return {name: `${e.tagName.toLowerCase()} ${name}`, marked, seen, again: Number(e.dataset.reached) > 1};
}"""

# A sheet made by a script is no inline style, which a page may forbid.
_START = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { transition: none !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.activeElement.blur();
  scrollTo(0, 0);
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
    """Where Tab leads from the top of the page, in order, until it leaves the page or comes back."""
    page.evaluate(_START)
    stops: list[Stop] = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        found = page.evaluate(_STOP)
        if found is None or found.pop("again"):
            break
        stops.append(Stop(**found))
    return stops


def keyboard(page: Page, limit: int = LIMIT) -> list[str]:
    """Where Tab leads without a mark, out of sight, and what can be clicked but not reached."""
    stops = tab_stops(page, limit)
    return [
        *(f"focus is not marked: {stop.name}" for stop in stops if not stop.marked),
        *(f"focus is off the screen: {stop.name}" for stop in stops if not stop.seen),
        *(f"not reached by Tab: {name}" for name in page.evaluate(_UNREACHED) if len(stops) < limit),
    ]
