"""Runs the whole product on hard pairs: reads their articles, adds them to a ledger of their own, asks it for links."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from counterclaim import Analysis, Ledger, analyse_all
from evaluate.hard.holding import Mark, held_by
from evaluate.hard.pairs import OPPOSED, Pair
from evaluate.hard.scoring import Between, Outcome

# A guess is never shown as a link between claims.
GUESS = "possible"
CAPTURED = "2032-01-01T00:00:00+00:00"
Record = dict[str, Any]


def outcomes(chosen: Iterable[Pair]) -> Iterator[Outcome]:
    """What the product makes of each pair, one ledger to a pair."""
    for pair in chosen:
        with tempfile.TemporaryDirectory() as folder:
            yield _outcome(pair, Path(folder))


def _outcome(pair: Pair, folder: Path) -> Outcome:
    posts = _posts(pair, folder)
    with Ledger(folder / "hard.counterclaim", create=True) as ledger:
        for analysis in analyse_all(posts):
            if not isinstance(analysis, Analysis):
                raise SystemExit(f"{pair.id}: {analysis}")
            ledger.add(analysis, captured=CAPTURED)
        documents = {Path(each["path"]).stem: each for each in ledger.documents()}
        claims, links = list(ledger.claims()), list(ledger.links())
        matters = list(ledger.matters())
    marks = [
        _mark(pair, words, documents[post.stem]) for words, post in ((pair.first, posts[0]), (pair.second, posts[-1]))
    ]
    first, second = held_by(marks[0], marks[1], claims)
    return _told(pair, (first, second), claims, [each for each in links if each["basis"] != GUESS], matters)


def _posts(pair: Pair, folder: Path) -> list[Path]:
    """The articles as posts, in their order."""
    written = []
    for number, article in enumerate(pair.articles):
        title, publisher = (each.replace('"', '\\"') for each in (article.title, article.publisher))
        head = f'---\ntitle: "{title}"\ndate: {article.published}\npublisher: "{publisher}"\n---\n'
        path = folder / f"{number}.md"
        path.write_text(f"{head}{article.body}\n", encoding="utf-8")
        written.append(path)
    return written


def _mark(pair: Pair, words: str, document: Record) -> Mark:
    start = document["text"].find(words)
    if start < 0:
        raise SystemExit(f"{pair.id}: its text was read without the words {words!r}")
    return Mark(document["id"], start, start + len(words))


def _told(
    pair: Pair, held: tuple[str | None, str | None], claims: list[Record], links: list[Record], matters: list[Record]
) -> Outcome:
    first, second = held
    ours = [each for each in links if {each["from"], each["to"]} == {first, second}]
    others = [each for each in links if each["kind"] in OPPOSED and each not in ours]
    acts = {each["id"]: each["act"] for each in claims}
    return Outcome(
        pair,
        (first is not None, second is not None),
        tuple(Between(each["kind"], each["from"] == second) for each in ours),
        len(others),
        acts.get(second) == "denies",
        any({first, second} <= _claims_of(each) for each in matters),
    )


def _claims_of(matter: Record) -> set[str]:
    return {claim for claims in matter["sides"].values() for claim in claims} | set(matter["unattributed"])
