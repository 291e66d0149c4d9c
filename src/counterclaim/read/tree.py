"""Walks a tree of HTML, or of what trafilatura makes of a page, and gives its headings, paragraphs and captions."""

from __future__ import annotations

import re

from lxml import etree, html

from counterclaim.model.document import PartKind
from counterclaim.read.mapped import Mapped
from counterclaim.read.pieces import Piece
from counterclaim.read.tags import BLOCKS, BREAKS, CAPTIONS, HEADINGS, MADE_BLOCKS, MADE_HEADINGS, UNSEEN_TAGS

BLANKS = re.compile(r"[ \t\n\r\f]+")
AROUND_BREAK = re.compile(r" ?\n ?")
GAP = re.compile(r"\n{2,}")


def parsed(content: str) -> etree._Element | None:
    """The tree of an HTML text or fragment; None where there is none. Nothing is fetched."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(content.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def pieces_of_html(fragment: str) -> list[Piece]:
    """The pieces of a fragment of HTML, such as the content of a feed's entry."""
    if "<" not in fragment and "&" not in fragment:
        return [Piece(PartKind.BODY, Mapped.made(each)) for each in _paragraphs(BLANKS.sub(" ", fragment))]
    root = parsed(f"<html><body>{fragment}</body></html>")
    return pieces_of_tree(root) if root is not None else []


def pieces_of_tree(root: etree._Element) -> list[Piece]:
    """The pieces below `root`, in reading order; no character has a place in the file."""
    walker = _Walker()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if isinstance(element.tag, str):
            (walker.start if event == "start" else walker.end)(element)
    walker.flush()
    return walker.pieces


def _paragraphs(text: str) -> list[str]:
    """A double break divides paragraphs; a single one stays a line end."""
    return [each.strip() for each in GAP.split(AROUND_BREAK.sub("\n", text)) if each.strip()]


class _Walker:
    """Collects text until a block begins or ends."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.kept: list[str] = []
        self.kind = PartKind.BODY
        self.unseen = 0

    def start(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in UNSEEN_TAGS:
            self.unseen += 1
        elif tag in BREAKS:
            self.kept.append("\n")
        elif tag in BLOCKS or tag in MADE_BLOCKS:
            self.flush()
            self.kind = _kind(tag)
        self.text(element.text)

    def end(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in UNSEEN_TAGS:
            self.unseen -= 1
        elif tag in BLOCKS or tag in MADE_BLOCKS:
            self.flush()
            self.kind = PartKind.BODY
        self.text(element.tail)

    def text(self, words: str | None) -> None:
        if words and not self.unseen:
            self.kept.append(BLANKS.sub(" ", words))

    def flush(self) -> None:
        """Ends the paragraph that is open."""
        text = re.sub(" {2,}", " ", "".join(self.kept))
        self.pieces += [Piece(self.kind, Mapped.made(each)) for each in _paragraphs(text)]
        self.kept = []


def _kind(tag: str) -> PartKind:
    if tag in HEADINGS or tag in MADE_HEADINGS:
        return PartKind.HEADING
    return PartKind.CAPTION if tag in CAPTIONS else PartKind.BODY
