"""What is taken back, confirmed or said again in so many words finds what was said weeks before."""

from __future__ import annotations

import pytest
from debates import Says, frame
from reports import across, report

from counterclaim.model.claim import Act

OPENED = Says("Tarn Board", "said", "the mill had opened the sluice at Kiruna by night", Act.ACCUSES, "Tarn Board")
MONTHS_ON = "2031-07-30"


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("retracted", "its statement that the mill had opened the sluice at Kiruna"),
        ("took back", "its claim that the mill had opened the sluice at Kiruna"),
        ("apologised", "for its statement that the mill had opened the sluice at Kiruna"),
        ("apologised", "for saying the mill had opened the sluice at Kiruna"),
    ],
)
def test_what_is_taken_back_was_said_months_before(cue: str, content: str) -> None:
    """The cue tells that it points back, so that no week bounds it."""
    back = Says("Tarn Board", cue, content, Act.ADMITS, "Tarn Board")
    assert across(report("a", OPENED), report("b", back, on=MONTHS_ON)) == [("b.0", "a.0", "withdraws")]


def test_nobody_takes_back_what_another_said() -> None:
    """Only whose words they are can."""
    back = Says(
        "Norwind", "retracted", "its statement that the mill had opened the sluice at Kiruna", Act.ADMITS, "Norwind"
    )
    assert across(report("a", OPENED), report("b", back, on=MONTHS_ON)) == []


def test_an_apology_for_a_deed_takes_no_words_back() -> None:
    """*Apologised for opening the sluice* regrets what was done."""
    sorry = Says("Tarn Board", "apologised", "for opening the sluice of the mill at Kiruna", Act.ADMITS, "Tarn Board")
    assert across(report("a", OPENED), report("b", sorry, on=MONTHS_ON)) == []


def test_a_body_named_in_short_takes_back_what_it_said_under_its_full_name() -> None:
    """Where both articles begin with the same matters."""
    said = Says(
        "Kiruna Rowing League",
        "said",
        "a sample of the oarsman held borin and salt",
        Act.ACCUSES,
        "Kiruna Rowing League",
    )
    back = Says(
        "rowing league",
        "retracted",
        "its statement that a sample of the oarsman held borin",
        Act.ADMITS,
        "rowing league",
    )
    assert across(report("a", said), report("b", back, on=MONTHS_ON)) == [("b.0", "a.0", "withdraws")]


@pytest.mark.parametrize("cue", ["conceded", "confirmed", "acknowledged"])
def test_who_confirms_what_the_other_side_said_supports_it(cue: str) -> None:
    """Months later too: it says that it agrees."""
    met = Says("Ada Berg", "said", "the two had met twice in a house in Kiruna", Act.ASSERTS, "Ada Berg")
    agreed = Says("Ole Holm", cue, "that he had met Berg twice in Kiruna", Act.ADMITS, "Ole Holm")
    assert across(report("a", met), report("b", agreed, on=MONTHS_ON)) == [("b.0", "a.0", "supports")]


def test_who_confirms_a_first_case_confirms_no_study_that_speaks_of_cases() -> None:
    """Most of the longer claim is of something else."""
    study = Says(
        "Ada Berg", "said", "a new fever may bring thousands of cases each spring to ports, farms and schools in Kiruna"
    )
    first = Says("Norwind", "confirmed", "the first case of the fever in Kiruna", Act.ADMITS, "Norwind")
    assert across(report("a", study), report("b", first, on=MONTHS_ON)) == []


def test_who_admits_that_they_left_supports_who_says_to_have_taken_the_place() -> None:
    """By their frames, in whatever words."""
    taken = Says(
        "Norway", "said", "our flag is up", Act.ASSERTS, "Norway", frames=(frame("capture", "Kiruna", "Norway"),)
    )
    left = Says(
        "Sweden",
        "admitted",
        "our lorries are on the road home",
        Act.ADMITS,
        "Sweden",
        frames=(frame("withdrawal", "Kiruna", "Sweden"),),
    )
    assert across(report("a", taken), report("b", left, on="2031-05-10")) == [("b.0", "a.0", "supports")]


def test_who_admits_that_they_left_one_place_supports_nothing_on_another() -> None:
    """The frames are of two places."""
    taken = Says(
        "Norway", "said", "our flag is up", Act.ASSERTS, "Norway", frames=(frame("capture", "Kiruna", "Norway"),)
    )
    left = Says(
        "Sweden",
        "admitted",
        "our lorries are on the road home",
        Act.ADMITS,
        "Sweden",
        frames=(frame("withdrawal", "Umea", "Sweden"),),
    )
    assert across(report("a", taken), report("b", left, on="2031-05-10")) == []


@pytest.mark.parametrize("cue", ["maintained", "repeated", "had said"])
def test_what_a_side_says_again_repeats_what_it_said_months_before(cue: str) -> None:
    """*Had said* tells of an earlier time as *repeated* does."""
    again = Says("Tarn Board", cue, "that the mill had opened the sluice at Kiruna", Act.ASSERTS, "Tarn Board")
    assert across(report("a", OPENED), report("b", again, on=MONTHS_ON)) == [("b.0", "a.0", "repeats")]


def test_the_same_words_with_a_plain_cue_are_of_another_time() -> None:
    """Nothing says that they point back."""
    anew = Says("Tarn Board", "said", "that the mill had opened the sluice at Kiruna", Act.ASSERTS, "Tarn Board")
    assert across(report("a", OPENED), report("b", anew, on=MONTHS_ON)) == []


def test_what_was_said_more_than_a_year_before_is_out_of_reach() -> None:
    """A bound, so that no claim is held against all that was ever said."""
    again = Says("Tarn Board", "maintained", "that the mill had opened the sluice at Kiruna", Act.ASSERTS, "Tarn Board")
    assert across(report("a", OPENED), report("b", again, on="2032-05-05")) == []


def test_another_figure_is_nothing_said_again() -> None:
    """*Maintained that twelve boats sank* does not repeat ten."""
    ten = Says("Tarn Board", "said", "10 boats had sunk at the sluice in Kiruna", Act.ASSERTS, "Tarn Board")
    more = Says("Tarn Board", "maintained", "that 12 boats had sunk at the sluice in Kiruna", Act.ASSERTS, "Tarn Board")
    assert across(report("a", ten), report("b", more, on=MONTHS_ON)) == []


def test_what_was_not_confirmed_supports_nothing() -> None:
    """The cue is negated."""
    met = Says("Ada Berg", "said", "the two had met twice in a house in Kiruna", Act.ASSERTS, "Ada Berg")
    silent = Says("Ole Holm", "has not confirmed", "that he had met Berg twice in Kiruna", Act.ADMITS, "Ole Holm")
    assert across(report("a", met), report("b", silent, on=MONTHS_ON)) == []


def test_who_concedes_the_opposite_of_their_own_words_corrects_them() -> None:
    """In a later article they may be named by the last name alone."""
    kept = Says("Ada Berg", "said", "all rules of the harbour had been kept in Kiruna", Act.ASSERTS, "Norwind")
    other = Says("Berg", "conceded", "that rules of the harbour had not been kept", Act.ADMITS)
    assert across(report("a", kept), report("b", other, on=MONTHS_ON)) == [("b.0", "a.0", "corrects")]
