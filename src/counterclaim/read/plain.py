"""Reads plain text as one body: what comes back is the file, but for blanks at the ends of paragraphs."""

from __future__ import annotations

from counterclaim.model.document import CharacterMap, Document, Part, PartKind, Run
from counterclaim.model.span import Span
from counterclaim.read.finish import Facts, document_of, finish
from counterclaim.read.limits import TEXT_CHARACTERS
from counterclaim.read.mapped import Mapped
from counterclaim.read.pieces import Composed, Piece
from counterclaim.read.published import from_file_name
from counterclaim.read.source import Source


def read_plain(source: Source) -> Document:
    """The document of a text file; nothing in it is taken for a title or for a republisher's lead-in."""
    on = from_file_name(source.name)
    facts = Facts(
        id=source.id,
        path=source.path,
        published=on.value if on else None,
        published_precision=on.precision if on else None,
        notes=source.notes,
    )
    if len(source.content) > TEXT_CHARACTERS:
        return finish((Piece(PartKind.BODY, Mapped.from_file(source.content, 0, len(source.content))),), facts)
    return document_of(_composed(source.content), facts)


class _Text:
    """Collects lines, dropping the blanks before a blank line, and marks the paragraphs among them."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.runs: list[Run] = []
        self.parts: list[Part] = []
        self.length = 0
        self.first: int | None = None

    def keep(self, words: str, file_start: int) -> None:
        if words:
            self.runs.append(Run(self.length, file_start, len(words)))
            self.kept.append(words)
            self.length += len(words)

    def close(self) -> None:
        """Ends the paragraph that is open, here."""
        if self.first is not None:
            self.parts.append(Part(PartKind.BODY, Span(self.first, self.length)))
        self.first = None


def _composed(content: str) -> Composed:
    text, at = _Text(), 0
    lines = content.split("\n")
    for number, line in enumerate(lines):
        last_of_paragraph = number + 1 == len(lines) or not lines[number + 1].strip()
        kept = line.rstrip() if last_of_paragraph or not line.strip() else line
        if kept and text.first is None:
            text.first = text.length + len(kept) - len(kept.lstrip())
        text.keep(kept, at)
        if last_of_paragraph:
            text.close()
        if number + 1 < len(lines):
            text.keep("\n", at + len(line))
        at += len(line) + 1
    return _without_last_blanks(text)


def _without_last_blanks(text: _Text) -> Composed:
    whole = "".join(text.kept)
    end = len(whole.rstrip())
    runs = (run for run in _merged(text.runs) if run.text_start < end)
    cut = tuple(run if run.text_start + run.length <= end else _shortened(run, end) for run in runs)
    return Composed(whole[:end], tuple(text.parts), CharacterMap(cut))


def _shortened(run: Run, end: int) -> Run:
    return Run(run.text_start, run.file_start, end - run.text_start)


def _merged(runs: list[Run]) -> list[Run]:
    """Runs that go on where the one before them ends, as one."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and last.file_start + last.length == run.file_start:
            merged[-1] = Run(last.text_start, last.file_start, last.length + run.length)
        else:
            merged.append(run)
    return merged
