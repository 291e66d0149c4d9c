"""Counts the sentences in which a span of an attribution changes when names of states, persons or parties do."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from counterclaim import Reading
from counterclaim.claim.attribution import find_attributions
from counterclaim.data.stand_ins import one_for_each
from counterclaim.understand import understand
from evaluate.swap.cause import cause_of
from evaluate.swap.filled import Filled, Twins, twins
from evaluate.swap.page import SPANS, write_spans

MOST = 0.005
ROLES = ("source", "cue", "content")
GROUPS = {
    "states": "Names of states, with adjectives, peoples and capitals",
    "names": "First names of men and women",
    "pronouns": "First names and the pronouns for them",
    "parties": "Names of parties and their members",
}
# The words of source, cue and content, fields by their names.
Told = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """A span that is not the same: of which attribution, before and after, and why."""

    group: str
    text: str
    exchanged: str
    what: str
    words: str
    before: str
    after: str
    cause: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair of sentences and how its attributions differ."""

    group: str
    template: int
    differences: tuple[Difference, ...]


def compared(pair: Twins) -> Compared:
    """Both sentences read, their attributions compared by the words of their spans."""
    before, after = understand(pair.before.document), understand(pair.after.document)
    first, second = _told(pair.before, before), _told(pair.after, after)
    if first == second:
        return Compared(pair.group, pair.template, ())
    why = cause(pair, before, after)
    found = tuple(
        Difference(pair.group, pair.before.text, pair.after.text, what, words, one, other, why)
        for what, words, one, other in _differing(first, second)
    )
    return Compared(pair.group, pair.template, found)


def _told(filled: Filled, reading: Reading) -> Counter[Told]:
    def words(each: object, role: str) -> str:
        return " / ".join(filled.words(span) for span in getattr(each, role))

    return Counter(
        (words(each, "source"), words(each, "cue"), words(each, "content")) for each in find_attributions(reading)
    )


def _differing(first: Counter[Told], second: Counter[Told]) -> Iterator[tuple[str, str, str, str]]:
    """Each role that differs of attributions with the same cue, else content; the others are found in one alone."""
    ours, theirs = list((first - second).elements()), list((second - first).elements())
    for same in (1, 2):
        for one in list(ours):
            other = next((each for each in theirs if each[same] == one[same]), None)
            if other is not None:
                ours.remove(one)
                theirs.remove(other)
                yield from (
                    (role, " | ".join(one), here, there)
                    for role, here, there in zip(ROLES, one, other, strict=True)
                    if here != there
                )
    yield from (("attribution", " | ".join(one), "found", "not found") for one in ours)
    yield from (("attribution", " | ".join(other), "not found", "found") for other in theirs)


def cause(pair: Twins, before: Reading, after: Reading) -> str:
    """The first name that the models see otherwise than what it was exchanged for, and what the parser makes of it."""
    for (_, one), (_, other) in zip(pair.before.fields, pair.after.fields, strict=True):
        here, there = _seen(one.of(pair.before.text)), _seen(other.of(pair.after.text))
        if here != there:
            tree = cause_of(before, after, 0) if len(before.tokens) == len(after.tokens) else "another number of words"
            return f"the network sees *{here}*, exchanged *{there}*; {tree}"
    return cause_of(before, after, 0)


def _seen(name: str) -> str:
    return " ".join(word for word, _ in one_for_each(name.split()))


def counts(every: Iterable[Compared]) -> dict[str, tuple[int, int]]:
    """For each group the number of sentences, and of those that change."""
    every = list(every)
    return {
        group: (
            sum(each.group == group for each in every),
            sum(each.group == group and bool(each.differences) for each in every),
        )
        for group in GROUPS
    }


def section(every: list[Compared]) -> Iterator[str]:
    """The section of docs/swap.md: counts by group, then every difference."""
    total, changed = len(every), sum(bool(each.differences) for each in every)
    yield f"{SPANS}\n"
    templates = len({each.template for each in every})
    yield f"{templates} templates are filled with names, and with the same exchanged. A sentence changes where the"
    yield "words of a source, a cue or a content do, or where an attribution is found in one of the two only. Written"
    yield f"by `python evaluate/swap/spans.py --write`. At most {MOST:.1%} of the sentences may change.\n"
    yield "| exchanged | sentences | changed | share |"
    yield "|---|---|---|---|"
    for group, (count, differ) in counts(every).items():
        yield f"| {GROUPS[group]} | {count} | {differ} | {differ / count:.2%} |"
    yield f"| all | {total} | {changed} | {changed / total:.2%} |\n"
    differences = [each for one in every for each in one.differences]
    if differences:
        yield "| group | text | exchanged | span | attribution | before | after | cause |"
        yield "|---|---|---|---|---|---|---|---|"
    for each in differences:
        yield "| " + " | ".join(str(cell).replace("|", "/") for cell in asdict(each).values()) + " |"


def main() -> int:
    """Prints what differs; exit code 1 where more than MOST of the sentences change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print counts and differences as JSON")
    parser.add_argument("--write", action="store_true", help="also write the section of docs/swap.md")
    wanted = parser.parse_args()
    every = [compared(pair) for pair in twins()]
    told = "\n".join(section(every))
    print(json.dumps(_record(every)) if wanted.json else told)
    if wanted.write:
        write_spans(told)
    return int(sum(bool(each.differences) for each in every) > MOST * len(every))


def _record(every: list[Compared]) -> dict[str, object]:
    return {
        "templates": len({each.template for each in every}),
        "sentences": len(every),
        "changed": sum(bool(each.differences) for each in every),
        "groups": {group: {"sentences": count, "changed": differ} for group, (count, differ) in counts(every).items()},
        "differences": [asdict(each) for one in every for each in one.differences],
    }


if __name__ == "__main__":
    sys.exit(main())
