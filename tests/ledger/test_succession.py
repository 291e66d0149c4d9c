"""Succession: permalinks survive a better extractor."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.ledger.succession import Saying, alike, heirs, realign
from counterclaim.model.span import Span


def saying(name: str, source: tuple[int, int] | None, cue: tuple[int, int], content: tuple[int, int]) -> Saying:
    return Saying(name, (Span(*source),) if source else (), (Span(*cue),), (Span(*content),))


def wider(story, claim, by: int):
    """The same saying as a better rule reads it: its content begins earlier, so its id is another."""
    content = (Span(claim.content[0].start - by, claim.content[0].end),)
    return story.replace(claim, id=claim.id[:-3] + "new", content=content, found_by="verb.v2")


def test_an_old_claim_leads_to_the_new_reading_of_the_same_saying(ledger, story):
    """Every permalink of v1 resolves after v2."""
    first = story.whole()
    said, denied = first.claims
    ledger.add(first)
    newer = wider(story, said, 5)

    receipt = ledger.add(story.analysis(first.document, (newer, denied), story.dispute(denied, newer)))

    assert (receipt.claims_added, receipt.claims_kept, receipt.claims_superseded) == (1, 1, 1)
    old = ledger.resolve(said.id)
    assert (old.state, old.successor) == ("superseded", newer.id)
    assert old.payload["quote"] == story.HELD
    assert [claim["id"] for claim in ledger.claims()] == sorted([newer.id, denied.id])
    link = first.disputes.links[0]
    assert ledger.resolve(link.id).successor == story.dispute(denied, newer).links[0].id
    (matter,) = ledger.matters()
    assert matter["sides"]["Marrow"] == [newer.id]
    assert ledger.verify().ok


def test_a_claim_that_nothing_succeeds_is_kept_as_superseded(ledger, story):
    """It resolves, it is not counted, and its matter ends where nobody speaks to it."""
    first = story.whole()
    ledger.add(first)

    receipt = ledger.add(story.analysis(first.document, first.claims[:1]))

    assert (receipt.claims_superseded, receipt.links_superseded) == (1, 1)
    old = ledger.resolve(first.claims[1].id)
    assert (old.state, old.successor) == ("superseded", None)
    assert list(ledger.matters()) == []
    assert ledger.resolve(first.disputes.matters[0].id).state == "superseded"
    assert ledger.search("Velden") == ()
    assert ledger.verify().ok


def test_a_claim_that_is_found_again_is_current_again(ledger, story):
    """Going back to the older extractor turns the succession around; nothing runs in a circle."""
    first = story.whole()
    said, denied = first.claims
    newer = wider(story, said, 5)
    ledger.add(first)
    ledger.add(story.analysis(first.document, (newer, denied)))

    ledger.add(first)

    assert (ledger.resolve(said.id).state, ledger.resolve(said.id).successor) == ("current", None)
    assert ledger.resolve(newer.id).successor == said.id
    assert [step.kind for step in ledger.resolve(said.id).history] == ["added", "superseded", "restored"]
    assert ledger.verify().ok


def test_a_chain_of_readings_leads_to_the_last(ledger, story):
    """A permalink of v1 resolves to v3."""
    first = story.whole()
    said, _ = first.claims
    second = wider(story, said, 5)
    third = story.replace(wider(story, said, 3), id="cthird")
    for claims in ((said,), (second,), (third,)):
        ledger.add(story.analysis(first.document, claims))

    assert ledger.resolve(said.id).successor == third.id


def test_a_new_interpretation_of_equal_spans_is_a_new_version_of_the_claim(ledger, story):
    """The id stays, the old version stays in the history."""
    first = story.whole()
    said, denied = first.claims
    ledger.add(first)

    receipt = ledger.add(story.analysis(first.document, (story.replace(said, channel="radio"), denied)))

    assert (receipt.claims_revised, receipt.claims_kept) == (1, 1)
    record = ledger.resolve(said.id)
    assert record.payload["channel"] == "radio"
    assert [step.payload["channel"] for step in record.history] == [None, "radio"]


def test_claims_are_matched_when_the_reader_changes_the_text(ledger, story):
    """A better reader that drops a lead-in moves all offsets; the old claims still quote the old text."""
    doc = story.document(("Here is more on the bridge: Marrow said its engineers hold it from bank to bank.",))
    held = "its engineers hold it from bank to bank"
    old = story.claim(doc, "Marrow", "said", held)
    shorter = story.document(("Marrow said its engineers hold it from bank to bank.",), title="Marrow says it holds")
    shorter = story.replace(shorter, id=doc.id)
    new = story.claim(shorter, "Marrow", "said", held)
    ledger.add(story.analysis(doc, (old,)))

    ledger.add(story.analysis(shorter, (new,)))

    assert old.id != new.id
    assert ledger.resolve(old.id).successor == new.id
    assert ledger.verify().ok


def test_two_readings_of_one_saying_that_become_one_both_lead_there():
    """The best match comes first; the other still leads somewhere."""
    old = [saying("a", (0, 3), (4, 8), (9, 40)), saying("b", (0, 3), (4, 8), (9, 30))]

    found = heirs(old, [saying("n", (0, 3), (4, 8), (9, 40))])

    assert {name: heir.id for name, heir in found.items()} == {"a": "n", "b": "n"}


def test_two_cues_on_one_content_are_never_mixed_up():
    """The cue says which act of saying it is, however alike the contents are."""
    old = [saying("a", (0, 3), (4, 8), (20, 60)), saying("b", (0, 3), (10, 16), (20, 60))]
    new = [saying("y", (0, 3), (10, 16), (22, 60)), saying("x", (0, 3), (4, 8), (22, 60))]

    found = heirs(old, new)

    assert {name: heir.id for name, heir in found.items()} == {"a": "x", "b": "y"}


def test_contents_less_than_half_alike_are_two_sayings():
    """One half is the bound, and it counts as alike."""
    one = saying("a", (0, 3), (4, 8), (10, 20))
    assert alike(one, saying("b", (0, 3), (4, 8), (15, 25))) == 0.5
    assert heirs([one], [saying("b", (0, 3), (4, 8), (16, 26))]) == {}


def test_a_source_that_was_not_found_before_does_not_break_the_line():
    """A better extractor finds sources; that is the same saying."""
    found = heirs([saying("a", None, (4, 8), (10, 20))], [saying("b", (0, 3), (4, 8), (10, 20))])

    assert found["a"].id == "b"


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30), st.data())
def test_moved_spans_quote_the_same_characters(before, middle, after, data):
    """Whatever was inserted or dropped, a span that can be moved quotes what it quoted."""
    old, new = before + after, before + middle + after
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(old))))

    moved = realign(old, new)(span)

    assert moved is None or moved.of(new) == span.of(old)
