"""
Shows the pairs without their decisions for a second reading, and compares such a reading with the first.

`python -m evaluate.hard.blind` prints them in an order that tells nothing; `... --compare FILE` reads lines of id and
decision, separated by a tab, and prints how often both readings agree.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evaluate.hard.pairs import AGREED, APART, OPPOSED, TAKEN_BACK, Pair, pairs

FAMILIES = (OPPOSED, TAKEN_BACK, AGREED, APART)


def number_of(pair: Pair) -> str:
    """A name that gives nothing away."""
    return hashlib.sha256(f"blind {pair.id}".encode()).hexdigest()[:6]


def shown(chosen: Sequence[Pair]) -> Iterator[str]:
    """Each pair as the second reader sees it: articles and marked words, no cause, no decision, no reason."""
    for pair in sorted(chosen, key=number_of):
        yield f"## {number_of(pair)}"
        for article in pair.articles:
            yield f"[{article.published}, {article.publisher}] {article.title}: {article.body}"
        yield f"1: {pair.first}\n2: {pair.second}\n"


def agreement(first: Mapping[str, str], second: Mapping[str, str]) -> tuple[int, int, float]:
    """How many decisions are alike, of how many, and Cohen's kappa."""
    both = [(first[each], second[each]) for each in first if each in second]
    alike = sum(one == other for one, other in both)
    ours, theirs = Counter(one for one, _ in both), Counter(other for _, other in both)
    chance = sum(ours[each] * theirs[each] for each in ours) / len(both) ** 2
    return alike, len(both), (alike / len(both) - chance) / (1 - chance) if chance < 1 else 1.0


def family_of(decision: str) -> str:
    """The family of a decision, named by its first member."""
    return next(family[0] for family in FAMILIES if decision in family)


def main() -> None:
    """Prints the pairs, or the agreement of a reading with the decisions."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--compare", type=Path, help="a second reading: lines of number and decision")
    wanted = asked.parse_args()
    chosen = pairs()
    if not wanted.compare:
        print("\n".join(shown(chosen)))
        return
    lines = wanted.compare.read_text(encoding="utf-8").splitlines()
    second = dict(line.split("\t")[:2] for line in lines if line and not line.startswith("#"))
    first = {number_of(pair): pair.decision for pair in chosen}
    alike, of, kappa = agreement(first, second)
    print(f"decisions alike: {alike} of {of}, kappa {kappa:.3f}")
    families = [{name: family_of(each) for name, each in reading.items()} for reading in (first, second)]
    alike, of, kappa = agreement(*families)
    print(f"families alike: {alike} of {of}, kappa {kappa:.3f}")
    for pair in sorted(chosen, key=number_of):
        other = second.get(number_of(pair))
        if other != pair.decision:
            print(f"  {number_of(pair)} {pair.id}: {pair.decision}, then {other}")


if __name__ == "__main__":
    main()
