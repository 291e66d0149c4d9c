"""Makes files for the tests of reading, and reads them."""

from __future__ import annotations

from pathlib import Path

from counterclaim.model.analysis import Failure
from counterclaim.model.document import Document
from counterclaim.read import read


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """A file of that name and content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def one(folder: Path, name: str, content: str | bytes) -> Document:
    """The one document that a file of this name and content gives."""
    (document,) = read([write(folder, name, content)])
    assert isinstance(document, Document), document
    return document


def refused(folder: Path, name: str, content: str | bytes) -> str:
    """Why a file of this name and content is not read; always one line."""
    (failure,) = read([write(folder, name, content)])
    assert isinstance(failure, Failure), failure
    assert failure.path.endswith(name)
    assert "\n" not in failure.reason
    return failure.reason


def post(body: str, **fields: str) -> str:
    """A Jekyll post with these fields, as YAML writes them."""
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + f"---\n\n{body}\n"


def assert_whole(document: Document, decoded: str) -> None:
    """Every part lies in the text and every mapped character equals the one it is mapped to."""
    end = 0
    for part in document.parts:
        assert end <= part.span.start
        end = part.span.end
        words = document.quote(part.span)
        assert words == words.strip()
    assert end == len(document.text)
    for run in document.character_map.runs:
        here = document.text[run.text_start : run.text_start + run.length]
        assert here == decoded[run.file_start : run.file_start + run.length]
        assert len(here) == run.length
