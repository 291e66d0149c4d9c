"""Tells from a file's first characters, and only then from its suffix, how it is to be read."""

from __future__ import annotations

import re
from enum import Enum

MARKDOWN = frozenset((".md", ".markdown"))
PAGES = frozenset((".html", ".htm"))
FEEDS = frozenset((".xml", ".rss", ".atom"))
PLAIN = frozenset((".txt",))
KNOWN = MARKDOWN | PAGES | FEEDS | PLAIN

# What may stand before the root element: declaration, comments, DOCTYPE. A feed's root follows within a few lines.
LOOKED_AT = 4096
FEED = re.compile(r"<(?:rss|feed|(?:\w{1,20}:)?RDF)[\s>]")
PAGE = re.compile(r"<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
MARKUP = re.compile(r"\s*<[?!a-zA-Z]")


class Form(Enum):
    """How a file is to be read."""

    POST = "post"
    PLAIN = "plain"
    PAGE = "page"
    FEED = "feed"


def form_of(content: str, suffix: str) -> Form:
    """The form of a file without front matter, from its decoded text and its suffix (`.md`, lower case)."""
    head = content[:LOOKED_AT]
    if suffix in MARKDOWN:
        return Form.POST
    if MARKUP.match(head):
        feed, page = FEED.search(head), PAGE.search(head)
        if feed and (not page or feed.start() < page.start()):
            return Form.FEED
        if page:
            return Form.PAGE
    if suffix in FEEDS:
        return Form.FEED
    return Form.PAGE if suffix in PAGES else Form.PLAIN
