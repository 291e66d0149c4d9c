"""Makes the index: which claims hold which words and belong to which side, act, status and source, the latest first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate, groupby
from typing import Any

from counterclaim.publish.dates import spoken
from counterclaim.publish.edition.nouns import Edition, PublishedClaim, PublishedDocument, PublishedMatter
from counterclaim.publish.imprint import Imprint
from counterclaim.publish.neutral import visible
from counterclaim.publish.quoting import LONGEST, shortened
from counterclaim.publish.search.packing import packed, pieces, script, shards
from counterclaim.publish.search.words import words_of
from counterclaim.publish.site.addresses import claim_path
from counterclaim.publish.telling import who

# What a page has to load for one word, and for twenty results that stand far apart.
WORDS_FILE, CLAIMS_FILE = 40_000, 20_000
# A word in more claims than this goes on in the next entry; each number takes one to four letters.
LONGEST_LIST = 10_000
# More choices nobody looks through; the others can be found by their words.
MOST_CHOICES = 200
LONGEST_CHOICE = 80
LONGEST_TEXT = 500
EPOCH = date(1970, 1, 1)
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=T| |$)")


@dataclass(frozen=True)
class Index:
    """The claims of an edition in the order of the results, and what each can be found by."""

    edition: Edition
    imprint: Imprint

    @cached_property
    def claims(self) -> Sequence[PublishedClaim]:
        """All claims, those of the latest documents first, those without a day last."""
        documents = sorted(self.edition.documents.values(), key=_latest_first)
        return [claim for document in documents for claim in document.claims]

    @cached_property
    def sides(self) -> Sequence[str]:
        """The sides with the most claims, by name."""
        return _most(claim.voice.side for claim in self.claims)

    @cached_property
    def sources(self) -> Sequence[str]:
        """The sources with the most claims, by name."""
        return _most(self.document(claim).source for claim in self.claims)

    def document(self, claim: PublishedClaim) -> PublishedDocument:
        """The document that a claim stands in."""
        return self.edition.documents[claim.document]

    def matters(self, claim: PublishedClaim) -> tuple[PublishedMatter, ...]:
        """The matters that a claim speaks to, for a copy those of the claim that it copies."""
        found = self.edition.matters_at.get(claim.id, ())
        return found or self.edition.matters_at.get(claim.copy_of or "", ())

    def files(self) -> Iterator[tuple[str, str]]:
        """Path and text of each file: the manifest, the days, the words, the claims."""
        words = list(shards(self._entries(), WORDS_FILE))
        claims = list(shards(map(self._shown, self.claims), CLAIMS_FILE))
        yield "manifest", script("manifest", self._manifest(words, claims))
        yield "days", script("days", self._days())
        for name, groups in (("words", words), ("claims", claims)):
            for number, group in enumerate(groups):
                yield f"{name}-{number}", script(f"{name}-{number}", group)

    def _manifest(self, words: Sequence[Any], claims: Sequence[Any]) -> dict[str, Any]:
        """How much there is, the first word and the first claim of each file, and what can be chosen."""
        texts = self.imprint.texts
        acts = sorted({claim.act for claim in self.claims})
        statuses = sorted({each.status for each in self.edition.matters.values()})
        return {
            "claims": len(self.claims),
            "words": [group[0][0] for group in words],
            "starts": list(accumulate((len(group) for group in claims[:-1]), initial=0)) if claims else [],
            "side": [_choice(each) for each in self.sides],
            "act": [[each, texts(f"act.{each}")] for each in acts],
            "status": [[each, texts(f"status.{each.replace('-', '_')}")] for each in statuses],
            "source": [_choice(each) for each in self.sources],
        }

    def _days(self) -> list[int]:
        """For each day, the latest first: how many days before the one above it lies, and how many claims it has."""
        told: list[int] = []
        last = 0
        for day, group in groupby(self.claims, key=lambda claim: _day(self.document(claim).published)):
            if day is not None:
                told += [last - day, sum(1 for _ in group)]
                last = day
        return told

    def _entries(self) -> Iterator[list[str]]:
        """Each word with the numbers of its claims, in the order in which the page's script compares words."""
        found = self._numbers()
        for word in sorted(found, key=lambda each: each.encode("utf-16-be", "surrogatepass")):
            for part in pieces(found[word], LONGEST_LIST):
                yield [word, packed(part)]

    def _numbers(self) -> dict[str, list[int]]:
        titles = {each.id: words_of(f"{each.title} {each.source or ''}") for each in self.edition.documents.values()}
        choices = _Choices(self)
        found: dict[str, list[int]] = {}
        for number, claim in enumerate(self.claims):
            own = {*titles[claim.document], *words_of(" ".join(self._said(claim))), *choices.of(claim)}
            for word in own:
                found.setdefault(word, []).append(number)
        return found

    def _said(self, claim: PublishedClaim) -> Iterator[str]:
        """The words that a claim is found by: its own, who says and who tells it, where."""
        yield claim.quote.words
        for voice in (claim.voice, *claim.tellers):
            yield from (each for each in (voice.name, voice.role, voice.side) if each)
        for place in self.document(claim).places:
            start, end = place["span"]
            if any(first <= start and end <= last for first, last in claim.content):
                yield str(place["name"])
        yield from (each.place_name for each in self.matters(claim) if each.place_name)

    def _shown(self, claim: PublishedClaim) -> list[str]:
        """What a result shows: address, who, act, words, title, source, day, status."""
        texts, document = self.imprint.texts, self.document(claim)
        statuses = dict.fromkeys(each.status.replace("-", "_") for each in self.matters(claim))
        return [
            claim_path(claim.document, claim.id),
            _short(who(claim, texts)),
            _short(visible(claim.cue_words)) if claim.unsaid else texts(f"act.{claim.act}"),
            _short(visible(shortened(claim.quote.words, LONGEST)[0])),
            _short(visible(document.title) or texts("search.no_title")),
            _short(visible(document.source or "")),
            _short(visible(spoken(document.published, texts))) if document.published else "",
            texts.listed([texts(f"status.{each}") for each in statuses]),
        ]


class _Choices:
    """Words that no text can hold, for what can be chosen: `=side=3` is the fourth side of the manifest."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._numbers: Mapping[str, Mapping[str, int]] = {
            "side": {each: number for number, each in enumerate(index.sides)},
            "source": {each: number for number, each in enumerate(index.sources)},
        }

    def of(self, claim: PublishedClaim) -> Iterator[str]:
        """The choices under which a claim is found."""
        yield f"=act={claim.act}"
        for matter in self._index.matters(claim):
            yield f"=status={matter.status}"
        for kind, value in (("side", claim.voice.side), ("source", self._index.document(claim).source)):
            number = self._numbers[kind].get(value or "")
            if number is not None:
                yield f"={kind}={number}"


def _most(names: Iterable[str | None]) -> list[str]:
    """The most frequent names in alphabetical order."""
    counted = Counter(name for name in names if name and len(name) <= LONGEST_CHOICE)
    return sorted(sorted(counted, key=lambda name: (-counted[name], name))[:MOST_CHOICES], key=_alphabetical)


def _choice(name: str) -> list[str]:
    """A value, and what is shown for it where that is something else."""
    return list(dict.fromkeys((name, visible(name))))


def _alphabetical(name: str) -> tuple[str, str]:
    return name.casefold(), name


def _latest_first(document: PublishedDocument) -> tuple[bool, int]:
    day = _day(document.published)
    return day is None, -(day or 0)


def _day(published: str | None) -> int | None:
    """The day of publication, counted from 1970; for a month or year its first day; None where there is none."""
    found = _DAY.match(published or "")
    if not found:
        return None
    try:
        return (date(int(found[1]), int(found[2] or 1), int(found[3] or 1)) - EPOCH).days
    except ValueError:
        return None


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"
