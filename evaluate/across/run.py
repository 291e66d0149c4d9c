"""Reads the articles of a story with the whole product, links them, and says it in the ids of the gold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from counterclaim import Analysis, Attribution, Basis, Claim, Span, Status, analyse_all, connect
from counterclaim.claim.accused import with_accused
from counterclaim.claim.interpret import interpret
from counterclaim.dispute import find_disputes
from evaluate.across.scoring import Answer, Said
from evaluate.across.stories import Story
from evaluate.anchoring import Pair, flat, parts_of, placed

Spots = Mapping[str, Mapping[str, list[Pair]]]
SPANS = ("source", "cue", "content")


def answer(story: Story, *, given: bool = False) -> Answer:
    """
    What the product makes of `story`.

    Where `given`, the attributions of the gold stand in the place of those that the product would find; speakers,
    sides, acts and frames are its own either way.
    """
    names: dict[str, str] = {}
    read = []
    for analysis in _read(story):
        spots = _spots(story.marked[Path(str(analysis.document.path))], analysis)
        told, ours = _given(analysis, spots) if given else (analysis, _matched(spots, analysis))
        names |= ours
        read.append(told)
    return _told(read, names)


def _read(story: Story) -> list[Analysis]:
    found = []
    for each in analyse_all(story.articles):
        if not isinstance(each, Analysis):
            raise SystemExit(f"{story.name}: {each}")
        found.append(each)
    return found


def _spots(marked: Sequence[Mapping[str, Any]], analysis: Analysis) -> Spots:
    """Where the marked attributions stand in the text as read; those that aren't there are left out."""
    document = analysis.document
    text = flat(document.text)
    parts = parts_of(
        {"parts": [{"kind": str(p.kind), "start": p.span.start, "end": p.span.end} for p in document.parts]}
    )
    found = {each["id"]: placed(each, text, parts) for each in marked}
    return {name: spans for name, spans in found.items() if spans is not None}


def _given(analysis: Analysis, spots: Spots) -> tuple[Analysis, dict[str, str]]:
    """The analysis with claims made of the gold's attributions, and the gold's id of each claim."""
    spans = [tuple(tuple(Span(*pair) for pair in each[key]) for key in SPANS) for each in spots.values()]
    attributions = [Attribution(source, cue, content, None, "gold") for source, cue, content in spans]
    made = interpret(analysis.reading, attributions)
    names = dict(zip((claim.id for claim in made), spots, strict=True))
    claims = with_accused(analysis.reading, made)
    disputes = find_disputes(analysis.document, claims)
    return replace(analysis, claims=claims, disputes=disputes), names


def _matched(spots: Spots, analysis: Analysis) -> dict[str, str]:
    """The gold's id of each claim that shares half of the content, a letter of the cue and one of the source."""
    pairs = []
    for name, spans in spots.items():
        wanted = [_letters(spans[key], analysis) for key in SPANS]
        for claim in analysis.claims:
            got = [_letters([[s.start, s.end] for s in getattr(claim, key)], analysis) for key in SPANS]
            if (overlap := _overlap(wanted[2], got[2])) >= 0.5 and _same_place(wanted, got):
                pairs.append((overlap, name, claim.id))
    found: dict[str, str] = {}
    for _, name, claim_id in sorted(pairs, reverse=True):
        if claim_id not in found and name not in found.values():
            found[claim_id] = name
    return found


def _same_place(wanted: Sequence[frozenset[int]], got: Sequence[frozenset[int]]) -> bool:
    cue = bool(wanted[1] & got[1]) or not wanted[1]
    return cue and (bool(wanted[0] & got[0]) or not (wanted[0] or got[0]))


def _letters(spans: Sequence[Sequence[int]], analysis: Analysis) -> frozenset[int]:
    text = analysis.document.text
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _told(read: Sequence[Analysis], names: Mapping[str, str]) -> Answer:
    disputes = connect(read)
    claims: dict[str, Claim] = {claim.id: claim for each in read for claim in each.claims}
    homes = {claim.id: str(each.document.path) for each in read for claim in each.claims}
    said = [
        Said(str(link.kind), names.get(link.from_claim, link.from_claim), names.get(link.to_claim, link.to_claim))
        for link in disputes.links
        if link.basis is not Basis.POSSIBLE and homes[link.from_claim] != homes[link.to_claim]
    ]
    contested = [
        tuple(frozenset(names.get(claim, claim) for claim in side) for side in matter.sides.values())
        for matter in disputes.matters
        if matter.status is Status.CONTESTED
    ]
    return Answer(frozenset(names.values()), tuple(said), tuple(contested), len(claims))
