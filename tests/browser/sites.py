"""Chooses the pages of a site that stand for all of one kind, so that each kind is looked at in every way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path


def by_kind(folder: Path) -> dict[str, list[str]]:
    """The pages by kind, the largest first: a folder is a kind, its index another, and so is each page at the top."""
    kinds: dict[str, list[Path]] = defaultdict(list)
    for page in folder.rglob("*.html"):
        path = page.relative_to(folder)
        kinds[path.as_posix() if path.name == "index.html" or path.parent == Path() else path.parts[0]].append(page)
    return {
        kind: [
            page.relative_to(folder).as_posix()
            for page in sorted(pages, key=lambda page: (-page.stat().st_size, page.name))
        ]
        for kind, pages in sorted(kinds.items())
    }


def chosen(folder: Path) -> list[str]:
    """Of each kind the page with the most on it and the one with the least."""
    return [page for pages in by_kind(folder).values() for page in ends(pages)]


def ends(pages: Sequence[str]) -> list[str]:
    """The first and the last, once where they are one."""
    return list(dict.fromkeys((pages[0], pages[-1])))
