"""What changed since a day is told from the log: every change with its event, none that the log does not hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from counterclaim.dispute.history import Kind
from counterclaim.errors import LedgerError
from counterclaim.ledger import Ledger
from counterclaim.ledger.changes import NoSuchMoment
from counterclaim.model.matter import Disputes, Position, Status


@pytest.fixture
def clock() -> Callable[[], str]:
    """A clock of one day for each hundred looks at it, so that each document is added on a day of its own."""
    return lambda: f"2031-05-{Days.now:02d}T12:00:00+00:00"


class Days:
    """The day on which the ledger is written."""

    now = 10


def one_sided(story):
    """Only Marrow has spoken, in a text of its own."""
    doc = story.document((f"Marrow said on Monday that {story.HELD}.",), path="posts/first.md")
    said = story.claim(doc, "Marrow", "said", story.HELD)
    (matter,) = story.whole().disputes.matters
    alone = replace(
        matter,
        status=Status.ONE_SIDED,
        sides={"Marrow": (said.id,)},
        positions=(Position("Marrow", (said.id,), ("Marrow",)),),
        links=(),
        because="nobody of another side has answered in what was read.",
    )
    return story.analysis(doc, (said,), Disputes((), (alone,)))


@pytest.fixture
def told(ledger, story) -> Ledger:
    """On the tenth Marrow's claim is read, on the twelfth Velden's denial."""
    Days.now = 10
    ledger.add(one_sided(story))
    Days.now = 12
    ledger.add(story.whole())
    return ledger


def test_a_denial_that_came_in_is_told_with_its_side_answer_and_status(told):
    """Each change names the claim that made it; what stood before is told by no one."""
    changes = told.changes("2031-05-11")

    denial = next(claim for claim in told.claims() if claim["act"] == "denies")
    assert {each.kind for each in changes} == {Kind.DENIED, Kind.SIDE, Kind.POSITION, Kind.STATUS}
    assert {each.claim for each in changes} == {denial["id"]}
    (status,) = [each for each in changes if each.kind is Kind.STATUS]
    assert (status.before, status.after, status.at[:10]) == ("one-sided", "contested", "2031-05-12")


def test_everything_is_new_since_before_the_log_began_and_nothing_since_its_end(told):
    """A matter that did not stand then is new as a whole; no change is told after the last event."""
    (new,) = told.changes("2031-01-01")

    assert (new.kind, new.after, new.at[:10]) == (Kind.NEW_MATTER, "contested", "2031-05-10")
    assert told.changes("2031-05-13") == ()
    assert told.changes(len(list(told.events()))) == ()


def test_the_number_of_an_event_does_what_its_day_does(told):
    """The last event of the eleventh, told by number, gives what the twelfth gives by day; ids are the same."""
    last = max(event.seq for event in told.events() if event.at < "2031-05-11")

    assert told.changes(last) == told.changes(str(last)) == told.changes("2031-05-12")


def test_the_changes_of_each_day_together_tell_what_no_day_alone_tells(told):
    """By days: the matter is new on the tenth, the denial comes on the twelfth."""
    by_day = {day: [each.kind for each in told.changes(since, until)] for day, since, until in told.days()}

    assert by_day["2031-05-10"] == [Kind.NEW_MATTER]
    assert Kind.DENIED in by_day["2031-05-12"]
    first = told.days()[0]
    assert told.changes(*first[1:])[0].after == "one-sided"


def test_reading_the_same_document_anew_is_no_change(told, story):
    """Another rule gives the claims other ids of finding, not another dispute."""
    Days.now = 14
    doc = story.document()
    said, denied = story.claims(doc, found_by="verb.v2")
    told.add(story.analysis(doc, (said, denied), story.dispute(denied, said)))

    assert told.changes("2031-05-13") == ()


def test_a_matter_to_which_nothing_speaks_any_more_is_told_as_closed(told, story):
    """The text is read anew and no claim is found: the question is no longer asked there."""
    Days.now = 14
    told.add(story.analysis(story.document()))
    first = one_sided(story)
    told.add(story.analysis(first.document))

    assert [each.kind for each in told.changes("2031-05-13")] == [Kind.CLOSED]


def test_what_was_withheld_is_in_no_change(told):
    """After the denial is taken out nothing of it is told, since whatever day."""
    denial = next(claim for claim in told.claims() if claim["act"] == "denies")
    told.withhold(denial["id"], reason="asked for")

    for since in ("2031-01-01", "2031-05-11", "2031-05-12"):
        assert "Velden" not in str(told.changes(since))


@pytest.mark.parametrize("since", ["", "yesterday", "2031-13-01", "-1", "12e4", "٣", "2031-05-11T99"])
def test_what_is_no_moment_is_refused_with_what_would_be_one(told, since):
    """The message says what was expected."""
    with pytest.raises(NoSuchMoment, match="expected a day such as 2031-05-02"):
        told.changes(since)


def test_a_number_beyond_the_log_is_refused_with_the_last_one(told):
    """An event that is not there yet is a slip, not an empty answer."""
    with pytest.raises(LedgerError, match="events 1 to"):
        told.changes(10_000)


def test_the_history_of_a_matter_goes_by_what_was_said_not_by_what_was_read(told):
    """Both texts are of one day: read on two, they make one turn."""
    (matter,) = told.matters()

    found = told.history(matter["id"])

    assert [(turn.day, turn.status) for turn in found.turns] == [("2031-05-06", Status.CONTESTED)]
    assert found.turns[-1].status == matter["status"]


def test_silence_is_told_with_how_much_was_read_and_until_when(ledger, story):
    """Nobody is said to have kept silent without the number of documents and of sources."""
    whole = story.whole()
    (matter,) = whole.disputes.matters
    asked = replace(matter, unanswered_by=("Sundmark",))
    ledger.add(replace(whole, disputes=Disputes(whole.disputes.links, (asked,))), captured="2031-05-08T10:00:00Z")

    silence = ledger.history(matter.id).silence

    assert (silence.sides, silence.documents, silence.sources, silence.until) == (("Sundmark",), 1, 1, "2031-05-08")


def test_only_a_matter_has_a_history(told):
    """Another id is refused with the way to find one."""
    (claim, *_) = told.claims()

    with pytest.raises(LedgerError, match="only matters have a history"):
        told.history(claim["id"])


def reported(story, name, cue, words, *, on):
    """A report of one claim: Marrow's that it holds the bridge, or Velden's denial."""
    who = {"said": "Marrow", "denied": "Velden"}[cue]
    doc = story.document((f"{who} {cue} that {words}.",), title=f"Report {name}", path=f"{name}.md")
    doc = story.replace(doc, published=on)
    return story.analysis(doc, [story.claim(doc, who, cue, words)])


@pytest.mark.parametrize("turn", [1, -1])
def test_across_articles_a_matter_becomes_contested_on_the_day_of_the_denial(ledger, story, turn):
    """Whichever report was read first, the history is the same."""
    claim = reported(story, "one", "said", story.HELD, on="2031-05-06")
    denial = reported(story, "two", "denied", story.DENIED, on="2031-05-07")
    for each in (claim, denial)[::turn]:
        ledger.add(each)

    (matter,) = ledger.matters()
    turns = ledger.history(matter["id"]).turns

    assert [(each.day, each.status, each.claim) for each in turns] == [
        ("2031-05-06", Status.ONE_SIDED, claim.claims[0].id),
        ("2031-05-07", Status.CONTESTED, denial.claims[0].id),
    ]
    assert turns[-1].status == matter["status"]


def test_a_matter_that_lives_on_under_another_id_is_no_new_one(ledger, story):
    """An earlier report comes late: the denial is the old one, and the old id is told to lead on."""
    Days.now = 10
    ledger.add(reported(story, "one", "said", story.HELD, on="2031-05-06"))
    ledger.add(reported(story, "two", "denied", story.DENIED, on="2031-05-07"))
    (before,) = ledger.matters()
    Days.now = 12
    ledger.add(reported(story, "zero", "said", story.HELD, on="2031-05-04"))
    (matter,) = ledger.matters()

    (change,) = ledger.changes("2031-05-11")

    assert (change.kind, change.matter, change.successor) == (Kind.JOINED, before["id"], matter["id"])
