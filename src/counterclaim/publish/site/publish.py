"""Publishes a ledger as a site: the edition first, then every page and file of it into one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim.publish.changefeed import ATOM, JSON, atom_of, json_of, news, recent
from counterclaim.publish.downloads import downloads
from counterclaim.publish.edition import edition_of
from counterclaim.publish.feed import atom
from counterclaim.publish.imprint import Imprint
from counterclaim.publish.search import search_files
from counterclaim.publish.settings import Settings
from counterclaim.publish.site.frame import Frame
from counterclaim.publish.site.pages import pages, static_files
from counterclaim.publish.site.writing import Written, write_tree
from counterclaim.publish.texts import texts_in

if TYPE_CHECKING:
    from counterclaim.ledger import Ledger


def _silent(path: str) -> None:
    """Nobody watches."""


def publish(
    ledger: Ledger, folder: Path, settings: Settings | None = None, *, writing: Callable[[str], None] = _silent
) -> Written:
    """
    Writes the site of `ledger` into `folder`; only files that changed, so that the same again changes no byte.

    `writing` is told the path of each file. Raises NotOurFolder, WriteError, UnknownLanguage.
    """
    chosen = settings or Settings()
    imprint = Imprint(chosen, texts_in(chosen.language), version("counterclaim"))
    frame = Frame(edition_of(ledger, chosen), imprint)
    files = chain(_files(frame), _texts(_changes(ledger, frame)))
    return write_tree(folder, _told(files, writing))


def _files(frame: Frame) -> Iterator[tuple[str, bytes]]:
    yield from static_files()
    yield from pages(frame)
    yield from _texts(downloads(frame.edition, frame.imprint))
    yield from _texts([("feed.xml", [atom(frame.edition, frame.imprint)])])
    yield from _texts(search_files(frame.edition, frame.imprint))


def _changes(ledger: Ledger, frame: Frame) -> Iterator[tuple[str, Iterable[str]]]:
    """The feed of changes in both forms, made of the edition; the ledger gives the log alone."""
    found = news(recent(ledger), frame.edition, frame.imprint, ledger.successions())
    yield ATOM, [atom_of(replace(found, self_path=ATOM))]
    yield JSON, [json_of(replace(found, self_path=JSON))]


def _texts(files: Iterable[tuple[str, Iterable[str]]]) -> Iterator[tuple[str, bytes]]:
    """Files of text as bytes; a lone surrogate, which UTF-8 has no form for, becomes the sign for what is not known."""
    for path, pieces in files:
        yield path, "".join(pieces).encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode("utf-8")


def _told(files: Iterable[tuple[str, bytes]], writing: Callable[[str], None]) -> Iterator[tuple[str, bytes]]:
    for path, content in files:
        writing(path)
        yield path, content
