"""Makes the files of a Jekyll site from ledgers made by hand, and takes a post apart."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from counterclaim.ledger import Ledger
from counterclaim.publish.edition import Edition, edition_of
from counterclaim.publish.jekyll import jekyll_site
from counterclaim.publish.settings import Settings


def edition_in(ledger: Path, settings: Settings | None = None) -> Edition:
    """What may be published of the ledger at this path."""
    with Ledger(ledger) as book:
        return edition_of(book, settings or Settings())


def files_of(ledger: Path, settings: Settings | None = None) -> dict[str, str]:
    """The site of the ledger at this path, text by path."""
    chosen = settings or Settings()
    return dict(jekyll_site(edition_in(ledger, chosen), chosen, version="9.9"))


def posts_in(files: dict[str, str]) -> list[str]:
    """The texts of the posts among these files, by their paths."""
    return [text for name, text in sorted(files.items()) if name.startswith("_posts/")]


def front_of(post: str) -> dict[str, object]:
    """The front matter of a post as YAML reads it, dates left as they are written."""
    return dict(yaml.load(post.split("---\n")[1], Loader=yaml.BaseLoader))


def written(files: Iterable[tuple[str, str]], folder: Path) -> Path:
    """Writes the files below a folder."""
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
