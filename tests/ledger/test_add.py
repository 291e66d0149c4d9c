"""Adding: content, capture and origin apart; the same again adds nothing."""

from __future__ import annotations

import time
from collections import Counter

from counterclaim.ledger import Ledger


def state(ledger: Ledger) -> tuple[object, ...]:
    """Everything that the ledger answers, and the length of its log."""
    every = (ledger.documents(), ledger.captures(), ledger.claims(current=False), ledger.links(), ledger.matters())
    return (*(list(each) for each in every), len(list(ledger.events())))


def test_a_document_is_stored_with_its_claims_links_and_matters(ledger, story):
    """What goes in comes out, words included."""
    analysis = story.whole()

    receipt = ledger.add(analysis)

    assert (receipt.new_document, receipt.new_capture, receipt.claims_added) == (True, True, 2)
    assert (receipt.links_added, receipt.matters_added) == (1, 1)
    (stored,) = ledger.documents()
    assert (stored["text"], stored["path"]) == (analysis.document.text, "posts/ost.md")
    quotes = {claim["quote"] for claim in ledger.claims()}
    assert quotes == {story.HELD, story.DENIED}
    (matter,) = ledger.matters()
    assert matter["status"] == "contested"
    assert ledger.verify().problems == ()


def test_the_same_input_again_adds_nothing_not_even_an_event(ledger, story):
    """Running again is free, whatever the clock says."""
    first = ledger.add(story.whole())
    before = state(ledger)

    again = ledger.add(story.whole(), captured="2032-01-01")

    assert first.changed and not again.changed
    assert again.claims_kept == 2
    assert state(ledger) == before


def test_the_same_file_at_another_path_is_one_document_and_two_captures(ledger, story):
    """Content and capture are two things, and going round again adds nothing."""
    one, other = story.whole(), story.whole(path="copy/ost.md")
    ledger.add(one)

    receipt = ledger.add(other)

    assert (receipt.new_document, receipt.new_capture, receipt.claims_kept) == (False, True, 2)
    assert [capture["path"] for capture in ledger.captures()] == sorted(
        ["posts/ost.md", "copy/ost.md"], key=lambda path: next(c["id"] for c in ledger.captures() if c["path"] == path)
    )
    before = state(ledger)
    ledger.add(one)
    ledger.add(other)
    assert state(ledger) == before


def test_when_a_copy_was_taken_is_what_the_first_capture_says(ledger, story):
    """A later run does not move the time of capture."""
    ledger.add(story.whole(), captured="2031-05-08T10:00:00+00:00")
    ledger.add(story.whole(), captured="2031-06-01T10:00:00+00:00")

    assert [capture["captured"] for capture in ledger.captures()] == ["2031-05-08T10:00:00+00:00"]


def test_copies_of_one_article_are_one_origin_led_by_the_earliest(ledger, story):
    """An earlier copy that comes later takes the lead, and the log says so."""
    late = story.whole()
    early = story.whole(title="Bridge: Marrow says it holds it", path="early.md")
    late = story.replace(late, document=story.replace(late.document, origin="key"))
    early = story.replace(early, document=story.replace(early.document, origin="key", published="2031-05-05"))
    ledger.add(late)
    assert [each["origin"] for each in ledger.documents()] == [late.document.id]

    ledger.add(early)

    assert {each["origin"] for each in ledger.documents()} == {early.document.id}
    origin = ledger.resolve(ledger.resolve(late.document.id).origin)
    assert [step.kind for step in origin.history] == ["added", "revised"]
    (matter,) = ledger.matters()
    assert matter["origins"] == 1
    copied = {claim["id"] for claim in ledger.claims(late.document.id) if claim["copy_of"]}
    assert copied == {claim.id for claim in late.claims}
    assert all(claim["copy_of"] is None for claim in ledger.claims(early.document.id))


def test_what_comes_out_does_not_depend_on_the_order_in_which_it_went_in(tmp_path, story):
    """Two ledgers filled in opposite order answer alike."""
    given = [story.whole(title=f"Report {number} on the bridge", path=f"{number}.md") for number in range(5)]
    given = [story.replace(each, document=story.replace(each.document, origin="one")) for each in given[:3]] + given[3:]
    states = []
    for name, order in (("one", given), ("other", given[::-1])):
        with Ledger(tmp_path / name, create=True, clock=lambda: "2031") as ledger:
            for each in order:
                ledger.add(each)
            states.append((state(ledger)[:5], ledger.search("bridge engineers")))
    assert states[0] == states[1]


def test_independent_origins_speak_to_one_matter_and_are_counted(ledger, story):
    """Equal ids of matters unite sides, positions and links; what the second says again is linked to the first."""
    own = (
        "Marrow said in the evening that its engineers hold the Ost bridge from bank to bank, and showed a flag on it.",
        "In a letter to the papers, Velden denied that Marrow's engineers hold the Ost bridge from bank to bank.",
    )
    one, other = story.whole(), story.whole(paragraphs=own, title="The Ost bridge", path="other.md")
    ledger.add(one)
    ledger.add(other)

    (matter,) = ledger.matters()

    assert matter["origins"] == 2
    assert set(matter["sides"]["Velden"]) == {one.claims[1].id, other.claims[1].id}
    kinds = Counter(link["kind"] for link in ledger.links() if link["id"] in matter["links"])
    assert kinds == {"denies": 2, "repeats": 2}
    assert ledger.verify().ok


def test_an_excerpt_that_repeats_the_body_is_marked_as_its_copy(ledger, story):
    """The excerpt's claim is kept, and counted once."""
    excerpt = "Velden denied that Marrow's engineers hold the Ost bridge."
    doc = story.document(excerpt=excerpt)
    short = story.claim(doc, "Velden", "denied", "Marrow's engineers hold the Ost bridge")
    body = story.claim(doc, "Velden", "denied", story.DENIED, nth=1)

    ledger.add(story.analysis(doc, (short, body)))

    marks = {claim["id"]: claim["copy_of"] for claim in ledger.claims()}
    assert marks == {short.id: body.id, body.id: None}


def test_an_excerpt_that_says_the_opposite_is_no_copy(ledger, story):
    """Act and speaker must agree: a denial in the excerpt is no copy of the claim in the body."""
    doc = story.document(excerpt="Velden denied that its engineers hold the Ost bridge from bank to bank.")
    denial = story.claim(doc, "Velden", "denied", story.HELD)
    said = story.claim(doc, "Marrow", "said", story.HELD)

    ledger.add(story.analysis(doc, (denial, said)))

    assert all(claim["copy_of"] is None for claim in ledger.claims())


def test_text_with_lone_surrogates_and_nul_is_stored_as_it_is(ledger, story):
    """Odd characters are data too."""
    doc = story.document(("Marrow said the \ud800 bridge \x00 is 🧱 its own.",), title="Odd \udc00")
    doc = story.replace(doc, text=doc.text, id="dodd")
    said = story.claim(doc, "Marrow", "said", "the \ud800 bridge \x00 is 🧱 its own")

    ledger.add(story.analysis(doc, (said,)))

    assert next(iter(ledger.documents()))["text"] == doc.text
    assert next(iter(ledger.claims()))["quote"] == "the \ud800 bridge \x00 is 🧱 its own"
    assert ledger.verify().ok


def test_an_article_of_fifteen_claims_costs_some_milliseconds(ledger, story):
    """Of processor time; 7 were measured, and a busy machine may need some more."""
    given = []
    for number in range(20):
        held = [f"its engineers hold {100 * number + nth} piers of the Ost bridge" for nth in range(15)]
        paragraphs = [f"Marrow said that {words}." for words in held]
        doc = story.document(paragraphs, title=f"Days of the bridge, part {number}", path=f"{number}.md")
        claims = [story.claim(doc, "Marrow", "said", words, nth=nth) for nth, words in enumerate(held)]
        given.append(story.analysis(doc, claims))

    before = time.process_time()
    receipts = [ledger.add(each) for each in given]

    assert {receipt.claims_added for receipt in receipts} == {15}
    assert (time.process_time() - before) / len(given) < 0.04


def test_many_copies_of_one_article_do_not_slow_each_other_down(ledger, story):
    """Joining an origin looks at its leader alone, so the last of 60 copies costs about what the tenth did."""
    spent = []
    for number in range(60):
        copy = story.whole(title=f"Copy {number} of the report", path=f"{number}.md")
        copy = story.replace(copy, document=story.replace(copy.document, origin="one"), disputes=type(copy.disputes)())
        before = time.process_time()
        ledger.add(copy)
        spent.append(time.process_time() - before)
    tenth, last = sorted(spent[5:20])[7], sorted(spent[45:])[7]
    assert last < 3 * tenth
    assert len({each["origin"] for each in ledger.documents()}) == 1


def test_a_copy_is_known_by_its_place_until_its_document_is_withheld(ledger, story):
    """The same text from another file is another copy; one that was taken out is not known any more."""
    first = story.whole()
    elsewhere = story.replace(first.document, path="elsewhere.md")
    assert not ledger.has_capture(first.document)
    ledger.add(first)
    assert ledger.has_capture(first.document)
    assert not ledger.has_capture(elsewhere)
    ledger.withhold(first.document.id, reason="asked for")
    assert not ledger.has_capture(first.document)
