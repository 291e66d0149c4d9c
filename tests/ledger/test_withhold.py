"""Withholding: no byte of the words is left, a tombstone is, and the log stays whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.errors import LedgerError
from counterclaim.ledger import Ledger
from counterclaim.ledger import ledger as module
from counterclaim.ledger.blank import FILLER
from counterclaim.ledger.canonical import canonical

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def left(path: Path, words: str) -> list[str]:
    """The files beside the ledger, itself included, in which the words stand in any encoding SQLite can write."""
    found = []
    for file in sorted(path.parent.iterdir()):
        raw = file.read_bytes()
        spelled = {words, canonical(words)[1:-1], words.lower()}
        if any(each.encode(encoding) in raw for each in spelled for encoding in ENCODINGS):
            found.append(file.name)
    return found


def answers(ledger: Ledger) -> str:
    """All that an export could write."""
    every = (ledger.documents(), ledger.captures(), ledger.claims(current=False), ledger.links(), ledger.matters())
    return canonical([list(each) for each in every])


def test_no_byte_of_a_withheld_document_is_left(ledger, story, path):
    """Not in the file, its log, its index or what it answers; each sentence is looked for."""
    analysis = story.whole()
    other = story.whole(title="Another view of it", path="other.md")
    ledger.add(analysis)
    ledger.add(story.analysis(story.document(("Cherries are early this year.",), title="Fruit", path="fruit.md")))
    assert left(path, story.HELD)

    tombstone = ledger.withhold(analysis.document.id[:8], reason="the court asked for it")

    for words in (*analysis.document.text.split("\n\n"), "Ost bridge", "posts/ost.md", "bank to bank", "Velden"):
        assert left(path, words) == []
        assert words not in answers(ledger)
    assert (tombstone.id, tombstone.kind, tombstone.reason) == (
        analysis.document.id,
        "document",
        "the court asked for it",
    )
    assert {claim.id for claim in analysis.claims} <= set(tombstone.also)
    assert ledger.search("bridge") == ()
    assert [each["title"] for each in ledger.documents()] == ["Fruit"]
    assert ledger.verify().problems == ()
    assert other.document.id != analysis.document.id


def test_ids_of_what_was_withheld_resolve_to_the_tombstone(ledger, story):
    """The permalink says that it was withheld, when and why."""
    analysis = story.whole()
    ledger.add(analysis)
    ledger.withhold(analysis.document.id, reason="asked to")

    for identifier in (analysis.document.id, analysis.claims[0].id, analysis.disputes.links[0].id):
        record = ledger.resolve(identifier)
        assert (record.state, record.reason, dict(record.payload)) == ("withheld", "asked to", {})
    assert ledger.resolve(analysis.disputes.matters[0].id).payload == {}
    assert analysis.document.id in {each.id for each in ledger.withheld()}


def test_a_withheld_document_stays_out(ledger, story, path):
    """Adding it again, from another path too, brings nothing back and writes nothing."""
    analysis = story.whole()
    ledger.add(analysis)
    ledger.withhold(analysis.document.id, reason="asked to")
    events = len(list(ledger.events()))

    receipts = [ledger.add(analysis), ledger.add(story.whole(path="elsewhere.md"))]

    assert all(receipt.withheld and not receipt.changed for receipt in receipts)
    assert len(list(ledger.events())) == events
    assert left(path, "Ost bridge") == []


def test_other_documents_keep_what_they_say_to_the_same_matter(ledger, story, path):
    """The matter lives on with the claims that are left; what the withheld one said to it is gone."""
    one, other = story.whole(), story.whole(title="Second report", path="other.md")
    ledger.add(one)
    ledger.add(other)

    ledger.withhold(one.document.id, reason="asked to")

    (matter,) = ledger.matters()
    assert matter["sides"] == {"Marrow": [other.claims[0].id], "Velden": [other.claims[1].id]}
    assert matter["origins"] == 1
    assert left(path, story_title(one)) == []
    assert ledger.verify().problems == ()


def story_title(analysis) -> str:
    return analysis.document.title


def test_a_withheld_leader_gives_way_to_the_next_copy_and_the_copies_are_named(ledger, story):
    """A copy still holds such a text: the tombstone says which."""
    one = story.whole()
    other = story.whole(title="A copy under another title", path="other.md")
    one = story.replace(one, document=story.replace(one.document, origin="k", published="2031-05-01"))
    other = story.replace(other, document=story.replace(other.document, origin="k"))
    ledger.add(one)
    ledger.add(other)

    tombstone = ledger.withhold(one.document.id, reason="asked to")

    assert tombstone.copies == (other.document.id,)
    assert [each["origin"] for each in ledger.documents()] == [other.document.id]
    assert all(claim["copy_of"] is None for claim in ledger.claims())


def test_earlier_versions_and_notes_go_with_a_document(ledger, story, path):
    """History, superseded claims and people's notes hold words too."""
    analysis = story.whole()
    said, denied = analysis.claims
    ledger.add(analysis)
    ledger.decide(said.id, "accepted", by="Ada", note="the zinc pontoon is meant")
    ledger.add(story.analysis(analysis.document, (story.replace(denied, because="an unusual reason"),)))
    assert left(path, "zinc pontoon") and left(path, "an unusual reason")

    ledger.withhold(analysis.document.id, reason="asked to")

    assert left(path, "zinc pontoon") == left(path, "an unusual reason") == left(path, "bridge") == []
    record = ledger.resolve(said.id)
    assert [(each.decision, each.by, each.note) for each in record.decisions] == [("accepted", "Ada", None)]
    assert ledger.verify().problems == ()


def test_no_byte_of_a_withheld_claim_is_left_and_other_offsets_hold(ledger, story, path):
    """Its words are blanked in the text of every document that holds them; all else quotes as before."""
    words = "the depot at Torvik burned for two nights"
    analysis = story.whole()
    doc = story.document((*analysis.document.text.split("\n\n")[1:], f"Marrow said {words}."), path="b.md")
    first, denied = story.claims(doc)
    claim = story.claim(doc, "Marrow", "said", words, nth=1)
    copy = story.document(("Cherries are late.", f"Marrow said {words}."), title="Copy", path="c.md")
    again = story.claim(copy, "Marrow", "said", words)
    ledger.add(story.analysis(doc, (first, denied, claim), story.dispute(denied, first)))
    ledger.add(story.analysis(copy, (again,)))
    ledger.decide(first.id, "accepted", by="Ada", note=f"beside it stands that {words}")

    tombstone = ledger.withhold(claim.id, reason="the speaker asked for it")

    assert left(path, words) == [] and words not in answers(ledger)
    assert again.id in tombstone.also
    texts = {each["id"]: each["text"] for each in ledger.documents()}
    assert texts[doc.id] == doc.text.replace(words, FILLER * len(words))
    assert {each["quote"] for each in ledger.claims()} == {story.HELD, story.DENIED}
    assert ledger.resolve(claim.id).reason == "the speaker asked for it"
    assert [matter["status"] for matter in ledger.matters()] == ["contested"]
    assert ledger.verify().problems == ()


def test_a_claim_in_a_matter_is_withheld_with_its_links_and_its_side(ledger, story, path):
    """The matter keeps the other side; a denial that quotes the words keeps its place, not the words."""
    analysis = story.whole()
    said, denied = analysis.claims
    ledger.add(analysis)

    ledger.withhold(said.id, reason="asked to")

    (matter,) = ledger.matters()
    assert matter["sides"] == {"Velden": [denied.id]}
    assert matter["status"] == "one-sided"
    assert list(ledger.links()) == []
    assert left(path, story.HELD) == []
    assert ledger.verify().problems == ()


def test_the_words_of_a_withheld_claim_stay_out_when_the_document_comes_again(ledger, story, path):
    """From another path, with a better extractor: the same characters are blanked before anything is written."""
    analysis = story.whole()
    said, denied = analysis.claims
    ledger.add(analysis)
    ledger.withhold(said.id, reason="asked to")
    newer = story.replace(said, id="cnewer", found_by="verb.v2", because=f"he says {story.HELD}")
    doc = story.replace(analysis.document, path="elsewhere.md")

    receipt = ledger.add(story.analysis(doc, (newer, denied), story.dispute(denied, newer)))

    assert receipt.new_capture
    assert left(path, story.HELD) == []
    assert [claim["id"] for claim in ledger.claims()] == [denied.id]
    assert ledger.verify().problems == ()


def test_a_short_quote_is_blanked_where_it_stands_and_nowhere_else(ledger, story):
    """One word is everybody's: the same word elsewhere stays, also when the document comes again."""
    doc = story.document(("Marrow said title.", "The title of the report is long."), title="On a title")
    claim = story.claim(doc, "Marrow", "said", "title")
    ledger.add(story.analysis(doc, (claim,)))

    ledger.withhold(claim.id, reason="asked to")
    ledger.add(story.analysis(story.replace(doc, path="elsewhere.md"), (claim,)))

    (stored,) = ledger.documents()
    assert stored["text"] == doc.text.replace("said title", "said " + FILLER * 5)
    assert stored["title"] == "On a title"
    assert ledger.verify().problems == ()


def test_a_document_with_withheld_words_whose_text_changed_is_left_as_it_was(ledger, story, path):
    """Where the withheld characters cannot be found for sure, nothing is written, and the receipt says why."""
    analysis = story.whole()
    ledger.add(analysis)
    ledger.withhold(analysis.claims[0].id, reason="asked to")
    changed = story.replace(story.document(title="Other"), id=analysis.document.id)

    receipt = ledger.add(story.analysis(changed))

    assert not receipt.changed and "withheld" in receipt.note
    assert left(path, story.HELD) == []


def test_withholding_needs_a_reason_that_does_not_quote(ledger, story):
    """The tombstone shows the reason."""
    analysis = story.whole()
    ledger.add(analysis)
    with pytest.raises(LedgerError, match="needs a reason"):
        ledger.withhold(analysis.claims[0].id, reason=" ")
    with pytest.raises(LedgerError, match="the reason quotes the words"):
        ledger.withhold(analysis.claims[0].id, reason=f"he never said {story.HELD}")
    with pytest.raises(LedgerError, match="withhold the document or the claim"):
        ledger.withhold(analysis.disputes.links[0].id, reason="asked to")
    assert ledger.withheld() == ()


def test_withholding_twice_gives_the_first_tombstone(ledger, story):
    """And adds nothing to the log."""
    analysis = story.whole()
    ledger.add(analysis)
    first = ledger.withhold(analysis.document.id, reason="asked to")
    events = len(list(ledger.events()))

    again = ledger.withhold(analysis.document.id, reason="another reason")

    assert (again.id, again.reason, again.at) == (first.id, "asked to", first.at)
    assert len(list(ledger.events())) == events


def test_a_withholding_killed_before_the_file_was_wiped_is_finished_on_opening(ledger, story, path, monkeypatch):
    """The tables are clean at once; the file is as soon as anybody opens it."""
    analysis = story.whole()
    ledger.add(analysis)
    monkeypatch.setattr(module, "scrub", lambda *_: None)
    ledger.withhold(analysis.document.id, reason="asked to")
    assert "a withholding was not finished" in " ".join(ledger.verify().problems)
    ledger.close()

    with Ledger(path) as reopened:
        assert reopened.verify().problems == ()
        assert left(path, "bridge") == []


def test_another_reader_that_holds_old_pages_is_named(ledger, story, path, monkeypatch):
    """Then the words may still stand in the write-ahead log: the error says so, and the next opening wipes them."""
    analysis = story.whole()
    ledger.add(analysis)
    monkeypatch.setattr("counterclaim.ledger.schema.PATIENCE", 0.1)
    ledger._connection.execute("PRAGMA busy_timeout = 100")  # noqa: SLF001
    with Ledger(path) as reader:
        walk = reader.events()
        next(walk)
        with pytest.raises(LedgerError, match="another program keeps old pages of it open"):
            ledger.withhold(analysis.document.id, reason="asked to")
        walk.close()
    ledger.close()

    with Ledger(path) as reopened:
        assert reopened.verify().problems == ()
    assert left(path, "bridge") == []


def test_a_withholding_in_the_middle_of_a_walk_is_finished_on_opening(ledger, story, path):
    """SQLite cannot write the file anew under an open query: the error says what to do."""
    ledger.add(story.whole())
    ledger.add(story.whole(title="Second report", path="other.md"))
    walk = ledger.documents()
    first = next(walk)
    with pytest.raises(LedgerError, match="a walk through it is not at its end"):
        ledger.withhold(first["id"], reason="asked to")
    walk.close()
    ledger.close()

    with Ledger(path) as reopened:
        assert reopened.verify().problems == ()
        assert left(path, first["title"]) == []
        assert len(list(reopened.documents())) == 1
