"""Releasing: a person lets out an accusation; it holds for what they saw, and for nothing else."""

from __future__ import annotations

import sqlite3

import pytest

from counterclaim.errors import LedgerError
from counterclaim.ledger import Ledger


def released(ledger: Ledger) -> set[str]:
    return {each["id"] for each in ledger.claims() if each["released"]}


@pytest.fixture
def said(ledger, story):
    """The first claim of the story, which is in the ledger."""
    ledger.add(story.whole())
    return story.whole().claims[0]


def test_a_release_stands_beside_the_review(ledger, said):
    """Neither overwrites the other, in whatever order they come."""
    assert released(ledger) == set()
    ledger.decide(said.id, "accepted", by="Ada")
    made = ledger.release(said.id, by="Ben", note="she holds office now")
    ledger.decide(said.id, "corrected", by="Ada")

    assert (made.decision, made.by, made.note, made.on) == ("released", "Ben", "she holds office now", said.id)
    record = ledger.resolve(said.id)
    assert (record.review, record.released) == ("corrected", True)
    assert [each.decision for each in record.decisions] == ["accepted", "released", "corrected"]
    assert released(ledger) == {said.id}
    assert ledger.verify().ok


def test_a_release_can_be_taken_back_and_given_again(ledger, said):
    """The last holds, and all of them stay in the log."""
    ledger.release(said.id, by="Ben")
    assert ledger.hold(said.id, by="Ada", note="asked for").decision == "held"
    assert released(ledger) == set() and not ledger.resolve(said.id).released
    ledger.release(said.id, by="Ben")
    assert released(ledger) == {said.id}
    assert [each.decision for each in ledger.resolve(said.id).decisions] == ["released", "held", "released"]
    assert ledger.verify().ok


def test_a_release_is_no_review(ledger, said):
    """Whoever lets a claim out has not said that it was read rightly."""
    ledger.release(said.id, by="Ben")
    assert ledger.resolve(said.id).review == "unreviewed"
    assert ledger.verify().ok


def test_a_successor_inherits_a_release_only_while_it_says_the_same(ledger, story, said):
    """A cue read otherwise changes nothing; another speaker is another accusation."""
    denied = story.whole().claims[1]
    ledger.release(said.id, by="Ben")
    cue = said.cue[0]
    same = story.replace(said, id="csame", cue=(type(cue)(cue.start, cue.end + 1),))
    ledger.add(story.analysis(story.document(), (same, denied)))
    assert released(ledger) == {"csame"}
    assert ledger.verify().ok

    other = story.replace(same, id="cother", speaker=story.replace(said.speaker, name="The mayor of Marrow"))
    ledger.add(story.analysis(story.document(), (other, denied)))
    assert released(ledger) == set()
    assert ledger.verify().ok


def test_a_release_lapses_while_the_claim_reads_otherwise(ledger, story, said):
    """And holds again once it reads as it did: nothing is deleted."""
    ledger.release(said.id, by="Ben")
    denied = story.whole().claims[1]
    other = story.replace(said, speaker=story.replace(said.speaker, side="Velden"))
    ledger.add(story.analysis(story.document(), (other, denied)))
    assert released(ledger) == set()
    ledger.add(story.whole())
    assert released(ledger) == {said.id}
    assert ledger.verify().ok


def test_the_words_of_a_withheld_claim_are_released_no_longer(ledger, said):
    """The mark goes with the claim."""
    ledger.release(said.id, by="Ben")
    ledger.withhold(said.id, reason="asked for")
    assert ledger._connection.execute("SELECT count(*) FROM released").fetchone() == (0,)  # noqa: SLF001
    assert ledger.verify().ok


def test_only_claims_as_they_read_now_are_released(ledger, story, said):
    """Each refusal says what the id is, and where it lives on."""
    whole = story.whole()
    with pytest.raises(LedgerError, match="is a document; only claims are released or held"):
        ledger.release(whole.document.id, by="Ben")
    with pytest.raises(LedgerError, match="is a matter; only claims"):
        ledger.hold(whole.disputes.matters[0].id, by="Ben")
    newer = story.replace(said, id="cnewer")
    ledger.add(story.analysis(whole.document, (newer, whole.claims[1])))
    with pytest.raises(LedgerError, match="is an earlier reading, read anew as cnewer; look at that one"):
        ledger.release(said.id, by="Ben")
    ledger.add(story.analysis(whole.document, ()))
    with pytest.raises(LedgerError, match="is an earlier reading, no longer found"):
        ledger.release("cnewer", by="Ben")
    ledger.withhold(whole.document.id, reason="asked for")
    with pytest.raises(LedgerError, match="is withheld; there is nothing of it to release"):
        ledger.release(said.id, by="Ben")


@pytest.mark.parametrize("statement", ["DELETE FROM released", "INSERT INTO released VALUES ('{denied}')"])
def test_verify_names_a_mark_that_nobody_decided(ledger, story, said, statement):
    """What another program writes into the file lets nothing out unnoticed."""
    ledger.release(said.id, by="Ben")
    ledger.close()
    connection = sqlite3.connect(ledger.path)
    connection.execute(statement.format(denied=story.whole().claims[1].id))
    connection.commit()
    connection.close()
    with Ledger(ledger.path) as book:
        assert any("marked as released wrongly, or not marked" in problem for problem in book.verify().problems)
