"""Which decisions are right, and how often the product opposes claims that go together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from evaluate.hard.pairs import AGREED, APART, OPPOSED, TAKEN_BACK, Pair
from evaluate.lost import interval, share

# The later claim answers the earlier one; `contradicts` and `repeats` hold both ways.
ONE_WAY = ("denies", "corrects", "withdraws", "supports")


@dataclass(frozen=True, slots=True)
class Between:
    """A link between the two claims of a pair; `forward` where it runs from the second to the first."""

    kind: str
    forward: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What the product made of a pair.

    `found` says of each of the two claims whether it was there; `links` stand between the two; `elsewhere` counts the
    opposing links of other claims of the same articles; `denial` is whether the second claim's act is a denial;
    `matter` whether one matter holds both.
    """

    pair: Pair
    found: tuple[bool, bool]
    links: tuple[Between, ...] = ()
    elsewhere: int = 0
    denial: bool = False
    matter: bool = False

    @property
    def missing(self) -> bool:
        """Whether one of the two claims was not found."""
        return not all(self.found)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of the links between the two."""
        return frozenset(link.kind for link in self.links)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: so many of so many, with Wilson's 95% interval."""

    name: str
    hits: int
    of: int

    def __str__(self) -> str:
        return f"{self.name}: {self.figure}"

    @property
    def figure(self) -> str:
        """The share with its interval and its counts; *none* where nothing was asked."""
        if not self.of:
            return "none"
        low, high = interval(self.hits, self.of)
        return f"{share(self.hits, self.of):.3f} [{low:.3f}, {high:.3f}] {self.hits} of {self.of}"


def right(outcome: Outcome) -> bool:
    """
    Whether the decision is right.

    An opposing pair needs `denies` or `contradicts`, a pair taken back `corrects` or `withdraws`, a pair that agrees
    `supports` or `repeats`, and no link of another family beside it. *Unrelated* needs no link at all; *compatible* and
    *update* none but `supports`.
    """
    return _suits(outcome.pair.decision, outcome.kinds)


def _suits(decision: str, kinds: frozenset[str]) -> bool:
    if decision == "unrelated":
        return not kinds
    if decision in APART:
        return kinds <= {"supports"}
    (family,) = (each for each in (OPPOSED, TAKEN_BACK, AGREED) if decision in each)
    return bool(kinds) and kinds <= set(family)


def exact(outcome: Outcome) -> bool:
    """Whether it is right in its very kind too, and runs the right way where the kind has a direction."""
    wanted = outcome.pair.decision
    if wanted in APART:
        return right(outcome)
    return right(outcome) and any(
        link.kind == wanted and (link.forward or wanted not in ONE_WAY) for link in outcome.links
    )


def opposed(outcome: Outcome) -> bool:
    """Whether the product says that one of the two denies or contradicts the other."""
    return bool(outcome.kinds & set(OPPOSED))


def summary(found: Sequence[Outcome]) -> list[Row]:
    """The figures of a set of outcomes, and what three simple ways to decide would reach on the same pairs."""
    apart = [each for each in found if each.pair.apart]
    opposing = [each for each in found if each.pair.decision in OPPOSED]
    others = [each for each in found if not each.pair.apart and each.pair.decision not in OPPOSED]
    return [
        _row("decisions right", found, right),
        _row("  right to the very kind and direction", found, exact),
        _row("  of opposing pairs", opposing, right),
        _row("  of pairs that agree or are taken back", others, right),
        _row("  of pairs that go together", apart, right),
        _row("false denies or contradicts, of pairs that go together", apart, opposed),
        _row("pairs that go together with such a link between other claims", apart, lambda each: bool(each.elsewhere)),
        _row("a claim not found, of opposing pairs", opposing, lambda each: each.missing),
        _row("a claim not found, of all pairs", found, lambda each: each.missing),
        _row("opposing pairs with both claims found, right", [e for e in opposing if not e.missing], right),
        _row("both claims in one matter, of opposing pairs", opposing, lambda each: each.matter),
        _row("both claims in one matter, of pairs that go together", apart, lambda each: each.matter),
        _row(
            "always `contradicts` would be right in",
            found,
            lambda each: _suits(each.pair.decision, frozenset({"contradicts"})),
        ),
        _row("never a link would be right in", found, lambda each: each.pair.apart),
        _row("by the cue alone would be right in", found, _by_cue),
    ]


def _by_cue(outcome: Outcome) -> bool:
    """Whether it would be right to take every claim that is a denial for one of the other claim."""
    return _suits(outcome.pair.decision, frozenset({"denies"} if outcome.denial and not outcome.missing else ()))


def by_cause(found: Sequence[Outcome]) -> list[tuple[str, Row, Row]]:
    """For each cause the decisions right and, of the pairs that go together, the false denies and contradicts."""
    causes = list(dict.fromkeys(each.pair.cause for each in found))
    rows = []
    for cause in causes:
        own = [each for each in found if each.pair.cause == cause]
        rows.append((cause, _row("right", own, right), _row("false", [e for e in own if e.pair.apart], opposed)))
    return rows


def _row(name: str, found: Iterable[Outcome], holds: Callable[[Outcome], bool]) -> Row:
    hits = [holds(each) for each in found]
    return Row(name, sum(hits), len(hits))
