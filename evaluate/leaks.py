"""
Looks through published folders for more of a text than quotation allows: runs of its words, whole paragraphs, its path.

`python -m evaluate.leaks POSTS... [--every 6]` reads these files, takes their rights away, publishes them as a site and
as posts, and names every leak; it ends with 1 where there is one.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape
from importlib.metadata import version
from pathlib import Path
from typing import Any

from lxml import etree, html

from counterclaim import Analysis, Document, Failure, Ledger, publish
from counterclaim.pipeline import analyse_documents
from counterclaim.publish.edition import edition_of
from counterclaim.publish.jekyll import jekyll_site
from counterclaim.publish.settings import Settings
from counterclaim.read import read

# More words than this in a row, none of them in a claim, are text and not context.
LONGEST = 60
# A paragraph of fewer words is a label.
FEWEST = 4
# Elements that do not end a line of text; all others do.
INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr b bdi bdo br cite code data dfn em i kbd mark q s samp small span strong sub sup time tspan u var wbr",
    )
)
UNSEEN = frozenset({"script", "style"})
# More words than this are no title, but a text.
TITLE = 30
# A sign of a script without blanks is a word; what runs on is several.
_SIGN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
WORD = re.compile(f"[{_SIGN}]|[^\\W_{_SIGN}]{{1,16}}")
SEARCH = "counterclaimSearch.take("
Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """The runs of letters and figures of a text, capitals made small."""
    return tuple(WORD.findall(text.casefold()))


@dataclass(frozen=True)
class Source:
    """A text that is not open: its `title`, its `paragraphs` without the title, where its claims stand, its `path`."""

    id: str
    text: str
    title: str
    paragraphs: tuple[str, ...]
    claims: tuple[tuple[int, int], ...] = ()
    path: str | None = None

    @cached_property
    def outside(self) -> tuple[str, ...]:
        """The stretches of the text that stand in no claim."""
        found, at = [], 0
        for start, end in sorted(self.claims):
            found.append(self.text[at : max(at, start)])
            at = max(at, end)
        return (*found, self.text[at:])

    def runs(self) -> Iterator[Words]:
        """Every run of one word too many outside claims."""
        for stretch in self.outside:
            words = words_of(stretch)
            for at in range(len(words) - LONGEST):
                yield words[at : at + LONGEST + 1]

    def whole(self) -> Iterator[Words]:
        """Every paragraph of a few words at least, unless its words are those of the title."""
        title = "".join(words_of(self.title)) if len(words_of(self.title)) <= TITLE else ""
        for paragraph in self.paragraphs:
            words = words_of(paragraph)
            if len(words) >= FEWEST and "".join(words) not in title:
                yield words


def source_of(record: Mapping[str, Any], claims: Iterable[Mapping[str, Any]]) -> Source:
    """A source of the ledger's record of a document and those of its claims."""
    parts = [each for each in record["parts"] if each["kind"] != "title"]
    paragraphs = tuple(record["text"][each["start"] : each["end"]] for each in parts)
    spans = tuple((start, end) for claim in claims for start, end in claim["content"])
    return Source(record["id"], record["text"], str(record["title"]), paragraphs, spans, record["path"])


@dataclass(frozen=True, slots=True)
class Leak:
    """A file that shows too much of a source: `run`, `paragraph` or `path`, and the words."""

    file: str
    source: str
    kind: str
    words: str


class Search:
    """Looks for all sources at once: runs by their words, paragraphs by a few of them."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.sources = sources
        self._runs = {run[1:-1]: (run, source.id) for source in sources for run in source.runs()}
        self._paragraphs: dict[Words, list[tuple[Words, str]]] = defaultdict(list)
        for source in sources:
            for paragraph in source.whole():
                self._paragraphs[paragraph[1 : FEWEST - 1]].append((paragraph, source.id))

    def leaks(self, folder: Path) -> Iterator[Leak]:
        """Every leak in the files of a folder, each words once a file."""
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            name, texts = path.relative_to(folder).as_posix(), list(texts_of(path))
            found = (leak for text in texts for leak in self._in_text(name, words_of(text)))
            yield from dict.fromkeys((*found, *self._paths(name, texts)))

    def _in_text(self, name: str, words: Words) -> Iterator[Leak]:
        for at in range(1, len(words)):
            for paragraph, source in self._paragraphs.get(words[at : at + FEWEST - 2], ()):
                if _stands(paragraph, words, at):
                    yield Leak(name, source, "paragraph", " ".join(paragraph))
            run, source = self._runs.get(words[at : at + LONGEST - 1], ((), ""))
            if run and _stands(run, words, at):
                yield Leak(name, source, "run", " ".join(run))

    def _paths(self, name: str, texts: Sequence[str]) -> Iterator[Leak]:
        everything = "\n".join((name, *texts))
        for source in self.sources:
            for told in {source.path or "", Path(source.path or "").name} - {""}:
                if told in everything:
                    yield Leak(name, source.id, "path", told)


def _stands(wanted: Words, words: Words, at: int) -> bool:
    """Whether the second word of `wanted` stands at `at`; a label may touch its first and its last word."""
    return "".join(wanted) in "".join(words[at - 1 : at - 1 + len(wanted)])


def texts_of(path: Path) -> Iterator[str]:
    """The stretches of text of a file that a reader would take as running on, by the form that its name tells."""
    text = path.read_text(encoding="utf-8")
    match path.suffix:
        case ".html":
            yield from texts_of_html(text)
        case ".xml" | ".svg" if text.startswith("<"):
            yield from _of_elements(etree.fromstring(text.encode("utf-8")))
        case ".json" | ".jsonld" | ".geojson":
            yield from _strings(json.loads(text))
        case ".jsonl":
            yield from (each for line in text.split("\n") if line for each in _strings(json.loads(line)))
        case ".csv":
            yield from (
                cell for row in csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True)) for cell in row
            )
        case ".js" if text.startswith(SEARCH):
            yield from _strings(json.loads(f"[{text.removeprefix(SEARCH).rstrip().removesuffix(');')}]"))
        case ".md":
            yield from re.split(r"\n\s*\n|\n(?=\s*- )", _unescaped(text))
        case _:
            yield text


def texts_of_html(text: str) -> Iterator[str]:
    """Blocks of a page, its attributes, and the strings of the data in it."""
    root = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    for script in root.iter("script"):
        if script.attrib.get("type") == "application/ld+json":
            yield from _strings(json.loads(script.text or "null"))
    yield from _of_elements(root)


def _of_elements(root: Any) -> Iterator[str]:
    """Text that runs on over inline elements, and each attribute by itself."""
    block: list[str] = []
    for kind, value in _flow(root):
        if kind == "text":
            block.append(value)
            continue
        if kind == "attribute":
            yield value
            continue
        yield "".join(block)
        block = []
    yield "".join(block)


def _flow(element: Any) -> Iterator[tuple[str, str]]:
    if isinstance(element.tag, str):
        ends = etree.QName(element).localname not in INLINE
        yield from (("attribute", str(value)) for value in element.attrib.values())
        yield from [("end", "")] if ends else ()
        if element.tag not in UNSEEN:
            yield "text", element.text or ""
            for child in element:
                yield from _flow(child)
        yield from [("end", "")] if ends else ()
    yield "text", element.tail or ""


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from map(str, value)
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _unescaped(markdown: str) -> str:
    """Markdown of ours as a reader sees it: entities and escapes read; it has no tags."""
    return unescape(markdown).replace("\\", "")


def unowned(paths: Iterable[Path], every: int = 1) -> Iterator[Document | Failure]:
    """Every so many of the documents, with their rights taken away."""
    for number, document in enumerate(read(paths)):
        if number % every == 0:
            yield replace(document, rights=None) if isinstance(document, Document) else document


def published(ledger: Ledger, folder: Path) -> Path:
    """The site and the posts of a ledger, in one folder."""
    settings = Settings(url="https://desk.example")
    publish(ledger, folder / "site", settings)
    for name, text in jekyll_site(edition_of(ledger, settings), settings, version=version("counterclaim")):
        path = folder / "posts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def main(arguments: Sequence[str] | None = None) -> int:
    """The leaks, one a line, and how much was looked at."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=1, help="read only every so many of the documents")
    chosen = parser.parse_args(arguments)
    if missing := [str(each) for each in chosen.paths if not each.exists()]:
        print(f"not there, nothing measured: {', '.join(missing)}")
        return 0
    with tempfile.TemporaryDirectory() as made, Ledger(Path(made) / "ledger", create=True) as ledger:
        for analysis in analyse_documents(unowned(chosen.paths, chosen.every)):
            if isinstance(analysis, Analysis):
                ledger.add(analysis)
        sources = [source_of(each, ledger.claims(each["id"])) for each in ledger.documents()]
        folder = published(ledger, Path(made) / "out")
        leaks = list(Search(sources).leaks(folder))
        files = sum(1 for each in folder.rglob("*") if each.is_file())
    for leak in leaks:
        print(f"{leak.kind} of {leak.source} in {leak.file}: {leak.words}")
    kinds = {kind: len({each.words for each in leaks if each.kind == kind}) for kind in ("run", "paragraph", "path")}
    runs, paragraphs = sum(1 for each in sources for _ in each.runs()), sum(1 for each in sources for _ in each.whole())
    print(f"{len(sources)} texts with {runs} runs and {paragraphs} paragraphs, {files} files: leaks {kinds}")
    return 1 if leaks else 0


if __name__ == "__main__":
    sys.exit(main())
