"""Claims of one article answer those of another in the ledger, however late either of them came."""

from __future__ import annotations

import sqlite3
from itertools import permutations

import pytest

from counterclaim.ledger import Ledger

ASKED = "Is it so, as claimed by Marrow: “its engineers hold the Ost bridge from bank to bank”?"


def told(story, name: str, *, on: str):
    """A report in which Marrow says that it holds the bridge."""
    doc = story.document((story_line(story, "Marrow said that"),), title=f"Report {name}", path=f"{name}.md")
    doc = story.replace(doc, published=on)
    return story.analysis(doc, [story.claim(doc, "Marrow", "said", story.HELD)])


def denied(story, name: str, *, on: str):
    """A report in which Velden denies it."""
    words = f"Velden denied that {story.DENIED}."
    doc = story.replace(story.document((words,), title=f"Report {name}", path=f"{name}.md"), published=on)
    return story.analysis(doc, [story.claim(doc, "Velden", "denied", story.DENIED)])


def story_line(story, start: str) -> str:
    return f"{start} {story.HELD}."


def linked(ledger: Ledger) -> set[tuple[str, str, str]]:
    return {(link["from"], link["to"], link["kind"]) for link in ledger.links()}


@pytest.fixture
def pair(story):
    """A claim of one day and its denial of the next."""
    return told(story, "one", on="2031-05-06"), denied(story, "two", on="2031-05-07")


@pytest.mark.parametrize("turn", [1, -1])
def test_a_denial_is_linked_to_the_claim_whichever_came_first(ledger, pair, turn):
    """The matter is the same, and both origins count."""
    receipts = [ledger.add(each) for each in pair[::turn]]

    assert [receipt.links_added for receipt in receipts] == [0, 1]
    (claim,), (denial,) = pair[0].claims, pair[1].claims
    (matter,) = ledger.matters()
    assert linked(ledger) == {(denial.id, claim.id, "denies")}
    assert (matter["question"], matter["status"], matter["origins"]) == (ASKED, "contested", 2)
    assert matter["sides"] == {"Marrow": [claim.id], "Velden": [denial.id]}
    assert ledger.verify().ok


def test_the_same_again_adds_nothing(ledger, pair):
    """Not even to the log."""
    for each in pair:
        ledger.add(each)
    before = len(list(ledger.events()))
    for each in pair:
        ledger.add(each)
    assert len(list(ledger.events())) == before


def test_any_order_gives_the_same_links_and_matters(tmp_path, story):
    """Four reports in all their orders."""
    reports = [
        told(story, "one", on="2031-05-06"),
        denied(story, "two", on="2031-05-07"),
        story.whole(title="Both sides on the bridge", path="both.md"),
        told(story, "four", on="2031-05-08"),
    ]
    found = []
    for number, order in enumerate(permutations(reports)):
        with Ledger(tmp_path / f"{number}.db", create=True, clock=lambda: "2031") as ledger:
            for each in order:
                ledger.add(each)
            found.append((list(ledger.links()), list(ledger.matters())))
            assert ledger.verify().ok
    assert all(each == found[0] for each in found)


def test_an_earlier_report_that_comes_late_becomes_what_is_answered(ledger, story, pair):
    """The link moves to the first time it was said, and the old question leads to the new one."""
    for each in pair:
        ledger.add(each)
    (before,) = ledger.matters()
    first = told(story, "zero", on="2031-05-04")
    ledger.add(first)

    (matter,) = ledger.matters()
    assert (pair[1].claims[0].id, first.claims[0].id, "denies") in linked(ledger)
    assert matter["id"] != before["id"]
    assert ledger.resolve(before["id"]).successor == matter["id"]
    assert matter["origins"] == 3
    assert ledger.verify().ok


def test_a_claim_that_a_new_reading_no_longer_finds_is_no_longer_answered(ledger, story, pair):
    """The denial stays and answers nothing."""
    for each in pair:
        ledger.add(each)
    ledger.add(story.replace(pair[0], claims=()))

    assert linked(ledger) == set()
    assert list(ledger.matters()) == []
    assert ledger.verify().ok


def test_copies_of_one_report_answer_each_other_not_and_a_denial_is_linked_once(ledger, story, pair):
    """What only repeats its origin is a copy, and copies are left out."""
    one, denial = pair
    copy = told(story, "copy", on="2031-05-06")
    as_one = [story.replace(each, document=story.replace(each.document, origin="one")) for each in (one, copy)]
    for each in (*as_one, denial):
        ledger.add(each)

    (link,) = ledger.links()
    assert link["from"] == denial.claims[0].id
    assert ledger.resolve(link["to"]).copy_of is None
    (matter,) = ledger.matters()
    assert matter["origins"] == 2


@pytest.mark.parametrize("which", [0, 1])
def test_a_withheld_report_takes_its_links_and_its_words_with_it(ledger, path, pair, which):
    """The other report is as if it stood alone, and no byte is left."""
    for each in pair:
        ledger.add(each)
    ledger.withhold(pair[which].document.id, reason="asked to")

    assert linked(ledger) == set()
    assert list(ledger.matters()) == []
    assert ledger.verify().ok
    ledger.close()
    kept = pair[1 - which].document.text
    assert (b"from bank to bank" in path.read_bytes()) is ("from bank to bank" in kept)


def test_a_withheld_claim_is_answered_by_nobody(ledger, path, pair):
    """The link goes with it, and its words."""
    for each in pair:
        ledger.add(each)
    ledger.withhold(pair[0].claims[0].id, reason="asked to")

    assert linked(ledger) == set()
    assert ledger.verify().ok
    ledger.close()
    assert b"its engineers hold the Ost bridge" not in path.read_bytes()


def test_an_older_ledger_is_linked_when_it_is_opened(ledger, path, pair):
    """As if its articles were added by this program."""
    for each in pair:
        ledger.add(each)
    wanted = linked(ledger), list(ledger.matters())
    ledger.close()
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO pending VALUES ('meet')")
    for table in ("pointer", "remark"):
        connection.execute(f"DELETE FROM {table}")
    connection.commit()
    connection.close()

    with Ledger(path) as opened:
        assert (linked(opened), list(opened.matters())) == wanted
        assert opened.verify().ok


@pytest.mark.parametrize("turn", [1, -1])
def test_what_is_taken_back_months_later_is_linked_whichever_article_came_first(ledger, story, turn):
    """Beyond the week in which one article answers another; the withheld report takes the link with it."""
    words = f"Marrow retracted its claim that {story.HELD}."
    doc = story.replace(story.document((words,), title="Report two", path="two.md"), published="2031-09-20")
    back = story.analysis(doc, [story.claim(doc, "Marrow", "retracted", f"its claim that {story.HELD}")])
    first = told(story, "one", on="2031-05-06")
    for each in (first, back)[::turn]:
        ledger.add(each)
    assert linked(ledger) == {(back.claims[0].id, first.claims[0].id, "withdraws")}
    assert [matter["status"] for matter in ledger.matters()] == ["withdrawn"]
    assert ledger.verify().ok

    ledger.withhold(back.document.id, reason="asked for")
    assert linked(ledger) == set()
    assert ledger.verify().ok
