"""Makes articles of invented facts, and statements of one template, from tables of words and a seeded draw."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

SLOT = re.compile(r"\{(\w+)\}")
# Words of a slot are those of its name without the number behind it.
NUMBERED = re.compile(r"\d+$")
MONTH = "2031-05"


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence in two wordings."""

    topic: str
    part: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text as published; texts of one `article` are copies of each other, and `kind` says how this one was made."""

    article: str
    kind: str
    title: str
    sentences: tuple[str, ...]
    day: int
    publisher: str
    before: str = ""
    after: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Two sentences each, with what the publisher put before and behind them."""
        pairs = [" ".join(self.sentences[at : at + 2]) for at in range(0, len(self.sentences), 2)]
        return tuple(each for each in (self.before, *pairs, self.after) if each)

    @property
    def published(self) -> str:
        """The day as the source says it."""
        return f"{MONTH}-{self.day:02d}"


@dataclass(frozen=True, slots=True)
class Story:
    """What an article is made of: the facts chosen, which wording of each, and the words in their slots."""

    article: str
    facts: tuple[Fact, ...]
    wordings: tuple[int, ...]
    words: Mapping[str, str]
    day: int

    def sentence(self, at: int, *, anew: bool = False) -> str:
        """The sentence at a place; worded otherwise where `anew`."""
        fact = self.facts[at]
        return filled((fact.one, fact.other)[self.wordings[at] ^ anew], self.words)


def filled(pattern: str, words: Mapping[str, str]) -> str:
    """A pattern with words in its slots."""
    return SLOT.sub(lambda found: words[found[1]], pattern)


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    lines = (Path(__file__).parent / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line and not line.startswith("#")]
    return tuple(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def facts() -> tuple[Fact, ...]:
    """All sentences of articles."""
    return tuple(Fact(row["topic"], row["part"], row["one"], row["other"]) for row in _rows("sentences"))


@cache
def statements() -> dict[str, tuple[str, ...]]:
    """The sentences of each kind of statement."""
    kinds = dict.fromkeys(row["kind"] for row in _rows("statements"))
    return {kind: tuple(row["sentence"] for row in _rows("statements") if row["kind"] == kind) for kind in kinds}


@cache
def choices(slot: str) -> tuple[str, ...]:
    """The words that a slot may hold, as the table has them."""
    return next(tuple(row["words"].split("|")) for row in _rows("words") if row["slot"] == slot)


def words(draw: Random) -> dict[str, str]:
    """Words for every slot."""
    names = [f"{draw.choice(choices('first'))} {draw.choice(choices('last'))}" for _ in range(2)]
    places = draw.sample(choices("place"), 3)
    days = draw.sample(choices("day"), 2)
    numbers = {f"n{n}": str(draw.randint(*span)) for n, span in enumerate(SPANS, 1)}
    return {
        **numbers,
        **{slot: draw.choice(choices(slot)) for slot in ("river", "firm", "thing", "crop")},
        **dict(zip(("name", "name2"), names, strict=True)),
        **dict(zip(("place", "place2", "place3"), places, strict=True)),
        **dict(zip(("day", "day2"), days, strict=True)),
        "PLACE": places[0].upper(),
        "year": str(draw.randint(1870, 1990)),
        "year2": str(draw.randint(1991, 2029)),
        "hour": f"{draw.randint(7, 23)}:{draw.choice(('00', '15', '30'))}",
        "hour2": f"{draw.randint(7, 23)}:{draw.choice(('00', '15', '30'))}",
    }


SPANS = ((11, 95), (2, 29), (2, 39), (12, 78), (3, 60), (110, 990), (150, 9000))


def story(draw: Random, article: str, *, like: Story | None = None) -> Story:
    """The story of an article; `like` another one in topic, words and background, as the next report on it is."""
    topic = like.facts[0].topic if like else draw.choice(sorted({fact.topic for fact in facts()} - {"any"}))
    mine = [fact for fact in facts() if fact.topic in (topic, "any")]
    parts = {part: [fact for fact in mine if fact.part == part] for part in ("lead", "body", "back")}
    if like:
        used = set(like.facts)
        parts = {part: [fact for fact in given if fact not in used] for part, given in parts.items()}
        back = [at for at, fact in enumerate(like.facts) if fact.part == "back"]
        chosen = draw.sample(parts["lead"], 1) + draw.sample(parts["body"], min(6, len(parts["body"])))
        chosen += [like.facts[at] for at in back]
        wordings = [draw.randrange(2) for _ in chosen[: -len(back)]] + [like.wordings[at] for at in back]
        return Story(article, tuple(chosen), tuple(wordings), _next(draw, like.words), like.day + draw.randint(0, 3))
    chosen = draw.sample(parts["lead"], 1) + draw.sample(parts["body"], draw.randint(5, 8))
    chosen += draw.sample(parts["back"], draw.randint(3, 4))
    wordings = [draw.randrange(2) for _ in chosen]
    return Story(article, tuple(chosen), tuple(wordings), words(draw), draw.randint(1, 20))


def _next(draw: Random, before: Mapping[str, str]) -> dict[str, str]:
    """The words of the next report: the same places, firms and years, but other numbers and people."""
    kept = ("place", "place2", "place3", "PLACE", "river", "firm", "thing", "crop", "year", "year2", "n7")
    return {**words(draw), **{slot: before[slot] for slot in kept}}


def report(told: Story, draw: Random, *, kind: str = "report", anew: bool = False) -> Text:
    """The article itself; `anew` is another's own report of the same facts, each in its other wording."""
    sentences = tuple(told.sentence(at, anew=anew) for at in range(len(told.facts)))
    return Text(told.article, kind, headline(told.words, draw), sentences, told.day, draw.choice(PAPERS))


PAPERS = ("Morning Post", "Herald", "Tidings", "Evening Mail", "Chronicle", "Observer of the North")


def headline(filling: Mapping[str, str], draw: Random) -> str:
    """A headline that fits many reports."""
    return filled(draw.choice(choices("headline")), filling)


def statement(draw: Random, article: str, kind: str, *, like: Mapping[str, str] | None = None) -> Text:
    """A statement of one kind; `like` the words of another, of the same places, people and firms at another time."""
    filling = words(draw)
    if like:
        filling |= {slot: like[slot] for slot in ("place", "place2", "place3", "PLACE", "river", "firm", "name2")}
    sentences = tuple(filled(each, filling) for each in statements()[kind])
    day = draw.randint(1, 25)
    return Text(article, kind, headline(filling, draw), sentences, day, draw.choice(PAPERS), words=filling)
