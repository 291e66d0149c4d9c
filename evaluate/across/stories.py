"""The stories of the gold: their articles, the claims marked in them, and which of these bear on each other."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parents[2]
OWN = HOME / "evaluate" / "gold" / "across"
SHARED = HOME.parent / "shared"
APART = ("compatible", "update", "unrelated")


@dataclass(frozen=True, slots=True)
class Tie:
    """What the gold says of two claims: a kind of link, or one of APART where there is none; from later to earlier."""

    kind: str
    later: str
    earlier: str


@dataclass(frozen=True, slots=True)
class Question:
    """A matter of the gold: its status and the claims of each of its sides."""

    status: str
    sides: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """
    Articles on one story with the gold of them.

    `marked` has the attributions of each article, as they stand in gold files but for ids that are unique in the
    story; `copies` leads from a claim in a copy to the same claim in the original.
    """

    name: str
    articles: tuple[Path, ...]
    marked: Mapping[Path, Sequence[Mapping[str, Any]]]
    ties: tuple[Tie, ...]
    questions: tuple[Question, ...]
    copies: Mapping[str, str]

    @property
    def homes(self) -> dict[str, Path]:
        """The article of each claim."""
        return {each["id"]: article for article, marked in self.marked.items() for each in marked}

    def across(self) -> tuple[Tie, ...]:
        """The ties between two articles."""
        homes = self.homes
        return tuple(each for each in self.ties if homes[each.later] != homes[each.earlier])


def own() -> list[Story]:
    """The stories written for this project."""
    return [_own(path) for path in sorted(OWN.glob("*/gold.json"))]


def open_news(shared: Path = SHARED) -> list[Story]:
    """The stories among the open articles beside this repository; none where these aren't there."""
    if not (shared / "data" / "news").is_dir() or not (shared / "gold" / "news").is_dir():
        return []
    told = json.loads((OWN / "news.json").read_text(encoding="utf-8"))["stories"]
    return [_news(each, shared) for each in told]


def _own(path: Path) -> Story:
    gold = json.loads(path.read_text(encoding="utf-8"))
    articles = tuple(path.parent / each for each in gold["articles"])
    marked = {article: [a for a in gold["attributions"] if a["article"] == article.name] for article in articles}
    copies = {each["id"]: each["copy_of"] for each in gold["attributions"] if "copy_of" in each}
    return Story(path.parent.name, articles, marked, _ties(gold), _questions(gold), copies)


def _news(told: Mapping[str, Any], shared: Path) -> Story:
    articles = {letter: shared / "data" / "news" / f"{name}.md" for letter, name in told["articles"].items()}
    marked = {
        path: _renamed(letter, shared / "gold" / "news" / f"{path.stem}.json") for letter, path in articles.items()
    }
    return Story(told["name"], tuple(articles.values()), marked, _ties(told), _questions(told), {})


def _renamed(letter: str, path: Path) -> list[dict[str, Any]]:
    """The attributions of one gold file, each id after the letter of its article."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    return [{**each, "id": f"{letter}:{each['id']}"} for each in gold["attributions"]]


def _ties(gold: Mapping[str, Any]) -> tuple[Tie, ...]:
    linked = [Tie(each["kind"], each["from"], each["to"]) for each in gold["links"]]
    return (*linked, *(Tie(each["decision"], each["later"], each["earlier"]) for each in gold["apart"]))


def _questions(gold: Mapping[str, Any]) -> tuple[Question, ...]:
    """The matters; sides are named in our own stories and only listed in those of the open news."""
    found = []
    for each in gold["matters"]:
        sides = each["sides"].values() if isinstance(each["sides"], dict) else each["sides"]
        found.append(Question(each["status"], tuple(frozenset(ids) for ids in sides)))
    return tuple(found)
