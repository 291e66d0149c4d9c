"""What a ledger holds at a glance, made by hand: nothing bare, nothing twice, no unknown speaker on a side."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from counterclaim.cli.overview import print_overview
from counterclaim.ledger import Ledger
from counterclaim.model.identity import identity
from counterclaim.model.matter import Disputes, Matter, Position, Status
from counterclaim.publish.overview import overview
from stories_made import analysis_of, document_of

NOW = "2031-05-02T10:00:00Z"


def asked(number: int, status: Status, claim: str) -> Matter:
    """One more question, on one claim."""
    question = f"Question {number:03}?"
    given = (Position("yes", (claim,), ("Ferrin",)),)
    return Matter(identity("m", question), question, status, {"Ferrin": (claim,)}, given)


def record(path: Path, *extra: Matter, limit: int = 20) -> dict[str, Any]:
    """The overview of a ledger that holds the bridge and these matters more."""
    analysis = analysis_of()
    disputes = replace(analysis.disputes, matters=(*extra, *analysis.disputes.matters))
    with Ledger(path / "a.ledger", create=True) as ledger:
        ledger.add(replace(analysis, disputes=disputes), captured=NOW)
        return overview(ledger, limit=limit)


def lines(found: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The overview as text."""
    print_overview(found, "a.ledger")
    return capsys.readouterr().out.splitlines()


def test_a_matter_is_shown_with_answers_words_speakers_documents_and_links(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever reads it needs no second question to know who says what, where, and how it bears on the other."""
    shown = lines(record(tmp_path), capsys)
    assert shown[0] == "a.ledger: 1 document of 1 origin, 3 claims, 1 link"
    assert shown[1] == "1 matter: 1 contested"
    assert re.fullmatch(r"Did guards flee the bridge\?  \[contested\]  m\w{9}", shown[3])
    start = shown.index("  Orsa: yes")
    assert shown[start + 1] == "    1  Orsa, as Ferrin tells it  asserts"
    assert shown[start + 2] == "       that 40 guards fled the bridge"
    assert re.fullmatch(r"       from: A bridge  c\w{9}", shown[start + 3])
    assert "    2  Ferrin  denies  2031-05-02, via Telegram" in shown
    assert "  2 denies 1, because the denial holds the claim" in shown


def test_contested_matters_come_first_and_the_rest_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hundred matters stay readable."""
    claim = analysis_of().claims[0].id
    found = record(tmp_path, *(asked(number, Status.ONE_SIDED, claim) for number in range(100)), limit=3)
    assert [matter["status"] for matter in found["matters"]] == ["contested", "one-sided", "one-sided"]
    shown = lines(found, capsys)
    assert "101 matters: 1 contested, 100 one-sided" in shown
    assert "and 98 more matters: see them with --limit 101" in shown


def test_a_copy_is_named_with_what_it_copies_and_not_listed_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two copies of one article are one voice."""
    first = analysis_of()
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        ledger.add(first, captured=NOW)
        ledger.add(second_copy(), captured=NOW)
        found = overview(ledger)
    (matter,) = found["matters"]
    assert len(matter["claims"]) == 2
    assert found["counts"]["copied_claims"] == 3
    shown = lines(found, capsys)
    assert shown.count("       that 40 guards fled the bridge") == 1
    assert sum(line.startswith("       again: A second bridge") for line in shown) == 2


def second_copy() -> Any:
    """The same text under another title, of the same origin."""
    first = document_of()
    copy = replace(first, id=identity("d", "copy"), title="A second bridge", origin=first.id)
    analysis = analysis_of(copy)
    (matter,) = analysis.disputes.matters
    return replace(analysis, disputes=Disputes(analysis.disputes.links, (matter,)))


def test_words_that_say_too_little_come_with_their_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """*it* alone tells nobody what is denied."""
    found = record(tmp_path)
    claim = found["matters"][0]["claims"][0]
    claim["quote"], claim["sentence"] = "it", {"words": "Ferrin denies it."}
    assert "       in the sentence: Ferrin denies it." in lines(found, capsys)


def test_a_ledger_without_matters_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing found is an answer."""
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        found = overview(ledger)
    assert "no matter: nothing was found on which claims can be set side by side" in lines(found, capsys)


def test_the_same_matters_in_another_order_of_adding_give_the_same_overview(tmp_path: Path) -> None:
    """Order and time of adding decide nothing."""
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    claim = analysis_of().claims[0].id
    extra = [asked(number, Status.ONE_SIDED, claim) for number in range(9)]
    assert record(tmp_path / "one", *extra) == record(tmp_path / "other", *reversed(extra))
