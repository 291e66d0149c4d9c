"""Resolving ids and beginnings of ids, and deciding on what they stand for."""

from __future__ import annotations

import pytest

from counterclaim.errors import LedgerError, NotInLedger


def test_every_id_resolves_to_what_it_stands_for(ledger, story):
    """Documents, claims, links, matters, origins and captures alike."""
    analysis = story.whole()
    ledger.add(analysis)
    ids = {
        "document": analysis.document.id,
        "claim": analysis.claims[0].id,
        "link": analysis.disputes.links[0].id,
        "matter": analysis.disputes.matters[0].id,
        "origin": ledger.resolve(analysis.document.id).origin,
        "capture": next(ledger.captures())["id"],
    }

    for kind, identifier in ids.items():
        record = ledger.resolve(identifier)
        assert (record.kind, record.id, record.state) == (kind, identifier, "current")
        assert record.payload["id"] == identifier
        assert [step.kind for step in record.history][:1] != []


def test_a_beginning_that_only_one_id_has_is_enough(ledger, story):
    """As with commits."""
    analysis = story.whole()
    ledger.add(analysis)

    assert ledger.resolve(analysis.document.id[:6]).id == analysis.document.id


def test_an_unknown_id_is_named_with_a_way_to_find_one(ledger):
    """One line, with the remedy."""
    with pytest.raises(NotInLedger, match=r"^'cffff' names nothing in this ledger; `counterclaim show` lists ids$"):
        ledger.resolve("cffff")


@pytest.mark.parametrize("odd", ["", "\x00", "c\ud800", "%", "_", "'; DROP TABLE record; --", "c" * 10_000])
def test_odd_ids_are_unknown_ids(ledger, story, odd):
    """What people type is never part of a query."""
    ledger.add(story.whole())
    with pytest.raises(NotInLedger):
        ledger.resolve(odd)


def test_an_ambiguous_beginning_lists_the_ids(ledger, story):
    """So that the next try is the right one."""
    analysis = story.whole()
    ledger.add(analysis)

    with pytest.raises(NotInLedger, match="begins several ids: c") as error:
        ledger.resolve("c")
    assert all(claim.id in str(error.value) for claim in analysis.claims)


def test_decisions_add_up_and_never_overwrite(ledger, story):
    """The last holds, the others stay."""
    analysis = story.whole()
    ledger.add(analysis)
    claim = analysis.claims[0].id

    ledger.decide(claim, "accepted", by="Ada", note="heard it myself")
    ledger.decide(claim, "rejected", by="Ben")

    record = ledger.resolve(claim)
    assert [(each.decision, each.by, each.note) for each in record.decisions] == [
        ("accepted", "Ada", "heard it myself"),
        ("rejected", "Ben", None),
    ]
    assert record.review == "rejected"
    assert {each["id"]: each["review"] for each in ledger.claims()}[claim] == "rejected"
    assert ledger.verify().ok


def test_a_decision_on_an_old_claim_is_seen_from_its_successor(ledger, story):
    """It holds on as long as the same words are said by the same speaker; else it is shown and no more."""
    analysis = story.whole()
    said, denied = analysis.claims
    ledger.add(analysis)
    ledger.decide(said.id, "accepted", by="Ada")
    same = story.replace(said, id="csame", cue=(type(said.cue[0])(said.cue[0].start, said.cue[0].end + 1),))
    ledger.add(story.analysis(analysis.document, (same, denied)))

    assert ledger.resolve("csame").review == "accepted"
    assert [each.on for each in ledger.resolve("csame").decisions] == [said.id]

    other = story.replace(same, id="cother", speaker=story.replace(said.speaker, name="The mayor of Marrow"))
    ledger.add(story.analysis(analysis.document, (other, denied)))

    assert ledger.resolve("cother").review == "unreviewed"
    assert [each.on for each in ledger.resolve("cother").decisions] == [said.id]
    assert ledger.resolve(said.id).review == "accepted"


def test_a_decision_must_be_one_of_three_and_on_something_that_can_be_decided(ledger, story):
    """There is no decision on who is right, and none on a text."""
    analysis = story.whole()
    ledger.add(analysis)
    with pytest.raises(LedgerError, match="'true' is no decision; expected accepted, corrected or rejected"):
        ledger.decide(analysis.claims[0].id, "true", by="Ada")
    with pytest.raises(LedgerError, match="is a document; decisions are on claims, links and matters"):
        ledger.decide(analysis.document.id, "accepted", by="Ada")
    assert list(ledger.events())[-1].kind != "decided"
