"""The corpora that the extractor is trained on: documents with the attributions that readers marked in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluate.anchoring import flat, parts_of, placed
from evaluate.polnear import document_of

from counterclaim import Document, Part, Span, read
from counterclaim.model.document import PartKind
from counterclaim.model.span import Spans

HOME = Path(__file__).resolve().parent.parent
TEXTS = HOME / "training" / "texts"
PARAGRAPH = re.compile(r"\S(?:.|\n(?!\n))*")
TAG = re.compile(r"\{(\d+)(\??)([sct]) ")


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as a reader marked it; `act` is None where the corpus knows none."""

    source: Spans
    cue: Spans
    content: Spans
    act: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A document with all its attributions; `group` is the corpus it is from, `name` is unique in it."""

    name: str
    group: str
    document: Document
    marked: tuple[Marked, ...]


def open_news(gold: Path, posts: Path) -> Iterator[Example]:
    """The openly licensed articles with gold; what gold marks without a cue has nothing to be found by and is left."""
    for path in sorted(gold.glob("*.json")):
        post = posts / f"{path.stem}.md"
        if path.name.startswith("_") or not post.is_file():
            continue
        document = next(iter(read([post])))
        if not isinstance(document, Document):
            raise SystemExit(f"{post}: {document}")
        record = json.loads(path.read_text(encoding="utf-8"))
        yield Example(path.stem, "open news", document, tuple(_anchored(record, document)))


def _anchored(record: dict[str, Any], document: Document) -> Iterator[Marked]:
    text = flat(document.text)
    parts = parts_of({"parts": [{"kind": p.kind, "start": p.span.start, "end": p.span.end} for p in document.parts]})
    for each in record["attributions"]:
        spans = placed(each, text, parts)
        if spans and spans["cue"] and spans["content"]:
            yield Marked(
                _spans(spans["source"]),
                _spans(spans["cue"]),
                _spans(spans["content"]),
                each["act"],
                bool(each.get("optional")),
            )


def _spans(pairs: Sequence[Sequence[int]]) -> Spans:
    return tuple(sorted(Span(start, end) for start, end in pairs if start < end))


def polnear(path: Path) -> Iterator[Example]:
    """PolNeAR (no licence is stated: only for the research variant)."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        marked = tuple(
            Marked(_spans(each["source"]), _spans(each["cue"]), _spans(each["content"]))
            for each in record["attributions"]
            if each["cue"] and each["content"]
        )
        yield Example(record["id"], "PolNeAR", document_of(record), marked)


def own_texts(folder: Path = TEXTS) -> Iterator[Example]:
    """The texts that were written and marked for this project, one in each file."""
    for path in sorted(folder.rglob("*.txt")):
        yield own_text(path.stem, path.read_text(encoding="utf-8"))


def own_text(name: str, raw: str) -> Example:
    """A text with its attributions in braces, `{1s the minister} {1c said} {1t it}`; see training/texts/README.md."""
    head, _, body = raw.partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.split("\n") if ": " in line)
    acts = dict(each.split() for each in fields.get("acts", "").split(",") if each.strip())
    pieces: list[tuple[int, str, bool, Span]] = []
    text, parts = "", []
    for kind, block in ((PartKind.TITLE, fields["title"]), (PartKind.BODY, body)):
        plain, found = unbraced(block.strip())
        pieces += [(n, role, sure, Span(s + len(text), e + len(text))) for n, role, sure, s, e in found]
        parts += [Part(kind, Span(m.start() + len(text), m.end() + len(text))) for m in PARAGRAPH.finditer(plain)]
        text += plain + "\n\n"
    document = Document(name, text, unbraced(fields["title"])[0], tuple(parts), published=fields["date"], language="en")
    return Example(name, "own", document, tuple(_gathered(pieces, acts)))


def _gathered(pieces: list[tuple[int, str, bool, Span]], acts: dict[str, str]) -> Iterator[Marked]:
    for number in sorted({piece[0] for piece in pieces}):
        mine = [piece for piece in pieces if piece[0] == number]
        spans = {role: tuple(sorted(span for _, r, _, span in mine if r == role)) for role in "sct"}
        yield Marked(spans["s"], spans["c"], spans["t"], acts[str(number)], any(piece[2] for piece in mine))


def unbraced(marked: str) -> tuple[str, list[tuple[int, str, bool, int, int]]]:
    """The text without its braces, and for each pair number, role, whether optional, start and end in that text."""
    plain: list[str] = []
    found, stack, at = [], [], 0
    while at < len(marked):
        if tag := TAG.match(marked, at):
            stack.append((int(tag[1]), tag[3], bool(tag[2]), len(plain)))
            at = tag.end()
            continue
        if marked[at] == "}":
            found.append((*stack.pop(), len(plain)))
        elif marked[at] == "{":
            raise ValueError(f"a brace without a tag at {marked[at : at + 40]!r}")
        else:
            plain.append(marked[at])
        at += 1
    if stack:
        raise ValueError(f"not closed: {stack}")
    return "".join(plain), found
