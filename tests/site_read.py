"""Reads a published folder without a browser: its pages, where they lead, what they would load, what could run."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.html import HtmlElement

# What a browser asks for by itself; it follows `a[href]` only when told to. Of the links in a head these only tell.
LOADING = {"src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest", "xlink:href"}
TELLING = {"alternate", "canonical", "license", "author", "next", "prev", "up", "help", "search"}
IN_STYLE = re.compile(r"url\(\s*['\"]?([^'\")]*)|@import\s+['\"]([^'\"]*)", re.IGNORECASE)
# Where a link of ours may lead outside.
WEB = ("http", "https")
PLAIN = ("", *WEB, "urn")
LEADING = {"href", "cite", "action", "formaction", "xlink:href"}
RUNNING = {"iframe", "frame", "object", "embed", "applet", "base", "plaintext", "xmp", "portal"}


@dataclass(frozen=True)
class Read:
    """One page: its path in the folder, and its text."""

    path: str
    text: str

    @cached_property
    def root(self) -> HtmlElement:
        """The elements, as a parser without a browser sees them."""
        return html.document_fromstring(self.text.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))

    @cached_property
    def elements(self) -> list[HtmlElement]:
        """All elements, comments left out."""
        return [each for each in self.root.iter() if isinstance(each.tag, str)]

    @cached_property
    def ids(self) -> list[str]:
        """All ids, in order; one that stands twice stands here twice."""
        return [each.attrib["id"] for each in self.elements if "id" in each.attrib]

    @cached_property
    def links(self) -> list[str]:
        """Where its links lead."""
        return [each.attrib["href"] for each in self.elements if each.tag in ("a", "area") and "href" in each.attrib]

    @cached_property
    def words(self) -> str:
        """All words of the page, with single spaces."""
        return " ".join(self.root.text_content().split())

    def loads(self) -> Iterator[str]:
        """The addresses that a browser asks for to show the page."""
        for element in self.elements:
            yield from (value for name, value in element.attrib.items() if name in LOADING)
            yield from _in_style(element.attrib.get("style", ""))
            if element.tag == "style":
                yield from _in_style(element.text or "")
            if element.tag == "link" and not TELLING & set(element.attrib.get("rel", "").split()):
                yield element.attrib.get("href", "")
            if element.tag in ("use", "image", "feimage", "script") and "href" in element.attrib:
                yield element.attrib["href"]

    def running(self) -> Iterator[str]:
        """What could run or take the page over: scripts in the page, handlers, frames, addresses that are programs."""
        for element in self.elements:
            if element.tag in RUNNING or (element.tag == "script" and "src" not in element.attrib and _runs(element)):
                yield f"{self.path}: <{element.tag}>"
            if element.attrib.get("http-equiv", "").lower() == "refresh":
                yield from _leading_out(self.path, element.attrib.get("content", ""))
            for name, value in element.attrib.items():
                if name.startswith("on") or name == "srcdoc" or (name in LEADING and scheme_of(value) not in PLAIN):
                    yield f"{self.path}: <{element.tag} {name}={value[:60]!r}>"


def _leading_out(path: str, content: str) -> Iterator[str]:
    target = content.lower().partition("url=")[2].strip(" '\"")
    if scheme_of(target) or target.startswith("//"):
        yield f"{path}: refresh to {target[:60]}"


def _runs(element: HtmlElement) -> bool:
    return element.attrib.get("type", "") in ("", "module", "text/javascript", "importmap")


def _in_style(text: str) -> Iterator[str]:
    return (first or second for first, second in IN_STYLE.findall(text))


def scheme_of(address: str) -> str:
    """The scheme as a browser finds it, past blanks and control characters before it and tabs in it."""
    seen = re.sub(r"[\t\n\r]", "", address).lstrip("".join(map(chr, range(0x21))))
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", seen)
    return found[1].lower() if found else ""


def read_site(folder: Path) -> list[Read]:
    """All pages of a published folder, by path."""
    found = sorted(folder.rglob("*.html"))
    return [Read(each.relative_to(folder).as_posix(), each.read_text(encoding="utf-8")) for each in found]


def loaded_from_outside(folder: Path, pages: Iterable[Read]) -> list[str]:
    """What pages and style sheets would load that is no file of the folder, one line each."""
    asked = [(page.path, address) for page in pages for address in page.loads()]
    for sheet in sorted(folder.rglob("*.css")):
        name = sheet.relative_to(folder).as_posix()
        asked += [(name, address) for address in _in_style(sheet.read_text(encoding="utf-8"))]
    return [
        f"{path} loads {address[:80]!r}"
        for path, address in asked
        if scheme_of(address) != "data" and _file_of(folder, path, address) is None
    ]


def broken(folder: Path, pages: Iterable[Read]) -> list[str]:
    """Links that lead to no file of the folder or to no id of a page, and ids that stand twice, one line each."""
    read = {page.path: page for page in pages}
    lines = [f"{page.path} has the id {each!r} twice" for page in read.values() for each in _twice(page.ids)]
    for page in read.values():
        for link in page.links:
            if scheme_of(link) in WEB:
                continue
            target, anchor = _file_of(folder, page.path, link), urlsplit(link).fragment
            if target is None or (anchor and target in read and unquote(anchor) not in read[target].ids):
                lines.append(f"{page.path} leads to {link[:80]!r}")
    return lines


def unreachable(folder: Path, pages: Iterable[Read], start: str = "index.html") -> list[str]:
    """The pages to which no chain of links leads from the front page."""
    read = {page.path: page for page in pages}
    seen, queue = {start}, [start]
    while queue:
        page = read[queue.pop()]
        found = {_file_of(folder, page.path, link) for link in page.links if not scheme_of(link)}
        fresh = {each for each in found if each in read} - seen
        seen |= fresh
        queue.extend(fresh)
    return sorted(set(read) - seen)


def _twice(ids: list[str]) -> set[str]:
    return {each for each in ids if ids.count(each) > 1} if len(set(ids)) < len(ids) else set()


def _file_of(folder: Path, path: str, address: str) -> str | None:
    """The file of the folder that an address on a page means; None for any other, and for one from the root on."""
    if scheme_of(address) or address.startswith(("/", "\\")):
        return None
    name = unquote(address.partition("#")[0].partition("?")[0])
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) if name else path
    return found if not found.startswith("..") and (folder / found).is_file() else None
