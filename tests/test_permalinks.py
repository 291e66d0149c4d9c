"""Every permalink of one version of the rules resolves in the next: whole posts, with rules and tables changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import counterclaim
from counterclaim.claim.attribution import by_rules, cues
from counterclaim.cli.card import card
from counterclaim.data import table
from counterclaim.ledger import Ledger
from counterclaim.model.claim import Attribution
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span

pytestmark = pytest.mark.model

NOW = "2031-06-01T00:00:00Z"
KINDS = ("document", "claim", "link", "matter")
POSTS = {
    "mill.md": """---
title: "Breaking: Torvia says it holds the mill at Anselby, Quell denies it"
date: 2031-05-30T08:00:00
---

Torvia said on Friday that its riders hold the mill at Anselby.

Quell rejects Torvia's claim that its last guard has left the valley. Quell denied that the mill had fallen.

Torvia's governor said that 14 people were wounded. Quell's council said that 60 people were wounded.
""",
    "bridge.md": """---
title: Quell says the bridge still stands
date: 2031-05-31T08:00:00
---

According to Quell, the bridge at Anselby still stands. Torvia insisted that the bridge was gone.

Quell promised that a ferry would sail on Monday.
""",
}

GONE = frozenset({"promise", "insist"})


def without_that(reading: Reading) -> tuple[Attribution, ...]:
    """A rule changed: contents no longer begin with *that*, so the claims of such contents have other ids."""
    text = reading.document.text
    return tuple(replace(each, content=tuple(_bare(span, text) for span in each.content)) for each in by_rules(reading))


def _bare(span: Span, text: str) -> Span:
    lead = "that "
    return Span(span.start + len(lead), span.end) if span.of(text).startswith(lead) else span


def fewer_cues(name: str) -> tuple[dict[str, str], ...]:
    """A table changed: two verbs are no cues any more."""
    return tuple(row for row in table(name) if row.get("lemma") not in GONE)


@pytest.fixture(autouse=True)
def rules_alone() -> Iterator[None]:
    """Tables and rules decide what is found, and a change of them is what these tests are about."""
    with pytest.MonkeyPatch.context() as patches:
        patches.setenv("COUNTERCLAIM_WEIGHTS", "none")
        yield


@pytest.fixture
def second_version(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Puts the changed rule and table in force when its `install` is called; takes them back at the end."""
    yield monkeypatch
    monkeypatch.undo()
    forget_the_table()


def forget_the_table() -> None:
    """The cue table is read once; a changed one must be read anew."""
    cues._cues.cache_clear()  # noqa: SLF001 - nothing but a test changes a table while it is in use


def install(patches: pytest.MonkeyPatch) -> None:
    """From here on the rules are those of the second version, under another name."""
    patches.setattr("counterclaim.claim.find_attributions", without_that)
    patches.setattr("counterclaim.claim.attribution.cues.table", fewer_cues)
    for module in ("recording", "analysis"):
        patches.setattr(f"counterclaim.pipeline.{module}.extractor", lambda: "rules-second")
    forget_the_table()


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """The two posts as files."""
    for name, text in POSTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def take_in(posts: Path, ledger: Ledger) -> None:
    """Adds the posts; none fails."""
    outcomes = list(counterclaim.record([posts / name for name in POSTS], ledger, captured=NOW))
    assert [outcome.failure for outcome in outcomes] == [None] * len(POSTS)


def printed(ledger: Ledger) -> dict[str, list[str]]:
    """The ids of each kind that an export gives away."""
    records = [json.loads(line) for line in "".join(counterclaim.export(ledger)).splitlines()]
    return {kind: [each["id"] for each in records if each["kind"] == kind] for kind in KINDS}


def test_every_id_that_was_given_away_resolves_after_the_rules_change(
    posts: Path, second_version: pytest.MonkeyPatch
) -> None:
    """Documents, claims, links and matters of the first version can be shown, and so can those of the second."""
    with Ledger(posts / "a.ledger", create=True) as ledger:
        take_in(posts, ledger)
        first = printed(ledger)
        quotes = {each: ledger.resolve(each).payload["quote"] for each in first["claim"]}
        install(second_version)
        take_in(posts, ledger)
        second = printed(ledger)
        assert all(first[kind] for kind in KINDS)
        assert first["document"] == second["document"]
        assert set(first["claim"]) != set(second["claim"])
        for identifier in {each for ids in (*first.values(), *second.values()) for each in ids}:
            shown = list(card(ledger, ledger.resolve(identifier)))
            assert identifier in shown[0]
            assert len(shown) > 1
        # What it said then it says still.
        assert {each: ledger.resolve(each).payload["quote"] for each in first["claim"]} == quotes
        assert ledger.verify().ok


def test_a_claim_read_anew_leads_to_its_successor_and_a_lost_one_stays(
    posts: Path, second_version: pytest.MonkeyPatch
) -> None:
    """The successor is the same act of saying: its words without *that*; what is no longer found leads nowhere."""
    with Ledger(posts / "a.ledger", create=True) as ledger:
        take_in(posts, ledger)
        before = {claim["id"]: claim for claim in ledger.claims()}
        links = list(ledger.links())
        install(second_version)
        take_in(posts, ledger)
        lost = {each for each, claim in before.items() if claim["words"]["cue"][0] in ("promised", "insisted")}
        assert lost
        for identifier, claim in before.items():
            found = ledger.resolve(identifier)
            if identifier in lost:
                assert (found.state, found.successor) == ("superseded", None)
                continue
            heir = ledger.resolve(found.successor or identifier)
            assert heir.state == "current"
            assert heir.payload["cue"] == claim["cue"]
            assert heir.payload["quote"] == claim["quote"].removeprefix("that ")
        kept = [link for link in links if not lost & {link["from"], link["to"]}]
        assert kept
        assert all(
            ledger.resolve(ledger.resolve(each["id"]).successor or each["id"]).state == "current" for each in kept
        )


def test_what_a_person_decided_stays_with_the_claim_read_anew(posts: Path, second_version: pytest.MonkeyPatch) -> None:
    """A better rule takes no decision out of sight."""
    with Ledger(posts / "a.ledger", create=True) as ledger:
        take_in(posts, ledger)
        claim = next(
            each["id"]
            for each in ledger.claims()
            if each["words"]["cue"] == ["said"] and each["quote"].startswith("that ")
        )
        ledger.decide(claim, "accepted", by="a reader")
        install(second_version)
        take_in(posts, ledger)
        heir = ledger.resolve(claim).successor
        assert heir is not None
        assert [each.decision for each in ledger.resolve(heir).decisions] == ["accepted"]
        # Other words were accepted than are read now: the decision stands beside the claim and no longer holds for it.
        assert ledger.resolve(heir).review == "unreviewed"


def test_the_first_rules_again_make_the_first_ids_current_again(
    posts: Path, second_version: pytest.MonkeyPatch
) -> None:
    """There and back: the export is what it was, and the ids of the time between still resolve."""
    with Ledger(posts / "a.ledger", create=True) as ledger:
        take_in(posts, ledger)
        first, before = printed(ledger), "".join(counterclaim.export(ledger))
        install(second_version)
        take_in(posts, ledger)
        between = printed(ledger)
        second_version.undo()
        forget_the_table()
        take_in(posts, ledger)
        assert printed(ledger) == first
        assert "".join(counterclaim.export(ledger)) == before
        assert all(ledger.resolve(each).id == each for ids in between.values() for each in ids)
        assert ledger.verify().ok
