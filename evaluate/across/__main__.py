"""
Measures links and matters across articles.

`python -m evaluate.across [--story NAME] [--given] [--verbose] [--write]`
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
os.environ.setdefault("COUNTERCLAIM_GAZETTEER", str(HOME / "examples" / "gazetteer.tsv"))

from evaluate.across.agreement import READING, agreement, decisions, second_reading  # noqa: E402 - see above
from evaluate.across.run import answer  # noqa: E402
from evaluate.across.scoring import KINDS, OPPOSING, Answer, Tally, false_pairs, said_across, score  # noqa: E402
from evaluate.across.stories import APART, SHARED, Story, open_news, own  # noqa: E402
from evaluate.lost import share  # noqa: E402
from evaluate.report import put_between  # noqa: E402

MARKS = ("<!-- across articles: written by python -m evaluate.across --write -->", "<!-- end of across articles -->")
SHARES = {
    "false": "false denies or contradicts, of pairs that go together",
    **{f"false, {each}": f"of them {each}" for each in APART},
    "false, both found": "of pairs that go together with both claims found",
    "opposes or one dispute": "opposing links that are right or between two sides of one contested matter",
    "in one dispute": "opposing pairs that stand on two sides of one contested matter of the program",
    "contested matters": "contested matters, recall",
    "both ends": "wanted links whose two claims are found",
    "claims": "marked claims found",
}
Column = tuple[str, Tally]


def main() -> int:
    """Prints the figures of our own stories and of the open news, end to end or with the gold's attributions given."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--story", help="only the story of this name")
    asked.add_argument("--given", action="store_true", help="give the product the gold's attributions")
    asked.add_argument("--verbose", action="store_true", help="name what is missed and false in our own stories")
    asked.add_argument("--write", action="store_true", help="write the figures, both ways, into docs/results.md")
    wanted = asked.parse_args()
    if wanted.write and (wanted.story or wanted.given):
        asked.error("--write wants all stories both ways; leave --story and --given out")
    news = open_news()
    if not news:
        print(f"open news: skipped, {SHARED / 'data' / 'news'} or its gold is not there", file=sys.stderr)
    ways = (False, True) if wanted.write else (wanted.given,)
    columns = [
        column
        for given in ways
        for title, stories in (("own stories", own()), ("open news", news))
        if (column := _column(title, stories, wanted.story, given=given, verbose=wanted.verbose))
    ]
    if not columns:
        asked.error(f"no story is called {wanted.story!r}")
    table = "\n".join(_table(columns)) + "\n" + _agreed(own()) + "\n"
    print(table)
    if wanted.write:
        put_between(MARKS, table, HOME / "docs" / "results.md")
    return 0


def _column(title: str, stories: Sequence[Story], name: str | None, *, given: bool, verbose: bool) -> Column | None:
    """The figures of a set of stories; None where none is asked for."""
    chosen = [each for each in stories if name in (None, each.name)]
    if not chosen:
        return None
    total: Tally = Counter()
    for story in chosen:
        found = answer(story, given=given)
        total += score(story, found)
        if verbose and title == "own stories":
            _tell(story, found)
    return f"{title}, {'attributions given' if given else 'end to end'}", total


def _table(columns: Sequence[Column]) -> Iterator[str]:
    yield f"| what | {' | '.join(title for title, _ in columns)} |"
    yield f"|---|{'---|' * len(columns)}"
    for name in ("opposes", *KINDS):
        yield f"| links: {name}, P / R | {' | '.join(_both(tally, name) for _, tally in columns)} |"
    for name, words in SHARES.items():
        yield f"| {words} | {' | '.join(_share(tally, name) for _, tally in columns)} |"


def _both(tally: Tally, name: str) -> str:
    tp, fp, fn = (tally[f"{name}/{what}"] for what in ("tp", "fp", "fn"))
    return f"{_part(tp, tp + fp)} / {_part(tp, tp + fn)}"


def _share(tally: Tally, name: str) -> str:
    return _part(tally[f"{name}/hits"], tally[f"{name}/of"])


def _part(hits: int, of: int) -> str:
    return f"{share(hits, of):.2f} ({hits} of {of})" if of else "none"


def _agreed(stories: Sequence[Story]) -> str:
    """What a second reader of some of the pairs makes of them."""
    if not READING.is_file():
        return "\nNobody has read a part of the pairs a second time yet."
    first, second = decisions(stories), second_reading()
    said = []
    for title, families in (("decisions", False), ("families of decisions", True)):
        found = agreement(first, second, families=families)
        kappa = "no kappa" if found.kappa is None else f"kappa {found.kappa:.3f}"
        said.append(f"{found.shared} of {found.of} {title} ({kappa})")
    return f"\nA second reader agrees in {' and in '.join(said)}."


def _tell(story: Story, found: Answer) -> None:
    said = said_across(story, found)
    pairs = {frozenset((each.start, each.end)) for each in said}
    false = {(each.later, each.earlier) for each in false_pairs(story, found)}
    for tie in story.across():
        ends = {tie.later, tie.earlier}
        if tie.kind not in APART and ends not in pairs:
            lost = ", ".join(sorted(ends - found.found))
            print(
                f"  {story.name}: missed {tie.kind} {tie.later} {tie.earlier}{f'; not found: {lost}' if lost else ''}"
            )
        elif (tie.later, tie.earlier) in false:
            print(f"  {story.name}: {tie.kind} taken for a dispute: {tie.later} {tie.earlier}")
    wanted = {(t.kind, frozenset((t.later, t.earlier))) for t in story.across()}
    for each in sorted(said, key=lambda one: (one.kind, one.start, one.end)):
        if (each.kind, frozenset((each.start, each.end))) not in wanted:
            note = "opposes" if each.kind in OPPOSING else "other"
            print(f"  {story.name}: not in the gold ({note}): {each.kind} {each.start} {each.end}")


if __name__ == "__main__":
    sys.exit(main())
