"""The hard pairs as they are kept: two marked claims in one article or two, and what a careful editor decides."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent
GROUPS = ("between", "inside")
HALVES = ("dev", "test")
# Chosen once, before anything was measured, so that decisions fall about evenly to both halves.
SALT = "54"
OPPOSED, TAKEN_BACK, AGREED = ("denies", "contradicts"), ("corrects", "withdraws"), ("supports", "repeats")
APART = ("compatible", "update", "unrelated")
DECISIONS = (*OPPOSED, *TAKEN_BACK, *AGREED, *APART)


@dataclass(frozen=True, slots=True)
class Article:
    """One short article."""

    title: str
    published: str
    publisher: str
    body: str

    @property
    def whole(self) -> str:
        """Title and body, as a reader sees them."""
        return f"{self.title}\n\n{self.body}"


@dataclass(frozen=True, slots=True)
class Pair:
    """
    Two claims, `second` answering or following `first`, and the decision on them.

    `first` and `second` are the words of their contents; the first stands in the first article, the second in the
    last. `cause` is what makes the pair hard, `group` whether it is a dispute between sides or inside one.
    """

    id: str
    group: str
    half: str
    cause: str
    decision: str
    first: str
    second: str
    why: str
    articles: tuple[Article, ...]

    @property
    def apart(self) -> bool:
        """Whether no opposing link may stand between the two."""
        return self.decision in APART


def half_of(identifier: str) -> str:
    """The half a pair belongs to: `dev` may be looked at, `test` is for measuring only."""
    return HALVES[hashlib.sha256(f"{SALT} {identifier}".encode()).digest()[0] % 2]


def pairs(folder: Path = HOME, *, half: str | None = None) -> list[Pair]:
    """All pairs of a folder, or those of one half, group by group and file by file."""
    files = [path for group in GROUPS for path in sorted((folder / group).glob("*.toml"))]
    found = [_pair(each, path.parent.name) for path in files for each in _read(path)]
    return [pair for pair in found if half in (None, pair.half)]


def _read(path: Path) -> Iterable[Mapping[str, Any]]:
    held: list[Mapping[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    return held


def _pair(held: Mapping[str, Any], group: str) -> Pair:
    articles = tuple(Article(**{**each, "body": each["body"].strip()}) for each in held["articles"])
    return Pair(**{**held, "articles": articles, "group": group})


def faults(pair: Pair) -> list[str]:
    """What is wrong with a pair as it is written; nothing where it can be measured."""
    found = []
    for name, words, article in (("first", pair.first, pair.articles[0]), ("second", pair.second, pair.articles[-1])):
        if article.whole.count(words) != 1:
            found.append(
                f"{pair.id}: the words of its {name} stand {article.whole.count(words)} times in their article"
            )
    if pair.decision not in DECISIONS:
        found.append(f"{pair.id}: {pair.decision!r} is no decision")
    if pair.half != half_of(pair.id):
        found.append(f"{pair.id}: belongs to the other half")
    return found
