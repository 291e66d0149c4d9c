"""What can be wrong with a page in a browser, each as readable lines: an empty list is a page without that fault."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa")
GRAVE = ("serious", "critical")


def findings(page: Page, impacts: tuple[str, ...] = GRAVE) -> list[str]:
    """
    What axe-core finds against WCAG 2.2 AA, one line for each element.

    Without its preload: that asks for the style sheets again, which a page from a file may not, and which the console
    would complain of.
    """
    if not page.evaluate("() => typeof window.axe === 'object'"):
        page.evaluate(AXE_SCRIPT)
    options = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"], "preload": False}
    answer: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        _finding(violation, node)
        for violation in answer["violations"]
        if violation["impact"] in impacts
        for node in violation["nodes"]
    ]


def _finding(violation: dict[str, Any], node: dict[str, Any]) -> str:
    told = [each["message"] for each in (*node["any"], *node["all"], *node["none"])]
    where = " ".join(str(each) for each in node["target"])
    return f"{violation['impact']} {violation['id']} at {where}: {'; '.join(told)} | {node['html'][:160]}"


# Where nothing but the page itself cuts an element off, words of it can't be read. An element within an own scroll bar
# or an own clip is meant to be longer than it shows; what stands inside a drawing is clipped by the drawing.
_OVERFLOW = """width => {
  const root = document.documentElement, lines = [];
  const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('');
  const kept = e => {
    for (let up = e.parentElement; up && up !== document.body && up !== root; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== 'visible' && up.getBoundingClientRect().right <= width + 1) return true;
    return false;
  };
  if (root.scrollWidth > width) lines.push(`the page is ${root.scrollWidth} wide, the screen ${width}`);
  for (const e of document.body.querySelectorAll('*')) {
    const box = e.getBoundingClientRect();
    if (box.width <= 1 || box.right <= width + 1 || !e.checkVisibility() || e.ownerSVGElement || kept(e)) continue;
    lines.push(`${name(e)} ends at ${Math.round(box.right)} of ${width}`);
  }
  return lines.slice(0, 12);
}"""


def overflow(page: Page) -> list[str]:
    """What stands out over the right edge of the screen, measured against the screen and not the grown page."""
    size = page.viewport_size
    assert size is not None
    return page.evaluate(_OVERFLOW, size["width"])


_MOTION = """() => {
  const lines = [], seconds = s => Math.max(...s.split(',').map(t => parseFloat(t) * (t.includes('ms') ? .001 : 1)));
  for (const e of document.querySelectorAll('*')) for (const pseudo of [null, '::before', '::after']) {
    const style = getComputedStyle(e, pseudo), name = e.tagName.toLowerCase() + (pseudo || '');
    if (seconds(style.transitionDuration) > .01) lines.push(`${name} changes over ${style.transitionDuration}`);
    if (style.animationName !== 'none' && seconds(style.animationDuration) > .01) lines.push(`${name} is animated`);
    if (!pseudo && style.scrollBehavior === 'smooth') lines.push(`${name} scrolls smoothly`);
  }
  return [...new Set(lines)];
}"""


def motion(page: Page) -> list[str]:
    """What moves; a page for somebody who asked for less motion (`calm=True`) has none."""
    return page.evaluate(_MOTION)


# The root has no letters of its own: its colour is the browser's for the scheme.
_INK = """() => {
  const lines = [], paint = colour => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    return {light: (.2126 * r + .7152 * g + .0722 * b) / 255, a};
  };
  for (const e of [document.documentElement, document.body, document.querySelector('main')].filter(Boolean)) {
    const style = getComputedStyle(e), back = paint(style.backgroundColor), name = e.tagName.toLowerCase();
    if (back.a > 0 && back.light < .9) lines.push(`${name} prints a dark ground, ${style.backgroundColor}`);
    if (e.parentElement && paint(style.color).light > .5) lines.push(`${name} prints pale letters, ${style.color}`);
  }
  for (const e of document.body.querySelectorAll('*')) {
    const at = getComputedStyle(e).position, name = e.tagName.toLowerCase();
    if (['fixed', 'sticky'].includes(at) && e.checkVisibility()) lines.push(`${name} is ${at}, on each sheet`);
  }
  return lines;
}"""

_LINES = """ignored => {
  const root = document.querySelector('main') || document.body;
  const left = new Set([...root.querySelectorAll(ignored)]), lines = new Set();
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    let up = node.parentElement, drop = !up.checkVisibility({visibilityProperty: true, opacityProperty: true});
    for (; up && !drop; up = up.parentElement) drop = left.has(up) || /^(NO)?SCRIPT$|^STYLE$/.test(up.tagName);
    const words = node.data.trim().replace(/\\s+/g, ' ');
    if (!drop && words) lines.add(words);
  }
  return [...lines];
}"""

# What only a script can serve: a search, buttons that copy.
SCRIPTED = "search, [role=search], form, button, dialog, [data-script]"


def shown(page: Page, ignored: str = SCRIPTED) -> list[str]:
    """The pieces of text that can be seen in the page's main part, each once, without those in `ignored`."""
    return page.evaluate(_LINES, ignored)


def lost(before: Page, after: Page, ignored: str = SCRIPTED) -> list[str]:
    """What `before` shows and `after` does not: the same page without scripts, or in another size."""
    there = set(shown(after, ignored))
    return [f"not shown: {words}" for words in shown(before, ignored) if words not in there]


def in_print(page: Page, ignored: str = SCRIPTED) -> list[str]:
    """What would print badly: dark ground, pale letters, bars over each sheet, text that only the screen has."""
    before = shown(page, ignored)
    page.emulate_media(media="print")
    there = set(shown(page, ignored))
    lines = [*page.evaluate(_INK), *(f"not printed: {words}" for words in before if words not in there)]
    page.emulate_media(media="screen")
    return lines
