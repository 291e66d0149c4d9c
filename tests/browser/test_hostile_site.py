"""The site of a hostile ledger in a real browser: whatever a text holds, no page runs it, asks outside or breaks."""

from __future__ import annotations

import faults
import pytest
from sites import by_kind, chosen

pytestmark = [pytest.mark.browser, pytest.mark.model]

# What a real browser made of the page: a parser of our own could be fooled where it is not.
_MADE = """() => {
  const lines = [];
  for (const e of document.querySelectorAll('*')) {
    const name = e.tagName.toLowerCase();
    if (['iframe', 'frame', 'object', 'embed', 'base', 'plaintext', 'xmp', 'marquee', 'video', 'audio'].includes(name))
      lines.push(`<${name}>`);
    if (name === 'script' && !e.src && e.type !== 'application/ld+json') lines.push(`<script> ${e.textContent}`);
    for (const a of e.attributes) if (/^on|^srcdoc$/i.test(a.name)) lines.push(`<${name} ${a.name}=${a.value}>`);
    for (const at of ['href', 'src', 'cite', 'action']) {
      const value = e.getAttribute(at);
      if (value === null || !URL.canParse(value, location)) continue;
      if (!['http:', 'https:', 'file:'].includes(new URL(value, location).protocol))
        lines.push(`<${name} ${at}=${value.slice(0, 60)}>`);
    }
  }
  return lines;
}"""


def test_no_page_runs_a_text_or_asks_outside(screen, hostile_site) -> None:
    """
    No dialog, no request, no line in the console, and no element that no template has.

    On the page of each document, where one string stands in every field, and on two of each other kind: all pages are
    read without a browser.
    """
    seen = screen(hostile_site, size="phone")
    lines = []
    for name in {*by_kind(hostile_site)["documents"], *chosen(hostile_site)}:
        page = seen.open(name)
        lines += [f"{name}: {line}" for line in (*page.evaluate(_MADE), *seen.troubles)]
    assert lines == []


@pytest.mark.parametrize("size", ["phone", "narrow", "desktop"])
def test_no_text_breaks_the_shape_of_a_page(screen, hostile_site, size) -> None:
    """Words of 300 letters, rows of emoji, piles of accents: nothing stands out over the edge."""
    seen = screen(hostile_site, size=size)
    lines = []
    for name in chosen(hostile_site):
        lines += [f"{name}: {line}" for line in faults.overflow(seen.open(name))]
    assert lines == []


def test_no_text_shuts_anybody_out(screen, hostile_site) -> None:
    """Nothing serious on the pages with the most and the least."""
    seen = screen(hostile_site)
    lines = []
    for name in chosen(hostile_site):
        lines += [f"{name}: {line}" for line in faults.findings(seen.open(name))]
    assert lines == []
