"""Two who differ by a *not* or by two words that exclude each other contradict; two of different things do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from debates import Says, debate

from counterclaim.dispute import find_disputes
from counterclaim.dispute.view import look
from counterclaim.dispute.wording import turned
from counterclaim.model.claim import Act


def contradict(one: str, other: str, act: Act = Act.ASSERTS) -> bool:
    """Whether what two sides say in one article is linked as a contradiction, whoever of them speaks first."""
    found = [_links(first, second, act) for first, second in ((one, other), (other, one))]
    assert found[0] == found[1]
    return found[0]


def _links(first: str, second: str, act: Act) -> bool:
    document, claims = debate(
        Says("Norway", "said", first, act, "Norway"), Says("Sweden", "said", second, act, "Sweden")
    )
    return any(link.kind.value == "contradicts" for link in find_disputes(document, claims).links)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the road was open", "the road was not open"),
        ("the aid had arrived", "no aid had arrived"),
        ("12 people had been killed in the attack", "nobody had been killed in the attack"),
        ("the talks had failed", "the talks had succeeded"),
        ("the driver had been sober", "the driver had been drunk"),
        ("wages had risen", "wages had fallen"),
        ("the plan had been approved", "the plan had been rejected"),
        ("the prisoners had been freed", "the prisoners were still in jail"),
        ("the ship was empty", "the ship was full"),
        ("pensions had been frozen", "there was no freeze of pensions"),
        ("exports of salt had doubled", "salt exports did not rise"),
        ("members voted to end the strike", "members voted to go on with the strike"),
        ("the coal pit was shut down", "the coal pit was open"),
        ("the library was open all year", "the library was closed in October"),
    ],
)
def test_where_hardly_a_word_differs_a_negation_or_an_opposite_is_enough(one: str, other: str) -> None:
    """Two short sentences on one thing."""
    assert contradict(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the road to Tarn was open", "the road to Orsa was not open"),
        ("the road was open on Monday", "the road was not open on Friday"),
        ("its border was open", "its border was not open"),
        ("some of the voters were paid", "some of the voters were not paid"),
        ("the first letter was genuine", "the second letter was forged"),
        ("the northern bridge was safe", "the southern bridge was not safe"),
        ("the old plan had been approved", "the new plan had been rejected"),
        ("women had been hurt", "no children had been hurt"),
        ("no Norwegian soldiers were in the town", "Swedish soldiers were in the town"),
        ("the dam might be safe", "the dam was not safe"),
        ("it had signed the treaty", "it had not signed the treaty"),
        ("wages in the mills had risen", "the wages of clerks at the bank had fallen"),
        ("most teachers supported the strike", "she did not support the strike"),
        ("no boat was found in Norwegian waters", "the boat was found in its waters"),
        ("the maize crop in Valdor was undamaged", "rain destroyed the wheat crop in Valdor"),
        ("exports of salt had risen", "salt exports did not double"),
        ("no more than nine boats left the harbour", "nine boats left the harbour"),
        ("striker Paul Brand was fit to play", "his own striker was unfit to play"),
    ],
)
def test_what_is_said_of_two_things_can_both_hold(one: str, other: str) -> None:
    """Another place, day, part or owner, or less than a plain statement."""
    assert not contradict(one, other)


def one_paragraph(one: str, other: str) -> bool:
    """The same where the second answers in the next sentence, so that it need not say all of it again."""
    document, claims = debate(Says("Norway", "said", one, side="Norway"), Says("Sweden", "said", other, side="Sweden"))
    first, second = look(document, claims)
    return turned(replace(second, paragraph=first.paragraph), first) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the coup had succeeded", "it had failed"),
        ("the suspect was armed when officers shot him", "he was unarmed"),
        ("the brakes on the old lorry were not defective", "the brakes were defective"),
        ("cod stocks in the Garrow Sea were growing", "the stocks were shrinking"),
        ("the tenants had been told of the gas leak", "none of the tenants had been told"),
        ("the rebels fired first", "the soldiers fired first"),
    ],
)
def test_an_answer_in_the_next_sentence_may_be_short(one: str, other: str) -> None:
    """It points at what was just said."""
    assert one_paragraph(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the pilot survived the crash", "the co-pilot did not survive it"),
        ("one of the climbers was alive", "the other climber was dead"),
        ("it had failed", "it had succeeded"),
        ("no inmates had escaped in the year", "three inmates had escaped in 2015"),
        ("the water in Tarn was safe to drink", "the water in their taps was not safe to drink"),
    ],
)
def test_an_answer_on_something_else_is_none(one: str, other: str) -> None:
    """Another person, another one of two, each one's own, another year."""
    assert not one_paragraph(one, other)


def test_two_who_tell_what_will_be_contradict_each_other_in_words() -> None:
    """*Would close*, *would stay open*; a forecast and a fact do not."""
    assert contradict("the mill would close", "the mill would stay open", Act.PREDICTS)
    assert contradict("taxes would be raised", "taxes would be cut", Act.PREDICTS)
    assert not contradict("the mill would close", "the mill is open", Act.PREDICTS)


def test_a_plan_that_was_approved_plans_nothing() -> None:
    """The noun makes a statement no less plain, the verb does."""
    assert contradict("the plan was safe", "the plan was not safe")
    assert not contradict("they plan to open the dam", "they do not plan to open the dam")


def test_who_demand_the_opposite_contradict_each_other() -> None:
    """*Should* and *must* make a demand no less plain; of who merely says that it may be so they do."""
    should, must = "parliament should approve the reactor", "parliament must vote the reactor down"
    assert contradict(should, must, Act.DEMANDS)
    assert not contradict("the reactor might be approved", "the reactor was voted down")
