"""A claim answers one in another article by its words, its frames and its day; what only looks alike stays apart."""

from __future__ import annotations

import pytest
from debates import Says, frame
from reports import across, report

from counterclaim.model.claim import Act
from counterclaim.model.document import PartKind

SHELLED = Says("Norway", "said", "the Swedish army had shelled a hospital in Kiruna", Act.ACCUSES, "Norway")
DENIED = Says("Sweden", "denied", "that its army had shelled the hospital in Kiruna", Act.DENIES, "Sweden")
HELD = frame("control", "Kiruna", "Norway")


def test_a_denial_answers_what_another_article_told_the_day_before() -> None:
    """It denies in the words of the claim, and both name the town."""
    assert across(report("a", SHELLED), report("b", DENIED, on="2031-05-03")) == [("b.0", "a.0", "denies")]


def test_the_later_article_answers_whichever_is_given_first() -> None:
    """The day decides, not the order of reading."""
    assert across(report("b", DENIED, on="2031-05-03"), report("a", SHELLED)) == [("b.0", "a.0", "denies")]


def test_a_denial_does_not_answer_what_is_said_only_later() -> None:
    """Nobody denies what was not yet said."""
    assert across(report("a", SHELLED, on="2031-05-04"), report("b", DENIED, on="2031-05-03")) == []


def test_after_more_than_a_week_the_same_words_are_of_another_event() -> None:
    """Eight days are too many, seven are not."""
    assert across(report("a", SHELLED), report("b", DENIED, on="2031-05-10")) == []
    assert across(report("a", SHELLED), report("b", DENIED, on="2031-05-09")) == [("b.0", "a.0", "denies")]


def test_an_article_without_a_day_is_not_held_against_one_with_a_day() -> None:
    """Nobody knows which came first; two without a day may belong together."""
    assert across(report("a", SHELLED), report("b", DENIED, on=None)) == []
    assert across(report("a", SHELLED, on=None), report("b", DENIED, on=None)) == [("b.0", "a.0", "denies")]


def test_copies_of_one_article_do_not_answer_each_other() -> None:
    """They are one origin, whatever their addresses."""
    assert across(report("a", SHELLED, origin="o"), report("b", DENIED, on="2031-05-03", origin="o")) == []


def test_a_denial_of_the_same_deed_at_another_place_answers_nothing() -> None:
    """*A hospital was shelled* in Kiruna and in Umea are two events."""
    elsewhere = Says("Sweden", "denied", "that its army had shelled the hospital in Umea", Act.DENIES, "Sweden")
    other = Says("Finland", "said", "rebels had robbed a bank in Kiruna", Act.ASSERTS, "Finland")
    assert across(report("a", other), report("b", elsewhere, on="2031-05-03")) == []


def test_two_who_say_that_it_was_not_do_not_deny_each_other() -> None:
    """A denial answers what it rejects, not another denial of it."""
    never = Says("Finland", "said", "the Swedish army had not shelled a hospital in Kiruna", Act.ASSERTS, "Finland")
    assert across(report("a", never), report("b", DENIED, on="2031-05-03")) == []


def test_a_denial_that_names_whose_claim_it_is_needs_fewer_words() -> None:
    """*Berg's claim of a sale* is Berg's, in whatever other words Berg made it."""
    sold = Says("Ada Berg", "said", "the council had quietly sold the harbour to a friend", Act.ACCUSES, "Ada Berg")
    rejected = Says("Norwind", "rejected", "Berg's claim that the harbour was given away", Act.DENIES, "Norwind")
    assert across(report("a", sold), report("b", rejected, on="2031-05-03")) == [("b.0", "a.0", "denies")]


def test_two_sides_that_hold_one_town_on_one_day_contradict_each_other() -> None:
    """Control is exclusive for a place and a time."""
    one = Says("Norway", "said", "its troops control all of Kiruna", Act.ASSERTS, "Norway", (HELD,))
    other = Says(
        "Sweden", "said", "Kiruna is in its hands", Act.ASSERTS, "Sweden", (frame("control", "Kiruna", "Sweden"),)
    )
    assert across(report("a", one), report("b", other)) == [("b.0", "a.0", "contradicts")]


def test_what_holds_on_one_day_is_updated_and_not_contradicted_two_days_later() -> None:
    """Held on the 26th and taken on the 28th can both be so."""
    one = Says("Norway", "said", "its troops control all of Kiruna", Act.ASSERTS, "Norway", (HELD,))
    other = Says(
        "Sweden", "said", "Kiruna is in its hands", Act.ASSERTS, "Sweden", (frame("control", "Kiruna", "Sweden"),)
    )
    assert across(report("a", one, on="2031-04-26"), report("b", other, on="2031-04-28")) == []


def test_two_tolls_of_one_event_and_day_contradict_and_of_two_days_do_not() -> None:
    """The next day's figure is an update."""
    nine = frame("casualties", "Kiruna", counted="killed", low=9, high=9)
    three = frame("casualties", "Kiruna", counted="killed", low=3, high=3)
    one = Says("Norway", "said", "nine people were killed in the shelling of Kiruna", Act.ASSERTS, "Norway", (nine,))
    other = Says("Sweden", "said", "three people were killed in the Kiruna shelling", Act.ASSERTS, "Sweden", (three,))
    assert across(report("a", one), report("b", other)) == [("b.0", "a.0", "contradicts")]
    assert across(report("a", one), report("b", other, on="2031-05-03")) == []


def test_the_same_side_saying_the_same_again_repeats_the_first_time_it_did() -> None:
    """All repeats meet at the earliest."""
    again = Says("Norway", "said", "the Swedish army had shelled a hospital in Kiruna", Act.ACCUSES, "Norway")
    reports = [report("a", SHELLED), report("b", again, on="2031-05-03"), report("c", again, on="2031-05-04")]
    assert across(*reports) == [("b.0", "a.0", "repeats"), ("c.0", "a.0", "repeats")]


def test_the_same_words_with_another_number_are_no_repeat() -> None:
    """Nine and twelve are two claims."""
    nine = Says("Norway", "said", "9 people died in the hospital of Kiruna overnight", Act.ASSERTS, "Norway")
    twelve = Says("Norway", "said", "12 people died in the hospital of Kiruna overnight", Act.ASSERTS, "Norway")
    assert across(report("a", nine), report("b", twelve, on="2031-05-03")) == []


def test_a_retraction_takes_back_what_the_same_side_said_in_another_article() -> None:
    """The cue says so, and the words are the same."""
    words = "its claim that the Swedish army shelled a hospital in Kiruna"
    back = Says("Norway", "retracted", words, Act.ASSERTS, "Norway")
    assert across(report("a", SHELLED), report("b", back, on="2031-05-03")) == [("b.0", "a.0", "withdraws")]


def test_two_officials_of_one_side_can_answer_each_other() -> None:
    """A dispute inside one government is one as good as any."""
    one = Says("Ada Holm", "said", "the harbour budget of Kiruna was cut by the council", Act.ACCUSES, "Norway")
    other = Says("Ole Strand", "denied", "that the council cut the harbour budget of Kiruna", Act.DENIES, "Norway")
    assert across(report("a", one), report("b", other)) == [("b.0", "a.0", "denies")]


@pytest.mark.parametrize("act", [Act.ASKS, Act.HOPES])
def test_questions_and_wishes_are_answered_by_nobody_elsewhere(act: Act) -> None:
    """They state nothing."""
    asked = Says("Norway", "asked", "whether the Swedish army had shelled a hospital in Kiruna", act, "Norway")
    assert across(report("a", asked), report("b", DENIED, on="2031-05-03")) == []


def test_a_denial_that_has_its_claim_in_its_own_article_does_not_answer_the_same_again_elsewhere() -> None:
    """The repeat leads from the one to the other."""
    both = report("b", SHELLED, DENIED, on="2031-05-03")
    assert across(report("a", SHELLED), both) == [("b.0", "a.0", "repeats")]


def test_the_body_is_answered_rather_than_the_title() -> None:
    """The title says the same in fewer words."""
    title = Says("Norway", "says", "Sweden shelled hospital in Kiruna", Act.ACCUSES, "Norway", part=PartKind.TITLE)
    assert across(report("a", title, SHELLED), report("b", DENIED, on="2031-05-03")) == [("b.0", "a.1", "denies")]


def test_swapping_the_sides_swaps_the_answer() -> None:
    """The same code for every side."""
    accused = Says("Sweden", "said", "the Norwegian army had shelled a hospital in Kiruna", Act.ACCUSES, "Sweden")
    denied = Says("Norway", "denied", "that its army had shelled the hospital in Kiruna", Act.DENIES, "Norway")
    assert across(report("a", accused), report("b", denied, on="2031-05-03")) == [("b.0", "a.0", "denies")]


ACID = Says("The union", "said", "Norwind had dumped acid in the river at Tarn", Act.ASSERTS, "union")


@pytest.mark.parametrize("words", ["responsibility", "the claim", "any wrongdoing"])
def test_a_denial_without_words_of_its_own_answers_the_charge_of_the_same_story(words: str) -> None:
    """Its article tells what it is about, and the charge names who denies; two weeks later it may be another's."""
    denied = Says("Norwind", "denied", words, Act.DENIES, "Norwind")
    told = Says("Reports", "spoke", "of acid in the river at Tarn where fish had died", Act.ASSERTS)
    assert across(report("a", ACID), report("b", denied, told, on="2031-05-03")) == [("b.0", "a.0", "denies")]
    assert across(report("a", ACID), report("b", denied, told, on="2031-05-06")) == []
    assert across(report("a", ACID), report("b", denied, on="2031-05-03")) == []


def test_what_had_been_done_by_then_is_denied_on_a_later_day_too() -> None:
    """A deed is so or not on any day after; what holds on one day may not on the next."""
    had = Says("Norway", "said", "the mill at Tarn had been inspected", Act.ASSERTS, "Norway")
    never = Says("Sweden", "said", "the mill at Tarn had never been inspected", Act.ASSERTS, "Sweden")
    told = Says("Reports", "spoke", "of a mill at Tarn inspected in spring", Act.ASSERTS)
    answer = ("b.0", "a.0", "contradicts")
    assert answer in across(report("a", had, told), report("b", never, told, on="2031-05-04"))
    safe = Says("Norway", "said", "the mill at Tarn was safe", Act.ASSERTS, "Norway")
    unsafe = Says("Sweden", "said", "the mill at Tarn was not safe", Act.ASSERTS, "Sweden")
    assert answer not in across(report("a", safe, told), report("b", unsafe, told, on="2031-05-04"))


PARADE = Says("The union", "said", "900 riders came to the parade in Tarn", Act.ASSERTS, "union", happened="2031-05-01")


@pytest.mark.parametrize(("happened", "found"), [("2031-05-01", True), ("2031-05-03", False), (None, False)])
def test_figures_of_one_past_day_exclude_each_other_on_any_later_day(happened: str | None, found: bool) -> None:
    """Where the text does not tell that both are of one day, the later figure may be an update."""
    words = "no more than 200 riders came to the parade in Tarn"
    police = Says("Police", "said", words, Act.ASSERTS, "police", happened=happened)
    linked = across(report("a", PARADE), report("b", police, on="2031-05-04"))
    assert linked == ([("b.0", "a.0", "contradicts")] if found else [])


def test_a_toll_that_grew_by_the_next_day_is_an_update() -> None:
    """Of the same fire; one that is lower is no growth."""
    four = Says("Norway", "said", "the fire at Tarn prison killed four", Act.ASSERTS, "Norway", happened="2031-05-01")
    nine = four._replace(source="Sweden", content="the fire at Tarn prison killed nine", side="Sweden")
    assert across(report("a", four), report("b", nine, on="2031-05-03")) == []
    assert across(report("a", nine), report("b", four, on="2031-05-03")) == [("b.0", "a.0", "contradicts")]


def test_two_of_one_side_need_name_nothing_in_common_where_the_story_is_one() -> None:
    """Two ministers of one government on pensions."""
    told = Says("Reports", "spoke", "of pensions frozen in the coming budget year", Act.ASSERTS)
    one = Says("Ada Holm", "said", "pensions would be frozen next year", Act.PREDICTS, "Norway")
    other = Says("Ole Strand", "said", "there would be no freeze of pensions next year", Act.PREDICTS, "Norway")
    assert across(report("a", one, told), report("b", other, told)) == [("b.0", "a.0", "contradicts")]
    strange = other._replace(side="Sweden")
    assert across(report("a", one, told), report("b", strange, told)) == []
