"""
Measures whether adding an article costs more the more there are: `python -m bench.growth [--articles N]`.

The articles are made of word tables, without any reader or parser: what is measured is the ledger alone, with the links
from each article to the others of its days.
"""

from __future__ import annotations

import argparse
import random
import resource
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
AROUND = 200
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
    """Adds the articles and prints what one costs after the first thousand and at the end."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--articles", type=int, default=20_000, help="how many articles the ledger has at the end")
    wanted = asked.parse_args()
    compared = Compared()
    vars(across)["bearing"] = compared
    spent: list[float] = []
    pairs: list[int] = []
    held: list[int] = []
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "growth.db", create=True) as ledger:
        for each in articles(wanted.articles):
            before, was = time.process_time(), compared.pairs
            ledger.add(each)
            spent.append(time.process_time() - before)
            pairs.append(compared.pairs - was)
            held.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
            if len(spent) % 1000 == 0:
                _tell(len(spent), spent, pairs, held)
        linked = sum(1 for link in ledger.links() if link["found_by"].startswith("across"))
        size = (Path(folder) / "growth.db").stat().st_size
    print(f"{linked} links across articles; the file has {size / 1e6:.0f} MB")
    print(f"the last article costs {_mean(spent[-AROUND:]) / _mean(spent[1000 - AROUND : 1000]):.2f} of the 1,000th")


def _tell(count: int, spent: list[float], pairs: list[int], held: list[int]) -> None:
    cost, each = 1000 * _mean(spent[-AROUND:]), _mean(pairs[-AROUND:]) / CLAIMS
    print(
        f"{count:6} articles: {cost:5.1f} ms to add one, {each:4.1f} pairs compared a claim, {held[-1]} MB", flush=True
    )


def _mean(values: list[float] | list[int]) -> float:
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
