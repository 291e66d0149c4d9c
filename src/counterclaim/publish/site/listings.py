"""Lists: pages that name things or show the claims of one speaker, place, source, month, category or tag, in pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from counterclaim.publish.site.drawings import Drawn
from counterclaim.publish.site.frame import Frame

# Names are short lines, claims have their words: so many of each keep a page well below 300 kB.
NAMES_A_PAGE = 600
ITEMS_A_PAGE = 120


@dataclass(frozen=True, slots=True)
class Name:
    """One line of a list of names: what it says, where it leads, and a note such as a count."""

    name: str
    path: str
    note: str


@dataclass(frozen=True, slots=True)
class Section:
    """Items of one kind (name, claim, matter, document, lost) under a heading."""

    kind: str
    items: Sequence[Any]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: its head, and its sections, cut into pages where they are long; `pages` are the paths of these."""

    title: str
    sections: tuple[Section, ...]
    kicker: str = ""
    note: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    pages: tuple[str, ...] = ()
    drawn: Drawn = field(default=Drawn())


def listed(frame: Frame, path: str, listing: Listing, *, section: str) -> Iterator[tuple[str, bytes]]:
    """The pages of a list: `path` the first, then `path-2` and so on."""
    parts = list(cut(listing.sections)) or [[]]
    paths = tuple(numbered_path(path, number) for number in range(1, len(parts) + 1))
    for own, sections in zip(paths, parts, strict=True):
        shown = replace(listing, sections=tuple(sections), pages=paths)
        drawing = listing.drawn.svg if own == path else None
        yield frame.page(own, "listing.html", section, {"listing": shown, "map": drawing})


def numbered_path(path: str, number: int) -> str:
    """The path of the page with this number, counted from 1."""
    return path if number == 1 else f"{path.removesuffix('.html')}-page-{number}.html"


def cut(sections: Iterable[Section]) -> Iterator[list[Section]]:
    """Fills pages with sections; a long section goes on over the next pages under its heading."""
    page: list[Section] = []
    room = Fraction(1)
    for section in sections:
        most = NAMES_A_PAGE if section.kind == "name" else ITEMS_A_PAGE
        at = 0
        while at < len(section.items):
            items = section.items[at : at + int(room * most)]
            at += len(items)
            room -= Fraction(len(items), most)
            if items:
                page.append(replace(section, items=items))
            if room * most < 1:
                yield page
                page, room = [], Fraction(1)
    if page:
        yield page


def counted(frame: Frame, key: str, items: Sequence[object]) -> str:
    """*12 claims*."""
    return frame.texts(f"count.{key}", count=len(items))
