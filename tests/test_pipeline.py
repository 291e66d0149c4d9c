"""The order of the stages; what goes wrong in one document costs that document alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import counterclaim
from counterclaim.errors import CounterclaimError
from counterclaim.ledger import Ledger
from counterclaim.model.analysis import Analysis, Failure
from counterclaim.model.document import Document
from counterclaim.model.reading import Reading
from counterclaim.pipeline import analyse, analyse_documents, attempt, record
from stories_made import TEXT, analysis_of, document_of

STAGES = "counterclaim.pipeline.analysis"


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stages that do nothing but say that they were called, and give what the hand-made story has."""
    calls: list[str] = []

    def understand(document: Document) -> Reading:
        calls.append("understand")
        if "trips" in document.text:
            raise IndexError(f"no token\nat {document.text}")
        return analysis_of(document).reading

    def find_claims(reading: Reading) -> tuple[counterclaim.Claim, ...]:
        calls.append("claim")
        if "misled" in reading.document.text:
            raise CounterclaimError("a table is damaged")
        return analysis_of(reading.document).claims

    def find_disputes(document: Document, claims: object) -> counterclaim.Disputes:
        calls.append("dispute")
        return analysis_of(document).disputes

    for stage in (understand, find_claims, find_disputes):
        monkeypatch.setattr(f"{STAGES}.{stage.__name__}", stage)
    return calls


def reading_gives(monkeypatch: pytest.MonkeyPatch, *found: Document | Failure) -> None:
    """Makes `read` give these, whatever it is asked for."""
    monkeypatch.setattr("counterclaim.pipeline.recording.read", lambda paths: iter(found))


def test_the_stages_come_in_their_order(called: list[str]) -> None:
    """Each once, and whoever asks is told of each before it begins."""
    told: list[str] = []
    analysis = analyse(document_of(), entering=told.append)
    assert called == told == ["understand", "claim", "dispute"]
    assert len(analysis.claims) == 3
    assert analysis.extractor


def test_a_document_in_another_language_is_kept_and_not_read(called: list[str]) -> None:
    """No stage sees it."""
    analysis = analyse(document_of("Ferrin bestreitet es.", understood=False))
    assert called == []
    assert analysis.claims == ()
    assert analysis.document.text == "Ferrin bestreitet es."


def test_what_goes_wrong_inside_a_document_names_file_and_stage_in_one_line(called: list[str]) -> None:
    """A fault of ours asks to be reported; a mistake we can name is told as it is."""
    tripped, misled = attempt(document_of("It trips.", path="a.md")), attempt(document_of("It misled.", path="b.md"))
    assert isinstance(tripped, Failure)
    assert isinstance(misled, Failure)
    assert (tripped.path, misled.path) == ("a.md", "b.md")
    assert tripped.reason.startswith("stage understand failed on this document (IndexError: no token at")
    assert misled.reason == "stage claim: a table is damaged"
    assert "\n" not in tripped.reason


def test_one_bad_document_costs_no_other(called: list[str]) -> None:
    """All others are there, in order, and failures of reading pass through in their places."""
    documents: list[Document | Failure] = [
        document_of("One.", path="1.md"),
        document_of("It trips.", path="2.md"),
        Failure("3.md", "is no text"),
        document_of("Four.", path="4.md"),
    ]
    found = list(analyse_documents(documents))
    assert [type(each) for each in found] == [Analysis, Failure, Failure, Analysis]
    assert [each.path for each in found if isinstance(each, Failure)] == ["2.md", "3.md"]


def test_ctrl_c_is_not_taken_for_a_bad_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends the run."""

    def interrupted(document: Document) -> Reading:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"{STAGES}.understand", interrupted)
    with pytest.raises(KeyboardInterrupt):
        attempt(document_of())


def test_recording_twice_parses_once_and_adds_nothing(
    called: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The second run knows every document by its content and by what read it."""
    reading_gives(monkeypatch, document_of(), document_of("Two.", path="2.md"), Failure("3.md", "is no text"))
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        first = list(record([Path()], ledger, captured="2031-05-03T00:00:00Z"))
        parsed, events = called.count("understand"), len(list(ledger.events()))
        second = list(record([Path()], ledger, captured="2031-05-04T00:00:00Z"))
        assert [outcome.known for outcome in first] == [False, False, False]
        assert sorted(outcome.name for outcome in second if outcome.known) == ["2.md", "post.md"]
        assert [outcome.name for outcome in second if outcome.failure] == ["3.md"]
        assert called.count("understand") == parsed == 2
        assert len(list(ledger.events())) == events


def test_another_extractor_reads_again(called: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A rule that changed has another name, and what the old one read is read by the new one."""
    reading_gives(monkeypatch, document_of())
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        list(record([Path()], ledger, captured="2031-05-03T00:00:00Z"))
        for module in ("analysis", "recording"):
            monkeypatch.setattr(f"counterclaim.pipeline.{module}.extractor", lambda: "rules-of-tomorrow")
        (outcome,) = record([Path()], ledger, captured="2031-05-04T00:00:00Z")
        assert not outcome.known
        assert called.count("understand") == 2


def test_the_same_text_from_another_place_is_another_capture(
    called: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Content and capture are two things: the copy is one document had twice."""
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        for path in ("post.md", "copy.md"):
            reading_gives(monkeypatch, document_of(path=path))
            list(record([Path()], ledger, captured="2031-05-03T00:00:00Z"))
        assert len(list(ledger.documents())) == 1
        assert [capture["path"] for capture in ledger.captures()] in (["post.md", "copy.md"], ["copy.md", "post.md"])


def test_a_run_that_is_stopped_keeps_what_it_gave_out(
    called: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The next run goes on from there."""
    documents = [document_of(f"Number {number}.", path=f"{number}.md") for number in range(5)]
    reading_gives(monkeypatch, *documents)
    path = tmp_path / "a.ledger"
    with Ledger(path, create=True) as ledger:
        run: Iterator[object] = record([Path()], ledger, captured="2031-05-03T00:00:00Z")
        next(run), next(run)
    with Ledger(path) as ledger:
        assert len(list(ledger.documents())) == 2
        outcomes = list(record([Path()], ledger, captured="2031-05-04T00:00:00Z"))
        assert sum(outcome.known for outcome in outcomes) == 2
        assert len(list(ledger.documents())) == 5
        assert ledger.verify().ok


def test_the_verbs_of_the_package_are_verbs_though_stages_have_their_names() -> None:
    """Loading a stage does not put its package in the place of the verb."""
    assert callable(counterclaim.analyse)
    assert all(callable(verb) for verb in (counterclaim.read, counterclaim.understand, counterclaim.explain))
    assert all(getattr(counterclaim, name) is not None for name in counterclaim.__all__)


def test_a_name_that_the_package_does_not_have_is_an_attribute_error() -> None:
    """As in any module."""
    with pytest.raises(AttributeError, match="verdict"):
        counterclaim.verdict  # noqa: B018 - the look-up is what is tested


def test_the_story_made_by_hand_quotes_its_text() -> None:
    """A slip in the maker would make the tests above mean nothing."""
    assert [claim.content[0].of(TEXT) for claim in analysis_of().claims][1:] == [
        "that 40 guards fled the bridge",
        "for rain",
    ]
