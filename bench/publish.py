"""Times the publishing of many documents: makes numbered editions of real posts, reads them, writes the site twice."""

from __future__ import annotations

import argparse
import gzip
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import counterclaim

NEWS = Path(__file__).parents[2] / "shared" / "data" / "news"
PARAGRAPH = re.compile(r"(?<=[.!?”\"])\n\n")


def editions(folder: Path, count: int, into: Path) -> None:
    """Writes `count` posts: those of `folder` again and again, each time with one more sentence in every paragraph."""
    posts = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    for number, post in enumerate(islice(cycle(posts), count)):
        edition = number // len(posts)
        head, _, body = post.read_text(encoding="utf-8").partition("\n---\n")
        # In every paragraph, so that no two editions are copies of one article.
        numbered = PARAGRAPH.sub(f" This is edition {edition} of the report, number {number}.\n\n", body)
        (into / f"{post.stem}-{edition}.md").write_text(f"{head}\n---\n{numbered}", encoding="utf-8")


def add(posts: Path, ledger: Path) -> None:
    """Reads the posts into a new ledger, two at a time."""
    with counterclaim.Ledger(ledger, create=True) as book:
        for _ in counterclaim.record([posts], book, captured="2026-01-01T00:00:00Z", jobs=2):
            pass


def measured(ledger: Path, site: Path) -> Iterator[str]:
    """Publishes twice and tells what that took and what came of it."""
    with counterclaim.Ledger(ledger) as book:
        for turn in ("first", "second"):
            before = time.process_time()
            done = counterclaim.publish(book, site)
            spent = time.process_time() - before
            megabytes = done.size / 1e6
            yield f"{turn} publish: {spent:.1f} CPU s, {done.files} files, {done.changed} changed, {megabytes:.0f} MB"
    pages = [(len(gzip.compress(page.read_bytes(), mtime=0)), page) for page in site.rglob("*.html")]
    size, page = max(pages)
    yield f"largest page: {size / 1000:.0f} kB gz ({page.relative_to(site).parts[0]}), of {len(pages)} pages"


def main() -> None:
    """Makes the documents, reads them and publishes them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=Path, default=NEWS, help="folder of posts to make editions of")
    parser.add_argument("--count", type=int, default=2000, help="how many documents")
    parser.add_argument("--ledger", type=Path, help="publish this ledger instead")
    given = parser.parse_args()
    if given.ledger:
        with tempfile.TemporaryDirectory() as name:
            print("\n".join(measured(given.ledger, Path(name) / "site")))
        return
    if not given.posts.is_dir():
        sys.exit(f"{given.posts}: no such folder; name one with --posts")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "posts").mkdir()
        editions(given.posts, given.count, folder / "posts")
        add(folder / "posts", folder / "bench.ledger")
        for line in measured(folder / "bench.ledger", folder / "site"):
            print(line)


if __name__ == "__main__":
    main()
