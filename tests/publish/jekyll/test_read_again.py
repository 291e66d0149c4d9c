"""Posts that are read again tell what the ledger has, by whom the ledger has it, and no more: nothing is invented."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from counterclaim.ledger import Ledger
from counterclaim.read import read
from jekyll_made import front_of

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
ENVIRONMENT = os.environ | {"COUNTERCLAIM_GAZETTEER": str(ROOT / "examples" / "gazetteer.tsv")}
# Stand for what stood before them, and are equal in a headline and in the claim that it is made from.
STANDING_IN = frozenset({"it", "this", "that"})
UNNAMED = frozenset({"somebody", "unnamed"})
FIELDS = ["layout", "title", "date", "author", "categories", "tags", "excerpt", "image"]
OWN = ("date", "author", "categories", "image")
Record = dict[str, Any]


@dataclass(frozen=True)
class Round:
    """A ledger, the posts made from it, and what reading them gives."""

    ledger: Path
    posts: tuple[Path, ...]
    told: tuple[Record, ...]
    found: tuple[Record, ...]


def run(*words: object) -> str:
    """What the command prints."""
    command = [sys.executable, "-m", "counterclaim", *map(str, words)]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def round_of(sources: Iterable[Path], folder: Path) -> Round:
    """Adds the sources to a new ledger, exports it as posts and reads these."""
    ledger, out = folder / "round.ledger", folder / "site"
    run("add", *sources, "--ledger", ledger)
    run("export", "--to", "jekyll", "--out", out, "--ledger", ledger)
    with Ledger(ledger) as book:
        told = tuple(book.claims())
    answer = json.loads(run("read", out / "_posts", "--format", "json"))
    found = tuple(_with_words(claim, each["text"]) for each in answer["documents"] for claim in each["claims"])
    return Round(ledger, tuple(sorted((out / "_posts").iterdir())), told, found)


def _with_words(claim: Record, text: str) -> Record:
    return claim | {"words": {"content": [text[start:end] for start, end in claim["content"]]}}


def strangers(found: Iterable[Record], told: Iterable[Record]) -> Iterator[str]:
    """Each claim that none of those told has: the same words or some of them in a row, by the same speaker."""
    known = [(_speaker(each), _words(each), each["act"]) for each in told]
    for each in found:
        speaker, words = _speaker(each), _words(each)
        if set(words) <= STANDING_IN:
            same = any(_alike(speaker, other) and act == each["act"] for other, _, act in known)
        else:
            same = any(_alike(speaker, other) and _within(words, more) for other, more, _ in known)
        if not same:
            yield f"{' '.join(sorted(speaker)) or 'nobody'}: {' '.join(words)}"


def _words(claim: Record) -> list[str]:
    return re.findall(r"\w+", " ".join(claim["words"]["content"]).casefold())


def _speaker(claim: Record) -> frozenset[str]:
    """The words of the speaker's name: *Putin* and *Vladimir Putin* may be one; *somebody unnamed* is nobody known."""
    return frozenset(re.findall(r"\w+", ((claim["speaker"] or {}).get("name") or "").casefold())) - UNNAMED


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one if one and other else not one


def _within(words: list[str], more: list[str]) -> bool:
    return any(more[at : at + len(words)] == words for at in range(len(more) - len(words) + 1))


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Round:
    return round_of((ROOT / "examples" / "posts", ROOT / "examples" / "feeds"), tmp_path_factory.mktemp("examples"))


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Round:
    sources = sorted((SHARED / "seed").glob("*.md"))
    if not sources:
        pytest.skip("the seed is kept beside the project and is not here")
    return round_of(sources, tmp_path_factory.mktemp("seed"))


def test_posts_of_the_examples_tell_no_claim_that_the_ledger_lacks(examples: Round) -> None:
    """Feed and posts, read into a ledger, written as posts, read again."""
    assert len(examples.posts) == 7
    assert len(examples.found) > 60
    assert list(strangers(examples.found, examples.told)) == []


def test_a_claim_that_the_ledger_lacks_would_be_found_out(examples: Round) -> None:
    """Other words, or the words of one in the mouth of another."""
    veldaria = next(each for each in examples.told if _speaker(each) == {"veldaria"} and len(_words(each)) > 3)
    ferrin = veldaria | {"speaker": {"name": "Ferrin"}}
    other = veldaria | {"words": {"content": ["the river ran dry"]}}
    assert len(list(strangers([veldaria, ferrin, other], examples.told))) == 2


def test_the_post_of_the_seed_tells_no_claim_that_the_ledger_lacks(seed: Round) -> None:
    """The first input of all."""
    assert len(seed.found) > 15
    assert list(strangers(seed.found, seed.told)) == []


def test_all_fields_of_the_seed_survive_the_round(seed: Round) -> None:
    """Each is there in the same type; date, author, categories and image are the source's own values."""
    (post,) = read(seed.posts)
    with Ledger(seed.ledger) as book:
        (source,) = book.documents()
    before, after = source["front_matter"], post.front_matter
    assert list(after)[: len(FIELDS)] == FIELDS
    assert set(before) == set(FIELDS)
    assert {key: type(after[key]) for key in before} == {key: type(before[key]) for key in before}
    assert {key: after[key] for key in OWN} == {key: before[key] for key in OWN}
    assert (after["layout"], after["source_title"]) == ("post", source["title"])
    assert after["title"] != source["title"] and after["excerpt"] != before["excerpt"]


def test_a_post_names_the_claims_and_matters_that_it_is_made_of(examples: Round) -> None:
    """By ids that the ledger knows."""
    claims = {each["id"] for each in examples.told}
    with Ledger(examples.ledger) as book:
        matters = {each["id"] for each in book.matters()}
    for post in examples.posts:
        front = front_of(post.read_text(encoding="utf-8"))
        assert set(front["claims"]) <= claims and front["claims"]
        assert set(front["matters"]) <= matters
