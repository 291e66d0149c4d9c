"""The text a person reads: what can be checked first, nothing bare, hopes on request."""

from __future__ import annotations

from typing import Any

import pytest

from counterclaim.cli.answer import Acts, print_answer
from counterclaim.cli.wording import bearing, checkable, deed, standing, who
from counterclaim.model.record import answer_record, claim_record, link_record, quantity_record
from stories_made import analysis_of, document_of

Record = dict[str, Any]


def answer(*names: str) -> Record:
    """The answer to as many copies of the bridge as there are names."""
    analyses = [analysis_of(document_of(path=name)) for name in names]
    disputes = analyses[0].disputes
    return answer_record(analyses, links=disputes.links, matters=disputes.matters)


def printed(capsys: pytest.CaptureFixture[str], record: Record, acts: Acts = Acts.SAID) -> list[str]:
    """The lines of the text form."""
    print_answer(record, acts)
    return capsys.readouterr().out.splitlines()


def test_a_nested_claim_is_told_as_somebody_tells_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Orsa's claim stands in Ferrin's denial and is never shown bare."""
    lines = printed(capsys, answer("post.md"))
    assert any(line.startswith("2  Orsa, as Ferrin tells it  asserts") for line in lines)


def test_what_was_not_said_is_told_by_its_cue() -> None:
    """The act alone would turn *Ferrin has not confirmed losses* round."""
    claim = {"act": "asserts", "cue": [[7, 24]], "words": {"cue": ["has not confirmed"]}}
    assert deed(claim, "Ferrin has not confirmed losses.") == "“has not confirmed”"
    assert deed(claim) == "“has not confirmed”"
    assert deed({**claim, "words": {"cue": ["has confirmed"]}}) == "asserts"


def test_hopes_are_counted_and_shown_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    """They stand in the answer only where all is asked for."""
    record = answer("post.md")
    said, everything = printed(capsys, record), printed(capsys, record, Acts.ALL)
    assert not any("for rain" in line for line in said)
    assert "not shown: hopes 1 (see them with --acts all)" in said
    assert any("for rain" in line for line in everything)
    assert not any(line.startswith("not shown") for line in everything)


def test_what_can_be_checked_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    """A demand that stands earlier in the text comes after an assertion, and one with a number counts as checkable."""
    record = answer("post.md")
    claims = record["documents"][0]["claims"]
    claims[0]["act"], claims[0]["content"] = "demands", claims[0]["cue"]
    lines = printed(capsys, record)
    order = [line.split()[0] for line in lines if line[:1].isdigit()]
    assert order == ["2", "1"]
    assert [line[:1] for line in printed(capsys, record, Acts.CHECKABLE) if line[:1].isdigit()] == ["2"]


def test_a_number_makes_a_promise_checkable_and_a_hope_not() -> None:
    """Forty guards promised can be counted; forty guards hoped for cannot."""
    analysis = analysis_of()
    claim = claim_record(analysis.claims[1])
    numbers = [quantity_record(quantity) for quantity in analysis.reading.quantities]
    assert checkable(claim | {"act": "promises"}, numbers)
    assert not checkable(claim | {"act": "promises"}, [])
    assert not checkable(claim | {"act": "hopes"}, numbers)


def test_links_and_matters_name_claims_by_their_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    """Each link has its because, each matter its status and who answers how."""
    lines = printed(capsys, answer("post.md"))
    assert "  1 denies 2, because the denial holds the claim" in lines
    assert "  Did guards flee the bridge?  [contested]" in lines
    assert "    Orsa: yes  (claim 2)" in lines
    assert "    Ferrin: no  (claim 1)" in lines


def test_in_several_documents_a_claim_is_numbered_with_its_document(capsys: pytest.CaptureFixture[str]) -> None:
    """The second claim of the first document is 1:2."""
    lines = printed(capsys, answer("a.md", "b.md"))
    assert any(line.startswith(("1:2 ", "2:2 ")) for line in lines)


def test_a_guess_is_called_one() -> None:
    """A link that rests on nothing but likeness says so."""
    link = link_record(analysis_of().disputes.links[0])
    assert "possibly" in bearing(link | {"basis": "possible"}, {})
    assert "possibly" not in bearing(link, {})


def test_an_unknown_speaker_has_a_place_of_their_own() -> None:
    """Nobody is put on a side for want of a name."""
    claim = claim_record(analysis_of().claims[0])
    assert who(claim | {"speaker": None}, {}) == "unknown speaker"
    unnamed = {"name": None, "role": None, "side": "Orsa"}
    assert who(claim | {"speaker": unnamed}, {}) == "not named (Orsa)"


def test_who_repeats_their_own_words_is_no_second_teller() -> None:
    """*Orsa, as Orsa tells it* says nothing; two who are not known may be two."""
    one, other, _ = (claim_record(claim) for claim in analysis_of().claims)
    inner = other | {"within": one["id"], "speaker": one["speaker"]}
    assert who(inner, {one["id"]: one}) == "Ferrin"
    unknown = {one["id"]: one | {"speaker": None}}
    assert who(inner | {"speaker": None}, unknown) == "unknown speaker, as unknown speaker tells it"


def test_an_unknown_speaker_is_never_listed_under_a_side() -> None:
    """Where a side and an unknown speaker give the same answer, each has a line of their own."""
    matter = {
        "question": "Did guards flee?",
        "status": "one-sided",
        "sides": {"Orsa": ["c1"]},
        "positions": [{"answer": "yes", "claims": ["c1", "c2"], "sides": ["Orsa"]}],
        "unattributed": ["c2", "c3"],
    }
    assert standing(matter, {})[1:] == [
        "  Orsa: yes  (claim c1)",
        "  unknown speaker: yes  (claim c2)",
        "  unknown speaker: claim c3",
    ]


def test_claims_that_hold_each_other_do_not_hang_the_answer() -> None:
    """A circle, which no stage should give, is told once around."""
    one, other, _ = (claim_record(claim) for claim in analysis_of().claims)
    circle = {one["id"]: one | {"within": other["id"]}, other["id"]: other | {"within": one["id"]}}
    assert who(circle[one["id"]], circle) == "Ferrin, as Orsa tells it"


def test_a_document_that_is_not_understood_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Its text is kept, and the reader is told why there are no claims."""
    record = answer_record([analysis_of(document_of("Ferrin bestreitet es.", understood=False))], links=(), matters=())
    assert any(line.startswith("not understood") for line in printed(capsys, record))


def test_every_answer_says_that_it_is_made_by_machine(capsys: pytest.CaptureFixture[str]) -> None:
    """The last line: machine-made, unreviewed, which version."""
    assert printed(capsys, answer("post.md"))[-1].startswith("Machine-made, unreviewed; counterclaim ")
