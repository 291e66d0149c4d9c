"""Counts what is right of the links and matters that the product finds across the articles of a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from evaluate.across.stories import APART, Question, Story, Tie

KINDS = ("denies", "contradicts", "supports", "repeats", "corrects", "withdraws")
OPPOSING = frozenset({"denies", "contradicts"})
# These hold both ways, so either direction is right.
MUTUAL = frozenset({"contradicts", "repeats"})
Tally = Counter[str]
Sides = Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Said:
    """A link of the product; its ends are ids of the gold where a claim is marked there, else the product's own."""

    kind: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the product made of a story: marked claims it found, links across articles, sides of contested matters."""

    found: frozenset[str]
    links: tuple[Said, ...]
    contested: tuple[tuple[frozenset[str], ...], ...]
    claims: int = 0


def score(story: Story, answer: Answer) -> Tally:
    """The tally of one story; `NAME/tp`, `NAME/fp`, `NAME/fn` of what is found, `NAME/hits`, `NAME/of` of shares."""
    tally: Tally = Counter()
    said = said_across(story, answer)
    wanted = [each for each in story.across() if each.kind not in APART]
    _opposes(story, answer, wanted, tally)
    for kind in KINDS:
        _kind(kind, wanted, said, tally)
    _apart(story, answer, said, tally)
    _contested(story, answer, tally)
    tally["claims/hits"] += sum(name in answer.found for name in story.homes)
    tally["claims/of"] += len(story.homes)
    held = [each for each in wanted if {each.later, each.earlier} <= answer.found]
    tally["both ends/hits"] += len(held)
    tally["both ends/of"] += len(wanted)
    return tally


def said_across(story: Story, answer: Answer) -> set[Said]:
    """The product's links with copies told as their originals; what then stands in one article is left out."""
    homes = story.homes
    folded = {
        Said(each.kind, story.copies.get(each.start, each.start), story.copies.get(each.end, each.end))
        for each in answer.links
    }
    return {each for each in folded if each.start not in homes or homes[each.start] != homes.get(each.end)}


def opposed(said: set[Said]) -> set[frozenset[str]]:
    """The pairs of claims that denies or contradicts links join, whatever their direction."""
    return {frozenset((each.start, each.end)) for each in said if each.kind in OPPOSING}


def false_pairs(story: Story, answer: Answer) -> Iterator[Tie]:
    """The pairs that go together in the gold and that the product opposes."""
    pairs = opposed(said_across(story, answer))
    return (each for each in story.across() if each.kind in APART and frozenset((each.later, each.earlier)) in pairs)


def _opposes(story: Story, answer: Answer, wanted: Sequence[Tie], tally: Tally) -> None:
    right = {frozenset((each.later, each.earlier)) for each in wanted if each.kind in OPPOSING}
    got = opposed(said_across(story, answer))
    _count("opposes", right, got, tally)
    tally["opposes or one dispute/hits"] += sum(pair in right or _one_dispute(pair, story) for pair in got)
    tally["opposes or one dispute/of"] += len(got)
    tally["in one dispute/hits"] += sum(any(_parted(pair, sides) for sides in _folded(story, answer)) for pair in right)
    tally["in one dispute/of"] += len(right)


def _one_dispute(pair: frozenset[str], story: Story) -> bool:
    """Whether the gold has both claims on two sides of one contested matter: a reader may link these or others."""
    return any(each.status == "contested" and _parted(pair, each.sides) for each in story.questions)


def _parted(pair: frozenset[str], sides: Sides) -> bool:
    one, other = sorted(pair)
    return any(one in a and other in b for a in sides for b in sides if a is not b)


def _folded(story: Story, answer: Answer) -> list[Sides]:
    """The sides of the product's contested matters, copies told as their originals."""
    return [tuple(frozenset(story.copies.get(c, c) for c in side) for side in sides) for sides in answer.contested]


def _kind(kind: str, wanted: Sequence[Tie], said: set[Said], tally: Tally) -> None:
    right = {_ends(kind, each.later, each.earlier) for each in wanted if each.kind == kind}
    got = {_ends(kind, each.start, each.end) for each in said if each.kind == kind}
    _count(kind, right, got, tally)


def _ends(kind: str, start: str, end: str) -> tuple[str, ...]:
    return tuple(sorted((start, end))) if kind in MUTUAL else (start, end)


def _count(name: str, right: AbstractSet[object], got: AbstractSet[object], tally: Tally) -> None:
    for what, number in (("tp", len(right & got)), ("fp", len(got - right)), ("fn", len(right - got))):
        tally[f"{name}/{what}"] += number


def _apart(story: Story, answer: Answer, said: set[Said], tally: Tally) -> None:
    pairs = opposed(said)
    for each in story.across():
        if each.kind in APART:
            ends = frozenset((each.later, each.earlier))
            for name in (f"false, {each.kind}", "false"):
                tally[f"{name}/hits"] += ends in pairs
                tally[f"{name}/of"] += 1
            tally["false, both found/hits"] += ends in pairs
            tally["false, both found/of"] += ends <= answer.found


def _contested(story: Story, answer: Answer, tally: Tally) -> None:
    """Matters contested in the gold by claims of two articles, each found once where two of its sides are apart."""
    left = _folded(story, answer)
    for question in story.questions:
        if question.status != "contested" or not _spread(question, story):
            continue
        hit = next((each for each in left if _two_sides(question.sides, each)), None)
        tally["contested matters/hits"] += hit is not None
        tally["contested matters/of"] += 1
        if hit is not None:
            left.remove(hit)


def _spread(question: Question, story: Story) -> bool:
    homes = story.homes
    return len({homes[name] for side in question.sides for name in side}) > 1


def _two_sides(wanted: Sides, got: Sides) -> bool:
    """Whether claims of two gold sides stand on two different sides of the product's matter."""
    held = [{k for k, side in enumerate(got) if side & ids} for ids in wanted]
    return any(x != y for i, one in enumerate(held) for other in held[i + 1 :] for x in one for y in other)
