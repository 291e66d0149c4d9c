"""
Measures whether adding an article costs more the more there are: `python -m bench.growth [--articles N]`.

The articles are made of word tables, without any reader or parser: what is measured is the ledger alone, with the links
from each article to the others of its days.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from counterclaim.dispute import find_disputes
from counterclaim.dispute.across import Found, Remark
from counterclaim.dispute.across import bearing as compare
from counterclaim.ledger import Ledger, across
from counterclaim.model.analysis import Analysis
from counterclaim.model.claim import Act, Certainty, Claim, Form
from counterclaim.model.document import Document, Part, PartKind
from counterclaim.model.identity import identity, identity_of_bytes
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.model.speaker import Speaker

# Fifty articles a day, as a desk of a dozen feeds sees them.
PER_DAY = 50
CLAIMS = 5
FIRST = date(2031, 1, 1)
# So many articles around a mark are averaged.
AROUND = 300
# Where the ledger has so few articles the cost is taken that the last is compared with.
FEW = 1000
# The first ones after a file is opened find nothing in memory.
WARMING = 50
SIDES = ("Norway", "Sweden", "Finland", "Chile", "Peru", "Kenya", "Ghana", "Nepal", "Laos", "Oman", "Cuba", "Malta")
DEEDS = ("shelled", "closed", "sold", "flooded", "searched", "blocked", "bought", "mined", "opened", "fenced")
THINGS = ("harbour", "bridge", "hospital", "market", "dam", "airport", "quarry", "school", "depot", "station")
WHEN = ("at dawn", "overnight", "without notice", "by order", "in the rain", "with heavy machines", "for a week")


@dataclass
class Compared:
    """How many pairs of claims were compared word by word."""

    pairs: int = 0

    def __call__(self, one: Remark, other: Remark) -> Iterator[Found]:
        """What `bearing` gives, counted."""
        self.pairs += 1
        return compare(one, other)


def articles(count: int) -> Iterator[Analysis]:
    """So many analysed articles of five claims, the same every time; a third of the claims are denials of others."""
    chance = random.Random(0)
    town = [
        "".join(chance.choice(("ka", "ri", "lo", "me", "tu", "sa", "vo", "ne")) for _ in range(4)) for _ in range(500)
    ]
    told: list[tuple[str, str, str]] = []
    for number in range(count):
        lines = []
        for _ in range(CLAIMS):
            if told and chance.random() < 1 / 3:
                _, other, deed = told[-chance.randrange(1, min(len(told), 3 * PER_DAY) + 1)]
                lines.append((other, "denied", f"that its men had {deed}"))
                continue
            one, other = chance.sample(SIDES, 2)
            place = chance.choice(town).title()
            deed = f"{chance.choice(DEEDS)} the {chance.choice(THINGS)} of {place} {chance.choice(WHEN)}"
            told.append((one, other, deed))
            lines.append((one, "said", f"that {other} had {deed}"))
        yield _article(number, lines)


def _article(number: int, lines: list[tuple[str, str, str]]) -> Analysis:
    text = f"Report {number} of the day"
    parts = [Part(PartKind.TITLE, Span(0, len(text)))]
    spans = []
    for source, cue, content in lines:
        at = len(text) + 2
        text += f"\n\n{source} {cue} {content}."
        parts.append(Part(PartKind.BODY, Span(at, len(text))))
        ends = at + len(source), at + len(source) + 1 + len(cue)
        spans.append((Span(at, ends[0]), Span(ends[0] + 1, ends[1]), Span(ends[1] + 1, len(text) - 1)))
    day = (FIRST + timedelta(days=number // PER_DAY)).isoformat()
    path = f"{number}.md"
    key = identity_of_bytes("d", f"{number} {text}".encode())
    document = Document(key, text, f"Report {number} of the day", tuple(parts), published=day, path=path, language="en")
    claims = tuple(_claim(document, line, held) for line, held in zip(lines, spans, strict=True))
    return Analysis(document, Reading(document), claims, find_disputes(document, claims))


def _claim(document: Document, line: tuple[str, str, str], held: tuple[Span, Span, Span]) -> Claim:
    return Claim(
        id=identity("c", document.id, held),
        document=document.id,
        source=(held[0],),
        cue=(held[1],),
        content=(held[2],),
        form=Form.INDIRECT,
        act=Act.DENIES if line[1] == "denied" else Act.ACCUSES,
        certainty=Certainty.UNSTATED,
        speaker=Speaker(line[0], side=line[0]),
    )


def main() -> None:
    """Adds the articles, then to a copy of the ledger at its first thousand and to the whole one in turns."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--articles", type=int, default=20_000, help="how many articles the ledger has at the end")
    wanted = asked.parse_args()
    compared = Compared()
    vars(across)["bearing"] = compared
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small.db", Path(folder) / "large.db"
        next_small, next_large = _grown(small, large, wanted.articles, compared)
        with Ledger(large) as ledger:
            linked = sum(1 for link in ledger.links() if link["found_by"].startswith("across"))
        print(f"{linked} links across articles; the file has {large.stat().st_size / 1e6:.0f} MB")
        first, last = _in_turns((small, next_small), (large, next_large))
    print(
        f"in turns: {first:.1f} ms to add one to {FEW} articles, {last:.1f} ms to {wanted.articles}: {last / first:.2f}"
    )


def _grown(small: Path, large: Path, count: int, compared: Compared) -> tuple[list[Analysis], list[Analysis]]:
    """Makes both ledgers; gives the articles that come next in each."""
    spent: list[float] = []
    pairs: list[int] = []
    following: tuple[list[Analysis], list[Analysis]] = ([], [])
    ledger = Ledger(large, create=True)
    for number, each in enumerate(articles(count + AROUND)):
        if number == FEW:
            ledger.close()
            shutil.copy(large, small)
            ledger = Ledger(large)
        for mark, found in zip((FEW, count), following, strict=True):
            if mark <= number < mark + AROUND:
                found.append(each)
        if number < count:
            before, was = time.process_time(), compared.pairs
            ledger.add(each)
            spent.append(time.process_time() - before)
            pairs.append(compared.pairs - was)
        if number < count and (number + 1) % 1000 == 0:
            _tell(number + 1, spent, pairs)
    ledger.close()
    return following


def _in_turns(*both: tuple[Path, list[Analysis]]) -> tuple[float, float]:
    """What adding one costs in each ledger, in ms: one here, one there, so that what else the machine does is equal."""
    spent: list[list[float]] = [[], []]
    with Ledger(both[0][0]) as small, Ledger(both[1][0]) as large:
        for pair in zip(both[0][1], both[1][1], strict=True):
            for ledger, each, found in zip((small, large), pair, spent, strict=True):
                before = time.process_time()
                ledger.add(each)
                found.append(time.process_time() - before)
    return 1000 * _mean(spent[0][WARMING:]), 1000 * _mean(spent[1][WARMING:])


def _tell(count: int, spent: list[float], pairs: list[int]) -> None:
    cost, each = 1000 * _mean(spent[-AROUND:]), _mean(pairs[-AROUND:]) / CLAIMS
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{count:6} articles: {cost:5.1f} ms to add one, {each:4.1f} pairs compared a claim, {held} MB", flush=True)


def _mean(values: list[float] | list[int]) -> float:
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
