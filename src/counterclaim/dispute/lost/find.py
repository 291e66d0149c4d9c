"""Finds where a headline, a copy or another article says in its own voice what was somebody's claim, or was hedged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.dispute.lost.because import because
from counterclaim.dispute.lost.compare import ARTICLE, COPY, HEADLINE, LOOSE, Bar, same
from counterclaim.dispute.lost.copied import Copies
from counterclaim.dispute.lost.fit import attributed_alike, decided, names_speaker, takes_for_so, unnamed, whole
from counterclaim.dispute.lost.index import Index
from counterclaim.dispute.lost.said import Page, Record, Said, said
from counterclaim.dispute.names import parties
from counterclaim.model.claim import Act
from counterclaim.model.lost import Lost, Missing, Where
from counterclaim.model.span import Span

RULES = {Where.HEADLINE: "lost.headline.v1", Where.COPY: "lost.copy.v1", Where.ARTICLE: "lost.article.v1"}
BARS = {Where.HEADLINE: HEADLINE, Where.COPY: COPY, Where.ARTICLE: ARTICLE}
HEADLINES = frozenset({"title", "excerpt"})
# So many words in common, nearly all of both clauses, are one thing said twice though it names nobody.
MANY, CLOSE = 6, 0.85
# What is promised, asked or foreseen is not reported as so, and what is only possible is hedged.
REPORTED = frozenset({"asserted", "possible"})


@dataclass(frozen=True)
class Paper:
    """One document with its clauses by voice: its `own` plain ones, its `hedged` ones, and those `told` by claims."""

    page: Page
    origin: str
    own: tuple[Said, ...]
    hedged: tuple[Said, ...]
    told: tuple[Said, ...]

    @property
    def careful(self) -> tuple[Said, ...]:
        """What it does not say plainly in its own voice."""
        return *self.told, *self.hedged


@dataclass(frozen=True, slots=True)
class Shelf:
    """All documents by id, their claims to be looked up, and which are copies of which."""

    papers: Mapping[str, Paper]
    index: Index
    copies: Copies


@dataclass(frozen=True, slots=True)
class Match:
    """An own-voice clause, what it leaves the attribution or hedge of, where, and how alike they are."""

    own: Said
    told: Said
    where: Where
    score: float


def find_lost(documents: Iterable[Record], claims: Iterable[Record]) -> tuple[Lost, ...]:
    """
    Every place where attribution or a hedge was lost, by document and place in the text.

    `documents` and `claims` are records as a ledger's `documents()` and `claims()` give them. Claims that people
    rejected count as none. Time grows with the number of clauses, not with its square.
    """
    by_document: defaultdict[str, dict[str, Record]] = defaultdict(dict)
    for claim in claims:
        if claim.get("review") != "rejected":
            by_document[claim["document"]][claim["id"]] = claim
    found = {record["id"]: _paper(record, by_document[record["id"]]) for record in documents}
    papers = dict(sorted(found.items()))
    index = Index((each, paper.origin) for paper in papers.values() for each in paper.careful if _first(each))
    shelf = Shelf(papers, index, Copies())
    matches = [match for paper in papers.values() for match in _of(paper, shelf)]
    return tuple(_lost(match, papers) for match in sorted(matches, key=lambda each: (each.own.document, each.own.span)))


def _paper(record: Record, claims: dict[str, Record]) -> Paper:
    page = Page(record)
    made = []
    for clause in record.get("clauses", ()):
        claim = claims.get(clause["claim"]) if clause["claim"] else None
        if clause["claim"] is None or claim is not None:
            made.append(said(page, clause, claim))
    return Paper(
        page,
        record.get("origin") or page.id,
        own=tuple(each for each in made if each.voice == "own" and each.modality == "asserted" and whole(page, each)),
        hedged=tuple(each for each in made if each.voice == "hedged" and each.modality in REPORTED),
        told=tuple(
            each for each in made if each.voice == "claim" and each.modality in REPORTED and not decided(page, each)
        ),
    )


def _first(told: Said) -> bool:
    """Whether a claim can be what another article left the attribution of: its own, and not a copy's again."""
    return told.part not in HEADLINES and not (told.claim or {}).get("copy_of")


def _of(paper: Paper, shelf: Shelf) -> Iterator[Match]:
    """The losses in one document: one for each of its own clauses, and one for each claim."""
    best: dict[tuple[str, tuple[int, int]], Match] = {}
    for own in paper.own:
        match = _in_headline(own, paper) if own.part in HEADLINES else None
        match = match or _elsewhere(own, paper, shelf)
        if match:
            key = (match.told.document, match.told.span)
            if key not in best or _rank(match) > _rank(best[key]):
                best[key] = match
    yield from best.values()


def _rank(match: Match) -> tuple[bool, float, int]:
    """A loss in the body tells more than the same one in an excerpt of it."""
    return match.own.part == "body", match.score, -match.own.span[0]


def _in_headline(own: Said, paper: Paper) -> Match | None:
    """The claim or hedged clause of the body that a headline states; None where the body states it as well."""
    if _states(own, paper):
        return None
    below = [each for each in paper.careful if each.part not in HEADLINES]
    found = _best(own, below, HEADLINE)
    return _unless_agreed(own, found, below, Where.HEADLINE)


def _states(said: Said, paper: Paper) -> bool:
    """Whether the body says so itself, in its own voice and without a hedge."""
    body = [each for each in paper.own if each.part not in HEADLINES and each is not said]
    return any(same(said, each, LOOSE) or same(each, said, LOOSE) or takes_for_so(each, said) for each in body)


def _elsewhere(own: Said, paper: Paper, shelf: Shelf) -> Match | None:
    """The claim of another document that this clause states, where this document attributes it nowhere."""
    near = [each for each in shelf.index.near(own, paper.origin) if _before(shelf.papers[each.document], paper)]
    found = [each for told in near if (each := _match(own, told, paper, shelf))]
    if not found or _attributes(own, paper):
        return None
    best = max(found, key=lambda each: (each.where is Where.COPY, each.score, each.told.document, each.told.span))
    source = shelf.papers[best.told.document]
    return _unless_agreed(own, (best.score, best.told), [*near, *source.careful], best.where)


def _match(own: Said, told: Said, paper: Paper, shelf: Shelf) -> Match | None:
    """What an article says in its own voice against a claim in another."""
    # Whether one is a copy takes longest to tell, and a copy's bar is the lower one.
    if not same(own, told, COPY):
        return None
    source = shelf.papers[told.document]
    where = Where.COPY if shelf.copies.copied(paper, source) else Where.ARTICLE
    score = same(own, told, BARS[where])
    if not score or _still_attributed(own, told, paper, source) or _states(told, source):
        return None
    # What one article hedges or foresees another may know; and it may be of another thing that is like it.
    if where is Where.ARTICLE and (_open(told, source) or not _telling(own, told, score)):
        return None
    return Match(own, told, where, score)


def _open(told: Said, source: Paper) -> bool:
    """Whether what was told was open then, so that a later article may know it: hedged, hearsay or foreseen."""
    return told.claim is None or told.claim["act"] == Act.PREDICTS or unnamed(told, source.page)


def _still_attributed(own: Said, told: Said, paper: Paper, source: Paper) -> bool:
    pages = paper.page, source.page
    return attributed_alike(own, told, *pages) or names_speaker(own, told, *pages)


def _before(source: Paper, paper: Paper) -> bool:
    """Whether what `source` reports was there when `paper` came out; of copies, the origin is there first."""
    if source.page.id == paper.page.id:
        return False
    if source.origin == paper.origin and paper.page.id == paper.origin:
        return False
    one, other = source.page.published, paper.page.published
    if one is None or other is None:
        return source.origin == paper.origin
    return one <= other


def _telling(own: Said, told: Said, score: float) -> bool:
    """Whether two articles speak of one thing and not of two like it: by a place, name or number, or by many words."""
    named = own.places & told.places_around or own.names & told.around or own.numbers
    return bool(named) or (len(own.terms & told.terms) >= MANY and score >= CLOSE)


def _attributes(own: Said, paper: Paper) -> bool:
    """Whether this very document gives it as somebody's claim, or hedges it, elsewhere."""
    return any(same(own, each, LOOSE) for each in paper.careful)


def _best(own: Said, told: Sequence[Said], bar: Bar) -> tuple[float, Said] | None:
    scored = [(score, each) for each in told if (score := same(own, each, bar))]
    return max(scored, key=lambda pair: (pair[0], -pair[1].span[0])) if scored else None


def _unless_agreed(own: Said, found: tuple[float, Said] | None, others: Sequence[Said], where: Where) -> Match | None:
    """The match, unless two sides say the same: then nobody's claim stands alone."""
    if found is None:
        return None
    score, told = found
    sides = [side for each in (told, *others) if (side := _side(each)) and same(own, each, LOOSE)]
    if any(one.isdisjoint(sides[0]) for one in sides[1:]):
        return None
    return Match(own, told, where, round(score, 3))


def _side(told: Said) -> frozenset[str] | None:
    speaker = (told.claim or {}).get("speaker") or {}
    name = speaker.get("side") or speaker.get("name")
    return parties(name) if name else None


def _lost(match: Match, papers: dict[str, Paper]) -> Lost:
    own, told = match.own, match.told
    what = Missing.HEDGE if told.claim is None or unnamed(told, papers[told.document].page) else Missing.ATTRIBUTION
    return Lost(
        document=own.document,
        span=Span(*own.span),
        origin=told.document,
        told=Span(*told.span),
        claim=told.claim["id"] if told.claim else None,
        what=what,
        where=match.where,
        because=because(match.where, own, told, papers[told.document].page.record),
        found_by=RULES[match.where],
        score=match.score,
    )
