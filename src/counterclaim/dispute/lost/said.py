"""A clause of a stored document with what is compared of it: its terms, parties, numbers, days and places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from counterclaim.dispute.lost.words import names, term, terms

Record = Mapping[str, Any]
Range = tuple[int, int]

WORD = re.compile(r"\w+")
# Five words in a row that two texts share were seldom written twice.
RUN = 5
# Places this small are told apart; that a region holds a town, its name does not say.
SMALL = frozenset({"point", "settlement"})
# *The 41-year-old* stands for somebody as *she* does.
AGED = re.compile(r"^the \d+-year-old$", re.I)
JOINED = re.compile(r"\b(?:and|or)\b|[,&]")
PRONOUNS = frozenset(
    {"it", "they", "he", "she", "we", "i", "you", "who", "which", "that", "its", "their", "his", "her", "our", "my"}
)
# Nouns that stand for anybody, and for the forces of whoever speaks.
ANYBODY = frozenset(map(term, ("people", "person", "man", "woman", "others", "number", "member", "authorities")))


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit: the value, or the end that the words name."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Party:
    """
    Who does it or whom it befalls, at `span`: the terms of the phrase; `stands_in` where a pronoun leaves it to the
    context; `side` is what its clause has on its side of the verb.
    """

    terms: frozenset[str]
    stands_in: bool
    span: Range
    side: Range


@dataclass(frozen=True)
class Said:
    """
    One clause as it is compared. `around` are the terms of its sentence and of the claim's speaker, `numbers_around`
    the numbers of the whole claim; `verb` is a term, None where there is none, and where it is `light`, an *is* or a
    *has*; `claim` the record of the claim, None for the article's own voice.
    """

    document: str
    span: Range
    sentence: Range
    part: str
    voice: str
    text: str
    terms: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    verb: str | None
    light: bool
    actor: Party | None
    object: Party | None
    numbers: tuple[Number, ...]
    numbers_around: tuple[Number, ...]
    days: tuple[date, date] | None
    days_around: tuple[date, date] | None
    published: date | None
    places: frozenset[str]
    places_around: frozenset[str]
    polarity: bool
    modality: str
    claim: Record | None
    page: Page = field(repr=False, compare=False)


class Page:
    """A document's record with its layers ready to be asked by offsets."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.id: str = record["id"]
        self.text: str = record["text"]
        self.starts = [part["start"] for part in record["parts"]]
        body = [self.text[p["start"] : p["end"]] for p in record["parts"] if p["kind"] not in ("title", "heading")]
        self.names = names("\n".join(body))
        self.published = day_of(record.get("published"))
        self._layers: dict[str, tuple[list[int], list[Record]]] = {}

    @cached_property
    def runs(self) -> frozenset[str]:
        """Each run of five words of the text, in lower case and in one string, of which two are compared at once."""
        words = WORD.findall(self.text.casefold())
        return frozenset(map(" ".join, zip(*(words[at:] for at in range(RUN)), strict=False)))

    @cached_property
    def phrases(self) -> tuple[frozenset[str], ...]:
        """The terms of each phrase that names who does something or whom it befalls, but not of two joined."""
        spans = [span for each in self.record.get("clauses", ()) for span in (each["actor"], each["object"]) if span]
        return tuple(terms(words) for words in map(self.words, spans) if not JOINED.search(words))

    @cached_property
    def things(self) -> frozenset[str]:
        """The terms of all these phrases and the names: whom and what the document is about."""
        return self.names.union(*self.phrases)

    def kind_at(self, position: int) -> str:
        """The kind of the part that a character stands in."""
        at = bisect_left(self.starts, position + 1) - 1
        return str(self.record["parts"][at]["kind"]) if at >= 0 else "body"

    def inside(self, layer: str, span: Range) -> list[Record]:
        """What a layer (times, places, quantities) has inside a span."""
        if layer not in self._layers:
            found = sorted(self.record.get(layer, ()), key=lambda each: each["span"][0])
            self._layers[layer] = ([each["span"][0] for each in found], found)
        starts, held = self._layers[layer]
        near = held[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
        return [each for each in near if each["span"][1] <= span[1]]

    def words(self, span: Sequence[int]) -> str:
        """The words of a span."""
        return self.text[span[0] : span[1]]


def day_of(written: str | None) -> date | None:
    """The day of an ISO 8601 date; None for a month or a year."""
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def said(page: Page, clause: Record, claim: Record | None) -> Said:
    """The clause of a record as it is compared."""
    span, sentence = _range(clause["span"]), _range(clause["sentence"])
    words = page.words(span)
    own, denies = terms(_said(page, span, claim)), claim is not None and claim["act"] == "denies"
    return Said(
        document=page.id,
        span=span,
        sentence=sentence,
        part=page.kind_at(span[0]),
        voice=clause["voice"],
        text=words,
        terms=own,
        around=own | terms(page.words(sentence)) | _speaker(claim),
        names=own & page.names | frozenset(each for each in own if each[0] == "@"),
        verb=_verb(page, clause),
        light=bool(clause["verb"]) and _verb(page, clause) is None,
        actor=_party(page, clause, clause["actor"]),
        object=_party(page, clause, clause["object"]),
        numbers=_numbers(page, span),
        numbers_around=_numbers_of(page, claim),
        days=_days(page, span),
        days_around=_days(page, sentence),
        published=page.published,
        places=_places(page, span),
        places_around=_places(page, sentence),
        polarity=clause["polarity"] != denies,
        modality=clause["modality"],
        claim=claim,
        page=page,
    )


def _said(page: Page, span: Range, claim: Record | None) -> str:
    """The words of a clause without an attribution put in between: *they fled, the mayor said, on Monday*."""
    pieces = [(max(span[0], first), min(span[1], last)) for first, last in (claim or {}).get("content", ())]
    return " ".join(page.words(each) for each in pieces if each[0] < each[1]) or page.words(span)


def _numbers_of(page: Page, claim: Record | None) -> tuple[Number, ...]:
    """The numbers of all clauses of a claim: *it hit a school and killed six* is retold as *it hit it, killing six*."""
    return tuple(each for span in (claim or {}).get("content", ()) for each in _numbers(page, _range(span)))


def _range(span: Sequence[int]) -> Range:
    return span[0], span[1]


def _speaker(claim: Record | None) -> frozenset[str]:
    speaker = (claim or {}).get("speaker") or {}
    return _named(speaker.get("name"), speaker.get("side"), speaker.get("role"))


@lru_cache(maxsize=4096)
def _named(*words: str | None) -> frozenset[str]:
    return frozenset().union(*(terms(each) for each in words if each))


def _verb(page: Page, clause: Record) -> str | None:
    if not clause["verb"]:
        return None
    found = terms(page.words(clause["verb"]))
    return min(found) if found else None


def _party(page: Page, clause: Record, span: Sequence[int] | None) -> Party | None:
    if not span:
        return None
    words = page.words(span)
    (start, end), verb = clause["span"], clause["verb"] or clause["span"]
    side = (start, verb[0]) if span[1] <= verb[0] else (verb[1], end)
    if AGED.search(words):
        return Party(frozenset(), True, _range(span), side)
    stands_in = words.split()[0].lower() in PRONOUNS
    return Party(terms(words) - ANYBODY, stands_in, _range(span), side)


def _numbers(page: Page, span: Range) -> tuple[Number, ...]:
    found = []
    for each in page.inside("quantities", span):
        value = each["value"] if each["value"] is not None else each["low"] if each["low"] is not None else each["high"]
        if value is not None:
            found.append(Number(float(value), each["unit"] or ""))
    return tuple(found)


def _days(page: Page, span: Range) -> tuple[date, date] | None:
    """The days from the first to the last that the times there may mean."""
    found = [(each["first"], each["last"]) for each in page.inside("times", span) if each["first"] and each["last"]]
    if not found:
        return None
    return date.fromisoformat(min(f for f, _ in found)), date.fromisoformat(max(last for _, last in found))


def _places(page: Page, span: Range) -> frozenset[str]:
    found = page.inside("places", span)
    return frozenset((each["key"] or each["name"]) for each in found if each["precision"] in SMALL)
